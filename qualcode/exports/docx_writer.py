"""Word documents, with real tables."""

import io
import re
from collections.abc import Iterator

from docx.oxml.parser import parse_xml
from docx.shared import Length
from lxml.etree import ProcessingInstruction

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
from qualcode.exports.characters import legal
from qualcode.exports.docx_page import Pages, by_page
from qualcode.exports.docx_styles import size_of, styles_of
from qualcode.exports.docx_template import opened
from qualcode.exports.docx_xml import (
    Element,
    body,
    bookmarked,
    field,
    leftward,
    paragraph,
    run,
    table,
    widths_of,
)
from qualcode.exports.files import fixed_zip
from qualcode.exports.numbering import Number, numbers_of
from qualcode.locale import translator
from qualcode.settings import Dress

STRETCH = 200
"""Rows per table: Word and LibreOffice lay out short tables far faster than long ones."""

PICTURE = 0.8
"""Part of a page's height that a picture may take, so that its caption has room."""

_PLACE = re.compile(rb"<\?table (\d+)\?>")
"""Stands where a table goes: parsing large tables, and moving them, would take ten times as long."""


def render(report: Report, dress: Dress | None = None) -> bytes:
    """Return the report as a .docx: headings, captions that Word can list, header rows that repeat.

    Raises
    ------
    FileProblem
        The dress's template is missing, is not a Word document, or lacks a style that is named.
    """
    return _Writer(report, dress or Dress()).written()


