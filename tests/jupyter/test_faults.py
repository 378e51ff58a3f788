"""What cannot be done is said in a sentence with its remedy, and nothing is lost by it."""

import sqlite3
from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from qualcode.errors import StoreProblem
from qualcode.jupyter import register
from qualcode.project import Project
from qualcode.store import migrations
from tests.permissions import said_by
from tests.study import Study


@pytest.fixture
def shell(rani: Project) -> InteractiveShell:
    """A shell with the study as ``project``."""
    made = InteractiveShell()  # type: ignore[no-untyped-call]  # IPython says no types here
    register(made)
    made.push({"project": rani})  # type: ignore[no-untyped-call]  # it has no types
    return made


def said(shell: InteractiveShell, cell: str) -> str:
    with capture_output() as captured:
        result = shell.run_cell(cell)  # type: ignore[no-untyped-call]  # it has no types
    assert not result.success
    return str(captured.stdout).strip()


def test_a_query_is_pointed_at_where_it_is_wrong_and_the_nearest_names_are_offered(
    shell: InteractiveShell,
) -> None:
    lines = said(shell, "project.query('awarness WHERE kind = interview')").splitlines()
    assert lines[0].startswith("QueryProblem: there is no code 'awarness' (did you mean awareness")
    assert lines[1:] == ["  awarness WHERE kind = interview", "  ^"]


def test_where_it_happened_can_be_asked_for(shell: InteractiveShell) -> None:
    assert "Traceback" not in said(shell, "project.code('W1-zul', 'di rumah', 'awarness')")
    with capture_output() as captured:
        shell.run_line_magic("tb", "")
    assert "Traceback" in captured.stdout
    assert "CodeNotFound" in captured.stdout


def test_other_errors_are_shown_whole(shell: InteractiveShell) -> None:
    assert "Traceback" in said(shell, "1 / 0")


def test_errors_are_in_the_readers_language(shell: InteractiveShell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUALCODE_LANG", "id")
    assert "tidak ada" in said(shell, "project.open_source('W9')")


@pytest.mark.parametrize(
    ("cell", "remedy"),
    [
        ("project.codings('W1-zul')", "write each option with its name"),
        ("project.open_source()", "help(Project.open_source)"),
        ("project.matrix(filters={'codes': ['awareness']})", "filters=Filters(codes=[...])"),
        ("project.draw('matrix', language='fr')", "the languages are en, id"),
        ("from qualcode.jupyter import review; review('/umkm')", "review(Project.open('/umkm'))"),
        ("from qualcode.jupyter import review; review(project, language='fr')", "the languages are en, id"),
    ],
)
def test_a_call_that_cannot_be_is_told_with_what_to_write(
    shell: InteractiveShell, cell: str, remedy: str
) -> None:
    told = said(shell, cell)
    assert told.startswith("UsageError: ")
    assert remedy in told


def test_a_remedy_names_the_call_and_not_the_command(shell: InteractiveShell) -> None:
    told = said(shell, "project.open_source('W9')")
    assert "see `project.sources()`" in told


def test_a_project_that_was_closed_says_so(shell: InteractiveShell, study: Study) -> None:
    with Project.open(study.folder, coder="rani") as project:
        shell.push({"project": project})  # type: ignore[no-untyped-call]  # it has no types
    assert "the project was closed (open it again" in said(shell, "project.codings()")
    project.close()


def test_a_folder_that_cannot_be_written_is_opened_for_reading(study: Study) -> None:
    imports = "from qualcode import Project"
    (study.folder / "qualcode.db").chmod(0o400)
    study.folder.chmod(0o500)
    opened = "Project.open(P[0], coder='rani')"
    try:
        assert said_by(imports, f"len({opened}.sources())", study.folder) == "3\n"
        refused = said_by(imports, f"{opened}.code('W1-zul', 'di rumah', 'awareness')", study.folder)
    finally:
        study.folder.chmod(0o700)
        (study.folder / "qualcode.db").chmod(0o600)
    assert "cannot be written" in refused
    assert "give yourself the right" in refused


def test_a_damaged_database_says_what_to_do(study: Study) -> None:
    (study.folder / "qualcode.db").write_bytes(b"not a database" * 100)
    with pytest.raises(StoreProblem, match=r"not a qualcode database.*restore it"):
        Project.open(study.folder, coder="rani")


def test_an_older_project_is_migrated_after_saying_where_its_copy_is(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = [revision for revision in sorted(migrations._known()) if revision != migrations.HEAD][-1]
    with sqlite3.connect(study.folder / "qualcode.db") as database:
        database.execute("UPDATE alembic_version SET version_num = ?", (older,))
    database.close()
    heard: list[tuple[Path, bool]] = []
    monkeypatch.setattr(migrations, "_upgrade", lambda connection: None)

    def hear(copy: Path) -> None:
        heard.append((copy, copy.is_file()))

    with Project.open(study.folder, coder="rani", on_copy=hear) as project:
        assert len(project.sources()) == 3
    ((copy, was_there),) = heard
    assert was_there
    assert copy.parent == study.folder
    with pytest.warns(UserWarning, match=r"older version.*a copy is kept: .*qualcode-before-"):
        Project.open(study.folder, coder="rani").close()
