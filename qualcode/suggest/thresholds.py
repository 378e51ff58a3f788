"""From chances to proposals: which codes a passage is said to have."""

from dataclasses import dataclass

import numpy as np

from qualcode.suggest.arrays import UNKNOWN, YES, Flags, Floats, Labels
from qualcode.suggest.measures import f1_by_passage, f1_of_all

DEFAULT = 0.25
"""Where nothing can be measured."""

GRID = np.round(np.arange(0.04, 0.72, 0.02), 2).tolist()

HOLD = 20
"""Codings that weigh as much as the threshold that stands where nothing is measured."""

HARDLY_ANY = 0.03
"""Share of passages without a code up to which every passage is given one."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How a passage's codes follow from their chances.

    Attributes
    ----------
    least
        The chance from which on a code is proposed.
    best_set
        Propose the set of codes whose F1 is expected to be highest, whatever each one's chance.
    always_one
        A passage gets at least the likeliest code.
    """

    least: float = DEFAULT
    best_set: bool = False
    always_one: bool = False

    def decide(self, chances: Floats) -> Flags:
        """Say which codes are proposed, passages x codes."""
        if not chances.size:
            return np.zeros(chances.shape, dtype=bool)
        proposed: Flags = chances >= (_best_set(chances) if self.best_set else self.least)
        if self.always_one:
            without = np.flatnonzero(~proposed.any(axis=1))
            proposed[without, chances[without].argmax(axis=1)] = True
        return proposed


def rule(chances: Floats, labels: Labels) -> Rule:
    """Choose the rule under which most comes out right on what is known.

    Where every passage has a code, as with answers to one question, that is F1 per passage. Where many have
    none, as in an interview, that would reward proposing nothing: there it is F1 over all decisions. One
    threshold serves all codes: chances are calibrated, and thresholds of each code's own, tried, did worse on
    passages that they were not chosen on.

    Parameters
    ----------
    chances
        Of passages that they were not learnt from.
    labels
        What is known of them.
    """
    whole = (labels != UNKNOWN).all(axis=1)
    rows = whole if whole.any() else (labels != UNKNOWN).any(axis=1)
    truth, said = labels[rows] == YES, chances[rows]
    if not truth.any():
        return Rule()
    always_one = bool((~truth.any(axis=1)).mean() <= HARDLY_ANY)
    figure = f1_by_passage if always_one else f1_of_all
    worth = [figure(truth, Rule(least, always_one=always_one).decide(said)) for least in GRID]
    best_set = Rule(best_set=True, always_one=always_one)
    if always_one and figure(truth, best_set.decide(said)) > max(worth):
        return best_set
    equal = np.flatnonzero(np.array(worth) == max(worth))
    best, count = GRID[equal[len(equal) // 2]], int(truth.sum())
    return Rule((count * best + HOLD * DEFAULT) / (count + HOLD), always_one=always_one)


def _best_set(chances: Floats) -> Floats:
    """Return, per passage, the chance of the last code of the best set.

    With the k likeliest codes proposed, F1 is expected to be about ``2 * (sum of their chances) / (k + sum of
    all chances)``.
    """
    ordered = -np.sort(-chances, axis=1)
    many = np.arange(1, chances.shape[1] + 1)
    expected = 2 * ordered.cumsum(axis=1) / (many + chances.sum(axis=1, keepdims=True))
    last: Floats = ordered[np.arange(len(chances)), expected.argmax(axis=1)]
    return last[:, None]
