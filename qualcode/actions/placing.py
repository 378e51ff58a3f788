"""Codings whose words were not found again in a corrected transcript, and where they may be placed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qualcode.actions.acting import acting
from qualcode.actions.alignment import Alignment
from qualcode.actions.candidates import Candidate, candidates
from qualcode.actions.coding import Passage
from qualcode.actions.lookup import coding_named, source_named
from qualcode.actions.texts import SourceText, natural, text_of
from qualcode.errors import RecordNotFound, UsageError
from qualcode.model import Coder, Coding, Guid, Revision, Source, Span
from qualcode.store import Store, View


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A coding without a place.

    Attributes
    ----------
    coding
        As it is kept, with the words it was given to.
    source_text
        Its source as it is now.
    before, after
        What was said around the words in the text that had them.
    candidates
        Where they may be now, the likeliest first.
    """

    coding: Coding
    source_text: SourceText
    before: str = ""
    after: str = ""
    candidates: tuple[Candidate, ...] = ()


def unplaced(store: Store, actor: Coder, sources: Sequence[str] = ()) -> list[Unplaced]:
    """Return the actor's codings that have no place, in order of source and old turn.

    Parameters
    ----------
    store, actor
        Where, and whose.
    sources
        Only of these sources.
    """
    with store.view(actor) as view:
        chosen = {"source_id": [source_named(view, name).id for name in sources]} if sources else {}
        wanted = view.all(Coding, coder_id=actor.id, start=None, **chosen)
        names = {each.id: each.name for each in view.all(Source)}
        wanted.sort(key=lambda each: (natural(names[each.source_id]), each.turn or 0, each.at, each.id))
        finder = _Finder(view)
        return [finder.find(coding) for coding in wanted]


def place_words(
    store: Store,
    actor: Coder,
    name: str,
    *,
    quote: str = "",
    turn: int | None = None,
    at: Span | None = None,
) -> Coding:
    """Place one of the actor's unplaced codings on words of its source.

    Parameters
    ----------
    store, actor, name
        Where, whose, and which coding: ``reference code``, or the beginning of its GUID.
    quote, turn, at
        The words; narrowed by a turn; or a stretch of the text.

    Raises
    ------
    RecordNotFound, QuoteNotFound
        As their names say.
    UsageError
        The coding has a place.
    """
    with store.view(actor) as view:
        coding = coding_named(view, actor, name)
        if coding.span:
            raise UsageError("it has a place: {quote}", where=coding.reference, quote=coding.quote)
        source = view.get(Source, coding.source_id)
        assert source is not None
        span = Passage(source=source.name, quote=quote, turn=turn, at=at).find(text_of(view, source))
    return place(store, actor, coding.id, span)


def place(store: Store, actor: Coder, coding_id: Guid, span: Span) -> Coding:
    """Place one of the actor's unplaced codings by hand."""
    with acting(store, actor, "place") as act:
        coding = act.get(Coding, coding_id)
        source = act.get(Source, coding.source_id) if coding else None
        if coding is None or source is None:
            raise RecordNotFound("there is no coding {name!r}", name=coding_id)
        act.summary = coding.reference
        return act.put(replace(coding, **text_of(act, source).place(span)))


class _Finder:
    """Looks up old places, comparing any two texts once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._texts: dict[Guid, SourceText] = {}
        self._alignments: dict[Guid, Alignment] = {}

    def find(self, coding: Coding) -> Unplaced:
        """Return a coding with its old surroundings and its candidates."""
        now = self._now(coding.source_id)
        for revision in self._older(now):
            old = self._view.text(revision.id)
            span = _old_place(coding, revision, old)
            if span is None:
                continue
            if revision.id not in self._alignments:
                self._alignments[revision.id] = Alignment(old, now.text)
            turn = next((each for each in revision.turns if each.span.contains(span)), None)
            around = turn.span if turn else Span(0, len(old))
            return Unplaced(
                coding, now, old[around.start : span.start], old[span.end : around.end],
                tuple(candidates(self._alignments[revision.id], span)),
            )  # fmt: skip
        return Unplaced(coding, now, coding.before, coding.after)

    def _now(self, source_id: Guid) -> SourceText:
        if source_id not in self._texts:
            source = self._view.get(Source, source_id)
            assert source is not None
            self._texts[source_id] = text_of(self._view, source)
        return self._texts[source_id]

    def _older(self, now: SourceText) -> list[Revision]:
        found = self._view.all(Revision, source_id=now.source.id)
        older = [each for each in found if each.number < now.revision.number]
        return sorted(older, key=lambda each: -each.number)


def _old_place(coding: Coding, revision: Revision, text: str) -> Span | None:
    """Return where a coding's words stood in an old text, between their old neighbours."""
    words = f"{coding.before}{coding.quote}{coding.after}"
    places = []
    start = text.find(words) if coding.quote else -1
    while start >= 0:
        begin = start + len(coding.before)
        places.append(Span(begin, begin + len(coding.quote)))
        start = text.find(words, start + 1)
    turns = {each.number: each.span for each in revision.turns}
    in_turn = [place for place in places if coding.turn in turns and turns[coding.turn].contains(place)]
    return next(iter(in_turn or places), None)
