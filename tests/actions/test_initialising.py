from pathlib import Path

import pytest

from qualcode.errors import FileProblem, QualcodeError
from qualcode.project import Project
from tests.limits import no_file_above


@pytest.mark.parametrize("size", [100, 20_000, 400_000])
def test_a_project_that_could_not_be_written_leaves_nothing_behind(tmp_path: Path, size: int) -> None:
    with pytest.raises(QualcodeError), no_file_above(size):
        Project.create(tmp_path / "deep" / "study", coder="rani")
    assert [each.name for each in tmp_path.iterdir() if each.is_dir()] == []


def test_what_was_in_the_folder_before_stays(tmp_path: Path) -> None:
    (tmp_path / "transcripts").mkdir()
    (tmp_path / "outputs").write_text("a file where a folder should be")
    with pytest.raises(FileProblem, match="cannot be written"):
        Project.create(tmp_path, coder="rani")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["identity.toml", "outputs", "transcripts"]
