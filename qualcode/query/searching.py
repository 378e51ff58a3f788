"""Which texts of a column hold a keyword of the keyword language."""

import numpy as np
import pandas as pd

from qualcode.keywords import Pattern, TextIndex, locate
from qualcode.query.places import Flags, Ints

_APART = "\n\n"
"""What parts two texts, so that no phrase runs from one into the next."""


def holding(texts: pd.Series, languages: pd.Series, pattern: Pattern) -> Flags:
    """Say of each text whether the pattern stands in it; each distinct text is looked at once.

    Parameters
    ----------
    texts, languages
        The texts, and the language of each.
    pattern
        A keyword, understood.
    """
    found = np.zeros(len(texts), dtype=np.bool_)
    for language in languages.unique():
        rows = (languages == language).to_numpy(bool)
        numbers, distinct = pd.factorize(texts[rows])
        found[rows] = _in_each([str(text) for text in distinct], str(language), pattern)[numbers]
    return found


def _in_each(texts: list[str], language: str, pattern: Pattern) -> Flags:
    if pattern.regex is not None:
        return np.array([pattern.regex.search(text) is not None for text in texts], dtype=np.bool_)
    lengths: Ints = np.fromiter(map(len, texts), np.int64, len(texts))
    starts = np.cumsum(lengths + len(_APART)) - lengths - len(_APART)
    hits = locate(TextIndex.build(_APART.join(texts), language), [pattern])
    found = np.zeros(len(texts), dtype=np.bool_)
    found[np.searchsorted(starts, hits.starts, side="right") - 1] = True
    return found
