"""Several parts made one: how much each counts is learnt from what they say of passages not yet seen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import minimize

from qualcode.suggest import parts
from qualcode.suggest.arrays import UNKNOWN, YES, Flags, Floats, Labels
from qualcode.suggest.linear import chances
from qualcode.suggest.material import Material, folds_of, hidden, support
from qualcode.suggest.method import FEWEST
from qualcode.suggest.steps import LEARNING as LEARNING_STEP
from qualcode.suggest.steps import OnStep, no_steps
from qualcode.suggest.thresholds import Rule, rule

PARTS: Mapping[str, parts.Part] = {
    "words": parts.words,
    "vectors": parts.vectors,
    "neighbours": parts.neighbours,
    "surroundings": parts.surroundings,
    "keywords": parts.keywords,
    "meanings": parts.meanings,
}

LEARNING = ("words", "vectors", "neighbours", "surroundings")
"""Parts that need codings to learn from."""

METHODS: Mapping[str, Sequence[str]] = {
    "keywords": ("keywords",),
    "semantic": ("meanings",),
    "learned": LEARNING,
    "blend": tuple(PARTS),
}

START = {
    "words": 1.0,
    "vectors": 1.0,
    "neighbours": 0.1,
    "surroundings": 0.1,
    "keywords": 0.5,
    "meanings": 0.5,
    "share": 1.0,
}
"""What each part counts before anything is measured: a unit of log-odds is worth half in two that agree."""

UNMEASURED = {"keywords": 5.0, "meanings": 0.6}
"""What parts count while nothing is known: a rare keyword is enough, a likeness must be great."""

BASE = -3.0
"""Log-odds of a code where nothing speaks for it and nothing is known."""

HOLD = 30.0
"""How firmly the weights stay where they start: as much as thirty decisions' worth of measuring."""

VERSION = "1"

USUAL = 20
"""Passages known of a code that say as much of its share as an average code does."""

SILENT = 1e-6
"""Spread up to which a part says nothing."""


@dataclass(frozen=True, eq=False)
class Scores:
    """What a method says of every passage.

    Attributes
    ----------
    chances
        Of each code, passages x codes, from 0 to 1: calibrated where there was enough to measure. Where it is
        known whether a passage has a code, it is what the other sources alone say of it.
    rule
        How proposals follow from them.
    weights
        What each part counted.
    strengths
        What each part said, passages x codes, by its name, in units of its own spread.
    units
        These spreads; 1 where nothing was measured.
    """

    chances: Floats
    rule: Rule
    weights: Mapping[str, float]
    strengths: Mapping[str, Floats]
    units: Mapping[str, float] = field(default_factory=dict)

    def factor(self, part: str) -> float:
        """Return by how much the log-odds rise when a part says one more."""
        return self.weights.get(part, 0.0) / self.units.get(part, 1.0) if part in self.strengths else 0.0

    @property
    def proposed(self) -> Flags:
        """Say which codes are proposed for which passages."""
        return self.rule.decide(self.chances)


def score(material: Material, labels: Labels, *, method: str = "blend", on_step: OnStep = no_steps) -> Scores:
    """Score every passage for every code.

    Parts that learn are asked about passages that they did not learn from, source by source; from that a
    logistic regression, the same for all codes, learns what each part is worth (stacking: Wolpert 1992),
    never less than nothing. That calibrates, too. Its weights are held to where they start, so that with few
    codings the blend is sensible, and with none it is keywords and meanings alone.

    Parameters
    ----------
    material
        The passages.
    labels
        What is known of them.
    method
        A name in `METHODS`.
    on_step
        Called as folds are learnt.
    """
    known = (labels != UNKNOWN).any(axis=1)
    learns = (labels == YES).sum() >= FEWEST
    names = [name for name in METHODS[method] if learns or name not in LEARNING]
    strengths = _said(material, labels, names)
    if not strengths:
        return Scores(np.zeros(labels.shape), Rule(), {}, {})
    if not learns:
        return Scores(_summed(strengths, UNMEASURED, BASE), Rule(), UNMEASURED, strengths)
    strengths["share"] = _shares(labels)
    apart = _unseen(material, labels, strengths, known, on_step)
    units = {name: _unit(each[known]) for name, each in apart.items()}
    strengths, apart = _in(units, strengths), _in(units, apart)
    weights, base = _worth(apart, labels)
    unseen = _summed(apart, weights, base)
    chances = np.where(labels == UNKNOWN, _summed(strengths, weights, base), unseen)
    return Scores(chances, rule(unseen, labels), weights, strengths, units)


def _said(material: Material, labels: Labels, names: Iterable[str]) -> dict[str, Floats]:
    """Return what parts say, beyond what each says of a code on the whole."""
    found = {name: PARTS[name](material, labels) for name in names}
    return {name: each - each.mean(axis=0) for name, each in found.items() if each is not None}


def _shares(labels: Labels) -> Floats:
    """Return the log-odds of each code among the passages of which it is known, for every passage.

    Of few passages little is learnt: the share of a code goes from that of an average code to its own.
    """
    positives, negatives = support(labels)
    total = positives + negatives
    usual = (positives.sum() + 0.5) / (total.sum() + 1)
    share = (positives + USUAL * usual) / (total + USUAL)
    return np.tile(np.log(share / (1 - share)), (len(labels), 1))


def _unit(said: Floats) -> float:
    """Return the spread of what a part says; 1 where it says the same of all."""
    spread = float(said.std())
    return spread if spread > SILENT else 1.0


def _in(units: Mapping[str, float], strengths: Mapping[str, Floats]) -> dict[str, Floats]:
    return {name: each / units[name] for name, each in strengths.items()}


def _unseen(
    material: Material, labels: Labels, strengths: Mapping[str, Floats], known: Flags, on_step: OnStep
) -> dict[str, Floats]:
    """Return what the parts say of known passages when these are hidden from them."""
    folds = folds_of(material.groups, known)
    found = {name: each.copy() for name, each in strengths.items()}
    learning = [name for name in strengths if name in LEARNING]
    numbers = sorted(set(folds[known].tolist()))
    for count, fold in enumerate(numbers, start=1):
        out = folds == fold
        kept = hidden(labels, out)
        found["share"][out] = _shares(kept)[out]
        said = _said(material, kept, learning)
        for name in learning:
            found[name][out] = said[name][out] if name in said else 0.0
        on_step(count, len(numbers), LEARNING_STEP)
    return found


def _worth(strengths: Mapping[str, Floats], labels: Labels) -> tuple[dict[str, float], float]:
    """Return the weights and the base under which what is known is likeliest."""
    seen = labels != UNKNOWN
    columns = np.column_stack([*(each[seen] for each in strengths.values())])
    truth = (labels[seen] == YES).astype(float)
    start = np.array([*(START[name] for name in strengths), 0.0])

    def loss(weights: Floats) -> tuple[float, Floats]:
        logits = columns @ weights[:-1] + weights[-1]
        off = weights - start
        value = np.logaddexp(0, logits).sum() - logits @ truth + HOLD * (off @ off) / 2
        error = chances(logits) - truth
        return float(value), np.array([*(columns.T @ error), error.sum()]) + HOLD * off

    bounds = [(0.0, None)] * len(strengths) + [(None, None)]
    best = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    return dict(zip(strengths, best[:-1].tolist(), strict=True)), float(best[-1])


def _summed(strengths: Mapping[str, Floats], weights: Mapping[str, float], base: float) -> Floats:
    total = sum((weights[name] * each for name, each in strengths.items()), start=np.float64(base))
    return chances(np.asarray(total, dtype=np.float64))
