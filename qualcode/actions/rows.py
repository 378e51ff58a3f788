"""What people bring in writing: CSV and Excel rows as texts by column name, dates."""

import csv
import io
from datetime import datetime, time
from pathlib import Path

from qualcode.errors import FileProblem, UsageError
from qualcode.readers.draft import File
from qualcode.readers.encodings import decode


def read_rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """Read a table whose first row names its columns; each row with its number in the table, empty ones not.

    Raises
    ------
    FileProblem
        It cannot be read, or is neither CSV nor Excel.
    """
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".tsv", ".xlsx"):
        raise FileProblem("is not a table", where=path.name, remedy="save it as .csv or .xlsx")
    try:
        lines = _excel(path) if suffix == ".xlsx" else _csv(path)
    except FileNotFoundError as error:
        raise FileProblem("is not there", where=str(path)) from error
    except FileProblem:
        raise
    except Exception as error:  # openpyxl and csv raise many kinds
        raise FileProblem("cannot be read: {reason}", where=path.name, reason=error) from error
    if not lines:
        raise FileProblem("is empty", where=path.name)
    names = [name.strip().casefold() for name in lines[0]]
    return [
        (number, dict(zip(names, [*line, *[""] * len(names)], strict=False)))
        for number, line in enumerate(lines[1:], start=2)
        if any(line)
    ]


def check_date(text: str) -> None:
    """Refuse a date that is not written as ISO 8601 has it, since 03/06 is read in two ways."""
    try:
        datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError("{date!r} is no date", remedy="write it as YYYY-MM-DD", date=text) from error


def _csv(path: Path) -> list[list[str]]:
    text = decode(File(path.name, path.read_bytes())).text
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter=delimiter)]


def _excel(path: Path) -> list[list[str]]:
    from openpyxl import load_workbook

    workbook = load_workbook(path, read_only=True, data_only=True)
    try:
        rows = workbook.worksheets[0].iter_rows(values_only=True)
        return [[_cell(cell) for cell in row] for row in rows]
    finally:
        workbook.close()


def _cell(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    return "" if cell is None else str(cell).strip()
