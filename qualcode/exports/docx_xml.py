"""WordprocessingML written as text, where python-docx has no word for it or would be slow."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from xml.sax.saxutils import escape

from docx.oxml.ns import nsdecls

from qualcode.exports.blocks import Grid
from qualcode.exports.characters import legal

CHARACTER = 95
"""Width of a character in a table, in twentieths of a point."""

_RULES = (("top", 8, "404040"), ("bottom", 8, "404040"), ("insideH", 4, "C8CDD2"))


def run(text: str, *, bold: bool = False) -> str:
    r"""Return the run that shows `text` as it is: line breaks and tabs too, what XML cannot hold as U+FFFD.

    Examples
    --------
    >>> run("a < b\n c")
    '<w:r><w:t xml:space="preserve">a &lt; b</w:t><w:br/><w:t xml:space="preserve"> c</w:t></w:r>'
    """
    inner = (
        escape(legal(text)).replace("\n", f"{_CLOSE}<w:br/>{_OPEN}").replace("\t", f"{_CLOSE}<w:tab/>{_OPEN}")
    )
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{_OPEN}{inner}{_CLOSE}</w:r>"


def field(instruction: str, shown: str, *, bold: bool = False) -> str:
    """Return a field, such as a table's number, with what it shows until Word counts anew."""
    start = f'<w:fldSimple {nsdecls("w")} w:instr="{escape(instruction)}">'
    return f"{start}{run(shown, bold=bold)}</w:fldSimple>"


def table(grid: Grid, rows: Sequence[Sequence[str]], width: int, *, text: str, figure: str) -> str:
    """Return a table: header row repeated on every page, rows never split, fixed widths.

    Parameters
    ----------
    grid
        Its columns.
    rows
        Those of its rows that this table holds.
    width
        Of the whole, in twentieths of a point.
    text, figure
        Ids of the paragraph styles of cells with text and with numbers.
    """
    widths = _widths(grid, width)
    styles = [figure if column.numeric else text for column in grid.columns]
    heads = (
        f"{_opening(w, style, _HEADER_CELL)}{run(column.title, bold=True)}{_END}"
        for w, style, column in zip(widths, styles, grid.columns, strict=True)
    )
    openings = [_opening(w, style) for w, style in zip(widths, styles, strict=True)]
    body = (
        f"<w:tr>{_KEPT}{''.join(o + run(cell) + _END for o, cell in zip(openings, row, strict=True))}</w:tr>"
        for row in rows
    )
    titled = any(column.title for column in grid.columns)
    header = f"<w:tr>{_REPEATED}{''.join(heads)}</w:tr>" if titled else ""
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    return (
        f"<w:tbl {nsdecls('w')}>{_properties(width)}<w:tblGrid>{columns}</w:tblGrid>"
        f"{header}{''.join(body)}</w:tbl>"
    )


_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t>"
_END = "</w:p></w:tc>"
_HEADER_CELL = (
    '<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="404040"/></w:tcBorders>'
    '<w:vAlign w:val="bottom"/>'
)
_KEPT = "<w:trPr><w:cantSplit/></w:trPr>"
_REPEATED = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


def _widths(grid: Grid, width: int) -> list[int]:
    edges = [0.0, *accumulate(grid.shares(width // CHARACTER))]
    return [round(right * width) - round(left * width) for left, right in pairwise(edges)]


def _properties(width: int) -> str:
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{color}"/>'
        for side, size, color in _RULES
    )
    margins = '<w:top w:w="50" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>' + (
        '<w:bottom w:w="50" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
    )
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{rules}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        '<w:tblLook w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        'w:noVBand="1"/></w:tblPr>'
    )


def _opening(width: int, style: str, more: str = "") -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    )
