"""What a passage is in another language: as somebody translated it, or as a translated source has it."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from qualcode.actions.bitext import Meeting, Piece, counterpart, meetings
from qualcode.actions.texts import SourceText, latest_revisions, text_of
from qualcode.lang.sentences import sentence_spans
from qualcode.model import Guid, Source, Span, Translation, Turn
from qualcode.store import View

TRANSLATORS = {"translator", "penerjemah", "diterjemahkan oleh"}
"""Names of the header line in which a file says who translated it."""

_WORD = re.compile(r"\w")


class Extent(StrEnum):
    """How much of the original a translation is of."""

    PASSAGE = "passage"
    SENTENCE = "sentence"
    TURN = "turn"


@dataclass(frozen=True, slots=True)
class Translated:
    """A passage in another language.

    Attributes
    ----------
    text, translator
        The words, and whose they are.
    extent
        Of what: the very passage, the sentences it stands in, or its whole turn.
    """

    text: str
    translator: str = ""
    extent: Extent = Extent.PASSAGE


def target(source: Source, language: str, into: str = "") -> str:
    """Return the language that a source's passages are wanted in.

    Examples
    --------
    >>> target(Source(id="", name="W1", language="id"), "id"), target(Source(id="", name="W1"), "en", "fr")
    ('en', 'fr')
    """
    return into or (language if language != source.language else "id" if source.language == "en" else "en")


class Translations:
    """The translations there are, looked up by passage."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._texts: dict[Guid, SourceText] = {}
        self._parallels: dict[Guid, Parallel] = {}
        latest = set(latest_revisions(view))
        self._given: dict[tuple[Guid, str], list[Translation]] = {}
        for each in view.all(Translation):
            if each.revision_id in latest:
                self._given.setdefault((each.source_id, each.language), []).append(each)
        self._whole: dict[tuple[Guid, str], list[Source]] = {}
        for source in view.all(Source):
            if source.translates:
                self._whole.setdefault((source.translates, source.language), []).append(source)

    def any_of(self, source: Source, language: str) -> bool:
        """Say whether anything of a source's latest revision is there in `language`."""
        where = source.id, language
        return where in self._given or where in self._whole

    def of(self, source: Source, span: Span, language: str) -> Translated | None:
        """Return a passage of a source's latest revision in `language`, None where there is no translation.

        What is of this very passage comes first, be it translated by itself or with the whole source; then
        the shortest longer stretch that was translated by itself, then what the whole source gives.
        """
        where = source.id, language
        found = [
            each for each in self._given.get(where, ()) if each.start < span.end and span.start < each.end
        ]
        own = [
            self._translated(source, each, span)
            for each in sorted(found, key=lambda each: (each.end - each.start, each.start, each.id))
            if self._holds(source, Span(each.start, each.end), span)
        ]
        aligned = [self.parallel(source, other).of(span) for other in self._whole.get(where, ())]
        there = [each for each in (*own, *aligned) if each]
        return next((each for each in there if each.extent is Extent.PASSAGE), there[0] if there else None)

    def _translated(self, source: Source, translation: Translation, span: Span) -> Translated:
        same = self._holds(source, span, Span(translation.start, translation.end))
        extent = Extent.PASSAGE if same else Extent.SENTENCE
        return Translated(translation.text, translation.translator, extent)

    def parallel(self, source: Source, translation: Source) -> "Parallel":
        """Return a source beside one that translates it."""
        if translation.id not in self._parallels:
            self._parallels[translation.id] = Parallel(
                self._text(source), text_of(self._view, translation), translator_of(translation)
            )
        return self._parallels[translation.id]

    def _text(self, source: Source) -> SourceText:
        if source.id not in self._texts:
            self._texts[source.id] = text_of(self._view, source)
        return self._texts[source.id]

    def _holds(self, source: Source, outer: Span, inner: Span) -> bool:
        return outer.contains(inner) or _same_words(self._text(source).text, outer, inner)


def translator_of(source: Source) -> str:
    """Return who translated a source, as its header says, else the source's name."""
    stated = [text for name, text in source.attributes.items() if name.casefold() in TRANSLATORS]
    return stated[0] if stated else source.name


