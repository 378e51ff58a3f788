"""A transcript set for reading: who speaks, what was coded, what was noted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from qualcode.cli.printing import printable
from qualcode.cli.reader.colours import chip, colour_of, on
from qualcode.cli.reader.sheet import Sheet
from qualcode.model import Memo, Role, Span, Turn

MEASURE = 88
"""Words are set no wider than this, however wide the window: longer lines are hard to follow."""

NARROW = 70
"""Below this width, times are left out."""

FOUND = "bold reverse"

_RULER = Console()


@dataclass(frozen=True, slots=True)
class Gutter:
    """The columns beside the words: turn number, speaker, time.

    Attributes
    ----------
    number, speaker, time
        Their widths; 0 for a column that is not there.
    """

    number: int
    speaker: int
    time: int

    @classmethod
    def of(cls, turns: Sequence[Turn], width: int) -> "Gutter":
        """Measure the columns for a source's turns."""
        timed = width >= NARROW and any(turn.time is not None for turn in turns)
        return cls(
            number=max((len(str(turn.number)) for turn in turns), default=1),
            speaker=min(max((len(turn.speaker) for turn in turns), default=0), 14),
            time=8 if timed else 0,
        )

    @property
    def width(self) -> int:
        """The width of all, with a space at the left and two behind each column."""
        return 1 + sum(column + 2 for column in (self.number, self.speaker, self.time) if column)

    def beside(self, turn: Turn, *, quiet: bool) -> Text:
        """Return what stands beside a turn's first line."""
        line = Text(" ").append(f"{turn.number:>{self.number}}  ", "dim")
        if self.speaker:
            line.append(f"{turn.speaker[: self.speaker]:<{self.speaker}}  ", "dim" if quiet else "bold")
        if self.time:
            line.append(f"{clock(turn.time):<{self.time}}  ", "dim")
        return line


def clock(seconds: float | None) -> str:
    """Return a time as ``hh:mm:ss``, nothing for None.

    Examples
    --------
    >>> clock(65.0), clock(None)
    ('00:01:05', '')
    """
    if seconds is None:
        return ""
    minutes, second = divmod(int(seconds), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{second:02}"


def marked(text: str, span: Span, marks: Iterable[tuple[Span, str]]) -> Text:
    """Return the words of a span, with styles on the marked stretches that reach into it."""
    words = Text(printable(span.of(text)))
    for mark, style in marks:
        if mark.overlaps(span):
            words.stylize(
                style, max(mark.start, span.start) - span.start, min(mark.end, span.end) - span.start
            )
    return words


def wrapped(text: Text, width: int, *, indent: int = 0) -> list[Text]:
    """Break a text into lines of at most `width` behind an indent."""
    lines = text.wrap(_RULER, max(width - indent, 20))
    return [Text(" " * indent).append_text(line) for line in lines]


def blocks(sheet: Sheet, *, width: int, language: str, found: Sequence[Span] = ()) -> list[list[Text]]:
    """Set every turn of a source as a block of lines, with an empty line after it.

    Parameters
    ----------
    sheet
        The source, with the reader's codings and memos.
    width
        Of the window, in columns.
    language
        Of code names.
    found
        Stretches to point out.
    """
    turns = sheet.source_text.revision.turns
    gutter = Gutter.of(turns, width)
    marks = [*_coded(sheet), *((span, FOUND) for span in found)]
    return [
        [*_turn(sheet, turn, gutter, marks, width), *_below(sheet, turn, gutter, width, language), Text()]
        for turn in turns
    ]


def _turn(sheet: Sheet, turn: Turn, gutter: Gutter, marks: list[tuple[Span, str]], width: int) -> list[Text]:
    quiet = sheet.source_text.role(turn) is Role.INTERVIEWER
    words = marked(sheet.source_text.text, turn.span, marks)
    words.style = "dim" if quiet else ""
    lines = words.wrap(_RULER, max(min(width - gutter.width - 1, MEASURE), 20))
    first, *rest = lines or [Text()]
    indent = " " * gutter.width
    return [
        gutter.beside(turn, quiet=quiet).append_text(first),
        *(Text(indent).append_text(each) for each in rest),
    ]


def _coded(sheet: Sheet) -> list[tuple[Span, str]]:
    found = []
    for coding in sheet.codings:
        if coding.span:
            colour = colour_of(sheet.codebook, sheet.codebook.code(coding.code_id))
            found.append((coding.span, f"underline {on(colour)}"))
    return found


def _below(sheet: Sheet, turn: Turn, gutter: Gutter, width: int, language: str) -> list[Text]:
    """Set the codes given in a turn, and the notes on it and on them."""
    codings = sheet.codings_in(turn.span)
    chips = Text(" ").join(
        chip(sheet.codebook, sheet.codebook.code(each.code_id), language=language, negative=each.negative)
        for each in codings
    )
    lines = wrapped(chips, width, indent=gutter.width) if codings else []
    notes = [note for coding in codings for note in sheet.notes.get(coding.id, [])]
    for text in [*notes, *(memo.text for memo in sheet.memos_in(turn.span))]:
        lines += wrapped(note_of(text), min(width, gutter.width + MEASURE), indent=gutter.width)
    return lines


def note_of(text: str) -> Text:
    """Return a memo as it stands under what it is about."""
    return Text(f"✎ {text}", style="italic")


def head_of(memos: Sequence[Memo], *, width: int) -> list[Text]:
    """Set the memos on the source as a whole, to stand before its first turn."""
    return [line for memo in memos for line in wrapped(note_of(memo.text), min(width, MEASURE), indent=1)]
