"""What a user can get wrong, each through the real program: one clear error, nothing half-written."""

import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from qualcode.project import Project
from tests.permissions import AS_ANYBODY, IS_ROOT
from tests.study import BOOK, ZUL


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


def program(folder: Path, *args: str, before: Callable[[], None] | None = None) -> Ran:
    """Run the program as its own process, in a folder."""
    ran = subprocess.run(
        [*AS_ANYBODY, sys.executable, "-m", "qualcode", *args],
        cwd=folder, capture_output=True, encoding="utf-8", preexec_fn=before, check=False,
    )  # fmt: skip
    assert "Traceback" not in ran.stderr, ran.stderr
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def refused(ran: Ran, *words: str, code: int = 1) -> None:
    """The program said what is wrong in one line, and with which exit code it went."""
    assert (ran.code, ran.err.count("\n")) == (code, 1), ran
    for word in words:
        assert word in ran.err


def test_files_that_cannot_be_read_are_left_out_of_a_batch(here: Path) -> None:
    batch = here / "batch"
    batch.mkdir()
    (batch / "a-damaged.docx").write_bytes(b"PK\x03\x04 nothing more")
    (batch / "b-encrypted.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    (batch / "c-empty.txt").touch()
    (batch / "d-binary.txt").write_bytes(bytes(range(256)) * 8)
    (batch / "e-not-a-sheet.xlsx").write_text(ZUL + "I: Ya.")
    (batch / "f-no-speaker.txt").write_text("Orang belajar sendiri di rumah, lalu ikut pelatihan.\n")
    ran = program(here, "add", "batch")
    assert ran.code == 1
    lines = ran.err.splitlines()
    assert [line.split(":")[0] for line in lines] == [
        f"Left out {path.relative_to(here)}" for path in sorted(batch.iterdir())[:5]
    ]
    assert "1 added" in ran.out or "Added: 1" in ran.out
    assert "f-no-speaker: " in ran.out
    with Project.open(here, coder="rani") as project:
        assert set(project.sources()["source"]) == {"O1-pelatihan", "W1-zul", "W2-lina", "f-no-speaker"}
        assert project.check() == []


def test_a_codebook_with_faults_is_not_applied(here: Path) -> None:
    bad = BOOK.replace("id: capital", "id: capacity").replace("[modal]", '["latih ~x modal"]')
    (here / "bad.yaml").write_text(bad)
    ran = program(here, "codebook", "apply", "bad.yaml", "--yes")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("Error: bad.yaml: ")
    assert "capacity" in ran.err
    assert "latih ~x modal" in ran.err


def test_a_quote_and_a_code_that_are_not_there(here: Path) -> None:
    refused(program(here, "code", "W1-zul", "belajar menari", "awareness"), "is not said there")
    refused(program(here, "code", "W1-zul", "belajar sendiri", "awareness"), "2 places", "turn 2", "turn 4")
    refused(program(here, "code", "W1-zul", "di rumah", "awarness"), "did you mean awareness", code=2)


def test_what_is_not_a_database(here: Path) -> None:
    (here / "qualcode.db").write_bytes(b"This is no database. " * 400)
    refused(program(here, "table"), "qualcode.db", "not a qualcode database")


def test_a_database_of_another_program(here: Path) -> None:
    (here / "qualcode.db").unlink()
    with sqlite3.connect(here / "qualcode.db") as database:
        database.execute("CREATE TABLE t (x)")
    database.close()
    refused(program(here, "table"), "qualcode.db")


def test_a_database_of_a_newer_version(here: Path) -> None:
    with sqlite3.connect(here / "qualcode.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    refused(program(here, "table"), "newer")


def test_a_project_without_its_database(here: Path) -> None:
    (here / "qualcode.db").unlink()
    refused(program(here, "table"), "qualcode init")
    assert not (here / "qualcode.db").exists()


def test_a_settings_file_that_is_broken(here: Path) -> None:
    (here / "qualcode.toml").write_text("database = \n")
    refused(program(here, "table"), "qualcode.toml")


@pytest.mark.skipif(IS_ROOT and not AS_ANYBODY, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(here: Path) -> None:
    with Project.open(here, coder="rani") as project:
        project.code("W1-zul", "Modal keluarga", "capital")
    for path in (here, here / "outputs"):
        path.chmod(0o500)
    (here / "qualcode.db").chmod(0o400)
    try:
        refused(program(here, "code", "W1-zul", "di rumah", "awareness"), "cannot be written")
        assert program(here, "sources").code == 0
        refused(program(here, "table", "--out", "outputs/t.csv"), "t.csv")
        refused(program(here, "init", "inner"), "inner")
    finally:
        for path in (here, here / "outputs"):
            path.chmod(0o700)


def test_a_full_disk(here: Path) -> None:
    size = (here / "qualcode.db").stat().st_size

    def no_more_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 8192, size + 8192))

    (here / "W9.txt").write_text("".join(f"P: Apa {n}?\nI: Saya belajar {n} kali.\n" for n in range(9000)))
    ran = program(here, "add", "W9.txt", before=no_more_room)
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    with Project.open(here, coder="rani") as project:
        assert list(project.sources()["source"]) == ["O1-pelatihan", "W1-zul", "W2-lina"]
        assert project.check() == []
        project.code("W1-zul", "di rumah", "awareness")


def test_a_reader_that_goes_away(here: Path) -> None:
    command = f"{sys.executable} -m qualcode find '/./' --interviewer | head -1"
    shell = ["bash", "-o", "pipefail", "-c", command]
    ran = subprocess.run(shell, cwd=here, capture_output=True, check=False)
    assert ran.stderr == b""
    assert ran.stdout.count(b"\n") == 1


def test_an_output_that_knows_fewer_characters(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    ran = program(here, "read", "W2-lina")
    assert (ran.code, ran.err) == (0, "")
    assert "Saya ikut pelatihan" in ran.out
