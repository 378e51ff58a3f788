"""How often suggestions are right."""

from typing import Any

import numpy as np

from qualcode.suggest.arrays import Flags, Floats


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
