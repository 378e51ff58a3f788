"""WordprocessingML written as text, where python-docx has no word for it or would be slow."""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from xml.sax.saxutils import escape

from docx.oxml.ns import nsdecls

from qualcode.exports.blocks import Grid, GridColumn

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RULES = (("top", 8, "404040"), ("bottom", 8, "404040"), ("insideH", 4, "C8CDD2"))


def legal(text: str) -> str:
    """Return the text with what XML cannot hold replaced by U+FFFD."""
    return _ILLEGAL.sub("\ufffd", text)


def run(text: str) -> str:
    r"""Return the run that shows `text` as it is: line breaks and tabs too, what XML cannot hold as U+FFFD.

    Examples
    --------
    >>> run("a < b\n c")
    '<w:r><w:t xml:space="preserve">a &lt; b</w:t><w:br/><w:t xml:space="preserve"> c</w:t></w:r>'
    """
    inner = (
        escape(legal(text)).replace("\n", f"{_CLOSE}<w:br/>{_OPEN}").replace("\t", f"{_CLOSE}<w:tab/>{_OPEN}")
    )
    return f"<w:r>{_OPEN}{inner}{_CLOSE}</w:r>"


def field(instruction: str, shown: str) -> str:
    """Return a field, such as a table's number, with what it shows until Word counts anew."""
    return f'<w:fldSimple {nsdecls("w")} w:instr="{escape(instruction)}">{run(shown)}</w:fldSimple>'


def table(grid: Grid, width: int, styles: tuple[str, str, str]) -> str:
    """Return a table: header row repeated on every page, rows never split, fixed widths.

    Parameters
    ----------
    grid
        Columns and rows.
    width
        Of the whole, in twentieths of a point.
    styles
        Ids of the paragraph styles of header cells, text cells and number cells.
    """
    widths = _widths(grid.columns, width)
    header, text, figure = styles
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    heads = [_cell(w, header, c.title) for w, c in zip(widths, grid.columns, strict=True)]
    opens = [_opening(w, figure if c.numeric else text) for w, c in zip(widths, grid.columns, strict=True)]
    rows = (
        f"<w:tr>{_KEPT}{''.join(o + run(cell) + _END for o, cell in zip(opens, row, strict=True))}</w:tr>"
        for row in grid.rows
    )
    return (
        f"<w:tbl {nsdecls('w')}>{_properties(width)}"
        f"<w:tblGrid>{columns}</w:tblGrid>"
        f"<w:tr>{_REPEATED}{''.join(heads)}</w:tr>{''.join(rows)}</w:tbl>"
    )


_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t>"
_END = "</w:p></w:tc>"
_KEPT = "<w:trPr><w:cantSplit/></w:trPr>"
_REPEATED = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


def _widths(columns: Sequence[GridColumn], width: int) -> list[int]:
    shares = [0, *accumulate(column.width for column in columns)]
    return [b - a for a, b in pairwise(round(share * width / shares[-1]) for share in shares)]


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


def _opening(width: int, style: str) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    )


def _cell(width: int, style: str, title: str) -> str:
    line = '<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="404040"/></w:tcBorders>'
    opening = _opening(width, style).replace("</w:tcPr>", f'{line}<w:vAlign w:val="bottom"/></w:tcPr>')
    return f"{opening}{run(title)}{_END}"
