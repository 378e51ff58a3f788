"""Word documents, with real tables."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

import docx
from docx.enum.text import WD_BREAK
from docx.oxml.parser import parse_xml
from docx.shared import Length

from qualcode.exports import docx_styles as styles
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
from qualcode.exports.docx_xml import field, table
from qualcode.exports.files import fixed_zip
from qualcode.exports.numbering import Number, Numbers, numbers_of
from qualcode.locale import translator
from qualcode.settings import Dress

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as WordParagraph

STRETCH = 200
"""Rows per table: Word and LibreOffice lay out short tables far faster than long ones."""


def render(report: Report, dress: Dress | None = None) -> bytes:
    """Return the report as a .docx: headings, captions that Word can list, header rows that repeat."""
    writer = _Writer(report, dress or Dress())
    for block in report.blocks:
        writer.add(block)
    buffer = io.BytesIO()
    writer.document.save(buffer)
    return fixed_zip(buffer.getvalue())


class _Writer:
    """A Word document that takes blocks."""

    def __init__(self, report: Report, dress: Dress) -> None:
        self.document = docx.Document()
        self.dress = dress
        self.tr = translator(report.language)
        self.numbers: Numbers = numbers_of(report, dress)
        self.coming: Iterator[Number] = iter(self.numbers.in_order)
        wide = any(block.wide for block in report.blocks if isinstance(block, Grid))
        styles.prepare(self.document, title=report.title, language=report.language, wide=wide)
        self._paragraph(report.title, "Title")

    def add(self, block: Block) -> None:
        match block:
            case Heading(text, level):
                self._paragraph(text, f"Heading {level}")
            case Paragraph(text, label, quiet):
                style = styles.NOTE if quiet else "Normal"
                self._paragraph(text, style, label=f"{label}: " if label else "")
            case BlockQuote(text, source, notes, translation):
                self._paragraph("\n".join(filter(None, (text, translation))), "Quote")
                self._paragraph("\n".join((source, *notes)), styles.SOURCE)
            case Picture():
                self._picture(block)
            case Grid():
                self._grid(block)
            case PageBreak():
                self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _paragraph(self, text: Text, style: str, *, label: str = "") -> "WordParagraph":
        paragraph = self.document.add_paragraph(style=style)
        if label:
            paragraph.add_run(legal(label)).bold = True
        for piece in pieces(text):
            match piece:
                case str():
                    paragraph.add_run(legal(piece))
                case Foreign(words):
                    paragraph.add_run(legal(words)).italic = True
                case Ref(key):
                    paragraph.add_run(self.numbers.by_key[key].shown)
        return paragraph

    def _caption(self, text: str) -> Number:
        number = next(self.coming)
        paragraph = self._paragraph("", "Caption", label=number.before)
        instruction = f" SEQ {number.label} \\* ARABIC "
        paragraph._p.append(parse_xml(field(instruction, str(number.figure), bold=True)))
        paragraph.add_run(legal(f"{number.after}. {text}"))
        return number

    def _grid(self, grid: Grid) -> None:
        number = self._caption(grid.caption) if grid.caption else None
        text, figure = (
            self.document.styles[name].style_id for name in (styles.TABLE_TEXT, styles.TABLE_NUMBER)
        )
        width = round(styles.text_width(self.document).twips)
        for start in range(0, max(len(grid.rows), 1), STRETCH):
            if start and number:
                self._paragraph(self.tr("{table} (continued)").format(table=number.shown), "Caption")
            rows = grid.rows[start : start + STRETCH]
            last = self.document.element.body.sectPr
            last.addprevious(parse_xml(table(grid, rows, width, text=text, figure=figure)))
        self._below(grid)

    def _picture(self, picture: Picture) -> None:
        paragraph = self.document.add_paragraph()
        shape = paragraph.add_run().add_picture(io.BytesIO(picture.png))
        room = styles.text_width(self.document)
        if shape.width > room:
            shape.height, shape.width = Length(shape.height * room // shape.width), room
        shape._inline.docPr.set("descr", legal(picture.alt))
        if picture.caption:
            self._caption(picture.caption)
        self._below(picture)

    def _below(self, block: Grid | Picture) -> None:
        source = self.dress.source if block.source is None else block.source
        self._paragraph(source if block.caption else "", styles.NOTE)
