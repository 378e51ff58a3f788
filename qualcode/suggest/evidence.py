"""Why a passage was proposed: the words that weighed most, and the coded passages most like it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer

from qualcode.model import Evidence, Span
from qualcode.suggest.arrays import YES, Floats, Labels
from qualcode.suggest.linear import Linear
from qualcode.suggest.material import Material
from qualcode.suggest.parts import models_of
from qualcode.suggest.words import LONGEST

WORDS, PASSAGES = 3, 2
"""How many of each are shown."""

ALIKE = 0.05
"""Likeness below which two passages share nothing worth showing."""


@dataclass(frozen=True)
class Reasons:
    """Says why, for any passage and code of a material.

    Parameters
    ----------
    material, labels
        The passages, and what is known of them.
    spans
        The place of each passage in its text.
    references
        Per code (by its place) and passage, the reference code of a coding there.
    """

    material: Material
    labels: Labels
    spans: Sequence[Span]
    references: dict[tuple[int, int], str]

    @cached_property
    def _models(self) -> list[tuple[Any, Linear]]:
        return models_of(self.material.words, self.labels)

    @cached_property
    def _columns(self) -> dict[str, int]:
        """The place of each feature, words before letters: a word of letters only may be both."""
        edge = self.material.words.edges[1]
        names = self.material.words.names
        return {f"{'w' if place < edge else 'c'}{name}": place for place, name in enumerate(names)}

    @cached_property
    def _rows(self) -> Floats | Any:
        """What passages are compared by: their vectors, else their words."""
        if self.material.vectors is not None:
            return self.material.vectors
        known = np.ones(len(self.material), dtype=bool)
        return self.material.words.weighted(known)

    def words(self, passage: int, code: int) -> list[Evidence]:
        """Return the words of a passage that speak for a code, with their places, in order of place."""
        rows, model = self._models[code]
        row = rows[passage]
        weights = dict(
            zip(row.indices.tolist(), (model.weights[row.indices] * row.data).tolist(), strict=True)
        )
        span, text = self.spans[passage], self.material.texts[passage][:LONGEST]
        found: dict[str, tuple[float, int, int]] = {}
        for start, end in _places(text):
            word = text[start:end]
            weight = sum(weights.get(column, 0.0) for column in self._of(word.lower()))
            if weight > found.get(word.lower(), (0.0,))[0]:
                found[word.lower()] = (weight, span.start + start, span.start + end)
        most = sorted(found.values(), reverse=True)[:WORDS]
        total = sum(weight for weight, _, _ in found.values())
        return sorted(
            (
                Evidence(
                    kind="word",
                    label=text[start - span.start : end - span.start],
                    start=start,
                    end=end,
                    weight=round(weight / total, 4),
                )
                for weight, start, end in most
            ),
            key=lambda each: each.start,
        )

    def _of(self, word: str) -> Iterator[int]:
        """Yield the columns that a word alone fills: itself, and its letters."""
        for feature in (f"w{word}", *(f"c{letters}" for letters in _letters(word))):
            if feature in self._columns:
                yield self._columns[feature]

    def similar(self, passage: int, code: int) -> list[Evidence]:
        """Return the coded passages most like one, the likeliest first, each by its reference code."""
        having = [place for place in np.flatnonzero(self.labels[:, code] == YES).tolist() if place != passage]
        if not having:
            return []
        like = self._rows[having] @ self._rows[passage].T
        like = np.asarray(like.toarray() if hasattr(like, "toarray") else like).ravel()
        span = self.spans[passage]
        return [
            Evidence(
                kind="similar",
                label=self.references[code, having[place]],
                start=span.start,
                end=span.end,
                weight=round(float(like[place]), 4),
            )
            for place in np.argsort(-like, kind="stable")[:PASSAGES].tolist()
            if like[place] > ALIKE and (code, having[place]) in self.references
        ]


_analyse = CountVectorizer(analyzer="char_wb", ngram_range=(2, 5)).build_analyzer()


def _letters(word: str) -> list[str]:
    letters: list[str] = _analyse(word)
    return letters


def _places(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"\w\w+", text):
        yield match.span()
