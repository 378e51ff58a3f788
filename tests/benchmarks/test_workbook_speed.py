"""How long a large coded-segment table takes to become a workbook."""

import io
from typing import Any

import pandas as pd
import xlsxwriter
from pytest_benchmark.fixture import BenchmarkFixture

from qualcode.exports import xlsx_writer
from qualcode.tables.columns import CODINGS, Column
from tests.benchmarks.conftest import Compare
from tests.benchmarks.test_document_speed import least

ROWS = 20_000
SAID = {"date": "2024-06-03", "kind": "interview", "origin": "by_hand", "review": ""}
QUOTED = "Awalnya saya belajar sendiri di rumah, tidak ada pelatihan dari kantor. Lama-lama bisa juga. "


def cells(column: Column) -> "pd.Series[Any]":
    if column.dtype == "str":
        words = QUOTED if column.name == "quotation" else column.title
        texts = [SAID.get(column.name, f"{words} {row}") for row in range(ROWS)]
        return pd.Series(texts, dtype="str")
    return pd.Series([row % 2 for row in range(ROWS)], dtype=column.dtype)


def test_a_workbook_of_20000_rows_against_the_same_bare_cells(
    benchmark: BenchmarkFixture, compare: Compare
) -> None:
    frame = pd.DataFrame({column.name: cells(column) for column in CODINGS})
    shown = xlsx_writer.Sheet(title="", frame=frame).names
    rows = frame[shown].astype(object).to_numpy().tolist()

    def bare() -> bytes:
        buffer = io.BytesIO()
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(buffer, options) as book:
            sheet = book.add_worksheet()
            for row, values in enumerate(rows):
                for place, value in enumerate(values):
                    write = sheet.write_string if isinstance(value, str) else sheet.write_number
                    write(row, place, value)
        return buffer.getvalue()

    ours = least(lambda: xlsx_writer.render(frame, title="Tabel", language="id"))
    benchmark(bare)
    compare("workbook of 20,000 rows against bare cells", ours, least(bare), 1.2)
