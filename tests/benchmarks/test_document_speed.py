"""How long a large table takes to become a Word file, and how much memory.

LibreOffice's layout is measured by hand, since one undivided table takes it more than a minute:
``QUALCODE_BENCH_LAYOUT=1`` does so.
"""

import io
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from qualcode.exports import docx_writer
from qualcode.exports.blocks import Grid, GridColumn, Report
from tests.benchmarks.conftest import Compare
from tests.e2e.conftest import program

ROWS, COLUMNS = 5_000, 7
WORDS = "Taunyo dari kawan yang lebih dulu ikut pelatihan di balai desa"


def report(rows: int) -> Report:
    columns = tuple(GridColumn(f"Kolom {number}", 15) for number in range(COLUMNS))
    cells = [tuple(f"{WORDS} {row}.{column}" for column in range(COLUMNS)) for row in range(rows)]
    return Report("Tabel", "id", (Grid("Kutipan", columns, cells),))


def usual(rows: int) -> bytes:
    """Write a table as python-docx's guide does: a table of so many rows, and cell by cell."""
    document = docx.Document()
    table = document.add_table(rows, COLUMNS)
    for number, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            cell.text = f"{WORDS} {number}.{column}"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def least(work: Callable[[], object], *, rounds: int = 3) -> float:
    """Return the shortest time of a few, which other work on the machine disturbs least."""

    def once() -> float:
        began = time.perf_counter()
        work()
        return time.perf_counter() - began

    return min(once() for _ in range(rounds))


def test_a_table_of_5000_rows_against_python_docx_cell_by_cell(
    benchmark: BenchmarkFixture, compare: Compare
) -> None:
    made = report(ROWS)
    benchmark(docx_writer.render, made)
    ours, theirs = least(lambda: docx_writer.render(made)), least(lambda: usual(ROWS), rounds=2)
    compare("a Word table of 5,000 rows, to add_table and row.cells", ours, theirs, 1 / 12)


def test_20000_rows_take_four_times_as_long_as_5000(benchmark: BenchmarkFixture, compare: Compare) -> None:
    few, many = report(ROWS), report(4 * ROWS)
    benchmark(docx_writer.render, few)
    ours, theirs = least(lambda: docx_writer.render(many)), least(lambda: docx_writer.render(few))
    compare("20,000 rows, to 4 times 5,000", ours, 4 * theirs, 1.2)


def test_20000_rows_take_four_times_the_memory_of_5000(benchmark: BenchmarkFixture, compare: Compare) -> None:
    bare, few, many = (_memory(rows) for rows in (1, ROWS, 4 * ROWS))
    benchmark(docx_writer.render, report(1))
    compare("memory (MB for s) of 20,000 rows, to 4 times 5,000", many - bare, 4 * (few - bare), 1.2)


def _memory(rows: int) -> float:
    """Return the most memory, in MB, that a process of its own takes to write so many rows."""
    code = (
        "import re; from tests.benchmarks.test_document_speed import docx_writer, report; "
        f"docx_writer.render(report({rows})); "
        r"print(re.search(r'VmHWM:\s+(\d+)', open('/proc/self/status').read())[1])"
    )
    root = Path(__file__).parents[2]
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=root)
    return int(told.stdout) / 1024


@pytest.mark.skipif(not os.environ.get("QUALCODE_BENCH_LAYOUT"), reason="takes LibreOffice minutes")
def test_libreoffice_lays_out_a_divided_table_sooner_than_a_whole_one(
    benchmark: BenchmarkFixture, compare: Compare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = report(ROWS)
    (tmp_path / "divided.docx").write_bytes(docx_writer.render(made))
    monkeypatch.setattr(docx_writer, "STRETCH", ROWS)
    (tmp_path / "whole.docx").write_bytes(docx_writer.render(made))
    _laid_out(tmp_path / "divided.docx")
    benchmark(lambda: None)
    divided = _laid_out(tmp_path / "divided.docx")
    compare(
        "layout of 5,000 rows in LibreOffice, to one table",
        divided,
        _laid_out(tmp_path / "whole.docx"),
        1 / 5,
    )


def _laid_out(document: Path) -> float:
    folder = document.parent
    profile = f"-env:UserInstallation=file://{folder}/office"
    began = time.perf_counter()
    subprocess.run(
        [program("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", folder, document],
        check=True, capture_output=True,
    )  # fmt: skip
    return time.perf_counter() - began
