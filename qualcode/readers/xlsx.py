"""Excel files: the first sheet that holds turns or answers."""

import datetime
import io
import warnings
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from qualcode.errors import FileProblem
from qualcode.model import clean
from qualcode.readers.draft import Contents, File, Note
from qualcode.readers.limits import VARIABLE, most_rows
from qualcode.readers.packages import Package
from qualcode.readers.sheets import contents_of_sheet

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_DAY = datetime.timedelta(days=1)


def read_xlsx(file: File) -> Contents:
    """Take an Excel file apart.

    Raises
    ------
    FileProblem
        It is damaged, or no sheet holds turns or answers.
    """
    sheets = _sheets(file)
    problem: FileProblem | None = None
    for name, rows in sheets.items():
        try:
            contents = contents_of_sheet(rows, file)
        except FileProblem as error:
            problem = problem or error
            continue
        others = ", ".join(other for other, cells in sheets.items() if other != name and cells)
        what = "only the sheet {name!r} was read, not: {others}"
        note = Note(what, {"name": name, "others": others})
        return replace(contents, notes=(*contents.notes, note)) if others else contents
    raise problem or FileProblem("the workbook has no sheet", where=file.name)


def _sheets(file: File) -> dict[str, list[list[str]]]:
    from openpyxl import load_workbook

    package = Package(file)
    package.refuse_entities()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and extensions that it leaves out
            book = load_workbook(io.BytesIO(file.data), read_only=True, data_only=True)
            return {sheet.title: _rows(sheet, file) for sheet in book.worksheets}
    except FileProblem:
        raise
    except Exception as error:  # openpyxl raises whatever a damaged part makes it stumble over
        raise package.damaged() from error


def _rows(sheet: "ReadOnlyWorksheet", file: File) -> list[list[str]]:
    """Return the filled rows, all of one width, whatever size the sheet claims to have."""
    limit = most_rows()
    sheet.reset_dimensions()
    cells = sheet.iter_rows(values_only=True)  # type: ignore[misc] # the stubs type `self` too narrowly
    filled = (row for row in cells if any(value is not None for value in row))
    rows = [[_text(value) for value in row] for row in islice(filled, limit + 1)]
    if len(rows) > limit:
        what = "a sheet has more than {limit} rows, which are too many for a transcript"
        remedy = "split it, or allow more with {variable}"
        raise FileProblem(what, where=file.name, remedy=remedy, limit=limit, variable=VARIABLE)
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _text(value: object) -> str:
    """Return a cell as a person reads it: no ``.0``, times as ``h:mm:ss``, dates in ISO form."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.timedelta):
        return str(value % _DAY) if value >= _DAY else str(value).split(".")[0]
    if isinstance(value, datetime.datetime):
        at_midnight = value.time() == datetime.time()
        return value.date().isoformat() if at_midnight else value.isoformat(" ", "minutes")
    if isinstance(value, datetime.time):
        return value.isoformat("seconds")
    return clean(str(value)).text
