"""One self-contained HTML page."""

import re
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from qualcode.exports.blocks import (
    TEXT_WIDTH,
    Block,
    BlockQuote,
    Grid,
    GridColumn,
    Heading,
    Paragraph,
    Report,
)
from qualcode.locale import Translate, translator

_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def render(report: Report) -> bytes:
    """Return the report as a page that loads nothing from elsewhere."""
    tr = translator(report.language)
    style = files(__package__).joinpath("page.css").read_text("utf-8")
    page = "landscape" if report.wide else "portrait"
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{_text(report.language)}">',
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(report.title)}</title>",
        f"<style>\n@page {{ size: A4 {page}; }}\n{style}</style></head>",
        f"<body><main>\n<h1>{_text(report.title)}</h1>",
        *(line for block in report.blocks for line in _block(block, tr)),
        "</main></body></html>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _text(text: str) -> str:
    return escape(_UNSHOWABLE.sub("\ufffd", text))


def _block(block: Block, tr: Translate) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f"<h{level + 1}>{_text(text)}</h{level + 1}>"
        case Paragraph(text, label, quiet):
            before = f"<b>{_text(label)}:</b> " if label else ""
            opening = '<p class="quiet">' if quiet else "<p>"
            yield f"{opening}{before}{_text(text)}</p>"
        case BlockQuote(text, source, notes):
            yield f"<figure><blockquote>{_text(text)}</blockquote>"
            yield f"<figcaption>{'<br>'.join(map(_text, (source, *notes)))}</figcaption></figure>"
        case Grid():
            yield from _grid(block, tr)


def _grid(grid: Grid, tr: Translate) -> Iterator[str]:
    yield '<div class="scroll"><table>'
    yield f"<caption><b>{_text(tr('Table'))} {grid.number}.</b> {_text(grid.caption)}</caption>"
    classes = [_class(column) for column in grid.columns]
    titles = (column.title for column in grid.columns)
    heads = zip(classes, titles, strict=True)
    yield f"<thead><tr>{''.join(f'<th{kind}>{_text(title)}</th>' for kind, title in heads)}</tr></thead>"
    yield "<tbody>"
    for row in grid.rows:
        cells = zip(classes, row, strict=True)
        yield f"<tr>{''.join(f'<td{kind}>{_text(cell)}</td>' for kind, cell in cells)}</tr>"
    yield "</tbody></table></div>"


def _class(column: GridColumn) -> str:
    kind = "number" if column.numeric else "text" if column.width >= TEXT_WIDTH else ""
    return f' class="{kind}"' if kind else ""
