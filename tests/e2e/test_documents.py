"""The Word documents as a reader gets them: rendered to pages."""

import subprocess
from pathlib import Path

import pytest

from qualcode import Filters, Project
from qualcode.exports.blocks import Grid, GridColumn, Paragraph, Report
from qualcode.exports.docx_writer import render
from qualcode.settings import Dress
from tests.e2e.conftest import program
from tests.exports.templates import UNIVERSITY, appendix, thesis

SOURCE = "Sumber: Hasil wawancara, diolah peneliti (2024)"


def pages(document: Path) -> list[str]:
    """Render a document and return the text of each page, spaces folded."""
    office, to_text = program("soffice"), program("pdftotext")
    folder = document.parent
    profile = f"-env:UserInstallation=file://{folder}/office"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, document],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    made = subprocess.run(
        [to_text, "-layout", document.with_suffix(".pdf"), "-"], check=True, capture_output=True, timeout=60
    )
    return [" ".join(page.split()) for page in made.stdout.decode().split("\f")[:-1]]


@pytest.fixture(scope="module")
def table_pages(example: Project, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    path = tmp_path_factory.mktemp("table") / "coded.docx"
    example.table(path, filters=Filters(codes=["awareness"]), language="id")
    return pages(path)


def test_every_page_of_the_table_has_words_and_its_header_row(table_pages: list[str]) -> None:
    assert len(table_pages) > 1
    for page in table_pages:
        assert "Kode rujukan" in page
        assert "Kutipan" in page


def test_every_reference_code_is_on_a_page(example: Project, table_pages: list[str]) -> None:
    shown = " ".join(table_pages)
    codings = example.codings(filters=Filters(codes=["awareness"]))
    assert [code for code in codings["reference"] if code not in shown] == []


def test_the_summary_names_each_theme_and_its_claim(example: Project, tmp_path: Path) -> None:
    path = tmp_path / "themes.docx"
    found = example.summary(path, language="id")
    shown = " ".join(pages(path))
    for summary in found:
        assert summary.title in shown
        assert " ".join(summary.claim.split()[:4]) in shown


@pytest.fixture(scope="module")
def thesis_pages(example: Project, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The table of one code and what is below it, as a faculty wants it."""
    folder = tmp_path_factory.mktemp("thesis")
    named = {"heading1": "Judul Bab", "caption": "Keterangan Tabel"}
    template = thesis(folder / "thesis.docx")
    dress = Dress(template=template, chapter="4", source=SOURCE, styles=named)
    example.table(
        folder / "coded.docx", filters=Filters(codes=["awareness"]), language="id", dress=dress,
        columns=["reference", "case", "quotation:60"],
    )  # fmt: skip
    return pages(folder / "coded.docx")


def test_every_page_bears_the_templates_header_and_its_number(thesis_pages: list[str]) -> None:
    for number, page in enumerate(thesis_pages, start=1):
        assert page.startswith(f"{UNIVERSITY} {number}")


def test_each_table_has_its_number_in_the_chapter_and_the_line_below(thesis_pages: list[str]) -> None:
    shown = " ".join(thesis_pages)
    assert [name for name in ("Tabel 4.1.", "Tabel 4.2.", "Tabel 4.3.") if name not in shown] == []
    assert shown.count(SOURCE) == shown.count("Tabel 4.")
    assert [page for page in thesis_pages if SOURCE in page and "Kode rujukan" not in page] == []


def test_a_long_table_goes_on_at_the_top_of_a_page_inside_an_appendix(tmp_path: Path) -> None:
    columns = (GridColumn("No", 5, numeric=True), GridColumn("Kutipan", 60))
    rows = [(str(number), "kata") for number in range(1, 251)]
    path = tmp_path / "long.docx"
    report = Report("Lampiran 3", "id", (Grid("Kutipan", columns, rows), Paragraph("Selesai.")))
    path.write_bytes(render(report, Dress(template=appendix(tmp_path / "appendix.docx"))))
    shown = pages(path)
    assert shown[0] == "LAMPIRAN DATA"
    (goes_on,) = (page for page in shown if "Lanjutan Tabel 1" in page)
    assert goes_on.startswith("Fakultas Ilmu Sosial Lanjutan Tabel 1 No Kutipan 201 kata")
    assert shown[-1] == "Riwayat hidup penulis."
