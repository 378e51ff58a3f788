"""Markdown with GitHub's tables."""

import re
from collections.abc import Iterator, Sequence

from qualcode.exports.blocks import (
    Block,
    BlockQuote,
    Foreign,
    Grid,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Ref,
    Report,
    Text,
    pieces,
)
from qualcode.exports.numbering import Number, line_below, numbers_of
from qualcode.settings import Dress

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))", re.MULTILINE)


def render(report: Report, dress: Dress | None = None) -> bytes:
    """Return the report as Markdown in UTF-8; words that would be markup are escaped."""
    writer = _Writer(report, dress or Dress())
    parts = [f"# {escaped(report.title)}", *(writer.part(block) for block in report.blocks)]
    return ("\n\n".join(parts) + "\n").encode()


def escaped(text: str) -> str:
    r"""Return text such that it is shown as written.

    Examples
    --------
    >>> print(escaped("1. harga *naik* | turun"))
    1\. harga \*naik\* \| turun
    """
    marked = _SPECIAL.sub(r"\\\1", text)
    return _LINE_START.sub(lambda line: f"{line[1]}{_shielded(line[2])}", marked)


def _shielded(start: str) -> str:
    """Keep a dash from opening a list; a number's dot is what has to be shielded, which follows it."""
    return f"{start}\\" if start[0].isdigit() else f"\\{start}"


class _Writer:
    """Makes Markdown of blocks, numbering tables and pictures as they come."""

    def __init__(self, report: Report, dress: Dress) -> None:
        self.dress = dress
        self.numbers = numbers_of(report, dress)
        self.coming: Iterator[Number] = iter(self.numbers.in_order)

    def part(self, block: Block) -> str:
        match block:
            case Heading(text, level):
                return f"{'#' * (level + 1)} {escaped(text)}"
            case Paragraph(text, label, quiet):
                words = self._running(text)
                if quiet:
                    return f"*{words}*"
                return f"**{escaped(label)}:** {words}" if label else words
            case BlockQuote(text, source, notes, translation):
                said = (text, *filter(None, (translation,)), f"— {source}", *notes)
                return "\n>\n".join(f"> {line}" for line in map(_in_one_line, said))
            case Picture():
                return self._picture(block)
            case Grid():
                return self._grid(block)
            case PageBreak():
                return "---"

    def _running(self, text: Text) -> str:
        return "".join(self._piece(piece) for piece in pieces(text))

    def _piece(self, piece: str | Ref | Foreign) -> str:
        match piece:
            case str():
                return escaped(piece)
            case Foreign(words):
                return f"*{escaped(words)}*"
            case Ref():
                return escaped(self.numbers.shown(piece))

    def _captioned(self, block: Grid | Picture) -> list[str]:
        return [f"**{escaped(next(self.coming).shown)}.** {escaped(block.caption)}"] if block.caption else []

    def _below(self, block: Grid | Picture) -> list[str]:
        source = line_below(block, self.dress)
        return [f"*{escaped(source)}*"] if source else []

    def _picture(self, picture: Picture) -> str:
        """Say what a picture shows, for Markdown holds none."""
        return "\n\n".join([f"*{escaped(picture.alt)}*", *self._captioned(picture), *self._below(picture)])

    def _grid(self, grid: Grid) -> str:
        header = _row([column.title for column in grid.columns])
        rule = f"| {' | '.join('--:' if column.numeric else '---' for column in grid.columns)} |"
        rows = "\n".join([header, rule, *(_row(row) for row in grid.rows)])
        return "\n\n".join([*self._captioned(grid), rows, *self._below(grid)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_in_one_line, cells))} |"


def _in_one_line(text: str) -> str:
    return escaped(text).replace("\n", "<br>")
