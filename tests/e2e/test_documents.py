"""The Word documents as a reader gets them: rendered to pages."""

import subprocess
from pathlib import Path

import pytest

from qualcode import Filters, Project
from tests.e2e.conftest import program


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
