import io
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from qualcode.errors import FileProblem
from qualcode.exports.xlsx_writer import Sheet, render, render_book
from tests.tables.sample import ROWS, Row, codings


def sheet(data: bytes) -> Any:
    (only,) = load_workbook(io.BytesIO(data)).worksheets
    return only


def quoting(text: str) -> tuple[Row, ...]:
    return tuple((*row[:5], text, *row[6:]) for row in ROWS[:1])


def test_a_sheet_has_titles_a_frozen_header_and_a_filter() -> None:
    made = sheet(render(codings(), title="Kutipan: terkode", language="id"))
    assert made.title == "Kutipan terkode"
    last = made.cell(1, made.max_column).column_letter
    assert (made.freeze_panes, made.auto_filter.ref, made.print_title_rows) == ("A2", f"A1:{last}9", "$1:$1")
    assert [cell.value for cell in made[1]][:3] == ["Kode rujukan", "Sumber", "Informan"]


def test_a_sheet_is_printed_on_as_few_pages_as_its_rows_need_and_called_by_whole_words() -> None:
    made = sheet(render(codings(), title="Pemberdayaan pelaku UMKM: studi contoh", language="id"))
    assert made.page_setup.orientation == "landscape"
    assert (made.sheet_properties.pageSetUpPr.fitToPage, made.page_setup.fitToHeight) == (True, 0)
    assert made.title == "Pemberdayaan pelaku UMKM studi"


def test_what_no_workbook_can_hold_is_marked_and_not_spelled_out() -> None:
    made = sheet(render(codings(quoting("a\x1b[1mb\x07")), columns=["quotation"], title="", language="id"))
    assert made["A2"].value == "a\ufffd[1mb\ufffd"


@pytest.mark.parametrize(
    "text", ["=1+1", "+62 811", "007", "http://dinas.example", "-5%", "{=A1}", "_x0041_", "a\nb 😀", " x "]
)
def test_text_is_never_taken_for_anything_else(text: str) -> None:
    made = sheet(render(codings(quoting(text)), columns=["quotation"], title="", language="id"))
    cell = made["A2"]
    assert cell.data_type == "s"
    assert unescape(cell.value) == text
    assert cell.hyperlink is None


def test_numbers_are_numbers_and_time_is_a_duration() -> None:
    made = sheet(render(codings(), columns=["turn", "time"], title="", language="id"))
    assert made["A2"].value == 8
    assert made["A9"].value is None
    assert made["B2"].number_format == "[h]:mm:ss"


def test_a_text_no_cell_can_hold_is_refused_not_cut(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"quotation is longer than the 32767 characters .*\.docx"):
        render(codings(quoting("x" * 32_768)), title="", language="id")


def test_notes_stand_below_the_table() -> None:
    made = sheet(render(codings(), title="", language="en", notes=["–: not asked"]))
    assert made["A11"].value == "–: not asked"
    assert made.title == "Table"


def test_a_book_has_a_sheet_per_part_and_no_two_of_one_name() -> None:
    long = "Segmen yang dikode menurut tahap pemberdayaan"
    sheets = [
        Sheet(title=title, frame=codings(), columns=["quotation"]) for title in (long, long.upper(), "B")
    ]
    made = load_workbook(io.BytesIO(render_book(sheets, title="Lampiran", language="id")))
    assert made.sheetnames == ["Segmen yang dikode menurut", "SEGMEN YANG DIKODE MENURUT 2", "B"]


def test_a_date_is_a_date_unless_one_of_the_column_is_none() -> None:
    frame = pd.DataFrame({"date": ["2024-06-03", "2024-06-04T10:00:00Z"]}, dtype="str")
    made = sheet(render(frame, title="", language="id"))
    assert [made["A2"].value, made["A3"].value] == [datetime(2024, 6, 3), datetime(2024, 6, 4)]
    made = sheet(render(frame.replace("2024-06-03", "kemarin"), title="", language="id"))
    assert made["A2"].value == "kemarin"
