"""RTF files: their paragraphs; formatting is not read."""

import re

from qualcode.errors import FileProblem
from qualcode.model import clean
from qualcode.readers.draft import Contents, File, Line

_CODE_PAGE = re.compile(rb"\\ansicpg(\d+)")


def read_rtf(file: File) -> Contents:
    """Take an RTF file apart.

    Raises
    ------
    FileProblem
        Its text cannot be read.
    """
    from striprtf.striprtf import rtf_to_text

    declared = _CODE_PAGE.search(file.data[:2000])
    encoding = f"cp{declared[1].decode()}" if declared and declared[1] != b"0" else "cp1252"
    try:
        text: str = rtf_to_text(  # type: ignore[no-untyped-call] # striprtf ships no type information
            file.data.decode("latin-1"), encoding=encoding, errors="strict"
        )
    except Exception as error:  # striprtf raises whatever a damaged control word makes it stumble over
        remedy = "open it in its program, save it as .docx, and add that"
        raise FileProblem("the file is damaged", where=file.name, remedy=remedy) from error
    # RTF writes an emoji as the two halves that UTF-16 has for it
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return Contents(tuple(Line(line.rstrip()) for line in clean(whole).text.split("\n")))
