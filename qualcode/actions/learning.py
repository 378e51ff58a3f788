"""What a study has to learn from: its passages, and what people have said of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from qualcode.actions.keywording import by_keywords, codebook_of
from qualcode.actions.passages import passages, texts
from qualcode.actions.texts import SourceText
from qualcode.errors import UsageError
from qualcode.model import (
    Code,
    Codebook,
    Coder,
    Coding,
    Decision,
    Guid,
    Reading,
    Segment,
    Span,
    Suggestion,
    Verdict,
)
from qualcode.store import View
from qualcode.suggest.arrays import NO, UNKNOWN, YES, Floats, Labels
from qualcode.suggest.embedders import DEFAULT, embedder_named
from qualcode.suggest.material import Material
from qualcode.suggest.meanings import likeness, meaning_of
from qualcode.suggest.steps import OnStep, no_steps
from qualcode.suggest.vectors import Vectors

NO_MODEL = "none"


@dataclass(frozen=True, eq=False)
class Study:
    """The passages of a study in reading order, and what is known of them.

    Attributes
    ----------
    sources
        With their texts, in natural order.
    segments
        The passages.
    codes
        The codebook's, in its order: the columns.
    material, labels
        As methods take them.
    found
        What the codebook's keywords propose.
    references
        Per code and passage (by their places) that a coding joins, its reference code.
    model
        The language model; empty where there is none.
    """

    sources: Sequence[SourceText]
    segments: Sequence[Segment]
    codes: Sequence[Code]
    material: Material
    labels: Labels
    found: Sequence[Suggestion]
    references: dict[tuple[int, int], str]
    model: str = ""

    @property
    def positives(self) -> int:
        """How many passages have a code, counted once for each code."""
        return int((self.labels == YES).sum())

    def passages_in(self, source_ids: Iterable[Guid]) -> int:
        """Count the passages of some sources."""
        wanted = set(source_ids)
        revisions = {each.revision.id for each in self.sources if each.source.id in wanted}
        return sum(each.revision_id in revisions for each in self.segments)

    @property
    def spans(self) -> list[Span]:
        """The places of the passages, each in its own text."""
        return [each.span for each in self.segments]


def study_of(
    view: View,
    actor: Coder,
    *,
    by: str,
    model: str = "",
    needed: bool = False,
    coders: Sequence[Guid] | None = None,
    cache_dir: Path | None = None,
    on_source: Callable[[str], None] = lambda name: None,
    on_step: OnStep = no_steps,
) -> Study:
    """Gather what there is to learn from, as far as the actor may see it.

    Parameters
    ----------
    view, actor
        What may be seen, and by whom.
    by
        Segmenter that makes the passages.
    model, needed
        The language model, and whether to refuse to go on without; see `vectors_of`.
    coders
        Whose work to learn from; everybody's that the actor may see where none is named.
    cache_dir
        Where indexes and vectors are kept.
    on_source, on_step
        Called as sources are searched for keywords, and as texts are embedded.

    Raises
    ------
    UsageError
        There is no codebook yet; a language model is not installed.
    """
    codebook = codebook_of(view)
    vectors = vectors_of(model, cache_dir, needed=needed)
    sources = list(texts(view))
    cut = [passages(each, by=by) for each in sources]
    found = []
    for each, segments in zip(sources, cut, strict=True):
        found += by_keywords(each, segments, codebook, cache_dir=cache_dir)
        on_source(each.source.name)
    segments = [one for each in cut for one in each]
    labels, references = known(view, actor, codebook, segments, coders=coders)
    words = [one.span.of(each.text) for each, own in zip(sources, cut, strict=True) for one in own]
    rows = vectors.of(words, on_step=on_step) if vectors and words else None
    meanings = [meaning_of(code) for code in codebook.codes]
    material = Material(
        texts=words,
        groups=[each.source.name for each, own in zip(sources, cut, strict=True) for _ in own],
        questions=[
            each.question_before(one.turn) if one.turn else ""
            for each, own in zip(sources, cut, strict=True)
            for one in own
        ],
        keywords=_as_matrix(found, segments, codebook),
        vectors=rows,
        meanings=likeness(rows, meanings, vectors) if vectors and rows is not None else None,
    )
    name = vectors.embedder.name if vectors else ""
    return Study(sources, segments, codebook.codes, material, labels, found, references, name)


def vectors_of(model: str, cache_dir: Path | None, *, needed: bool) -> Vectors | None:
    """Return the vectors of a language model; None where none is wanted, or the usual one is not installed.

    Parameters
    ----------
    model
        Its name; the one of the extra ``[semantic]`` where it is empty; `NO_MODEL` for none.
    cache_dir
        Where vectors are kept.
    needed
        Whether to go on without.

    Raises
    ------
    UsageError
        It is needed or was named, and is not installed.
    """
    if model == NO_MODEL and not needed:
        return None
    try:
        return Vectors(embedder_named("" if model == NO_MODEL else model), cache_dir)
    except UsageError:
        if needed or model not in ("", DEFAULT):
            raise
        return None


def known(
    view: View,
    actor: Coder,
    codebook: Codebook,
    segments: Sequence[Segment],
    *,
    coders: Sequence[Guid] | None = None,
) -> tuple[Labels, dict[tuple[int, int], str]]:
    """Return what is known of passages, and the reference codes of the codings that say so.

    A passage has a code where a person has given it: where a coding takes up half of the passage or more, or
    lies in it for half or more of its own length. It has not where it was rejected, or where it was read for
    the code without being given it. What nobody has read is neither. What the actor says comes before what
    others say; where others contradict each other, it is neither.

    Parameters
    ----------
    view, actor
        What may be seen, and by whom.
    codebook, segments
        The columns and the rows.
    coders
        Whose work counts; everybody's where none is named.

    Returns
    -------
    labels
        Passages x codes.
    references
        Per code and passage, by their places.
    """
    whose = {} if coders is None else {"coder_id": list(coders)}
    places = {code.id: place for place, code in enumerate(codebook.codes)}
    rows = _Rows(segments)
    labels = np.full((len(segments), len(places)), UNKNOWN, dtype=np.int8)
    made = {code.id: code.created_in for code in codebook.codes}
    for reading in view.all(Reading, **whose):
        codes = reading.code_ids or [key for key, since in made.items() if since <= reading.codebook_version]
        columns = [places[each] for each in codes if each in places]
        for row in rows.within(reading.revision_id, Span(reading.start, reading.end)):
            labels[row, columns] = NO
    voices: dict[tuple[int, int], dict[bool, set[Guid]]] = defaultdict(lambda: {True: set(), False: set()})
    references: dict[tuple[int, int], str] = {}
    for decision in view.all(Decision, verdict=Verdict.REJECT, **whose):
        if decision.code_id in places:
            for row in rows.met(decision.revision_id, Span(decision.start, decision.end)):
                voices[row, places[decision.code_id]][False].add(decision.coder_id)
    for coding in view.all(Coding, **whose):
        if coding.span and coding.code_id in places:
            for row in rows.met(coding.revision_id, coding.span):
                voices[row, places[coding.code_id]][True].add(coding.coder_id)
                references.setdefault((places[coding.code_id], row), coding.reference)
    for (row, column), said in voices.items():
        labels[row, column] = _verdict(actor, said)
    return labels, references


def _verdict(actor: Coder, said: dict[bool, set[Guid]]) -> int:
    if actor.id in said[True]:
        return YES
    if actor.id in said[False]:
        return NO
    if said[True] and said[False] - said[True]:
        return UNKNOWN
    return YES if said[True] else NO


class _Rows:
    """The passages by revision, so that those at a place are found."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._of: dict[Guid, list[tuple[int, Span]]] = defaultdict(list)
        for row, segment in enumerate(segments):
            self._of[segment.revision_id].append((row, segment.span))

    def within(self, revision_id: Guid, span: Span) -> Iterable[int]:
        return (row for row, each in self._of[revision_id] if span.contains(each))

    def met(self, revision_id: Guid, span: Span) -> Iterable[int]:
        """Yield the passages of which a span is about."""
        for row, each in self._of[revision_id]:
            shared = min(each.end, span.end) - max(each.start, span.start)
            if shared > 0 and 2 * shared >= min(len(each), len(span)):
                yield row


def _as_matrix(found: Iterable[Suggestion], segments: Sequence[Segment], codebook: Codebook) -> Floats:
    rows = {(each.revision_id, each.start): row for row, each in enumerate(segments)}
    columns = {code.id: column for column, code in enumerate(codebook.codes)}
    matrix = np.zeros((len(segments), len(columns)))
    for each in found:
        matrix[rows[each.revision_id, each.start], columns[each.code_id]] = each.score
    return matrix
