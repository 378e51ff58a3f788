"""Excel workbooks."""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd
import xlsxwriter

from qualcode.errors import FileProblem
from qualcode.exports.characters import all_legal, legal, shortened
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
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_DATE = r"\d{4}-\d\d-\d\d"
_DAY_ZERO = datetime(1899, 12, 30)
"""The day that Excel counts from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: its title, a frame, the columns wanted (all that are for people by default), and notes."""

    title: str
    frame: pd.DataFrame
    columns: Sequence[str] | None = None
    notes: Sequence[str] = ()

    @property
    def names(self) -> list[str]:
        """The columns that are shown, in order."""
        hidden = {each.name for each in CODINGS if each.technical}
        if "negative" in self.frame.columns and not self.frame["negative"].any():
            hidden.add("negative")
        return list(self.columns or (name for name in self.frame.columns if name not in hidden))


def render(
    frame: pd.DataFrame,
    *,
    columns: Sequence[str] | None = None,
    title: str,
    language: str,
    notes: Sequence[str] = (),
) -> bytes:
    """Return the frame as a workbook of one sheet; see `render_book`."""
    sheet = Sheet(title=title, frame=frame, columns=columns, notes=notes)
    return render_book([sheet], title=title, language=language)


def render_book(sheets: Sequence[Sheet], *, title: str, language: str) -> bytes:
    """Return a workbook.

    Text stays text (nothing becomes a formula, a number or a link), dates are dates, the header is frozen
    and repeated in print, and every column can be filtered.

    Raises
    ------
    FileProblem
        More rows, or a longer text, than a sheet can hold.
    """
    for each in sheets:
        _check_fits(each.frame[each.names])
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        book.set_properties({"title": title, "created": datetime(2000, 1, 1)})
        formats = {name: book.add_format(look) for name, look in _LOOKS.items()}
        taken: set[str] = set()
        for each in sheets:
            name = _sheet_name(each.title, language, taken)
            _write_sheet(book.add_worksheet(name), each, formats, language)
    return buffer.getvalue()


_LOOKS = {
    "header": {"bold": True, "bottom": 1, "bg_color": "#EEF1F4", "valign": "vcenter", "text_wrap": True},
    "text": {"valign": "top", "text_wrap": True},
    "figure": {"valign": "top"},
    "clock": {"valign": "top", "num_format": "[h]:mm:ss"},
    "date": {"valign": "top", "num_format": "yyyy-mm-dd"},
    "note": {"italic": True, "font_color": "#595959"},
}


def _write_sheet(sheet: Any, given: Sheet, formats: Mapping[str, Any], language: str) -> None:
    """Write a sheet row by row, as a workbook in constant memory takes it."""
    frame = given.frame[given.names]
    widths = [column(name).width for name in frame.columns]
    _lay_out(sheet, len(frame), widths)
    for place, name in enumerate(frame.columns):
        sheet.write_string(0, place, legal(title(name, language)), formats["header"])
    columns = [_cells(frame[name], language) for name in frame.columns]
    writers = {"text": sheet.write_string, **dict.fromkeys(("figure", "clock", "date"), sheet.write_number)}
    writing = [(place, writers[look], formats[look]) for place, (look, _) in enumerate(columns)]
    rows = zip(_lines(frame, widths), *(values for _, values in columns), strict=True)
    for row, (lines, *values) in enumerate(rows, start=1):
        if lines > 1:
            sheet.set_row(row, min(LINE * lines, TALLEST))
        for (place, write, look), value in zip(writing, values, strict=True):
            if value is not None:
                write(row, place, value, look)
    for line, note in enumerate(given.notes):
        sheet.write_string(len(frame) + 2 + line, 0, legal(note), formats["note"])


def _cells(cells: "pd.Series[Any]", language: str) -> tuple[str, list[Any]]:
    """Return how a column's cells look, and what is in them; None where there is nothing."""
    if pd.api.types.is_numeric_dtype(cells) and not pd.api.types.is_bool_dtype(cells):
        figures = cells / DAY if cells.name == "time" else cells
        values = figures.astype(object).where(cells.notna(), None).tolist()
        return "clock" if cells.name == "time" else "figure", values
    if cells.name == "date" and cells.str.match(_DATE).all():
        days = pd.to_datetime(cells.str[:10]) - _DAY_ZERO
        return "date", days.dt.days.tolist()
    words = worded(cells.to_frame(), language).iloc[:, 0] if column(str(cells.name)).values else cells
    return "text", [text or None for text in all_legal(words.astype("str").tolist())]


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
        [_wrapped(text, width) for text in frame[name].tolist()]
        for name, width in zip(frame.columns, widths, strict=True)
        if not pd.api.types.is_numeric_dtype(frame[name])
    ]
    return [max(cells) for cells in zip([1] * len(frame), *columns, strict=True)]


def _wrapped(text: str, width: int) -> int:
    if len(text) <= width and "\n" not in text:
        return 1
    return sum(1 + (len(line) - 1) // width for line in text.split("\n"))


def _sheet_name(title: str, language: str, taken: set[str]) -> str:
    """Return a title as a sheet may be called: of few characters, of whole words, and unlike the others."""
    name = shortened(_FORBIDDEN_IN_NAMES.sub(" ", title), LONGEST_NAME).strip(" '")
    name = name or translator(language)("Table")
    number = 1
    while (found := name if number == 1 else f"{name[: LONGEST_NAME - 4]} {number}").casefold() in taken:
        number += 1
    taken.add(found.casefold())
    return found


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
