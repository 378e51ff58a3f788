from pathlib import Path

import pytest

from qualcode import Project
from qualcode.actions.case_tables import CasesReport, import_cases
from qualcode.errors import UsageError
from qualcode.model import Case


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "W1-zul.txt").write_text("P: Siapa?\nI: Saya Zul.\nP: Usaha?\nI: Kunci.\n", encoding="utf-8")
    group = "P: Apa kabar?\nBu Lina: Baik.\nBu Sari: Baik juga.\nP: Kapan?\nBu Lina: Dulu.\nBu Sari: Baru.\n"
    (tmp_path / "G1.txt").write_text(group, encoding="utf-8")
    project = Project.create(tmp_path / "study", coder="rani")
    project.add([tmp_path / "W1-zul.txt", tmp_path / "G1.txt"])
    return project


def imported(project: Project, table: str) -> CasesReport:
    path = project.settings.root / "cases.csv"
    path.write_text(table, encoding="utf-8")
    return import_cases(project.store, project.coder, path)


def attributes(project: Project) -> dict[str, dict[str, str]]:
    with project.view() as view:
        return {case.name: dict(case.attributes) for case in view.all(Case)}


def test_columns_become_attributes_of_the_case_named(project: Project) -> None:
    report = imported(project, "Kasus;Umur;Usaha\nzul;44;kunci\n")
    assert report.changed == ("zul",)
    assert attributes(project)["zul"] == {"umur": "44", "usaha": "kunci"}


def test_a_row_may_name_the_source_instead(project: Project) -> None:
    imported(project, "source,age\nW1-zul,44\n")
    assert attributes(project)["zul"] == {"age": "44"}


def test_in_a_group_the_speaker_is_named_too(project: Project) -> None:
    report = imported(project, "source,speaker,age\nG1,Bu Sari,38\nG1,,40\n")
    assert attributes(project)["Bu Sari"] == {"age": "38"}
    assert [fault.row for fault in report.faults] == [3]
    assert "Bu Lina" in str(report.faults[0].error)


def test_a_case_nobody_spoke_for_yet_is_made(project: Project) -> None:
    assert imported(project, "name,office\nDinas Koperasi,Palembang\n").made == ("Dinas Koperasi",)


def test_the_whole_table_is_one_event_and_undone_as_one(project: Project) -> None:
    imported(project, "case,age\nzul,44\nBu Lina,40\n")
    project.undo()
    assert attributes(project)["zul"] == {}


def test_a_table_about_nobody_is_refused(project: Project) -> None:
    with pytest.raises(UsageError, match="whom a row is about"):
        imported(project, "age,village\n44,7 Ulu\n")
