"""The look of a Word document: page, paragraph styles, page numbers."""

from datetime import datetime

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from qualcode.exports.docx_xml import field

FONT = "Calibri"
INK, QUIET = RGBColor(0x1D, 0x23, 0x29), RGBColor(0x55, 0x60, 0x6A)
LANGUAGES = {"id": "id-ID", "en": "en-GB"}
TABLE_TEXT, TABLE_NUMBER = "Table text", "Table number"
SOURCE, NOTE = "Quotation source", "Report note"


def prepare(document: Document, *, title: str, language: str, wide: bool) -> None:
    """Give an empty document its page, styles, language and properties."""
    _page(document, wide=wide)
    _text_styles(document)
    _own_styles(document)
    _language(document, LANGUAGES.get(language, language))
    about = document.core_properties
    about.title, about.author, about.comments = title, "", ""
    about.created = about.modified = datetime(2000, 1, 1)
    about.language = language


def text_width(document: Document) -> Length:
    """Return the width between the margins."""
    section = document.sections[0]
    width, left, right = section.page_width, section.left_margin, section.right_margin
    assert width is not None
    assert left is not None
    assert right is not None
    return Length(width - left - right)


def _page(document: Document, *, wide: bool) -> None:
    section = document.sections[0]
    sides = (Cm(29.7), Cm(21.0)) if wide else (Cm(21.0), Cm(29.7))
    section.page_width, section.page_height = sides
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.2)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer._p.append(parse_xml(field("PAGE", "1")))


def _text_styles(document: Document) -> None:
    normal = _style(document, "Normal", size=10.5, after=6)
    normal.paragraph_format.line_spacing = 1.15
    heading = _style(document, "Title", size=18, bold=True, after=14)
    heading.element.pPr.remove(heading.element.pPr.find(qn("w:pBdr")))
    for level, size, before in ((1, 14, 20), (2, 11.5, 14)):
        heading = _style(document, f"Heading {level}", size=size, bold=True, before=before, after=4)
        heading.paragraph_format.keep_with_next = True
    caption = _style(document, "Caption", size=9.5, before=6, after=4)
    caption.paragraph_format.keep_with_next = True
    quote = _style(document, "Quote", size=10.5, before=6, after=2)
    quote.paragraph_format.left_indent = quote.paragraph_format.right_indent = Cm(1)
    quote.paragraph_format.keep_with_next = True
    _style(document, "Footer", size=9, color=QUIET)


def _own_styles(document: Document) -> None:
    for name in (TABLE_TEXT, TABLE_NUMBER, SOURCE, NOTE):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    for name, alignment in ((TABLE_TEXT, WD_ALIGN_PARAGRAPH.LEFT), (TABLE_NUMBER, WD_ALIGN_PARAGRAPH.RIGHT)):
        cell = _style(document, name, size=9)
        cell.paragraph_format.alignment = alignment
        cell.paragraph_format.line_spacing = 1.0
    source = _style(document, SOURCE, size=9, color=QUIET, after=8)
    source.paragraph_format.left_indent = Cm(1)
    _style(document, NOTE, size=9, color=QUIET, after=6)


def _style(
    document: Document,
    name: str,
    *,
    size: float = 9,
    bold: bool = False,
    color: RGBColor = INK,
    before: float = 0,
    after: float = 0,
) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = color
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    return style


def _language(document: Document, tag: str) -> None:
    """Tell Word's spelling checker which language the report's own words are in."""
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = defaults.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        defaults.append(language)
    language.set(qn("w:val"), tag)
