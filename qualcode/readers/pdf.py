"""PDF: the words of its text layer with their places, made into lines again."""

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qualcode.errors import FileProblem
from qualcode.readers.draft import Contents, File, Note
from qualcode.readers.layout import Row, Word, rows_of
from qualcode.readers.reflow import reflow, without_furniture, without_line_numbers

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

_BOLD = 600
"""Weight from which a font is bold."""
_BLANKS = frozenset({0xA0, 0x200B, 0xFEFF})
"""Besides white space: what is not seen."""
_HYPHEN = 0x02
"""What the library gives for a hyphen at the end of a line, without a blank behind it."""
_FEWEST_LETTERS = 0.5
"""Share of characters that are letters of some writing, below which fonts hide what they say."""


def read_pdf(file: File) -> Contents:
    """Take a PDF apart; page numbers are kept for citing, running heads and feet left out.

    Raises
    ------
    FileProblem
        It is damaged, asks for a password, or holds pictures of text only.
    """
    document = _opened(file)
    try:
        pages = [_rows(document, number) for number in range(len(document))]
    finally:
        document.close()
    _refuse_unreadable(pages, file)
    without_line_numbers(pages)
    kept, furniture = without_furniture(pages)
    empty = [str(number) for number, rows in enumerate(pages, start=1) if not rows]
    notes = []
    if furniture:
        what = "{count} running heads and page numbers were left out, the first: {first!r}"
        notes.append(Note(what, {"count": len(furniture), "first": furniture[0].text[:60]}))
    if empty:
        what = "pages without text, perhaps pictures, were left out: {pages}"
        notes.append(Note(what, {"pages": ", ".join(empty[:20])}))
    return Contents(tuple(reflow(kept)), notes=tuple(notes))


def _opened(file: File) -> "PdfDocument":
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

    try:
        return PdfDocument(file.data)
    except PdfiumError as error:
        if error.err_code in {FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY}:
            what = "the file is protected by a password"
            remedy = "save a copy without the password and add that"
            raise FileProblem(what, where=file.name, remedy=remedy) from error
        remedy = "open it in its program, save it again, and add that"
        raise FileProblem("the file is damaged", where=file.name, remedy=remedy) from error


def _refuse_unreadable(pages: list[list[Row]], file: File) -> None:
    text = "".join(row.text for rows in pages for row in rows)
    if not text:
        what = "this PDF holds pictures of pages and no text"
        remedy = "run text recognition (OCR) on it, or add the file that it was made from"
        raise FileProblem(what, where=file.name, remedy=remedy)
    letters = sum(char.isalpha() for char in text)
    if letters < _FEWEST_LETTERS * len(text.replace(" ", "")):
        what = "the fonts of this PDF do not tell which letters they show"
        remedy = "add the file that it was made from, or run text recognition (OCR) on it"
        raise FileProblem(what, where=file.name, remedy=remedy)


def _rows(document: "PdfDocument", number: int) -> list[Row]:
    """Return the rows of a page; a page that cannot be loaded has none."""
    from pypdfium2 import PdfiumError

    try:
        page = document[number]
    except PdfiumError:
        return []
    try:
        text = page.get_textpage()
        try:
            return rows_of(_words(text), page=number + 1)
        finally:
            text.close()
    finally:
        page.close()


def _words(text: "PdfTextPage") -> Iterator[Word]:
    """Yield the words of a page in the order in which the file draws them."""
    from pypdfium2 import raw

    count = text.count_chars()
    codes = [raw.FPDFText_GetUnicode(text.raw, place) for place in range(count)]
    first = 0
    while first < count:
        if _is_blank(codes[first]):
            first += 1
            continue
        last = first
        while last + 1 < count and codes[last] != _HYPHEN and not _is_blank(codes[last + 1]):
            last += 1
        yield _word(text, codes, first, last)
        first = last + 1


def _word(text: "PdfTextPage", codes: list[int], first: int, last: int) -> Word:
    from pypdfium2 import raw

    begin, end = raw.FS_RECTF(), raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetLooseCharBox(text.raw, first, begin)
    raw.FPDFText_GetLooseCharBox(text.raw, last, end)
    raw.FPDFText_GetCharOrigin(text.raw, first, x, y)
    return Word(
        text=_text(codes[first : last + 1]),
        left=begin.left,
        right=max(end.right, begin.right),
        baseline=y.value,
        size=max(begin.top - begin.bottom, 1.0),
        bold=_is_bold(text, first),
    )


def _is_bold(text: "PdfTextPage", place: int) -> bool:
    """Say whether a character's font is bold, by its name, since few programs state its weight."""
    from pypdfium2 import raw

    name = ctypes.create_string_buffer(100)
    raw.FPDFText_GetFontInfo(text.raw, place, name, len(name), ctypes.c_int())
    return b"bold" in name.value.lower() or raw.FPDFText_GetFontWeight(text.raw, place) >= _BOLD


def _text(codes: list[int]) -> str:
    written = "".join("-" if code == _HYPHEN else chr(code or 0xFFFD) for code in codes)
    return written.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _is_blank(code: int) -> bool:
    return code in _BLANKS or chr(code).isspace()
