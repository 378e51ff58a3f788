"""Finding who says what: where each turn begins and ends."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from qualcode.model import Role
from qualcode.readers import labels
from qualcode.readers.cast import Cast, cast_of
from qualcode.readers.draft import Line, Note
from qualcode.readers.marks import Mark, fold, mark_of

_FOOTER = re.compile(
    r"\s*(?:(?:transcribed by|ditranskripsi oleh)\b.*(?:https?:|otter)"
    r"|\S.{1,50} (?:stopped transcription|menghentikan transkripsi)\s*$)",
    re.IGNORECASE,
)
_FEW_LINES = 5
"""Lines above the first speaker that may be a title and an introduction."""


@dataclass(frozen=True, slots=True)
class Words:
    """What one speaker said: from a place in one line to a place in another (line, offset)."""

    speaker: str
    begin: tuple[int, int]
    finish: tuple[int, int]
    time: float | None = None
    time_end: float | None = None


@dataclass(slots=True)
class Found:
    """What is said in a file; names and roles by label where the file defines them."""

    words: list[Words] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    hints: dict[str, Role] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)


def find(
    lines: Sequence[Line], *, start: int = 0, legend: Mapping[str, str] | None = None, strict: bool = False
) -> Found:
    """Find the turns of a text.

    A label must be known, be explained, or recur. A line that merely looks like a label goes on with the
    turn above it.

    Parameters
    ----------
    lines
        All lines of the file.
    start
        First line below the header.
    legend
        Folded labels that the header explains.
    strict
        Only a real dialogue will do, as in a document.
    """
    marks = {number: mark for number in range(start, len(lines)) if (mark := mark_of(lines[number]))}
    filled = sum(bool(line.text.strip()) for line in lines[start:])
    cast = cast_of(marks.values(), filled=filled, legend=legend, strict=strict)
    if not cast.labels:
        return Found()
    found = Found(_words(lines, start, marks, cast), cast.names, cast.hints, cast.notes)
    if not found.words:
        return Found()
    above = sum(bool(line.text.strip()) for line in lines[start : found.words[0].begin[0]])
    if above > _FEW_LINES:
        what = "{count} lines above the first speaker belong to no turn"
        found.notes.append(Note(what, {"count": above}))
    return found


def labelled(lines: Sequence[Line]) -> dict[int, tuple[str, int]]:
    """Return the lines that begin with a speaker's label: the label shown, and where the words begin."""
    marks = {number: mark for number, line in enumerate(lines) if (mark := mark_of(line)) and mark.label}
    cast = cast_of(marks.values(), filled=len(lines))
    return {
        number: (label, mark.start) for number, mark in marks.items() if (label := cast.of(mark)) is not None
    }


@dataclass(slots=True)
class _Open:
    """A turn that is being gathered."""

    speaker: str
    begin: tuple[int, int] | None = None
    finish: tuple[int, int] = (0, 0)
    time: float | None = None
    time_end: float | None = None

    def take(self, number: int, text: str, start: int = 0) -> None:
        """Go on with the words of a line from an offset."""
        words = text[start:].strip()
        if words:
            first = start + len(text[start:]) - len(text[start:].lstrip())
            self.begin = self.begin or (number, first)
            self.finish = (number, len(text.rstrip()))

    def close(self) -> list[Words]:
        """Return the turn, or nothing where nothing was said."""
        if self.begin is None:
            return []
        return [Words(self.speaker, self.begin, self.finish, self.time, self.time_end)]


def _words(lines: Sequence[Line], start: int, marks: Mapping[int, Mark], cast: Cast) -> list[Words]:
    gathered: list[Words] = []
    current: _Open | None = None
    time: float | None = None
    for number in range(start, len(lines)):
        line, mark = lines[number], marks.get(number)
        label = cast.of(mark) if mark and mark.label else None
        if _FOOTER.match(line.text):
            gathered += current.close() if current else []
            current = None
        elif mark and label is not None:
            gathered += current.close() if current else []
            current = _Open(label, time=time if mark.time is None else mark.time, time_end=mark.time_end)
            time = None
            current.take(number, line.text, mark.start)
        elif mark and not mark.label:
            gathered += current.close() if current else []
            current = (
                replace(current, begin=None, time=mark.time, time_end=mark.time_end) if current else None
            )
            time = mark.time
            if current and line.text[mark.start :].strip():
                current.take(number, line.text, mark.start)
                time = None
        elif current and (line.heading or _is_aside(line.text)):
            gathered += current.close()
            current = _Open(current.speaker)
        elif current and line.text.strip():
            current.take(number, line.text)
            time = None
    return gathered + (current.close() if current else [])


def _is_aside(text: str) -> bool:
    before, colon, _ = text.partition(":")
    return bool(colon) and len(before) < 40 and fold(before).split(" ")[0] in labels.ASIDES
