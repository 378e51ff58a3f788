"""Scores that follow each decision at once."""

from typing import Any

import numpy as np

from qualcode.suggest.arrays import UNKNOWN, Floats, Labels
from qualcode.suggest.blend import Scores
from qualcode.suggest.embedders import normalised
from qualcode.suggest.linear import STRENGTH, Linear, chances, learn
from qualcode.suggest.material import Material

HALVINGS = 40
"""Steps after which the best place between 0 and `STRENGTH` is known to the last digit that matters."""

PARTS = ("words", "vectors")


class Live:
    """Chances that change with what is decided, without learning everything anew.

    A decision takes one step of the very method that learnt the code, dual coordinate descent for logistic
    regression (Yu, Huang and Lin 2011): its example's own share in the model is set to its best while all
    others stay. What that changes in the model is added to the log-odds of every passage for the code.

    Parameters
    ----------
    material, labels
        The passages, and what is known of them.
    scores
        What a method said of them.
    """

    def __init__(self, material: Material, labels: Labels, scores: Scores) -> None:
        self._material = material
        self._labels = labels
        self._scores = scores
        sure = np.clip(scores.chances, 1e-6, 1 - 1e-6)
        self._logits: Floats = np.log(sure / (1 - sure))
        self._models: dict[tuple[str, int], Linear] = {}
        self._rows: dict[tuple[str, bytes], Any] = {}
        self._before: list[tuple[int, Floats, dict[tuple[str, int], Linear]]] = []

    def chance(self, passage: int, code: int) -> float:
        """Return the chance of a code for one passage, by their places."""
        return float(chances(self._logits[[passage], code])[0])

    def chances(self, code: int) -> Floats:
        """Return the chances of a code, by its place, for every passage."""
        return chances(self._logits[:, code])

    def decide(self, passage: int, code: int, *, fits: bool) -> Floats:
        """Take in one decision, and return the code's chances after it.

        Parameters
        ----------
        passage, code
            By their places.
        fits
            Whether the passage has the code.
        """
        self._before.append((code, self._logits[:, code].copy(), dict(self._models)))
        for part in PARTS:
            if self._scores.factor(part) > 0:
                self._step(part, passage, code, 1.0 if fits else -1.0)
        return self.chances(code)

    def take_back(self) -> None:
        """Forget the latest decision, if there was one."""
        if self._before:
            code, logits, models = self._before.pop()
            self._logits[:, code] = logits
            self._models = models

    def say(self, part: str, code: int, *, before: Floats, now: Floats) -> Floats:
        """Take in that a part says something else of a code, whose keywords or definition changed.

        Parameters
        ----------
        part
            ``"keywords"`` or ``"meanings"``.
        code
            By its place.
        before, now
            What it said and says of every passage.
        """
        off = now - before
        self._logits[:, code] += self._scores.factor(part) * (off - off.mean())
        return self.chances(code)

    def prepare(self, code: int) -> None:
        """Learn one code now, so that its first decision is as quick as the others."""
        for part in PARTS:
            if self._scores.factor(part) > 0:
                self._model(part, code)

    def _step(self, part: str, passage: int, code: int, sign: float) -> None:
        rows, model = self._rows_of(part, code), self._model(part, code)
        row = rows[[passage]]
        row = np.asarray(row.toarray() if hasattr(row, "toarray") else row, dtype=np.float64).ravel()
        margin = sign * (float(row @ model.weights) + model.base)
        step = sign * _best(margin, float(((row * model.scale) ** 2).sum()) + 1.0)
        change = row * model.scale**2 * step
        self._models[part, code] = Linear(model.weights + change, model.base + step, model.scale)
        self._logits[:, code] += self._scores.factor(part) * (np.asarray(rows @ change).ravel() + step)

    def _model(self, part: str, code: int) -> Linear:
        if (part, code) not in self._models:
            known = self._labels[:, code] != UNKNOWN
            rows = self._rows_of(part, code)[known]
            self._models[part, code] = learn(rows, self._labels[known, code], by_ratio=part == "words")
        return self._models[part, code]

    def _rows_of(self, part: str, code: int) -> Any:
        known = self._labels[:, code] != UNKNOWN
        key = (part, known.tobytes() if part == "words" else b"")
        if key not in self._rows:
            if part == "words":
                self._rows[key] = self._material.words.weighted(known)
            else:
                found = self._material.vectors
                assert found is not None  # a part without material says nothing and counts nothing
                self._rows[key] = normalised(found - found.mean(axis=0))
        return self._rows[key]


def _best(margin: float, size: float) -> float:
    """Return how large an example's share in the model is best, from 0 to `STRENGTH`.

    It solves ``share = STRENGTH / (1 + exp(margin + share * size))`` by halving.

    Parameters
    ----------
    margin
        The log-odds of the right answer before.
    size
        The squared length of the example.
    """
    low, high = 0.0, STRENGTH
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        wanted = STRENGTH / (1 + np.exp(np.clip(margin + middle * size, -50, 50)))
        low, high = (middle, high) if wanted > middle else (low, middle)
    return low
