"""Plain text and Markdown: the text as it is."""

import re

from qualcode.readers.dashes import by_sign
from qualcode.readers.draft import Contents, File, Line
from qualcode.readers.encodings import Decoded, decode
from qualcode.readers.numbered import without_numbers

_HEADING = re.compile(r"\s{0,3}#{1,6}\s|\s*(?:[-*_]\s*){3,}$|\s*={3,}\s*$")


def read_text(file: File) -> Contents:
    """Take a text file apart into its lines, or into turns where a sign begins each."""
    decoded = decode(file)
    lines, numbered = without_numbers(_lines(decoded))
    lines, signed = by_sign(lines)
    return Contents(tuple(lines), notes=(*decoded.notes, *numbered, *signed))


def read_markdown(file: File) -> Contents:
    """Take a Markdown file apart into its lines; its headings belong to no turn."""
    decoded = decode(file)
    return Contents(
        tuple(Line(line.text, heading=bool(_HEADING.match(line.text))) for line in _lines(decoded)),
        notes=decoded.notes,
    )


def _lines(decoded: Decoded) -> list[Line]:
    return [Line(text) for text in decoded.text.split("\n")]
