"""A source with its text at hand: who spoke where, and what was asked before."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypedDict

from qualcode.model import Guid, Revision, Role, Source, Span, Speaker, Turn, material
from qualcode.references import Lines
from qualcode.store import View

_LINE = re.compile(r"[^\n]+")


class Place(TypedDict):
    """Where a coding stands, by its fields: the words, and the turn and speaker that they begin with."""

    revision_id: Guid
    start: int
    end: int
    turn: int | None
    speaker_id: Guid | None


@dataclass(frozen=True)
class SourceText:
    """A source's latest revision, its text and its speakers."""

    source: Source
    revision: Revision
    text: str
    speakers: dict[str, Speaker]

    @cached_property
    def _starts(self) -> list[int]:
        return [turn.start for turn in self.revision.turns]

    @cached_property
    def answers(self) -> dict[int, int]:
        """The number of each informant turn among the informants' turns, from 1."""
        return {turn.number: count for count, turn in enumerate(self.material(), start=1)}

    def role(self, turn: Turn) -> Role:
        """Return the role of who speaks; a turn without speaker is material, as an informant's is."""
        speaker = self.speakers.get(turn.speaker)
        return speaker.role if speaker else Role.INFORMANT

    def speaker_of(self, turn: Turn | None) -> Speaker | None:
        """Return who speaks in a turn, if anybody is named."""
        return self.speakers.get(turn.speaker) if turn else None

    def material(self) -> Iterator[Turn]:
        """Yield the turns that are coded: all but the interviewers'."""
        return (turn for turn in self.revision.turns if self.role(turn) is not Role.INTERVIEWER)

    def turn_at(self, offset: int) -> Turn | None:
        """Return the turn that holds a place in the text, if any."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return None
        turn = self.revision.turns[at]
        return turn if offset < max(turn.end, turn.start + 1) else None

    def place(self, span: Span) -> Place:
        """Return where a coding on these words stands."""
        turn = self.turn_at(span.start)
        speaker = self.speaker_of(turn)
        return Place(
            revision_id=self.revision.id, start=span.start, end=span.end,
            turn=turn.number if turn else None, speaker_id=speaker.id if speaker else None,
        )  # fmt: skip

    def turn(self, number: int) -> Turn | None:
        """Return the turn of that number, if any."""
        turns = self.revision.turns
        if 1 <= number <= len(turns) and turns[number - 1].number == number:
            return turns[number - 1]
        return next((turn for turn in turns if turn.number == number), None)

    def question_before(self, number: int) -> str:
        """Return what the interviewer said last before a turn, or nothing."""
        asked = self._asked.get(number)
        return asked.span.of(self.text) if asked else ""

    @cached_property
    def _asked(self) -> dict[int, Turn | None]:
        """The interviewer's last turn before each turn, by its number."""
        before: dict[int, Turn | None] = {}
        last: Turn | None = None
        for turn in self.revision.turns:
            before[turn.number] = last
            if self.role(turn) is Role.INTERVIEWER:
                last = turn
        return before

    @cached_property
    def notes(self) -> list[Span]:
        """What is nobody's words: lines between turns, but for labels, times and what the head says."""
        found: list[Span] = []
        last, known = 0, {value.strip() for value in self.source.attributes.values()} - {""}
        for turn in [*self.revision.turns, None]:
            label = turn.speaker if turn else ""
            until = self.text.rfind("\n", last, turn.start) + 1 if turn else len(self.text)
            for match in _LINE.finditer(self.text, last, max(last, until)):
                words = match[0].strip()
                bare = words.replace(label, "", 1) if label else words
                if any(map(str.isalpha, bare)) and words.partition(":")[2].strip() not in known:
                    found.append(Span(*match.span()))
            last = turn.end if turn else last
        return found

    @cached_property
    def lines(self) -> Lines:
        """The numbered lines of the printed transcript."""
        return Lines(self.text, sorted([*self.notes, *(turn.span for turn in self.revision.turns)]))

    def wanted(self) -> list[Span]:
        """Return what there is to read; see `qualcode.model.material`."""
        informants = [label for label, each in self.speakers.items() if each.role is Role.INFORMANT]
        return material(self.revision, informants, length=len(self.text))

    def whole(self) -> Span:
        """Return the span of the whole text."""
        return Span(0, len(self.text))


def latest_revision(view: View, source: Source) -> Revision:
    """Return the newest revision of a source."""
    return max(view.all(Revision, source_id=source.id), key=lambda revision: revision.number)


def latest_revisions(view: View) -> list[Guid]:
    """Return the GUIDs of every source's newest revision."""
    found = view.columns(Revision, ["source_id", "number", "id"])
    in_order = sorted(zip(found["number"], found["source_id"], found["id"], strict=True))
    return list({source_id: guid for _, source_id, guid in in_order}.values())


def latest_words(view: View, source: Source) -> tuple[Guid, str]:
    """Return the id and the text of a source's newest revision, without its many turns."""
    found = view.columns(Revision, ["number", "id"], source_id=source.id)
    _, revision_id = max(zip(found["number"], found["id"], strict=True))
    return revision_id, view.text(revision_id)


def text_of(view: View, source: Source) -> SourceText:
    """Return a source with its latest text."""
    revision = latest_revision(view, source)
    speakers = {speaker.label: speaker for speaker in view.all(Speaker, source_id=source.id)}
    return SourceText(source, revision, view.text(revision.id), speakers)


def counted_sources(view: View) -> list[Source]:
    """Return the sources that are suggested on and counted, by name: all but translations."""
    sources = [source for source in view.all(Source) if source.translates is None]
    return sorted(sources, key=lambda source: natural(source.name))


def natural(name: str) -> tuple[tuple[int, int | str], ...]:
    """Return a key that sorts W2 before W10.

    Examples
    --------
    >>> sorted(["W10", "W2", "O1"], key=natural)
    ['O1', 'W2', 'W10']
    """
    parts: list[tuple[int, int | str]] = []
    for digits, other in _runs(name):
        parts.append((0, int(digits)) if digits else (1, other.casefold()))
    return tuple(parts)


def _runs(name: str) -> Iterator[tuple[str, str]]:
    run, numeric = "", False
    for char in name:
        if run and char.isdecimal() != numeric:
            yield (run, "") if numeric else ("", run)
            run = ""
        numeric = char.isdecimal()
        run += char
    if run:
        yield (run, "") if numeric else ("", run)
