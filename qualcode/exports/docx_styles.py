"""The styles of a Word document: a template's own where it has them, else ours, made to fit it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from qualcode.errors import FileProblem

if TYPE_CHECKING:
    from docx.styles.style import BaseStyle

FONT, SIZE = "Calibri", 10.5
"""Of running text where there is no template."""

INK, QUIET = RGBColor(0x1D, 0x23, 0x29), RGBColor(0x55, 0x60, 0x6A)
LANGUAGES = {"id": "id-ID", "en": "en-GB"}
BUILT_IN = ("Title", "Heading 1", "Heading 2", "Heading 3", "Quote", "Caption")
"""Styles that Word itself knows by name, such as for its table of contents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A paragraph style of ours: the names it may have in a template, the last being ours, and its format.

    Sizes and spaces are points beside running text of `SIZE`; `indent` is centimetres on both sides.
    """

    names: tuple[str, ...]
    size: float = SIZE
    bold: bool = False
    quiet: bool = False
    before: float = 0
    after: float = 0
    line: float = 1.0
    indent: float = 0
    align: WD_ALIGN_PARAGRAPH | None = None
    keep: bool = False
    outline: int | None = None


LEFT, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT
LOOKS = {
    "text": Look(names=("Normal",), after=6, line=1.15),
    "title": Look(names=("Title",), size=18, bold=True, after=14, align=LEFT),
    "heading1": Look(
        names=("Heading 1",), size=14, bold=True, before=20, after=4, keep=True, outline=0, align=LEFT
    ),
    "heading2": Look(
        names=("Heading 2",), size=11.5, bold=True, before=14, after=4, keep=True, outline=1, align=LEFT
    ),
    "heading3": Look(
        names=("Heading 3",), size=10.5, bold=True, before=10, after=2, keep=True, outline=2, align=LEFT
    ),
    "note": Look(names=("Report note",), size=9, quiet=True, after=6, align=LEFT),
    "quote": Look(names=("Kutipan", "Quote"), before=6, after=2, indent=1, keep=True),
    "quote_source": Look(names=("Quotation source",), size=9, quiet=True, after=8, indent=1, align=LEFT),
    "caption": Look(names=("Caption",), size=9.5, before=6, after=4, keep=True, align=LEFT),
    "source": Look(names=("Sumber", "Source line"), size=9, quiet=True, before=3, after=10, align=LEFT),
    "table_text": Look(names=("Isi Tabel", "Table text"), size=9, align=LEFT),
    "table_number": Look(names=("Angka Tabel", "Table number"), size=9, align=RIGHT),
}


def styles_of(document: Document, named: Mapping[str, str], *, template: str = "") -> dict[str, str]:
    """Return the ids of the styles by role; those that the document does not have are made.

    Parameters
    ----------
    document
        Empty, or made of a template.
    named
        Names of styles by role, as the user has them.
    template
        The template's name; without one every style gets our look.

    Raises
    ------
    FileProblem
        The template has no style of a name that the user gave.
    """
    known = dict(known_styles(document))
    ids = {role: _named(known, role, name, template) for role, name in named.items()}
    normal = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    fit = size_of(document, normal.style_id if normal else "") / SIZE if template else 1
    for role, look in LOOKS.items():
        if role in ids:
            continue
        found = next(
            (known[True, name.casefold()] for name in look.names if (True, name.casefold()) in known), None
        )
        if role == "text" and template:
            found = normal or found
        style = found or _added(document, look.names[-1])
        if not (found and template) and isinstance(style, ParagraphStyle):
            _format(style, look, fit, ours=not template)
        ids[role] = style.style_id
        if role == "quote_source" and not found and isinstance(style, ParagraphStyle):
            form = style.paragraph_format
            form.left_indent = _indent(document, ids["quote"], "left_indent")
            form.right_indent = _indent(document, ids["quote"], "right_indent")
    return ids


def known_styles(document: Document) -> "Iterator[tuple[tuple[bool, str], BaseStyle]]":
    """Yield styles under whether they are for paragraphs (else for tables) and each of their names."""
    for style in document.styles:
        if style.type in (WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.TABLE):
            aliases = style.element.find(qn("w:aliases"))
            also = aliases.get(qn("w:val"), "").split(",") if aliases is not None else []
            for name in (style.style_id, *also, style.name or ""):
                yield (style.type == WD_STYLE_TYPE.PARAGRAPH, name.strip().casefold()), style


def _named(known: "Mapping[tuple[bool, str], BaseStyle]", role: str, name: str, template: str) -> str:
    of_paragraphs = role != "table"
    found = known.get((of_paragraphs, name.strip().casefold()))
    if found is None:
        there = {each.name for (kind, _), each in known.items() if kind == of_paragraphs and each.name}
        raise FileProblem(
            "the template has no style {style!r}, which qualcode.toml names for {role}",
            where=template,
            remedy="its styles of that kind are: {known}",
            style=name,
            role=role,
            known=", ".join(sorted(there, key=str.casefold)),
        )
    return found.style_id


def size_of(document: Document, style_id: str) -> float:
    """Return the size of a style's letters, in points; Word's own is 10 where nothing is said."""
    style = next((each for each in document.styles if each.style_id == style_id), None)
    while isinstance(style, ParagraphStyle):
        if style.font.size:
            return float(style.font.size.pt)
        style = style.base_style
    half = document.styles.element.xpath("./w:docDefaults/w:rPrDefault/w:rPr/w:sz/@w:val")
    return int(half[0]) / 2 if half else 10


def _indent(document: Document, style_id: str, side: Literal["left_indent", "right_indent"]) -> Length:
    """Return how far from the margin a style stands, as it says or one that it is based on."""
    style = next((each for each in document.styles if each.style_id == style_id), None)
    while isinstance(style, ParagraphStyle):
        found = getattr(style.paragraph_format, side)
        if found is not None:
            return Length(found)
        style = style.base_style
    return Length(0)


def _added(document: Document, name: str) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in BUILT_IN)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    style.quick_style = True
    return style


def _format(style: ParagraphStyle, look: Look, fit: float, *, ours: bool) -> None:
    """Give a style its look; in a template only what does not depend on its font and ink."""
    if ours:
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), FONT)
        style.font.color.rgb = QUIET if look.quiet else INK
        for border in style.element.xpath("./w:pPr/w:pBdr"):
            border.getparent().remove(border)
    style.font.size, style.font.bold, style.font.italic = Pt(round(look.size * fit * 2) / 2), look.bold, False
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing, form.first_line_indent = look.line, Cm(0)
    form.left_indent = form.right_indent = Cm(look.indent)
    form.alignment, form.keep_with_next = look.align, look.keep
    if look.outline is not None:
        for old in style.element.xpath("./w:pPr/w:outlineLvl"):
            old.getparent().remove(old)
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(look.outline))
        style.element.get_or_add_pPr().append(level)


def set_language(document: Document, tag: str) -> None:
    """Tell Word's spelling checker which language the report's own words are in."""
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = defaults.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        defaults.append(language)
    language.set(qn("w:val"), tag)