class Parallel:
    """A source beside one that translates it, turn by turn and, where that is sure, sentence by sentence."""

    def __init__(self, original: SourceText, translation: SourceText, translator: str) -> None:
        self._original, self._translation, self._translator = original, translation, translator
        self._sentences: dict[int, tuple[list[Span], list[Span], dict[int, Meeting]]] = {}

    @cached_property
    def places(self) -> dict[int, Meeting]:
        """Where the turns of the two surely meet, by place among the turns of the original."""
        return meetings(_turns(self._original), _turns(self._translation))

    @cached_property
    def paired(self) -> dict[int, int]:
        """The turns of the original that are one turn of the translation, by place, with that one's place."""
        following = {place: self.places.get(place + 1) for place in self.places}
        return {
            place: self.places[place].high
            for place, after in following.items()
            if after and after.low == self.places[place].high + 1
        }

    def unaligned(self) -> tuple[list[int], list[int]]:
        """Return the numbers of the turns that are not one to one: of the original, of the translation."""
        turns, others = self._original.revision.turns, self._translation.revision.turns
        alone = [turn.number for place, turn in enumerate(turns) if place not in self.paired]
        there = set(self.paired.values())
        return alone, [turn.number for place, turn in enumerate(others) if place not in there]

    def of(self, span: Span) -> Translated | None:
        """Return a passage as the translation has it, None where it is not sure which words these are."""
        turns = self._original.revision.turns
        touched = [place for place, turn in enumerate(turns) if turn.span.overlaps(span)]
        if not touched:
            return None
        first, last = touched[0], touched[-1] + 1
        stretch, there = counterpart(self.places, first, last)
        if stretch != range(first, last) or not there:
            return None
        if len(stretch) == len(there) == 1:
            return self._in_turn(first, there[0], span)
        others = self._translation.revision.turns
        words = "\n".join(others[place].span.of(self._translation.text) for place in there)
        return self._translated(words, Span(turns[first].start, turns[last - 1].end), span, Extent.TURN)

    def _in_turn(self, place: int, other_place: int, span: Span) -> Translated | None:
        turn, other = self._original.revision.turns[place], self._translation.revision.turns[other_place]
        if place not in self._sentences:
            mine, theirs = _sentences(self._original, turn), _sentences(self._translation, other)
            self._sentences[place] = (
                mine, theirs,
                meetings(_pieces(self._original.text, mine), _pieces(self._translation.text, theirs)),
            )  # fmt: skip
        mine, theirs, places = self._sentences[place]
        touched = [number for number, each in enumerate(mine) if each.overlaps(span)]
        if not touched or not theirs:
            return None
        stretch, there = counterpart(places, touched[0], touched[-1] + 1)
        if not there:
            stretch, there = range(len(mine)), range(len(theirs))
        words = self._translation.text[theirs[there[0]].start : theirs[there[-1]].end]
        extent = Extent.TURN if len(stretch) == len(mine) else Extent.SENTENCE
        return self._translated(words, Span(mine[stretch[0]].start, mine[stretch[-1]].end), span, extent)

    def _translated(self, words: str, stretch: Span, span: Span, extent: Extent) -> Translated:
        same = _same_words(self._original.text, span, stretch)
        return Translated(words.strip(), self._translator, Extent.PASSAGE if same else extent)


def _turns(text: SourceText) -> list[Piece]:
    return [Piece(turn.span.of(text.text), text.role(turn), turn.time) for turn in text.revision.turns]


def _sentences(text: SourceText, turn: Turn) -> list[Span]:
    return sentence_spans(text.text, text.source.language, start=turn.start, end=turn.end)


def _pieces(text: str, spans: list[Span]) -> list[Piece]:
    return [Piece(span.of(text)) for span in spans]


def _same_words(text: str, one: Span, other: Span) -> bool:
    """Say whether two stretches differ in stops and spaces only."""
    edges = sorted((one.start, other.start)), sorted((one.end, other.end))
    return one.overlaps(other) and not any(_WORD.search(text, *edge) for edge in edges)
