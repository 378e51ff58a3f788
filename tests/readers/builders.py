"""Real office files, written by the libraries that users' programs resemble most."""

import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import odfdo
from openpyxl import Workbook

Table = Sequence[Sequence[object]]


def word(path: Path, *blocks: str | Table) -> Path:
    """Write a Word file; ``**bold**`` at a paragraph's beginning is set in bold, ``# `` makes a heading."""
    document = docx.Document()
    for block in blocks:
        if not isinstance(block, str):
            table = document.add_table(len(block), len(block[0]))
            for row, cells in zip(table.rows, block, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = str(text)
        elif block.startswith("# "):
            document.add_heading(block[2:])
        elif match := re.match(r"\*\*(.+?)\*\*(.*)", block):
            paragraph = document.add_paragraph()
            paragraph.add_run(match[1]).bold = True
            paragraph.add_run(match[2])
        else:
            document.add_paragraph(block)
    document.save(str(path))
    return path


def open_document(path: Path, *blocks: str | Table) -> Path:
    """Write an OpenDocument text."""
    document = odfdo.Document("text")
    document.body.clear()
    for block in blocks:
        if isinstance(block, str):
            made = odfdo.Header(1, block[2:]) if block.startswith("# ") else odfdo.Paragraph(block)
            document.body.append(made)
        else:
            table = odfdo.Table("t", width=len(block[0]), height=len(block))
            table.set_values([[str(cell) for cell in row] for row in block])
            document.body.append(table)
    document.save(str(path))
    return path


def workbook(path: Path, *sheets: Table) -> Path:
    """Write an Excel file with one sheet per table."""
    book = Workbook()
    for number, rows in enumerate(sheets):
        sheet = book.active if number == 0 else book.create_sheet()
        assert sheet is not None
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def rewritten(path: Path, member: str, change: Callable[[str], str]) -> Path:
    """Change one member of an office file."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[member] = change(parts[member].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path
