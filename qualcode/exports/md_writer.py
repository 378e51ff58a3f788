"""Markdown with GitHub's tables."""

import re
from collections.abc import Sequence

from qualcode.exports.blocks import Block, BlockQuote, Grid, Heading, Paragraph, Report
from qualcode.locale import Translate, translator

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))", re.MULTILINE)


def render(report: Report) -> bytes:
    """Return the report as Markdown in UTF-8; words that would be markup are escaped."""
    tr = translator(report.language)
    parts = [f"# {escaped(report.title)}", *(_block(block, tr) for block in report.blocks)]
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


def _block(block: Block, tr: Translate) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * (level + 1)} {escaped(text)}"
        case Paragraph(text, label, quiet):
            if quiet:
                return f"*{escaped(text)}*"
            return f"**{escaped(label)}:** {escaped(text)}" if label else escaped(text)
        case BlockQuote(text, source, notes):
            return "\n>\n".join(f"> {line}" for line in map(_in_one_line, (text, f"— {source}", *notes)))
        case Grid():
            return _grid(block, tr)


def _grid(grid: Grid, tr: Translate) -> str:
    caption = f"**{tr('Table')} {grid.number}.** {escaped(grid.caption)}"
    header = _row([column.title for column in grid.columns])
    rule = f"| {' | '.join('--:' if column.numeric else '---' for column in grid.columns)} |"
    return "\n".join([caption, "", header, rule, *(_row(row) for row in grid.rows)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_in_one_line, cells))} |"


def _in_one_line(text: str) -> str:
    return escaped(text).replace("\n", "<br>")
