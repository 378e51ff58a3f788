"""Word templates as faculties hand them out, made with python-docx."""

from pathlib import Path

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.parser import parse_xml
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from qualcode.exports.docx_xml import body, field

UNIVERSITY = "UNIVERSITAS NEGERI CONTOH"


def thesis(path: Path) -> Path:
    """A thesis: Times New Roman 12 in double lines, margins 4-3-3-3, styles of its own, numbers top right."""
    document = docx.Document()
    _empty(document, keep=("Normal", "Header", "Footer", "Table Normal", "Default Paragraph Font"))
    _running_text(document)
    _style(document, "Judul Bab", size=14, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    _style(document, "Kutipan", size=11, indent=1.25)
    _style(document, "Keterangan Tabel", size=11, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin, section.top_margin = Cm(4), Cm(4)
    section.right_margin = section.bottom_margin = Cm(3)
    section.header_distance = Cm(1.5)
    header = section.header.paragraphs[0]
    header.text, header.alignment = f"{UNIVERSITY}   ", WD_ALIGN_PARAGRAPH.RIGHT
    header._p.extend(list(parse_xml(body(field("PAGE", "1")))))
    document.add_paragraph("Hapus teks contoh ini.")
    document.add_table(2, 2)
    document.save(str(path))
    return path


def appendix(path: Path) -> Path:
    """A cover, a place for the report, and what follows it: three sections, with Word's usual styles."""
    document = docx.Document()
    heading = document.styles["Heading 1"]
    assert isinstance(heading, ParagraphStyle)
    heading.font.color.rgb = RGBColor(0x80, 0, 0)
    document.add_paragraph("LAMPIRAN DATA", style="Title")
    document.add_section()
    document.add_paragraph("Pengantar lampiran.")
    document.add_paragraph("{{qualcode}}")
    document.add_paragraph("Penutup lampiran.")
    document.add_section()
    document.add_paragraph("Riwayat hidup penulis.")
    for section in document.sections:
        section.page_width, section.page_height = Cm(21.0), Cm(29.7)
        section.header.is_linked_to_previous = False
    document.sections[1].header.paragraphs[0].text = "Fakultas Ilmu Sosial"
    document.save(str(path))
    return path


def _empty(document: Document, keep: tuple[str, ...]) -> None:
    """Leave few styles, as Word does, which writes only those that are in use."""
    for style in list(document.styles):
        if style.name not in keep:
            style.delete()


def _running_text(document: Document) -> None:
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    normal.font.name, normal.font.size = "Times New Roman", Pt(12)
    normal.paragraph_format.line_spacing = 2
    normal.paragraph_format.first_line_indent = Cm(1.25)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def _style(
    document: Document,
    name: str,
    *,
    size: float,
    bold: bool = False,
    align: WD_ALIGN_PARAGRAPH | None = None,
    indent: float = 0,
) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["Normal"]
    style.font.size, style.font.bold = Pt(size), bold
    form = style.paragraph_format
    form.line_spacing, form.first_line_indent, form.left_indent = 1, Cm(0), Cm(indent)
    form.alignment, form.space_after = align, Pt(6)
