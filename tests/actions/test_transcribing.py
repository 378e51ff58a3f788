from pathlib import Path

import pytest
from docx import Document

from qualcode.actions.exporting import NothingToShow
from qualcode.actions.theming import ThemeChange
from qualcode.errors import CoderNotFound, UsageError
from qualcode.model import ConsentState
from qualcode.project import Project
from tests.study import Study

HEADED = """\
# Transkrip wawancara

Nama: Pak Zul
Umur: 44 tahun
Tanggal: 12 Maret 2024
Tempat: toko

P: Bagaimana awalnya?
I: Saya belajar sendiri di rumah.

## Telepon berbunyi

P: Lalu?
I: Ikut pelatihan.
Gratis.
"""


@pytest.fixture
def headed(study: Study, rani: Project) -> Project:
    """A study with an interview that has a head, and a note between two turns."""
    rani.add([study.file("W5.md", HEADED)])
    return rani


def test_turns_and_notes_are_there_in_order_numbered_as_references_are(headed: Project) -> None:
    parts = headed.transcript("W5").parts
    assert [(part.number, part.speaker, part.words) for part in parts] == [
        ("", "", "# Transkrip wawancara"),
        ("1", "P", "Bagaimana awalnya?"),
        ("2", "I", "Saya belajar sendiri di rumah."),
        ("", "", "## Telepon berbunyi"),
        ("3", "P", "Lalu?"),
        ("4", "I", "Ikut pelatihan.\nGratis."),
    ]
    headed.set("reference_pattern", "{source}.J{answer}")
    assert [part.number for part in headed.transcript("W5").parts] == ["", "", "J1", "", "", "J2"]


def test_the_identity_block_says_who_when_and_where(headed: Project) -> None:
    assert headed.transcript("W5").identity == (
        ("Informan", "Pak Zul"), ("Umur", "44 tahun"), ("Tanggal", "12 Maret 2024"), ("Tempat", "toko"),
    )  # fmt: skip


def test_a_coding_has_its_words_in_every_turn_that_it_touches(headed: Project) -> None:
    made = headed.code("W5", "sendiri di rumah", "awareness", memo="mulai")
    with headed.view() as view:
        text = view.text(made.revision_id)
    headed.code("W5", "", "capacity", at=(text.index("di rumah"), text.index("pelatihan")))
    transcript = headed.transcript("W5")
    held = [
        (transcript.marks[piece.number].path, part.words[piece.start : piece.end])
        for part in transcript.parts
        for piece in part.marks
    ]
    assert held == [
        ("Penyadaran", "sendiri di rumah"),
        ("Pengkapasitasan", "di rumah."),
        ("Pengkapasitasan", "## Telepon berbunyi"),
        ("Pengkapasitasan", "Lalu?"),
        ("Pengkapasitasan", "Ikut "),
    ]
    assert transcript.marks[0].memo == "mulai"


def test_only_what_the_actor_may_see_is_shown(headed: Project, bayu: Project) -> None:
    headed.code("W5", "sendiri", "awareness")
    assert bayu.transcript("W5").marks == ()
    headed.release("rani")
    assert [mark.coder for mark in bayu.transcript("W5").marks] == ["rani"]
    with pytest.raises(CoderNotFound):
        bayu.transcript("W5", coders=["rina"])


def test_the_line_of_a_reference_is_the_line_that_is_printed(headed: Project, tmp_path: Path) -> None:
    headed.set("reference_pattern", "(Zul, {kind} {date:%d/%m/%Y}, baris {line})")
    made = headed.code("W5", "pelatihan.\nGratis", "capacity")
    assert made.reference == "(Zul, wawancara 12/03/2024, baris 6-7)"
    headed.transcript("W5", tmp_path / "w5.docx", lines=True)
    table = Document(str(tmp_path / "w5.docx")).tables[-1]
    printed = {row.cells[1].text: row.cells[3].text for row in table.rows}
    assert (printed["6"], printed["7"]) == ("Ikut pelatihan.", "Gratis.")


def test_codes_and_themes_stand_beside_the_words(headed: Project, tmp_path: Path) -> None:
    headed.code("W5", "belajar sendiri", "awareness")
    headed.theme("Sadar", "Orang mulai dari diri sendiri.")
    headed.theme("Sadar", change=ThemeChange(codes=["awareness"]))
    headed.transcript("W5", tmp_path / "w5.docx", themes=True, language="id")
    table = Document(str(tmp_path / "w5.docx")).tables[-1]
    assert [cell.text for cell in table.rows[0].cells] == ["No.", "Pelaku", "Uraian", "Koding", "Tema"]
    assert [cell.text for cell in table.rows[2].cells] == [
        "2", "I", "Saya belajar sendiri di rumah.", "Penyadaran: “belajar sendiri”", "Sadar",
    ]  # fmt: skip


def test_notes_before_the_first_turn_stand_above_the_table_and_empty_columns_are_left_out(
    study: Study, rani: Project, tmp_path: Path
) -> None:
    rani.add([study.file("W7.md", "# Transkrip W7\n\n**Contoh** rekaan.\n\nP: Apa kabar?\nI: Baik.\n")])
    rani.transcript("W7", tmp_path / "w7.docx", themes=True, language="id")
    document = Document(str(tmp_path / "w7.docx"))
    assert [cell.text for cell in document.tables[-1].rows[0].cells] == ["No.", "Pelaku", "Uraian"]
    assert {"Transkrip W7", "Contoh rekaan."} <= {each.text for each in document.paragraphs}
    widths = [each.width or 0 for each in document.tables[-1].columns]
    assert widths[2] > sum(widths) / 2


def test_the_document_is_in_the_log_of_what_left_the_project(headed: Project, tmp_path: Path) -> None:
    headed.transcript("W5", tmp_path / "w5.html")
    with headed.view() as view:
        assert [Path(export.path).name for export in view.exports()] == ["w5.html"]


def test_comments_need_word_and_running_text(headed: Project, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        headed.transcript("W5", tmp_path / "w5.md", comments=True)
    with pytest.raises(UsageError, match="without columns"):
        headed.transcript("W5", tmp_path / "w5.docx", comments=True, lines=True)
    assert list(tmp_path.glob("w5*")) == []


@pytest.mark.parametrize("comments", [False, True])
def test_names_are_replaced_in_the_file_and_codings_keep_their_words(
    rani: Project, tmp_path: Path, comments: bool
) -> None:
    rani.set_pseudonym("Zul", "Rudianto")
    rani.code("W1-zul", "Bagaimana awalnya, Pak Zul?\nI: Awalnya saya", "awareness")
    rani.transcript("W1-zul", tmp_path / "t.docx", comments=comments)
    document = Document(str(tmp_path / "t.docx"))
    words = "\n".join(text.text or "" for text in document.element.body.iter() if text.tag.endswith("}t"))
    assert "Rudianto" in words
    assert "zul" not in words.casefold()
    rani.transcript("W1-zul", tmp_path / "real.docx", comments=comments, pseudonyms=False)
    assert "Pak Zul" in "".join(
        text.text or "" for text in Document(str(tmp_path / "real.docx")).element.body.iter()
    )


def test_who_is_not_to_be_quoted_is_not_printed(headed: Project, tmp_path: Path) -> None:
    headed.set_consent("Pak Zul", ConsentState.GIVEN, scope="counted")
    with pytest.raises(NothingToShow, match="not to be quoted"):
        headed.transcript("W5", tmp_path / "t.docx")
    assert list(tmp_path.glob("t.*")) == []
