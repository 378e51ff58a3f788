import errno
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from qualcode.errors import FileProblem
from qualcode.exports.files import EPOCH, fixed_zip, write_file
from tests.permissions import said_by


def test_a_file_is_written_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    write_file(tmp_path / "a.csv", b"old")
    write_file(tmp_path / "a.csv", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert (tmp_path / "a.csv").read_bytes() == b"new"


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    write_file(tmp_path / "link.csv", b"x")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"x"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"the folder .*missing does not exist \(make it first"):
        write_file(tmp_path / "missing" / "a.csv", b"")


def test_a_folder_is_not_taken_for_a_file(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="this is a folder"):
        write_file(tmp_path, b"")


@pytest.mark.parametrize("lock", [".~lock.coded.docx#", "~$ded.docx"])
def test_a_file_open_in_an_office_program_is_not_replaced_behind_its_back(tmp_path: Path, lock: str) -> None:
    (tmp_path / "coded.docx").write_bytes(b"old")
    (tmp_path / lock).touch()
    with pytest.raises(FileProblem, match="open in another program"):
        write_file(tmp_path / "coded.docx", b"new")
    assert (tmp_path / "coded.docx").read_bytes() == b"old"


def test_a_name_the_disk_cannot_hold_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=os.strerror(errno.ENAMETOOLONG)):
        write_file(tmp_path / ("x" * 300 + ".csv"), b"")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_takes_no_more_leaves_the_old_file_and_no_part(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    script = """
import resource, signal, sys
from pathlib import Path
from qualcode.errors import FileProblem
from qualcode.exports.files import write_file
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))  # stands in for the end of the disk
try:
    write_file(Path(sys.argv[1]), b"x" * 5000)
except FileProblem as problem:
    print(problem)
"""
    pytest.importorskip("resource")
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "a.csv")], capture_output=True, text=True, check=True
    )
    assert "cannot be written" in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert (tmp_path / "a.csv").read_bytes() == b"old"


def test_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    imports = "from qualcode.exports.files import write_file"
    assert "choose a folder" in said_by(imports, "write_file(P[0], b'')", tmp_path / "a.csv")


def test_a_zip_file_forgets_when_it_was_made() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(zipfile.ZipInfo("a", (2024, 5, 2, 10, 0, 0)), "text")
    with zipfile.ZipFile(io.BytesIO(fixed_zip(made.getvalue()))) as archive:
        assert [(entry.filename, entry.date_time) for entry in archive.infolist()] == [("a", EPOCH)]
        assert archive.read("a") == b"text"
