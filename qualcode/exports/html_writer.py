"""One self-contained HTML page."""

import re
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from qualcode.exports.blocks import (
    TEXT_WIDTH,
    Block,
    BlockQuote,
    Foreign,
    Grid,
    GridColumn,
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

_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def render(report: Report, dress: Dress | None = None) -> bytes:
    """Return the report as a page that loads nothing from elsewhere."""
    writer = _Writer(report, dress or Dress())
    style = files(__package__).joinpath("page.css").read_text("utf-8")
    wide = any(block.wide for block in report.blocks if isinstance(block, Grid))
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{_text(report.language)}">',
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(report.title)}</title>",
        f"<style>\n@page {{ size: A4 {'landscape' if wide else 'portrait'}; }}\n{style}</style></head>",
        f"<body><main>\n<h1>{_text(report.title)}</h1>",
        *(line for block in report.blocks for line in writer.lines(block)),
        "</main></body></html>",
    ]
    return ("\n".join(lines) + "\n").encode()


def fragment(report: Report) -> str:
    """Return what stands on the page, without page, title and style, for what has its own."""
    writer = _Writer(report, Dress())
    return "\n".join(line for block in report.blocks for line in writer.lines(block))


def _text(text: str) -> str:
    return escape(_UNSHOWABLE.sub("\ufffd", text))


class _Writer:
    """Makes lines of HTML of blocks, numbering tables and pictures as they come."""

    def __init__(self, report: Report, dress: Dress) -> None:
        self.dress = dress
        self.numbers = numbers_of(report, dress)
        self.coming: Iterator[Number] = iter(self.numbers.in_order)

    def lines(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(text, level):
                yield f"<h{level + 1}>{_text(text)}</h{level + 1}>"
            case Paragraph(text, label, quiet):
                before = f"<b>{_text(label)}:</b> " if label else ""
                opening = '<p class="quiet">' if quiet else "<p>"
                yield f"{opening}{before}{self._running(text)}</p>"
            case BlockQuote():
                yield from _quotation(block)
            case Picture():
                yield from self._picture(block)
            case Grid():
                yield from self._grid(block)
            case PageBreak():
                yield '<hr class="page">'

    def _running(self, text: Text) -> str:
        return "".join(self._piece(piece) for piece in pieces(text))

    def _piece(self, piece: str | Ref | Foreign) -> str:
        match piece:
            case str():
                return _text(piece)
            case Foreign(words):
                return f"<i>{_text(words)}</i>"
            case Ref(key):
                shown = _text(self.numbers.shown(piece))
                return f'<a href="#{_text(key)}">{shown}</a>' if key in self.numbers.by_key else shown

    def _caption(self, block: Grid | Picture) -> str:
        """Return a caption with its number; nothing for what has none."""
        if not block.caption:
            return ""
        return f"<b>{_text(next(self.coming).shown)}.</b> {_text(block.caption)}"

    def _below(self, block: Grid | Picture) -> str:
        return _text(line_below(block, self.dress))

    def _picture(self, picture: Picture) -> Iterator[str]:
        data = b64encode(picture.svg.encode()).decode()
        yield f'<figure class="picture"{_id(picture)}><img alt="{_text(picture.alt)}"'
        yield f' src="data:image/svg+xml;base64,{data}">'
        lines = filter(None, (self._caption(picture), self._below(picture)))
        yield f"<figcaption>{'<br>'.join(lines)}</figcaption></figure>"

    def _grid(self, grid: Grid) -> Iterator[str]:
        yield f'<div class="scroll"{_id(grid)}><table>'
        caption = self._caption(grid)
        if caption:
            yield f"<caption>{caption}</caption>"
        classes = [_class(column) for column in grid.columns]
        titles = [column.title for column in grid.columns]
        if any(titles):
            heads = zip(classes, titles, strict=True)
            cells = "".join(f"<th{kind}>{_text(title)}</th>" for kind, title in heads)
            yield f"<thead><tr>{cells}</tr></thead>"
        yield "<tbody>"
        for row in grid.rows:
            cells = "".join(f"<td{kind}>{_text(cell)}</td>" for kind, cell in zip(classes, row, strict=True))
            yield f"<tr>{cells}</tr>"
        yield "</tbody></table></div>"
        if below := self._below(grid):
            yield f'<p class="quiet">{below}</p>'


def _quotation(quote: BlockQuote) -> Iterator[str]:
    yield f"<figure><blockquote>{_text(quote.text)}</blockquote>"
    if quote.translation:
        yield f'<blockquote class="translation">{_text(quote.translation)}</blockquote>'
    yield f"<figcaption>{'<br>'.join(map(_text, (quote.source, *quote.notes)))}</figcaption></figure>"


def _id(block: Grid | Picture) -> str:
    return f' id="{_text(block.key)}"' if block.key else ""


def _class(column: GridColumn) -> str:
    kind = "number" if column.numeric else "text" if column.width >= TEXT_WIDTH else ""
    return f' class="{kind}"' if kind else ""
