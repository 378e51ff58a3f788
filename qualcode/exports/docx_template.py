"""The Word file that a report is written into: a faculty's template, or an empty one."""

import io
import zipfile
import zlib
from datetime import datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.shared import Cm

from qualcode.errors import FileProblem
from qualcode.exports.docx_page import set_page
from qualcode.exports.docx_styles import LANGUAGES, set_language
from qualcode.exports.docx_xml import Element

HERE = "{{qualcode}}"
"""A paragraph of a template that is only this is where the report goes; all else stays."""

_NO_WORD = (
    zipfile.BadZipFile, zlib.error, PackageNotFoundError, KeyError, ValueError, SyntaxError, AttributeError,
)  # fmt: skip
"""What python-docx meets in a file that is none of its own, or is damaged."""

_TEMPLATE, _DOCUMENT = b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"


def opened(template: Path | None, *, title: str, language: str) -> tuple[Document, Element]:
    """Open the file to write into.

    Parameters
    ----------
    template
        A .docx or .dotx; None for an empty document.
    title, language
        Of the report.

    Returns
    -------
    document
        With its properties set and, where it has no place for the report, without a body.
    place
        The element before which the report goes.

    Raises
    ------
    FileProblem
        The template is missing or is not a Word document.
    """
    document = read_template(template) if template else docx.Document()
    if template is None:
        set_page(document)
        set_language(document, LANGUAGES.get(language, language))
    about = document.core_properties
    about.title, about.language = title, language
    about.author = about.comments = about.last_modified_by = about.subject = about.keywords = ""
    about.created = about.modified = datetime(2000, 1, 1)
    return document, _place(document)


def read_template(path: Path) -> Document:
    """Open a template, a .docx or .dotx.

    Raises
    ------
    FileProblem
        It is missing or is not a Word document.
    """
    try:
        return docx.Document(io.BytesIO(_as_document(path.read_bytes())))
    except FileNotFoundError as error:
        raise FileProblem(
            "there is no such template", where=str(path),
            remedy="name a .docx, with --template or in qualcode.toml under [document]",
        ) from error  # fmt: skip
    except OSError as error:
        raise FileProblem(
            "the template cannot be read: {reason}", where=str(path),
            remedy="close it where it is open, or name another", reason=error.strerror,
        ) from error  # fmt: skip
    except _NO_WORD as error:
        raise FileProblem(
            "the template is not a Word document", where=str(path),
            remedy="open it in Word and save it as .docx",
        ) from error  # fmt: skip


def _as_document(data: bytes) -> bytes:
    """Return a .dotx as the .docx that it makes; a .docx as it is."""
    name, packed = "[Content_Types].xml", io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        if _TEMPLATE not in old.read(name):
            return data
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
            for entry in old.infolist():
                part = old.read(entry)
                new.writestr(entry, part.replace(_TEMPLATE, _DOCUMENT) if entry.filename == name else part)
    return packed.getvalue()


def _place(document: Document) -> Element:
    """Return what the report goes before: what follows `HERE`, else the end of an emptied body."""
    body: Element = document.element.body
    end = body.get_or_add_sectPr()
    section = document.sections[-1]
    if not section.page_width or not section.page_height:
        section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        if getattr(section, side) is None:
            setattr(section, side, Cm(2.5))
    for paragraph in document.paragraphs:
        if paragraph.text.strip() == HERE:
            return _cleared(paragraph._p)
    for element in list(body):
        if element is not end:
            body.remove(element)
    return end


def _cleared(paragraph: Element) -> Element:
    """Take the sign away; a paragraph that ends a section stays, empty."""
    if paragraph.xpath("./w:pPr/w:sectPr"):
        for child in [each for each in paragraph if each.tag != qn("w:pPr")]:
            paragraph.remove(child)
        return paragraph
    following: Element = paragraph.getnext()
    paragraph.getparent().remove(paragraph)
    return following
