"""Passages as counts of words and of letters, for methods that learn from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.preprocessing import normalize

from qualcode.suggest.arrays import Flags, Floats, Numbers

WORD = r"(?u)\b\w\w+\b"
LONGEST = 20_000
"""Code points of a passage that are counted: letters of a longer one say nothing more."""


@dataclass(frozen=True, eq=False)
class Counted:
    """Texts as rows of damped counts, ``1 + log(count)``, in blocks that are normalised each by itself.

    Attributes
    ----------
    blocks
        One sparse matrix per way of counting, one row per text.
    names
        What each column counts, block after block.
    """

    blocks: tuple[csr_matrix, ...]
    names: tuple[str, ...]

    @cached_property
    def edges(self) -> list[int]:
        """Where each block's columns begin, and where the last ends."""
        return [0, *np.cumsum([block.shape[1] for block in self.blocks]).tolist()]

    def weighted(self, known: Flags) -> csr_matrix:
        """Return the rows weighted by rarity among those known, each block of length 1.

        Rarity is smoothed inverse document frequency (Spärck Jones 1972). It is counted on what is coded,
        and words that stand nowhere there are left out: nothing can be learnt of them, and they would only
        make the others weigh less.
        """
        total = int(known.sum())
        parts = []
        for block in self.blocks:
            having = block[known].getnnz(axis=0)
            rarity = np.where(having > 0, np.log((1 + total) / (1 + having)) + 1, 0.0)
            parts.append(normalize(block @ diags(rarity)))
        return hstack(parts, format="csr")


def count(texts: Sequence[str]) -> Counted:
    """Count words, pairs of words, and two to five letters within a word (Indonesian is rich in affixes)."""
    ways = [
        CountVectorizer(ngram_range=(1, 2), token_pattern=WORD),
        CountVectorizer(analyzer="char_wb", ngram_range=(2, 5)),
    ]
    return _counted([text[:LONGEST] for text in texts], ways)


def count_around(questions: Sequence[str], groups: Sequence[str], texts: Sequence[str]) -> Counted:
    """Count the words of the question before each passage, and of the passages beside it in its source."""
    beside = [
        " ".join(
            texts[other][:LONGEST]
            for other in (place - 1, place + 1)
            if 0 <= other < len(texts) and groups[other] == groups[place]
        )
        for place in range(len(texts))
    ]
    return _counted_each(
        [
            ([question[:LONGEST] for question in questions], CountVectorizer(token_pattern=WORD)),
            (beside, CountVectorizer(token_pattern=WORD)),
        ]
    )


def _counted(texts: Sequence[str], ways: Sequence[CountVectorizer]) -> Counted:
    return _counted_each([(texts, way) for way in ways])


def _counted_each(pairs: Sequence[tuple[Sequence[str], CountVectorizer]]) -> Counted:
    blocks: list[csr_matrix] = []
    names: list[str] = []
    for texts, way in pairs:
        try:
            block = csr_matrix(way.fit_transform(texts), dtype=np.float64)
        except ValueError:  # there is not one word in them
            continue
        block.data = 1 + np.log(block.data)
        blocks.append(block)
        names += way.get_feature_names_out().tolist()
    return Counted(tuple(blocks) or (csr_matrix((len(pairs[0][0]), 1)),), tuple(names) or ("",))


def rows_of(flags: Flags) -> Numbers:
    """Return the places where a flag is set."""
    return np.flatnonzero(flags)


def dense(matrix: csr_matrix) -> Floats:
    """Return one row of a sparse matrix as plain numbers."""
    return np.asarray(matrix.toarray(), dtype=np.float64)
