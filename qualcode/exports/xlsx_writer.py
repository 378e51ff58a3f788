"""Excel workbooks."""

import io
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pandas as pd
import xlsxwriter

from qualcode.errors import FileProblem
from qualcode.exports.characters import legal, shortened
from qualcode.exports.layout import worded
from qualcode.locale import translator
from qualcode.tables.columns import CODINGS, column, title

MOST_ROWS = 1_048_575
MOST_CHARACTERS = 32_767
LONGEST_NAME = 31
DAY = 86_400
LINE, TALLEST = 15, 409
"""Height of a line, and of the tallest row, in points."""
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def render(
    frame: pd.DataFrame,
    *,
    columns: Sequence[str] | None = None,
    title: str,
    language: str,
    notes: Sequence[str] = (),
) -> bytes:
    """Return the frame as a workbook of one sheet.

    Text stays text (nothing becomes a formula, a number or a link), the header is frozen and repeated in
    print, and every column can be filtered.

    Raises
    ------
    FileProblem
        More rows, or a longer text, than a sheet can hold.
    """
    hidden = {each.name for each in CODINGS if each.technical}
    if "negative" in frame.columns and not frame["negative"].any():
        hidden.add("negative")
    names = list(columns or (name for name in frame.columns if name not in hidden))
    _check_fits(frame[names])
    widths = [column(name).width for name in names]
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        book.set_properties({"title": title, "created": datetime(2000, 1, 1)})
        sheet = book.add_worksheet(_sheet_name(title, language))
        _lay_out(sheet, len(frame), widths)
        for row, lines in enumerate(_lines(frame[names], widths), start=1):
            sheet.set_row(row, min(LINE * lines, TALLEST))
        _write_header(book, sheet, names, language)
        for place, name in enumerate(names):
            _write_column(book, sheet, place, frame[name], language)
        small = book.add_format({"italic": True, "font_color": "#595959"})
        for line, note in enumerate(notes):
            sheet.write_string(len(frame) + 2 + line, 0, note, small)
    return buffer.getvalue()


def _write_header(book: Any, sheet: Any, names: Sequence[str], language: str) -> None:
    bold = book.add_format(
        {"bold": True, "bottom": 1, "bg_color": "#EEF1F4", "valign": "vcenter", "text_wrap": True}
    )
    for place, name in enumerate(names):
        sheet.write_string(0, place, title(name, language), bold)


def _write_column(book: Any, sheet: Any, place: int, cells: "pd.Series[Any]", language: str) -> None:
    text = book.add_format({"valign": "top", "text_wrap": True})
    if cells.name == "time":
        clock = book.add_format({"valign": "top", "num_format": "[h]:mm:ss"})
        for row, seconds in enumerate(cells.tolist(), start=1):
            if pd.notna(seconds):
                sheet.write_number(row, place, seconds / DAY, clock)
    elif pd.api.types.is_numeric_dtype(cells) and not pd.api.types.is_bool_dtype(cells):
        figure = book.add_format({"valign": "top"})
        for row, value in enumerate(cells.tolist(), start=1):
            if pd.notna(value):
                sheet.write_number(row, place, value, figure)
    else:
        words = worded(cells.to_frame(), language).iloc[:, 0].tolist()
        for row, value in enumerate(words, start=1):
            if value:
                sheet.write_string(row, place, legal(value), text)


def _lay_out(sheet: Any, rows: int, widths: Sequence[int]) -> None:
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(rows, 1), len(widths) - 1)
    sheet.set_row(0, 2 * LINE)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.4, right=0.4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C&P / &N")


def _lines(frame: pd.DataFrame, widths: Sequence[int]) -> list[int]:
    """Estimate how many lines each row needs; not every program fits the height of rows to wrapped text."""
    columns = [
        [sum(1 + (len(line) - 1) // width for line in text.split("\n")) for text in frame[name]]
        for name, width in zip(frame.columns, widths, strict=True)
        if not pd.api.types.is_numeric_dtype(frame[name])
    ]
    return [max(cells) for cells in zip(*columns, strict=True)]


def _sheet_name(title: str, language: str) -> str:
    """Return a title as a sheet may be called: of few characters, and of whole words where that can be."""
    name = shortened(_FORBIDDEN_IN_NAMES.sub(" ", title), LONGEST_NAME).strip(" '")
    return name or translator(language)("Table")


def _check_fits(frame: pd.DataFrame) -> None:
    if len(frame) > MOST_ROWS:
        raise FileProblem(
            "the table has {rows} rows and an Excel sheet holds {most}",
            remedy="write .csv, or filter by code or case",
            rows=len(frame),
            most=MOST_ROWS,
        )
    for name in frame.columns:
        text = not pd.api.types.is_numeric_dtype(frame[name])
        if text and (frame[name].str.len() > MOST_CHARACTERS).any():
            raise FileProblem(
                "a text in the column {column} is longer than the {most} characters an Excel cell holds",
                remedy="write .csv, .docx or .html instead",
                column=name,
                most=MOST_CHARACTERS,
            )