class _Writer:
    """A Word document that takes blocks, numbering tables and pictures as they come."""

    def __init__(self, report: Report, dress: Dress) -> None:
        self._report, self._dress = report, dress
        self._tr = translator(report.language)
        self._document, self._place = opened(dress.template, title=report.title, language=report.language)
        template = str(dress.template or "")
        self._styles = styles_of(self._document, dress.styles, template=template)
        self._size = size_of(self._document, self._styles["table_text"])
        self._pages = Pages(self._document, self._place)
        self._numbers = numbers_of(report, dress)
        self._coming: Iterator[Number] = iter(self._numbers.in_order)
        taken = self._document.element.xpath("//w:bookmarkStart/@w:id")
        self._first_bookmark = max(map(int, taken), default=-1) + 1
        self._new_page = False
        self._tables: list[str] = []

    def written(self) -> bytes:
        """Write all blocks and return the file."""
        for turned, blocks in self._by_page():
            self._new_page &= not self._pages.turn(turned)
            for block in blocks:
                self._add(block)
        self._pages.close()
        buffer = io.BytesIO()
        self._document.save(buffer)
        part = str(self._document.part.partname)[1:]
        return fixed_zip(buffer.getvalue(), lambda name, data: self._whole(data) if name == part else data)

    def _whole(self, part: bytes) -> bytes:
        """Return the main part with each table at its place."""
        pieces_and_places = _PLACE.split(part)
        pieces_and_places[1::2] = [self._tables[int(place)].encode() for place in pieces_and_places[1::2]]
        return b"".join(pieces_and_places)

    def _by_page(self) -> list[tuple[bool, list[Block]]]:
        blocks = [Heading(self._report.title, 0), *self._report.blocks]
        if self._dress.orientation == "auto":
            return by_page(blocks)
        return [(self._dress.orientation == "landscape", blocks)]

    def _add(self, block: Block) -> None:
        match block:
            case Heading(text, level):
                if level:
                    self._paragraph(f"heading{min(level, 3)}", run(text), keep=True)
                else:
                    self._paragraph("title", run(text))
            case Paragraph(text, label, quiet):
                before = run(f"{label}: ", bold=True) if label else ""
                self._paragraph("note" if quiet else "text", before + self._running(text))
            case BlockQuote():
                self._quotation(block)
            case Picture():
                self._picture(block)
            case Grid():
                self._grid(block)
            case PageBreak():
                self._new_page = True

    def _put(self, xml: str) -> Element:
        """Put blocks into the document and return the last."""
        for element in list(parse_xml(body(xml))):
            self._place.addprevious(element)
        return self._place.getprevious()

    def _paragraph(self, role: str, inner: str, **properties: bool) -> Element:
        properties["new_page"] = properties.get("new_page", False) or self._new_page
        self._new_page = False
        return self._put(paragraph(self._styles[role], inner, **properties))

    def _running(self, text: Text) -> str:
        return "".join(map(self._piece, pieces(text)))

    def _piece(self, piece: str | Ref | Foreign) -> str:
        match piece:
            case str():
                return run(piece)
            case Foreign(words):
                return run(words, italic=True)
            case Ref(key, missing):
                number = self._numbers.by_key.get(key)
                return self._named(number) if number else run(missing)

    def _named(self, number: Number) -> str:
        return field(f" REF {_bookmark(number)} \\h ", number.shown)

    def _quotation(self, quote: BlockQuote) -> None:
        for words in filter(None, (quote.text, quote.translation)):
            self._paragraph("quote", run(words), bidi=leftward(words), keep=True, close=True)
        self._paragraph("quote_source", run("\n".join((quote.source, *quote.notes))))

    def _caption(self, text: str, *, keep: bool) -> Number:
        number = next(self._coming)
        anew = "\\r 1 " if number.anew else ""
        figure = field(f" SEQ {number.label} \\* ARABIC {anew}", str(number.figure), bold=True)
        after = run(number.after, bold=True) if number.after else ""
        label = run(number.before, bold=True) + figure + after
        marked = bookmarked(label, _bookmark(number), self._first_bookmark + number.place)
        self._paragraph("caption", marked + run(f". {text}"), keep=keep)
        return number

    def _grid(self, grid: Grid) -> None:
        if self._new_page and not grid.caption:
            self._paragraph("note", "", keep=True)
        number = self._caption(grid.caption, keep=True) if grid.caption else None
        width, styles = round(self._pages.room[0].twips), self._styles
        widths = widths_of(grid, width, self._size)
        for start in range(0, max(len(grid.rows), 1), STRETCH):
            if start:
                self._continued(number)
            rows = grid.rows[start : start + STRETCH]
            keep = start + STRETCH >= len(grid.rows) and bool(self._source(grid))
            self._place.addprevious(ProcessingInstruction("table", str(len(self._tables))))
            self._tables.append(table(
                grid, rows, widths, keep=keep, style=styles.get("table", ""),
                text=styles["table_text"], figure=styles["table_number"], size=self._size,
            ))  # fmt: skip
        self._below(grid, always=True)

    def _continued(self, number: Number | None) -> None:
        """Say on a new page which table goes on; one without a number goes on after a line."""
        if number is None:
            self._paragraph("note", "")
            return
        tr = self._tr
        before, _, after = tr("{table} (continued)").partition("{table}")
        parts = (run(before) if before else "", self._named(number), run(after) if after else "")
        self._paragraph("caption", "".join(parts), keep=True, new_page=True)

    def _picture(self, picture: Picture) -> None:
        drawn = self._paragraph("text", "<w:r><w:drawing/></w:r>", keep=bool(picture.caption), own_line=True)
        inline: Element = self._document.part.new_pic_inline(io.BytesIO(picture.png))
        width, height = self._pages.room
        fit = min(1, width / inline.extent.cx, height * PICTURE / inline.extent.cy)
        for size in (inline.extent, inline.graphic.graphicData.pic.spPr.xfrm.ext):
            size.cx, size.cy = Length(round(size.cx * fit)), Length(round(size.cy * fit))
        inline.docPr.set("descr", legal(picture.alt))
        drawn.xpath("./w:r/w:drawing")[0].append(inline)
        if picture.caption:
            self._caption(picture.caption, keep=bool(self._source(picture)))
        self._below(picture, always=False)

    def _source(self, block: Grid | Picture) -> str:
        if block.source is not None:
            return block.source
        return self._dress.source if block.caption else ""

    def _below(self, block: Grid | Picture, *, always: bool) -> None:
        """Write the line below; below a table something always stands, lest it grow into the next."""
        source = self._source(block)
        if source or always:
            self._paragraph("source" if source else "note", run(source) if source else "")


def _bookmark(number: Number) -> str:
    return f"_qualcode{number.place + 1}"
