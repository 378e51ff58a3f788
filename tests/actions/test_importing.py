from datetime import datetime
from pathlib import Path

import pytest

from qualcode.actions.importing import ImportReport
from qualcode.errors import FileProblem, UsageError
from qualcode.model import Coding
from qualcode.project import Project
from tests.readers.builders import workbook
from tests.study import Study

HEAD = "source,turn,quote,code,coder,date,memo,condensation,negative"


def brought(study: Study, project: Project, *rows: str, head: str = HEAD, **options: str) -> ImportReport:
    return project.import_codings(study.file("codings.csv", "\n".join([head, *rows]) + "\n"), **options)


def faults(report: ImportReport) -> list[str]:
    return [str(fault.error) for fault in report.faults]


def test_rows_become_codings_with_their_notes(study: Study, rani: Project) -> None:
    row = "W1-zul,2,di rumah,Penyadaran,rani,2024-06-03,di sini,belajar,ya"
    assert brought(study, rani, row).added == {"rani": 1}
    (made,) = rani.codings().to_dict("records")
    assert {key: made[key] for key in ("reference", "code", "date", "memo", "condensation", "negative")} == {
        "reference": "W1-zul.2", "code": "awareness", "date": "2024-06-03", "memo": "di sini",
        "condensation": "belajar", "negative": True,
    }  # fmt: skip


def test_rows_that_fail_are_named_by_their_number_in_the_file(study: Study, rani: Project) -> None:
    report = brought(
        study, rani,
        "W1-zul,2,di rumah,awareness,,,,,",
        ",,,,,,,,",
        "",
        "W7-zull,2,di rumah,awareness,,,,,",
        "W1-zul,2,di rumah,awarness,,,,,",
        "W1-zul,,belajar sendiri,awareness,,,,,",
        "W1-zul,dua,di rumah,awareness,,,,,",
    )  # fmt: skip
    assert report.added == {"rani": 1}
    assert [fault.row for fault in report.faults] == [5, 6, 7, 8]
    assert faults(report)[0].startswith("codings.csv, row 5: there is no source 'W7-zull'")
    assert "did you mean awareness" in faults(report)[1]
    assert "W1-zul: 'belajar sendiri' is said in 2 places" in faults(report)[2]
    assert "'dua' is not the number of a turn" in faults(report)[3]


def test_a_table_brought_again_adds_nothing(study: Study, rani: Project) -> None:
    brought(study, rani, "W1-zul,2,di rumah,awareness,,,,,")
    events = rani.log()
    again = brought(study, rani, "W1-zul,2,di rumah,awareness,,,,,")
    assert (again.added, again.already, again.faults) == ({}, 1, ())
    assert rani.log() == events


def test_one_table_is_one_event(study: Study, rani: Project) -> None:
    brought(study, rani, "W1-zul,2,di rumah,awareness,,,,,", "W1-zul,4,,capital,bayu,,,,")
    rani.undo()
    assert rani.codings().empty
    assert [coder.handle for coder in rani.coders()] == ["rani"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_separator_and_encoding_of_a_spreadsheet_will_do(
    study: Study, rani: Project, separator: str, encoding: str
) -> None:
    rows = [["source", "quote", "code"], ["W2-lina", "Sekarang “jualan” lewat", "capital"]]
    text = "\r\n".join(separator.join(row) for row in rows)
    report = rani.import_codings(study.file("c.csv", text.encode(encoding)))
    assert report.added == {"rani": 1}


def test_a_workbook_will_do(study: Study, rani: Project) -> None:
    rows: list[list[object]] = [
        ["Source", "Turn", "Quote", "Code", "Negative"],
        ["W1-zul", 2, "di rumah", "awareness", None],
        ["W1-zul", 4.0, None, "capital", "Ya"],
    ]
    report = rani.import_codings(workbook(study.folder / "c.xlsx", rows))
    assert report.added == {"rani": 2}
    assert list(rani.codings()["negative"]) == [False, True]


def test_the_coder_of_rows_that_do_not_say_is_the_one_named(study: Study, rani: Project) -> None:
    report = brought(
        study, rani, "W1-zul,2,di rumah,awareness,,,,,", "W1-zul,4,,capital,siti,,,,", coder="bayu"
    )
    assert report.added == {"bayu": 1, "siti": 1}


def test_a_second_coders_work_is_theirs_and_hidden_until_released(study: Study, rani: Project) -> None:
    brought(study, rani, "W1-zul,2,di rumah,awareness,rani,,,,", "W1-zul,4,,capital,bayu,,,,")
    assert list(rani.codings()["coder"]) == ["rani"]
    bayu = study.opened_by("bayu")
    assert list(bayu.codings()["coder"]) == ["bayu"]
    bayu.release("bayu")
    assert list(rani.codings()["coder"]) == ["rani", "bayu"]


def test_a_coder_who_could_not_sign_in_is_no_coder(study: Study, rani: Project) -> None:
    report = brought(study, rani, "W1-zul,2,di rumah,awareness,Bu Dewi,,,,")
    assert "one word: 'Bu Dewi' is not" in faults(report)[0]
    assert [coder.handle for coder in rani.coders()] == ["rani"]


def test_rows_that_all_fail_bring_no_coder_either(study: Study, rani: Project) -> None:
    brought(study, rani, "W1-zul,2,di rumah,nothing,bayu,,,,")
    assert [coder.handle for coder in rani.coders()] == ["rani"]


def test_a_missing_column_is_named(study: Study, rani: Project) -> None:
    with pytest.raises(UsageError, match=r"codings\.csv: the table has no column code"):
        brought(study, rani, "W1-zul,di rumah", head="source,quote")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.csv", b"", "is empty"),
        ("a.docx", b"words", "is not a table"),
        ("a.xlsx", b"PK\x03\x04", "cannot be read"),
        ("a.csv", bytes(range(256)) * 4, r"a\.csv"),
    ],
)
def test_what_is_no_table_is_refused(
    study: Study, rani: Project, name: str, data: bytes, message: str
) -> None:
    with pytest.raises(FileProblem, match=message):
        rani.import_codings(study.file(name, data))


