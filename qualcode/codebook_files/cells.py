"""CSV, XLSX and DOCX files -> rows of cells as text."""

import csv
import io
from pathlib import Path

from qualcode.codebook_files.decoding import decode
from qualcode.codebook_files.faults import Fault
from qualcode.codebook_files.tables import Rows, is_header
from qualcode.errors import FileProblem


def csv_rows(path: Path, faults: list[Fault]) -> Rows:
    """Read a CSV file with commas, semicolons or tabs between cells."""
    text = decode(path.read_bytes(), faults)
    if text is None:
        return []
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise FileProblem("this is no CSV file: {problem}", where=path.name, problem=str(error)) from error


def xlsx_rows(path: Path, faults: list[Fault]) -> Rows:
    """Read the first sheet that has a header row, else the first sheet."""
    del faults
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(path.read_bytes()), read_only=True, data_only=True)
        sheets = [
            [[_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
            for sheet in book.worksheets
        ]
    except OSError:
        raise
    except Exception as error:  # openpyxl raises whatever the damage happens to break
        raise _damaged(path, "an Excel workbook") from error
    return next((rows for rows in sheets if any(map(is_header, rows))), sheets[0] if sheets else [])


def docx_rows(path: Path, faults: list[Fault]) -> Rows:
    """Read the first table that has a header row."""
    del faults
    from docx import Document

    try:
        document = Document(io.BytesIO(path.read_bytes()))
        tables = [
            [["\n".join(p.text for p in cell.paragraphs) for cell in row.cells] for row in table.rows]
            for table in document.tables
        ]
    except OSError:
        raise
    except Exception as error:  # python-docx raises whatever the damage happens to break
        raise _damaged(path, "a Word document") from error
    return next((rows for rows in tables if any(map(is_header, rows))), tables[0] if tables else [])


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _damaged(path: Path, kind: str) -> FileProblem:
    return FileProblem(
        "this is not {kind}, or it is damaged or encrypted",
        where=path.name,
        remedy="open it in its program and save it again",
        kind=kind,
    )
