"""From what a method says of passages to suggestions with their evidence."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from qualcode.actions.learning import Study
from qualcode.model import Coder, Evidence, Guid, Suggestion
from qualcode.suggest.arrays import Floats
from qualcode.suggest.blend import VERSION, Scores
from qualcode.suggest.evidence import Reasons
from qualcode.suggest.method import for_coder, suggestion_id

MEANT = 2.0
"""Likeness to what a code means, in standard deviations, from which it is named as a reason."""


@dataclass(frozen=True)
class Proposals:
    """The suggestions of one method for one coder.

    Parameters
    ----------
    study
        Its passages, and what is known of them.
    scores
        What the method says of them.
    actor
        Whom they are for.
    method
        Its name.
    """

    study: Study
    scores: Scores
    actor: Coder
    method: str

    def of(self, sources: set[Guid], *, min_score: float | None) -> list[Suggestion]:
        """Return suggestions for the passages of some sources, by place and then by code.

        Parameters
        ----------
        sources
            The GUIDs of the sources.
        min_score
            Propose from this score on; by default from where most passages come out right.
        """
        chances = self.scores.chances
        proposed = self.scores.proposed if min_score is None else chances >= min_score
        by_revision = {each.revision.id: each.source.id for each in self.study.sources}
        return [
            self._one(row, column, by_revision[self.study.segments[row].revision_id])
            for row, column in zip(*(each.tolist() for each in np.nonzero(proposed)), strict=True)
            if by_revision[self.study.segments[row].revision_id] in sources
        ]

    def _one(self, row: int, column: int, source_id: Guid) -> Suggestion:
        passage, code = self.study.segments[row], self.study.codes[column]
        method = for_coder(self.method, self.actor.id)
        return Suggestion(
            id=suggestion_id(passage, code.id, method),
            source_id=source_id,
            revision_id=passage.revision_id,
            start=passage.start,
            end=passage.end,
            code_id=code.id,
            method=method,
            version=VERSION,
            score=round(float(self.scores.chances[row, column]), 4),
            evidence=tuple(self._evidence(row, column)),
        )

    def _evidence(self, row: int, column: int) -> list[Evidence]:
        """Return keywords, words that weighed, a meaning that is near, and coded passages like it."""
        found = list(self._keywords.get((row, column), ()))
        if self.scores.weights.get("words", 0) > 0 and "words" in self.scores.strengths:
            places = [(each.start, each.end) for each in found]
            found += [
                each
                for each in self._reasons.words(row, column)
                if not any(start < each.end and each.start < end for start, end in places)
            ]
        found.sort(key=lambda each: (each.start, each.end))
        meant = self.study.material.meanings
        if meant is not None and self._meant[row, column] >= MEANT:
            span = self.study.segments[row].span
            weight = round(float(meant[row, column]), 4)
            found.append(
                Evidence(
                    kind="meaning",
                    label=self.study.codes[column].key,
                    start=span.start,
                    end=span.end,
                    weight=weight,
                )
            )
        return found + self._reasons.similar(row, column)

    @cached_property
    def _meant(self) -> Floats:
        return self.scores.strengths.get("meanings", np.zeros(self.scores.chances.shape))

    @cached_property
    def _reasons(self) -> Reasons:
        study = self.study
        return Reasons(study.material, study.labels, study.spans, study.references)

    @cached_property
    def _keywords(self) -> dict[tuple[int, int], tuple[Evidence, ...]]:
        rows = {(each.revision_id, each.start): row for row, each in enumerate(self.study.segments)}
        columns = {code.id: column for column, code in enumerate(self.study.codes)}
        return {
            (rows[each.revision_id, each.start], columns[each.code_id]): each.evidence
            for each in self.study.found
        }