def test_a_table_that_is_not_there_is_named(rani: Project, tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"none\.csv"):
        rani.import_codings(tmp_path / "none.csv")


def test_codings_made_elsewhere_had_no_suggestion_before_them(study: Study, rani: Project) -> None:
    rani.set("show_suggestions", "always")
    rani.suggest()
    brought(study, rani, "W1-zul,2,belajar sendiri,awareness,,2024-06-03,,,")
    with rani.view() as view:
        assert [coding.suggestion_shown for coding in view.all(Coding)] == [False]


def test_a_date_that_could_be_read_two_ways_is_refused(study: Study, rani: Project) -> None:
    report = brought(study, rani, "W1-zul,2,di rumah,awareness,,03/06/2024,,,")
    assert "'03/06/2024' is no date (write it as YYYY-MM-DD)" in faults(report)[0]


def test_a_date_of_a_workbook_is_a_date(study: Study, rani: Project) -> None:
    rows: list[list[object]] = [
        ["source", "turn", "code", "date"],
        ["W1-zul", 2, "capital", datetime(2024, 6, 3)],
    ]
    assert rani.import_codings(workbook(study.folder / "c.xlsx", rows)).added == {"rani": 1}
    assert list(rani.codings()["date"]) == ["2024-06-03"]


@pytest.mark.parametrize(
    ("name", "language"), [("table.csv", "en"), ("table.xlsx", "en"), ("table.xlsx", "id")]
)
def test_our_own_table_comes_back_as_what_is_there(
    study: Study, rani: Project, tmp_path: Path, name: str, language: str
) -> None:
    brought(study, rani, "W1-zul,2,di rumah,awareness,,,,,", "W1-zul,2,,awareness,,,,,ya")
    rani.table(tmp_path / name, language=language)
    report = rani.import_codings(tmp_path / name)
    assert (report.added, report.already, report.faults) == ({}, 2, ())


def test_the_columns_may_be_named_in_indonesian(study: Study, rani: Project) -> None:
    report = brought(study, rani, "W1-zul,di rumah,awareness,ya", head="Sumber,Kutipan,Kode,Kasus negatif")
    assert report.added == {"rani": 1}
    assert list(rani.codings()["quotation"]) == ["di rumah"]


def test_a_table_that_names_no_passages_is_refused(study: Study, rani: Project) -> None:
    with pytest.raises(UsageError, match="no column quote"):
        brought(study, rani, "W1-zul,awareness", head="source,code")


def test_rows_of_somebody_who_works_in_the_project_are_theirs_to_bring(
    study: Study, rani: Project, bayu: Project
) -> None:
    bayu.code("W1-zul", "Kami dibina", "capacity")
    report = brought(study, rani, "W1-zul,4,,capital,bayu,,,,", "W1-zul,4,,capital,rani,,,,")
    assert report.added == {"rani": 1}
    assert faults(report) == [
        "codings.csv, row 2: rani cannot add or take away work of bayu, who works in this project "
        "(let bayu do it, or a supervisor)"
    ]
    assert len(bayu.codings()) == 1
