"""WordprocessingML written as text, where python-docx has no word for it or would be slow.

The elements of each properties element stand in the order of the schema's sequences (ECMA-376, part 1).
"""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import le
from typing import Any
from unicodedata import bidirectional
from xml.sax.saxutils import escape, quoteattr

from docx.oxml.ns import nsdecls

from qualcode.exports.blocks import Grid
from qualcode.exports.characters import legal

Element = Any
"""An element of a document; what python-docx gives for one knows more children than its types say."""

TWIPS = 20
"""Twentieths of a point, in which Word measures, to a point."""

CHARACTER = 0.53
"""Width of a character beside its height."""

UNSPLIT = 8
"""Lines of the longest cell in a row that may not split: a longer one would leave much of a page empty."""

_RULES = (("top", 8, "404040"), ("bottom", 8, "404040"), ("insideH", 4, "C8CDD2"))
_LEFTWARD = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+(?:[\\s\\W\\d]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+)*"
)
_UNPLAIN = re.compile("[&<>\x00-\x1f\u0590-\u08ff\ud800-\udfff\ufb1d-\ufdff\ufe70-\ufeff\ufffe\uffff]")
_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t>"


def run(text: str, *, bold: bool = False, italic: bool = False) -> str:
    r"""Return the runs that show `text` as it is: line breaks and tabs too, what XML cannot hold as U+FFFD.

    Words that are written from right to left are runs of their own.

    Examples
    --------
    >>> run("a < b\n c")
    '<w:r><w:t xml:space="preserve">a &lt; b</w:t><w:br/><w:t xml:space="preserve"> c</w:t></w:r>'
    """
    look = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    if not _UNPLAIN.search(text):
        return _run(text, look)
    inner = escape(legal(text))
    done, runs = 0, []
    for words in _LEFTWARD.finditer(inner):
        if words.start() > done:
            runs.append(_run(inner[done : words.start()], look))
        runs.append(_run(words[0], f"{look}<w:rtl/>"))
        done = words.end()
    if done < len(inner) or not runs:
        runs.append(_run(inner[done:], look))
    return "".join(runs)


def _run(escaped: str, look: str) -> str:
    inner = escaped.replace("\n", f"{_CLOSE}<w:br/>{_OPEN}").replace("\t", f"{_CLOSE}<w:tab/>{_OPEN}")
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{_OPEN}{inner}{_CLOSE}</w:r>"


def leftward(text: str) -> bool:
    """Say whether a text begins with words that are written from right to left.

    Examples
    --------
    >>> leftward("1. بسم الله"), leftward("kata بسم")
    (True, False)
    """
    if not _LEFTWARD.search(text):
        return False
    return next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L") != "L"


def field(instruction: str, shown: str, *, bold: bool = False) -> str:
    """Return a field, such as a table's number, with what it shows until Word counts anew."""
    return f"<w:fldSimple w:instr={quoteattr(instruction)}>{run(shown, bold=bold)}</w:fldSimple>"


