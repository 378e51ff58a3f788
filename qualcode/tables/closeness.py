"""How close a passage is to others in its words: what makes a quotation central."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pandas as pd

from qualcode.lang import language

WORD = r"(?u)[^\W_]+"
PIECE = (4, 4)
"""Letters of the pieces of words that are compared, so that kin of one root are near each other."""
SPOKEN = ("id", "en")
"""Whose function words do not count, in every passage: people mix languages."""


def closeness(quotations: "pd.Series[str]") -> Callable[["pd.Series[str]"], "pd.Series[float]"]:
    """Weigh the words of all quotations; return a function that says how central each of a choice is.

    Parameters
    ----------
    quotations
        All that may be compared: what most of them say weighs little.

    Returns
    -------
    callable
        From some of these quotations to the cosine, from 0 to 1, between each and the sum of the others:
        the tf-idf of pieces of their words, each quotation of length 1. One that stands alone has 0.

    Examples
    --------
    >>> said = pd.Series(["ikut pelatihan", "dilatih di kantor", "pelatihan di kantor", "jual pempek"])
    >>> [float(each) for each in closeness(said)(said).round(2)]
    [0.35, 0.3, 0.61, 0.0]
    """
    places = {text: place for place, text in enumerate(dict.fromkeys(quotations))}
    vectors = _vectors(list(places))

    def central(chosen: "pd.Series[str]") -> "pd.Series[float]":
        import numpy as np

        if vectors is None:
            return pd.Series(0.0, index=chosen.index)
        rows = vectors[[places[text] for text in chosen]]
        total = np.asarray(rows.sum(axis=0)).ravel()
        own = np.asarray(rows.multiply(rows).sum(axis=1)).ravel()
        shared = rows @ total
        rest = np.sqrt(np.maximum(total @ total - 2 * shared + own, 0))
        cosine = np.divide(shared - own, rest, out=np.zeros_like(shared), where=rest > 1e-9)
        return pd.Series(cosine.round(6), index=chosen.index)

    return central


def _vectors(texts: list[str]) -> Any:
    """Return a matrix with a row of length 1 per text; None where no word carries meaning.

    Words are counted first and taken to pieces once each, many times faster than taking the texts to pieces.
    """
    from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer  # takes a second to load

    words = CountVectorizer(token_pattern=WORD, stop_words=_function_words())
    try:
        counts = words.fit_transform(texts)
    except ValueError:  # an empty vocabulary
        return None
    pieces = CountVectorizer(analyzer="char_wb", ngram_range=PIECE)
    taken_apart = pieces.fit_transform(words.get_feature_names_out())
    return TfidfTransformer(sublinear_tf=True).fit_transform(counts @ taken_apart)


@cache
def _function_words() -> list[str]:
    """Return the words that carry no meaning of their own, as they are spelt and as they are spoken."""
    found: set[str] = set()
    for code in SPOKEN:
        known = language(code)
        bare = known.stop_words | known.fillers
        found |= bare | {word for word, standard in known.variants.items() if standard in bare}
    return sorted(set(re.findall(WORD, " ".join(found))))
