from pathlib import Path

import pytest

from qualcode.errors import AlreadyThere, FileProblem, UsageError
from qualcode.project import Project


def test_a_setting_is_part_of_the_history(rani: Project) -> None:
    rani.set("title", "Judul")
    rani.undo()
    with rani.view() as view:
        assert view.settings()["title"] == "Studi kecil"


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("titel", "x", "the settings are title, "),
        ("show_suggestions", "never", "after_reading or always"),
        ("reference_pattern", "{sorce}", "{sorce}"),
        ("reference_pattern", "", "no field"),
    ],
)
def test_what_cannot_be_is_refused(rani: Project, name: str, value: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        rani.set(name, value)


def test_a_project_begins_with_the_settings_it_is_given(tmp_path: Path) -> None:
    with Project.create(tmp_path / "new", coder="rani", reference_pattern="{source}.J{answer}") as project:
        with project.view() as view:
            settings = view.settings()
        assert settings == {"title": "new", "reference_pattern": "{source}.J{answer}"}
        assert [coder.handle for coder in project.coders()] == ["rani"]


def test_a_project_does_not_begin_with_what_is_no_setting(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="the settings are"):
        Project.create(tmp_path / "new", coder="rani", titel="x")
    assert not (tmp_path / "new").exists()


def test_there_is_one_project_in_a_folder(tmp_path: Path) -> None:
    Project.create(tmp_path / "new", coder="rani").close()
    with pytest.raises(AlreadyThere, match="there is a project already"):
        Project.create(tmp_path / "new", coder="rani")


def test_files_that_are_there_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "qualcode.toml").write_text('database = "mine.db"\n')
    (tmp_path / "transcripts").mkdir()
    (tmp_path / "transcripts" / "a.txt").write_text("x")
    Project.create(tmp_path, coder="rani").close()
    assert (tmp_path / "mine.db").exists()
    assert (tmp_path / "transcripts" / "a.txt").read_text() == "x"


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileProblem, match="file"):
        Project.create(tmp_path / "file", coder="rani")