def bookmarked(inner: str, name: str, number: int) -> str:
    """Return runs as a bookmark, which a field can name; `number` is no other bookmark's."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


def paragraph(
    style: str,
    inner: str,
    *,
    keep: bool | None = None,
    new_page: bool = False,
    bidi: bool = False,
    own_line: bool = False,
    close: bool = False,
) -> str:
    """Return a paragraph.

    Parameters
    ----------
    style
        Id of its style.
    inner
        Its runs.
    keep
        It stays with the next (or does not), whatever its style says.
    new_page, bidi
        It begins a page; it is written from right to left.
    own_line
        It is as high as what it holds, in the middle of the line, whatever its style says.
    close
        What follows belongs to it: little room between the two, whatever its style says.
    """
    properties = (
        f'<w:pStyle w:val="{style}"/>',
        "" if keep is None else "<w:keepNext/>" if keep else '<w:keepNext w:val="0"/>',
        "<w:pageBreakBefore/>" if new_page else "",
        "<w:bidi/>" if bidi else "",
        _CLOSE_BELOW if close else _OWN_LINE if own_line else "",
    )
    return f"<w:p><w:pPr>{''.join(properties)}</w:pPr>{inner}</w:p>"


def body(inner: str) -> str:
    """Return blocks under a root, for parsing."""
    return f"<w:body {nsdecls('w')}>{inner}</w:body>"


def table(
    grid: Grid,
    rows: Sequence[Sequence[str]],
    widths: Sequence[int],
    *,
    text: str,
    figure: str,
    size: float,
    style: str = "",
    keep: bool = False,
) -> str:
    """Return a table: header row repeated on every page, rows split only where they are long, fixed widths.

    Parameters
    ----------
    grid
        Its columns.
    rows
        Those of its rows that this table holds.
    widths
        Of the columns, in twentieths of a point.
    text, figure
        Ids of the paragraph styles of cells with text and with numbers.
    size
        Of the letters in cells, in points.
    style
        Id of a table's style; without one it has rules of its own.
    keep
        The last row stays with what follows the table.
    """
    styles = [figure if column.numeric else text for column in grid.columns]
    header = ""
    if any(column.title for column in grid.columns):
        edge = "" if style else _HEADER_EDGE
        heads = (
            _opening(w, kind, f"{edge}{_HEADER_PLACE}") + run(column.title, bold=True) + _END
            for w, kind, column in zip(widths, styles, grid.columns, strict=True)
        )
        header = f"<w:tr>{_REPEATED}{''.join(heads)}</w:tr>"
    openings = [_opening(w, kind) for w, kind in zip(widths, styles, strict=True)]
    last = (
        [opening.replace("</w:pPr>", "<w:keepNext/></w:pPr>") for opening in openings] if keep else openings
    )
    most = [UNSPLIT * width / (size * TWIPS * CHARACTER) for width in widths]
    inner = [*(_row(openings, row, most) for row in rows[:-1]), *(_row(last, row, most) for row in rows[-1:])]
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    return (
        f"<w:tbl {nsdecls('w')}>{_properties(sum(widths), style)}<w:tblGrid>{columns}</w:tblGrid>"
        f"{header}{''.join(inner)}</w:tbl>"
    )


_OWN_LINE = (
    '<w:spacing w:before="120" w:after="60" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="center"/>'
)
_CLOSE_BELOW = '<w:spacing w:after="40"/>'
_END = "</w:p></w:tc>"
_PLAIN, _PLAIN_END = f"<w:r>{_OPEN}", f"{_CLOSE}</w:r>{_END}"
_HEADER_EDGE = '<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="404040"/></w:tcBorders>'
_HEADER_PLACE = '<w:vAlign w:val="bottom"/>'
_KEPT = "<w:trPr><w:cantSplit/></w:trPr>"
_REPEATED = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


def _row(openings: Sequence[str], cells: Sequence[str], most: Sequence[float]) -> str:
    kept = _KEPT if all(map(le, map(len, cells), most)) else ""
    if _UNPLAIN.search("".join(cells)):
        inner = [_cell(opening, cell) for opening, cell in zip(openings, cells, strict=True)]
    else:  # as `_cell` would have it, at a fifth of the time
        inner = [
            f"{opening}{_PLAIN}{cell}{_PLAIN_END}" for opening, cell in zip(openings, cells, strict=True)
        ]
    return f"<w:tr>{kept}{''.join(inner)}</w:tr>"


def _cell(opening: str, text: str) -> str:
    if leftward(text):
        opening = opening.replace("</w:pPr>", "<w:bidi/></w:pPr>")
    return f"{opening}{run(text)}{_END}"


def widths_of(grid: Grid, width: int, size: float) -> list[int]:
    """Return the widths of columns, in twentieths of a point, that fill `width` of `size`-point letters."""
    edges = [0.0, *accumulate(grid.shares(round(width / (size * TWIPS * CHARACTER))))]
    return [round(right * width) - round(left * width) for left, right in pairwise(edges)]


def _properties(width: int, style: str) -> str:
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{color}"/>'
        for side, size, color in _RULES
    )
    margins = '<w:top w:w="50" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>' + (
        '<w:bottom w:w="50" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
    )
    named = f'<w:tblStyle w:val="{style}"/>' if style else ""
    ruled = "" if style else f"<w:tblBorders>{rules}</w:tblBorders>"
    padded = "" if style else f"<w:tblCellMar>{margins}</w:tblCellMar>"
    return (
        f'<w:tblPr>{named}<w:tblW w:w="{width}" w:type="dxa"/>{ruled}<w:tblLayout w:type="fixed"/>{padded}'
        '<w:tblLook w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        'w:noVBand="1"/></w:tblPr>'
    )


def _opening(width: int, style: str, more: str = "") -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    )
