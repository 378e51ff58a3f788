"""The parts of which methods are made: each gives every passage a strength for every code.

A part that learns sees only what is known; its strengths are log-odds. The others are brought to a scale on
which 0 says nothing.
"""

from typing import Any, Protocol

import numpy as np

from qualcode.suggest.arrays import UNKNOWN, YES, Flags, Floats, Labels
from qualcode.suggest.embedders import normalised
from qualcode.suggest.linear import MOST, Linear, learn
from qualcode.suggest.material import Material
from qualcode.suggest.words import Counted

NEAREST = 8
"""Coded passages that have a say in what a passage like them is."""


class Part(Protocol):
    """Gives passages x codes of strengths, or None where the material has nothing for it."""

    def __call__(self, material: Material, labels: Labels) -> Floats | None:
        """Return the strengths."""
        ...


def words(material: Material, labels: Labels) -> Floats | None:
    """Learn from the passages' own words and letters."""
    return _by_counts(material.words, labels)


def surroundings(material: Material, labels: Labels) -> Floats | None:
    """Learn from the question before and the passages beside."""
    return _by_counts(material.surroundings, labels) if material.surroundings else None


def vectors(material: Material, labels: Labels) -> Floats | None:
    """Learn from what a language model makes of the passages."""
    if material.vectors is None:
        return None
    found = normalised(material.vectors - material.vectors.mean(axis=0))
    models = [
        learn(found[known], column[known], by_ratio=False)
        for column in labels.T
        for known in [column != UNKNOWN]
    ]
    return np.column_stack([model.logits(found) for model in models])


def neighbours(material: Material, labels: Labels) -> Floats | None:
    """Let the coded passages that are most like one vote, the more alike the louder."""
    found = material.vectors
    known = (labels != UNKNOWN).any(axis=1)
    if found is None or known.sum() < NEAREST:
        return None
    like = found @ found[known].T
    own = np.flatnonzero(known)
    like[own, np.arange(len(own))] = -np.inf  # a passage is no witness for itself
    nearest = np.argpartition(-like, NEAREST - 1, axis=1)[:, :NEAREST]
    closeness = np.take_along_axis(like, nearest, axis=1)
    voices = np.exp((closeness - closeness.max(axis=1, keepdims=True)) * 20)
    votes = (labels[known] == YES).astype(float)[nearest]
    share = (votes * voices[:, :, None]).sum(axis=1) / voices.sum(axis=1)[:, None]
    return np.asarray(np.log((share + 0.05) / (1.05 - share)), dtype=np.float64)


def keywords(material: Material, labels: Labels) -> Floats | None:
    """Return the scores of the codebook's keywords."""
    return material.keywords


def meanings(material: Material, labels: Labels) -> Floats | None:
    """Return the likeness to what codes mean, beyond what is usual for the passage and for the code."""
    found = material.meanings
    if found is None or not found.size:
        return None
    apart = found - found.mean(axis=0) - found.mean(axis=1, keepdims=True) + found.mean()
    return np.asarray(np.clip(apart / (apart.std() or 1.0), -MOST, MOST), dtype=np.float64)


def models_of(counted: Counted, labels: Labels) -> list[tuple[Any, Linear]]:
    """Learn every code from counts; return its rows and its model.

    Codes of which the same passages are known share their rows.
    """
    rows: dict[bytes, Any] = {}
    found = []
    for column in labels.T:
        known: Flags = column != UNKNOWN
        key = known.tobytes()
        if key not in rows:
            rows[key] = counted.weighted(known)
        found.append((rows[key], learn(rows[key][known], column[known], by_ratio=True)))
    return found


def _by_counts(counted: Counted, labels: Labels) -> Floats:
    return np.column_stack([model.logits(rows) for rows, model in models_of(counted, labels)])
