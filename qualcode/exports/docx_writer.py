"""Word documents, with real tables."""

import io

import docx
from docx.document import Document
from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph as WordParagraph

from qualcode.exports import docx_styles as styles
from qualcode.exports.blocks import Block, BlockQuote, Grid, Heading, Paragraph, Report
from qualcode.exports.characters import legal
from qualcode.exports.docx_xml import field, table
from qualcode.exports.files import fixed_zip
from qualcode.locale import Translate, translator


def render(report: Report) -> bytes:
    """Return the report as a .docx: headings, captions that Word can list, header rows that repeat."""
    document = docx.Document()
    styles.prepare(document, title=report.title, language=report.language, wide=report.wide)
    tr = translator(report.language)
    _add(document, report.title, "Title")
    for block in report.blocks:
        _block(document, block, tr)
    buffer = io.BytesIO()
    document.save(buffer)
    return fixed_zip(buffer.getvalue())


def _block(document: Document, block: Block, tr: Translate) -> None:
    match block:
        case Heading(text, level):
            _add(document, text, f"Heading {level}")
        case Paragraph(text, label, quiet):
            style = styles.NOTE if quiet else "Normal"
            _add(document, text, style, label=f"{label}: " if label else "")
        case BlockQuote(text, source, notes):
            _add(document, text, "Quote")
            _add(document, "\n".join((source, *notes)), styles.SOURCE)
        case Grid():
            _grid(document, block, tr)


def _add(document: Document, text: str, style: str, *, label: str = "") -> WordParagraph:
    paragraph = document.add_paragraph(style=style)
    if label:
        paragraph.add_run(legal(label)).bold = True
    paragraph.add_run(legal(text))
    return paragraph


def _grid(document: Document, grid: Grid, tr: Translate) -> None:
    label = tr("Table")
    caption = _add(document, "", "Caption", label=f"{label} ")
    caption._p.append(parse_xml(field(f" SEQ {label} \\* ARABIC ", str(grid.number), bold=True)))
    caption.add_run(legal(f". {grid.caption}"))
    text, figure = (document.styles[name].style_id for name in (styles.TABLE_TEXT, styles.TABLE_NUMBER))
    width = round(styles.text_width(document).twips)
    last = document.element.body.sectPr
    last.addprevious(parse_xml(table(grid, width, text=text, figure=figure)))
    _add(document, "", styles.NOTE)
