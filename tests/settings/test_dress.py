from pathlib import Path

import pytest

from qualcode.errors import FileProblem
from qualcode.settings import TEMPLATE, Dress, load

SAID = """\
[document]
template = "faculty.docx"
chapter = 4
table = "Tabel {chapter}.{number}"
source = "Sumber: Hasil wawancara, diolah peneliti (2024)"
orientation = "portrait"
styles = {heading1 = "Judul Bab", quote = "Kutipan"}
"""


def dress(folder: Path, text: str) -> Dress:
    (folder / "qualcode.toml").write_text(text, encoding="utf-8")
    return load(folder).dress


def test_a_project_that_says_nothing_has_a_plain_dress(tmp_path: Path) -> None:
    assert dress(tmp_path, TEMPLATE) == Dress()


def test_a_document_is_dressed_as_the_file_says(tmp_path: Path) -> None:
    assert dress(tmp_path, SAID) == Dress(
        template=tmp_path / "faculty.docx",
        chapter="4",
        table="Tabel {chapter}.{number}",
        source="Sumber: Hasil wawancara, diolah peneliti (2024)",
        orientation="portrait",
        styles={"heading1": "Judul Bab", "quote": "Kutipan"},
    )


def test_what_a_new_projects_file_proposes_is_right(tmp_path: Path) -> None:
    proposed = "\n".join(line.removeprefix("# ") for line in TEMPLATE.splitlines() if " = " in line)
    section = proposed[proposed.index("template = ") : proposed.index("files = ")]
    assert dress(tmp_path, f"[document]\n{section}").styles["quote"] == "Kutipan"


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("templat = 'x.docx'", "templat is not right .*template, styles"),
        ("template = 5", "template is not right"),
        ("source = ''", "source is not right"),
        ("chapter = [4]", "chapter is not right"),
        ("styles = 'Kutipan'", r"styles is not right .*\{quote = \"Kutipan\"\}"),
        ("styles = {quotation = 'Kutipan'}", "styles.quotation is not right .*quote_source"),
        ("orientation = 'sideways'", "orientation is not right .*auto, portrait, landscape"),
        ("table = 'Tabel'", r"table is not right .*\{number\} once"),
        ("table = 'Tabel {number}.{number}'", "table is not right"),
        ("figure = 'Gambar {chapter}.{number}'", "figure is not right .*needs the chapter"),
        ("figure = 'Gambar {nomor}'", "figure is not right"),
        ("figure = 'Gambar {number'", "figure is not right"),
        ("figure = '{number}'", "figure is not right"),
    ],
)
def test_a_document_that_is_not_right_is_named(tmp_path: Path, said: str, message: str) -> None:
    with pytest.raises(FileProblem, match=rf"qualcode\.toml \[document\]: {message}"):
        dress(tmp_path, f"[document]\n{said}\n")
