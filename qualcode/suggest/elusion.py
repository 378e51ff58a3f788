"""How many passages with a code are still to be found among those that nobody has read."""

from dataclasses import dataclass
from math import ceil, floor

import numpy as np

from qualcode.suggest.arrays import UNKNOWN, YES, Floats, Labels
from qualcode.suggest.measures import wilson

DRAWS = 2_000
"""Samples drawn for the interval."""

SEED = 2024


@dataclass(frozen=True, slots=True)
class Left:
    """What is to be expected among the passages not yet read for a code.

    Attributes
    ----------
    unread
        How many there are.
    expected, low, high
        How many of them have the code, with an interval of 95 percent.
    found, read
        Passages with the code so far, and passages read for it.
    """

    unread: int
    expected: float
    low: int
    high: int
    found: int
    read: int


def left(chances: Floats, labels: Labels) -> Left:
    """Estimate how many passages with one code elude its coder so far.

    The chances of the unread passages add up to what is expected. What the method is wrong by is measured on
    what was read: there, codings found are compared with what the method, asked without it, expected. That
    share of the two, with its interval, corrects the sum; to it comes the chance of each single passage.

    Parameters
    ----------
    chances
        Of every passage for the code; of those read, as said by what had not learnt from their source.
    labels
        What is known of each.
    """
    unread, read = labels == UNKNOWN, labels != UNKNOWN
    found, total = int((labels == YES).sum()), int(unread.sum())
    if not read.any():
        low, high = _of_sum(chances[unread], 0.0, 2.0)
        return Left(total, float(chances[unread].sum()), low, high, found, 0)
    said = float(chances[read].sum())
    share = wilson(found, int(read.sum()))
    trust = said + 1.0  # as if one more were found as expected: with few codings the method is believed
    scale = (found + 1.0) / trust
    low, high = _of_sum(
        chances[unread],
        (share.low * int(read.sum()) + 1.0) / trust,
        (share.high * int(read.sum()) + 1.0) / trust,
    )
    expected = min(float(chances[unread].sum()) * scale, float(total))
    return Left(
        total, expected, min(low, floor(expected)), min(max(high, ceil(expected)), total),
        found, int(read.sum()),
    )  # fmt: skip


def _of_sum(chances: Floats, least: float, most: float) -> tuple[int, int]:
    """Return the interval of how many there are, when the chances are off by a factor between two."""
    if not len(chances):
        return 0, 0
    random = np.random.default_rng(SEED)
    factors = random.uniform(least, most, DRAWS)
    means = factors * chances.sum()
    spread = np.sqrt(np.maximum((chances * (1 - chances)).sum() * factors, 1e-9))
    drawn = random.normal(means, spread)
    low, high = np.quantile(drawn, [0.025, 0.975])
    return max(0, round(float(low))), min(len(chances), round(float(high)))
