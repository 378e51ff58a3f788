"""How well a method does on sources that it has not learnt from."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from qualcode.suggest import measures
from qualcode.suggest.arrays import UNKNOWN, YES, Flags, Floats, Labels, Numbers
from qualcode.suggest.blend import score
from qualcode.suggest.material import Material, folds_of, hidden
from qualcode.suggest.measures import Measured, bootstrap, wilson
from qualcode.suggest.steps import MEASURING, OnStep, no_steps

FEW = 5
"""Passages with a code below which its figures say nothing."""


@dataclass(frozen=True, slots=True)
class CodeFigures:
    """How well one code is found.

    Attributes
    ----------
    support
        Passages that have it.
    sources
        How many sources these are in.
    proposed, right
        Passages it was proposed for, and how many of these have it.
    precision, recall
        With intervals after Wilson.
    f1, average_precision
        With bootstrap intervals.
    """

    support: int
    sources: int
    proposed: int
    right: int
    precision: Measured
    recall: Measured
    f1: Measured
    average_precision: Measured

    @property
    def enough(self) -> bool:
        """Say whether there is enough to go by."""
        return self.support >= FEW and self.sources > 1


@dataclass(frozen=True, slots=True)
class Figures:
    """How well a method does.

    Attributes
    ----------
    passages, sources
        What it was measured on.
    codes
        In the order of the codebook.
    micro, macro, sample
        F1 over all decisions, the mean over codes that there are, the mean over passages.
    average_precision
        The mean over codes that there are.
    """

    passages: int
    sources: int
    codes: tuple[CodeFigures, ...]
    micro: Measured
    macro: Measured
    sample: Measured
    average_precision: Measured


@dataclass(frozen=True, eq=False)
class Unseen:
    """What was said of passages by what had not learnt from their source."""

    chances: Floats
    proposed: Flags
    asked: Flags


def ask(
    material: Material, labels: Labels, truth: Labels, *, method: str = "blend", on_step: OnStep = no_steps
) -> Unseen:
    """Ask a method about every source in turn, when it has learnt from the others only.

    Parameters
    ----------
    material, labels
        What to learn from.
    truth
        What is to be found: the same labels, or another coder's.
    method
        A name in `qualcode.suggest.blend.METHODS`.
    on_step
        Called as folds are done.
    """
    known = (truth != UNKNOWN).any(axis=1)
    folds = folds_of(material.groups, known)
    chances = np.zeros(labels.shape)
    proposed = np.zeros(labels.shape, dtype=bool)
    numbers = sorted(set(folds[known].tolist()))
    for count, fold in enumerate(numbers, start=1):
        out = folds == fold
        found = score(material, hidden(labels, out), method=method)
        chances[out], proposed[out] = found.chances[out], found.proposed[out]
        on_step(count, len(numbers), MEASURING)
    return Unseen(chances, proposed, known)


def ask_once(
    material: Material, labels: Labels, truth: Labels, *, method: str = "blend", on_step: OnStep = no_steps
) -> Unseen:
    """Ask a method about passages of which the truth is known to us and not to it; see `ask`."""
    found = score(material, labels, method=method, on_step=on_step)
    return Unseen(found.chances, found.proposed, (truth != UNKNOWN).any(axis=1))


def figures(groups: Sequence[str], unseen: Unseen, truth: Labels) -> Figures:
    """Compare what was proposed with the truth, where that is known.

    A passage of which a code is not known takes no part in that code's figures.
    """
    rows = np.flatnonzero(unseen.asked)
    sure, there = truth[rows] != UNKNOWN, truth[rows] == YES
    said, chances = unseen.proposed[rows] & sure, unseen.chances[rows]
    own = [groups[row] for row in rows.tolist()]
    present = there.any(axis=0)

    def macro(drawn: Numbers) -> float:
        some = there[drawn].any(axis=0)
        return float(measures.f1_by_code(there[drawn], said[drawn])[some].mean()) if some.any() else np.nan

    codes = tuple(
        _of_code(own, there[:, code], said[:, code], chances[:, code], sure[:, code])
        for code in range(truth.shape[1])
    )
    return Figures(
        passages=len(rows),
        sources=len(set(own)),
        codes=codes,
        micro=bootstrap(own, lambda drawn: measures.f1_of_all(there[drawn], said[drawn])),
        macro=bootstrap(own, macro),
        sample=bootstrap(own, lambda drawn: measures.f1_by_passage(there[drawn], said[drawn])),
        average_precision=_mean(own, there, chances) if present.any() else measures.NOTHING,
    )


def _of_code(groups: Sequence[str], there: Flags, said: Flags, chances: Floats, sure: Flags) -> CodeFigures:
    right = int((there & said).sum())
    known = np.flatnonzero(sure)
    own = [groups[row] for row in known.tolist()]
    there, said, chances = there[known], said[known], chances[known]

    def f1(drawn: Numbers) -> float:
        return measures.f1_of_all(there[drawn], said[drawn])

    def average(drawn: Numbers) -> float:
        return measures.average_precision(there[drawn], chances[drawn])

    some = bool(there.any())
    return CodeFigures(
        support=int(there.sum()),
        sources=len({group for group, each in zip(own, there.tolist(), strict=True) if each}),
        proposed=int(said.sum()),
        right=right,
        precision=wilson(right, int(said.sum())),
        recall=wilson(right, int(there.sum())),
        f1=bootstrap(own, f1) if some else measures.NOTHING,
        average_precision=bootstrap(own, average) if some else measures.NOTHING,
    )


def _mean(groups: Sequence[str], there: Flags, chances: Floats) -> Measured:
    """Return the mean of average precision over the codes that there are."""

    def figure(drawn: Numbers) -> float:
        own = there[drawn]
        found = [
            measures.average_precision(own[:, code], chances[drawn, code])
            for code in np.flatnonzero(own.any(axis=0)).tolist()
        ]
        return float(np.mean(found)) if found else float("nan")

    return bootstrap(groups, figure)


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """How well a method does on the sources that come after those it learnt from.

    Attributes
    ----------
    learnt
        How many sources it learnt from, in their order.
    codings
        Passages with a code in them, counted once for each code.
    micro, average_precision
        Measured on the other sources.
    """

    learnt: int
    codings: int
    micro: float
    average_precision: float


def curve(
    material: Material, labels: Labels, *, method: str = "blend", on_step: OnStep = no_steps
) -> list[CurvePoint]:
    """Return how a method comes on, from no source coded to all but one."""
    known = (labels != UNKNOWN).any(axis=1)
    names = list(dict.fromkeys(group for group, each in zip(material.groups, known, strict=True) if each))
    groups = np.array(material.groups)
    points = []
    for learnt in range(len(names)):
        out = ~np.isin(groups, names[:learnt])
        kept = hidden(labels, out)
        found = score(material, kept, method=method)
        rows = known & out
        there, sure = labels[rows] == YES, labels[rows] != UNKNOWN
        averages = [
            measures.average_precision(there[:, code], found.chances[rows, code])
            for code in np.flatnonzero(there.any(axis=0)).tolist()
        ]
        points.append(
            CurvePoint(
                learnt=learnt,
                codings=int((kept == YES).sum()),
                micro=measures.f1_of_all(there, found.proposed[rows] & sure),
                average_precision=float(np.mean(averages)) if averages else float("nan"),
            )
        )
        on_step(learnt + 1, len(names), MEASURING)
    return points
