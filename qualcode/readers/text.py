"""Plain text and Markdown: the text as it is."""

import re

from qualcode.readers.draft import Contents, File, Line
from qualcode.readers.encodings import decode

_HEADING = re.compile(r"\s{0,3}#{1,6}\s|\s*(?:[-*_]\s*){3,}$|\s*={3,}\s*$")


def read_text(file: File) -> Contents:
    """Take a text file apart into its lines."""
    decoded = decode(file)
    return Contents(tuple(Line(text) for text in decoded.text.split("\n")), notes=decoded.notes)


def read_markdown(file: File) -> Contents:
    """Take a Markdown file apart into its lines; its headings belong to no turn."""
    plain = read_text(file)
    return Contents(
        tuple(Line(line.text, heading=bool(_HEADING.match(line.text))) for line in plain.lines),
        notes=plain.notes,
    )
