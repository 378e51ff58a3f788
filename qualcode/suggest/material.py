"""What methods work on: passages with what is around them, and what is known of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from qualcode.suggest.arrays import NO, UNKNOWN, YES, Flags, Floats, Labels, Numbers
from qualcode.suggest.words import Counted, count, count_around

FOLDS = 5


@dataclass(frozen=True, eq=False)
class Material:
    """Passages, in reading order.

    Attributes
    ----------
    texts
        The words of each passage.
    groups
        The source each is of. What is learnt from a source is never measured on it.
    questions
        What was asked before each; empty where nothing was.
    keywords
        Scores of the codebook's keywords, passages x codes; None where there are none.
    meanings
        Likeness to what the codes mean, passages x codes; None without a language model.
    vectors
        Of the texts; None without a language model.
    """

    texts: Sequence[str]
    groups: Sequence[str]
    questions: Sequence[str] = ()
    keywords: Floats | None = None
    meanings: Floats | None = None
    vectors: Floats | None = None

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def words(self) -> Counted:
        """The passages' own words and letters, counted."""
        return count(self.texts)

    @cached_property
    def surroundings(self) -> Counted | None:
        """Words of the question before and the passages beside; None for texts that stand alone."""
        if len(set(self.groups)) == len(self.groups) and not any(self.questions):
            return None
        return count_around(self.questions or [""] * len(self), self.groups, self.texts)


def folds_of(groups: Sequence[str], known: Flags, *, most: int = FOLDS) -> Numbers:
    """Divide passages into folds, a source in one fold whole, of about as many known passages each.

    Parameters
    ----------
    groups
        The source of each passage.
    known
        Which passages anything is known of.
    most
        The number of folds; fewer where there are fewer sources.

    Returns
    -------
    array of int
        The fold of each passage. Where only one source is known, its stretches are the folds: measured within
        one interview, a method looks better than it is on another.

    Examples
    --------
    >>> folds_of(["W1", "W1", "W2", "W3"], np.array([True, True, True, True]), most=2).tolist()
    [0, 0, 1, 1]
    """
    sizes: dict[str, int] = {}
    for group, each in zip(groups, known.tolist(), strict=True):
        sizes[group] = sizes.get(group, 0) + each
    if sum(size > 0 for size in sizes.values()) < 2:
        order = np.cumsum(known) - 1
        return np.asarray(np.maximum(order, 0) * most // max(int(known.sum()), 1), dtype=np.int64)
    load = [0] * min(most, sum(size > 0 for size in sizes.values()))
    place: dict[str, int] = {}
    for group, size in sorted(sizes.items(), key=lambda item: -item[1]):
        place[group] = load.index(min(load))
        load[place[group]] += size
    return np.array([place[group] for group in groups], dtype=np.int64)


def hidden(labels: Labels, rows: Flags) -> Labels:
    """Return labels of which those of some passages are not known."""
    kept = labels.copy()
    kept[rows] = UNKNOWN
    return kept


def support(labels: Labels) -> tuple[Numbers, Numbers]:
    """Return, per code, how many passages have it and how many are known not to."""
    return (labels == YES).sum(axis=0), (labels == NO).sum(axis=0)
