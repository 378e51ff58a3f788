"""Comma-, semicolon- or tab-separated tables."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from qualcode.errors import FileProblem
from qualcode.readers.cues import contents_of_cues
from qualcode.readers.draft import Contents, File
from qualcode.readers.encodings import decode
from qualcode.readers.sheets import contents_of_sheet
from qualcode.readers.whisper import cues_of_table

_LONGEST_CELL = 1_000_000
_SAMPLE = 200_000
"""Code points that tell the separator."""


def read_csv(file: File) -> Contents:
    """Take a separated table apart; the separator is the one that makes the most regular rows."""
    decoded = decode(file)
    try:
        beginning = decoded.text[:_SAMPLE]
        separator = max(",;\t|", key=lambda each: _regularity(_rows(beginning, each)))
        rows = _rows(decoded.text, separator)
    except csv.Error as error:
        remedy = "save it again from the spreadsheet"
        what = "the table cannot be read: {reason}"
        raise FileProblem(what, where=file.name, remedy=remedy, reason=error) from error
    cues = cues_of_table(rows)
    contents = contents_of_cues(cues, file) if cues else contents_of_sheet(rows, file)
    return replace(contents, notes=(*decoded.notes, *contents.notes))


def _rows(text: str, separator: str) -> list[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    return list(csv.reader(io.StringIO(text), delimiter=separator))


def _regularity(rows: Sequence[Sequence[str]]) -> float:
    """Return the share of rows of the commonest width, 0 where that is one cell."""
    widths = Counter(len(row) for row in rows if row)
    width, count = widths.most_common(1)[0] if widths else (1, 0)
    return count / widths.total() + min(width, 20) / 1000 if width > 1 else 0.0
