from pathlib import Path

import pytest
from docx import Document

from qualcode.actions.checking import Answer
from qualcode.errors import UsageError
from qualcode.model import Case, ConsentState, MemoOn
from qualcode.project import Project


@pytest.fixture
def coded(rani: Project) -> Project:
    rani.code("W1-zul", "belajar sendiri di rumah", "motivation", condensation="Belajar tanpa dibantu")
    rani.code("W1-zul", "Bagaimana awalnya", "awareness")
    rani.code("W2-lina", "Modal dari bank", "capital")
    return rani


def zul(project: Project) -> Case:
    with project.view() as view:
        (case,) = view.all(Case, name="zul")
    return case


def test_each_answer_stands_beside_how_it_was_read(coded: Project, tmp_path: Path) -> None:
    (source,) = coded.write_check("zul", tmp_path / "zul.docx", language="id")
    assert source.name == "W1-zul"
    assert [turn.number for turn in source.turns] == [1, 2, 3, 4, 5, 6]
    assert source.turns[1].reading == (
        "Penyadaran > Motivasi: “belajar sendiri di rumah” – Belajar tanpa dibantu",
    )


def test_what_others_say_is_there_but_not_read(coded: Project, tmp_path: Path) -> None:
    (source,) = coded.write_check("zul", tmp_path / "zul.docx")
    assert (source.turns[0].speaker, source.turns[0].reading) == ("P", ())


def test_the_document_is_a_table_and_a_place_to_sign(coded: Project, tmp_path: Path) -> None:
    coded.write_check("zul", tmp_path / "zul.docx", language="en")
    document = Document(str(tmp_path / "zul.docx"))
    (table,) = document.tables
    assert [cell.text for cell in table.rows[2].cells] == [
        "2", "I", "Awalnya saya belajar sendiri di rumah. Tidak ada pelatihan dari kantor.",
        "Awareness > Motivation: “belajar sendiri di rumah” – Belajar tanpa dibantu",
    ]  # fmt: skip
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert words.count("\N{BALLOT BOX}") == 3
    assert "Signature: ____" in words


def test_the_document_is_in_the_log_of_what_left_the_project(coded: Project, tmp_path: Path) -> None:
    coded.write_check("zul", tmp_path / "zul.docx")
    with coded.view() as view:
        (export,) = view.exports()
    assert (Path(export.path).name, export.case_ids) == ("zul.docx", (zul(coded).id,))


def test_a_table_of_values_cannot_be_signed(coded: Project, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"end the name in one of \.docx \.html \.md"):
        coded.write_check("zul", tmp_path / "zul.csv")


def test_a_case_that_never_speaks_has_nothing_to_check(coded: Project, tmp_path: Path) -> None:
    table = tmp_path / "cases.csv"
    table.write_text("case,office\nDinas,UKM\n")
    coded.import_cases(table)
    with pytest.raises(UsageError, match="speaks in no source"):
        coded.write_check("Dinas", tmp_path / "dinas.docx")


def test_an_answer_is_a_memo_on_the_case(coded: Project) -> None:
    coded.record_answer("zul", Answer.CORRECTED, date="2024-07-01", note="tiga hari, bukan dua")
    (memo,) = [each.memo for each in coded.named_memos() if each.memo.about is MemoOn.CASE]
    assert memo.text == "Member check: corrected, 2024-07-01. tiga hari, bukan dua"
    assert zul(coded).consent is ConsentState.GIVEN


def test_one_who_withdraws_is_left_out_everywhere_and_comes_back_with_undo(coded: Project) -> None:
    coded.record_answer("zul", Answer.WITHDRAWN, date="2024-07-01")
    assert set(coded.codings()["source"]) == {"W2-lina"}
    coded.undo()
    assert set(coded.codings()["source"]) == {"W1-zul", "W2-lina"}
    assert coded.named_memos() == []
    assert coded.check() == []


def test_an_answer_without_a_real_date_is_refused(coded: Project) -> None:
    with pytest.raises(UsageError, match="is no time"):
        coded.record_answer("zul", Answer.AGREED, date="1 July")
