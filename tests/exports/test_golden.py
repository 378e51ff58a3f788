"""Whole documents, looked at once and kept: see tests/conftest.py for how to write them anew."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from qualcode.exports import write_summary, write_table
from qualcode.tables import legend, matrix, of_codes
from tests.tables.sample import CODEBOOK, KEYS, codings, coverage
from tests.tables.themes import themes

Golden = Callable[[str, bytes], None]
READ = coverage({("Herman", "W2-herman", code.key): "read" for code in CODEBOOK.codes})


@pytest.mark.parametrize("name", ["passages.csv", "passages.html", "passages.md", "passages.docx"])
def test_coded_passages(tmp_path: Path, golden: Golden, name: str) -> None:
    write_table(codings(), tmp_path / name, language="id", codes=KEYS)
    compare(tmp_path / name, golden)


@pytest.mark.parametrize("name", ["summary.csv", "summary.html", "summary.md", "summary.docx"])
def test_summaries(tmp_path: Path, golden: Golden, name: str) -> None:
    write_summary(of_codes(codings(), CODEBOOK, language="en"), tmp_path / name, language="en")
    compare(tmp_path / name, golden)


def test_themes(tmp_path: Path, golden: Golden) -> None:
    write_summary(themes(), tmp_path / "themes.md", language="id")
    compare(tmp_path / "themes.md", golden)


def test_matrix(tmp_path: Path, golden: Golden) -> None:
    table = matrix(codings(), CODEBOOK, ["Zul", "Herman", "Astuti"], READ, language="id")
    write_table(table.shown("id"), tmp_path / "matrix.md", language="id", notes=[legend("id")])
    compare(tmp_path / "matrix.md", golden)


def compare(path: Path, golden: Golden) -> None:
    """Compare a file with its golden one; of a Word document, the main part, indented."""
    if path.suffix != ".docx":
        golden(path.name, path.read_bytes())
        return
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        part = etree.fromstring(archive.read("word/document.xml"))
    etree.indent(part)
    golden(f"{path.stem}.docx.xml", etree.tostring(part, encoding="utf-8"))
