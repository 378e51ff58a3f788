"""Finding who says what: where each turn begins and ends."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from qualcode.model import Role
from qualcode.readers import labels
from qualcode.readers.bare import names_above, words_behind
from qualcode.readers.between import names_behind_times
from qualcode.readers.cast import Cast, cast_of
from qualcode.readers.draft import Line, Note
from qualcode.readers.inline import Inline, beside_times, in_order, questions_above, within
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
    lines: Sequence[Line],
    *,
    start: int = 0,
    legend: Mapping[str, str] | None = None,
    strict: bool = False,
    known: Sequence[Mark | None] = (),
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
    known
        What each line may begin, where that is known already.
    """
    known = known or [mark_of(line) for line in lines]
    marks = {number: mark for number in range(start, len(lines)) if (mark := known[number])}
    marks |= beside_times(lines, marks)
    for find_bare in (names_behind_times, names_above, words_behind):
        if bare := find_bare(lines, marks, start=start):
            marks |= bare
            break
    asker, asked = questions_above(lines, marks, start=start)
    marks |= asked
    inline = within(lines, marks, start=start)
    filled = sum(bool(line.text.strip()) for line in lines[start:])
    cast = cast_of(in_order(marks, inline), filled=filled, legend=legend, strict=strict)
    if not cast.labels:
        return Found()
    inline = {number: [each for each in found if cast.of(each[1])] for number, found in inline.items()}
    found = Found(_words(lines, start, marks, inline, cast), cast.names, cast.hints, cast.notes)
    if asked:
        what = "{count} questions without a label, each above an answer, were given to {label!r}"
        found.notes.append(Note(what, {"count": len(asked), "label": asker}))
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

    def take(self, number: int, text: str, start: int, end: int) -> None:
        """Go on with the words of a line between two offsets."""
        words = text[start:end].rstrip()
        if bare := words.lstrip():
            self.begin = self.begin or (number, start + len(words) - len(bare))
            self.finish = (number, start + len(words))

    def close(self) -> list[Words]:
        """Return the turn, or nothing where nothing was said."""
        if self.begin is None:
            return []
        return [Words(self.speaker, self.begin, self.finish, self.time, self.time_end)]


def _words(
    lines: Sequence[Line], start: int, marks: Mapping[int, Mark], inline: Inline, cast: Cast
) -> list[Words]:
    gathering = _Gathering(cast)
    for number in range(start, len(lines)):
        line, mark = lines[number], marks.get(number)
        inner = inline.get(number, [])
        ends = [*(begin for begin, _ in inner), len(line.text)]
        gathering.go_on(number, line, mark, ends[0])
        for (_, inner_mark), end in zip(inner, ends[1:], strict=True):
            gathering.begin(number, line.text, inner_mark, end)
    return gathering.done()


class _Gathering:
    """Gathers turns line by line."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._words: list[Words] = []
        self._current: _Open | None = None
        self._time: float | None = None

    def done(self) -> list[Words]:
        """Close the last turn and return all."""
        self._close()
        return self._words

    def begin(self, number: int, text: str, mark: Mark, end: int) -> None:
        """Begin the turn of a mark's speaker with the words of a line up to an offset."""
        self._close()
        time = self._time if mark.time is None else mark.time
        self._current = _Open(self._cast.of(mark) or mark.label, time=time, time_end=mark.time_end)
        self._time = None
        self._current.take(number, text, mark.start, end)

    def go_on(self, number: int, line: Line, mark: Mark | None, end: int) -> None:
        """Take a line up to an offset: it begins a turn, goes on with one, or belongs to none."""
        if _FOOTER.match(line.text):
            self._close()
            self._current = None
        elif mark and mark.label and self._cast.of(mark) is not None:
            self.begin(number, line.text, mark, end)
        elif mark and not mark.label:
            self._pause(number, line.text, mark, end)
        elif self._current and (line.heading or _is_aside(line.text)):
            self._close()
            self._current = _Open(self._current.speaker)
        elif self._current and line.text.strip():
            self._current.take(number, line.text, 0, end)
            self._time = None

    def _pause(self, number: int, text: str, mark: Mark, end: int) -> None:
        """Go on with the same speaker at a time that stands alone."""
        self._close()
        self._time = mark.time
        if self._current:
            self._current = replace(self._current, begin=None, time=mark.time, time_end=mark.time_end)
            if text[mark.start : end].strip():
                self._current.take(number, text, mark.start, end)
                self._time = None

    def _close(self) -> None:
        self._words += self._current.close() if self._current else []


def _is_aside(text: str) -> bool:
    before, colon, _ = text.partition(":")
    return bool(colon) and len(before) < 40 and fold(before).split(" ")[0] in labels.ASIDES
