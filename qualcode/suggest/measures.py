"""How often suggestions are right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np

from qualcode.suggest.arrays import Flags, Floats

DRAWS = 400
"""Samples drawn for an interval."""

SEED = 2024

NORMAL = 1.959964
"""The normal deviate of a two-sided interval of 95 percent."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure from 0 to 1 with its interval of 95 percent; NaN where there is nothing to measure."""

    value: float
    low: float
    high: float


NOTHING = Measured(float("nan"), float("nan"), float("nan"))


def wilson(hits: int, total: int) -> Measured:
    """Return a share with its score interval (Wilson 1927), which holds for few passages, too.

    Examples
    --------
    >>> found = wilson(8, 10)
    >>> round(found.value, 2), round(found.low, 2), round(found.high, 2)
    (0.8, 0.49, 0.94)
    """
    if not total:
        return NOTHING
    share, square = hits / total, NORMAL**2
    middle = (share + square / (2 * total)) / (1 + square / total)
    reach = NORMAL * sqrt(share * (1 - share) / total + square / (4 * total**2)) / (1 + square / total)
    return Measured(share, max(0.0, middle - reach), min(1.0, middle + reach))


def bootstrap(groups: Sequence[str], figure: Callable[[Any], float]) -> Measured:
    """Return a figure with its bootstrap interval (percentiles: Efron 1979).

    Whole sources are drawn, since passages of one are more alike than passages of two; passages are, where
    there are fewer than five sources.

    Parameters
    ----------
    groups
        The source of each passage.
    figure
        Takes places of passages.
    """
    number = len(groups)
    value = figure(np.arange(number))
    names = list(dict.fromkeys(groups))
    chance = np.random.default_rng(SEED)
    if len(names) >= 5:
        at = {name: place for place, name in enumerate(names)}
        of = np.array([at[each] for each in groups])
        members = [np.flatnonzero(of == place) for place in range(len(names))]
        draws = (
            np.concatenate([members[each] for each in chance.integers(len(names), size=len(names))])
            for _ in range(DRAWS)
        )
    else:
        draws = (chance.integers(number, size=number) for _ in range(DRAWS))
    drawn = np.array([figure(each) for each in draws])
    drawn = drawn[np.isfinite(drawn)]
    if not len(drawn):
        return Measured(value, float("nan"), float("nan"))
    low, high = np.quantile(drawn, [0.025, 0.975])
    return Measured(value, float(low), float(high))


def f1_by_code(truth: Flags, said: Flags) -> Floats:
    """Return F1 per code, 0 where a code is neither there nor said."""
    return _f1((truth & said).sum(axis=0), truth.sum(axis=0) + said.sum(axis=0), empty=0.0)


def f1_by_passage(truth: Flags, said: Flags) -> float:
    """Return the mean of F1 over passages ("sample F1"); 1 for a passage that has no code and gets none."""
    if not len(truth):
        return 0.0
    return float(_f1((truth & said).sum(axis=1), truth.sum(axis=1) + said.sum(axis=1), empty=1.0).mean())


def f1_of_all(truth: Flags, said: Flags) -> float:
    """Return F1 over all decisions together ("micro F1")."""
    return float(_f1(np.array([(truth & said).sum()]), np.array([truth.sum() + said.sum()]), empty=0.0)[0])


def average_precision(truth: Flags, scores: Floats) -> float:
    """Return the mean, over passages with the code, of precision down to where they stand in the ranking.

    Ties count as one place. NaN where no passage has it.
    """
    if not truth.any():
        return float("nan")
    order = np.argsort(-scores, kind="stable")
    hits, ranked = np.cumsum(truth[order]), scores[order]
    last = np.append(np.flatnonzero(np.diff(ranked)), len(ranked) - 1)
    precision = hits[last] / (last + 1)
    gained = np.diff(np.append(0, hits[last]))
    return float((precision * gained).sum() / truth.sum())


def _f1(hits: Any, total: Any, *, empty: float) -> Floats:
    return np.where(total > 0, 2 * hits / np.maximum(total, 1), empty).astype(np.float64)
