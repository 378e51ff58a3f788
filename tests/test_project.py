import ast
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import assert_type

import pandas as pd
import pytest

import qualcode
import qualcode.actions
from qualcode.errors import ProjectNotFound, StaleEdit, StoreProblem, UsageError
from qualcode.model import Case, Coding
from qualcode.project import Project
from tests.study import BOOK, ZUL, Study


def test_a_project_opens_from_any_folder_within(study: Study) -> None:
    with Project.open(study.folder / "transcripts", coder="rani") as project:
        assert project.settings.root == study.folder


def test_there_is_none_elsewhere(tmp_path: Path) -> None:
    with pytest.raises(ProjectNotFound):
        Project.open(tmp_path)


def test_a_project_without_its_database_says_so(study: Study) -> None:
    (study.folder / "qualcode.db").unlink()
    with pytest.raises(StoreProblem, match="no database yet"):
        Project.open(study.folder)


def test_a_handle_that_is_none_leaves_nothing_open(study: Study) -> None:
    with pytest.raises(UsageError):
        Project.open(study.folder, coder="Bu Dewi")
    assert not (study.folder / "qualcode.db-wal").exists()


def test_the_same_handle_is_the_same_coder_on_another_machine(
    study: Study, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with Project.open(study.folder, coder="rani") as project:
        known = project.coder
    monkeypatch.setenv("QUALCODE_CONFIG", str(tmp_path / "other.toml"))
    with Project.open(study.folder, coder="rani") as project:
        assert project.coder == known


def test_the_whole_way_from_a_file_to_a_table(tmp_path: Path) -> None:
    (tmp_path / "W1-zul.txt").write_text(ZUL)
    (tmp_path / "book.yaml").write_text(BOOK)
    with qualcode.Project.create(tmp_path / "study", coder="rani", title="Studi") as project:
        project.add([tmp_path / "W1-zul.txt"])
        project.apply_codebook(tmp_path / "book.yaml")
        project.code("W1-zul", "Modal keluarga", "capital")
        assert list(project.segments("W1-zul")["turn"]) == [2, 4, 6]
        project.mark_read("W1-zul")
        project.suggest()
        for suggestion in project.pending():
            project.decide(suggestion.id, "accept")
        assert project.pending() == []
        assert set(project.codings()["origin"]) == {"by_hand", "decision"}
        project.table(tmp_path / "coded.csv")
        assert (tmp_path / "coded.csv").read_text(encoding="utf-8-sig").count("W1-zul.") > 3
        assert project.check() == []


def test_undo_and_redo_go_through_the_history_and_back(study: Study) -> None:
    project = study.opened_by("rani")
    for quote in ("di rumah", "Kami dibina", "Modal keluarga"):
        project.code("W1-zul", quote, "awareness")
    for left in (2, 1, 0):
        project.undo()
        assert len(project.codings()) == left
    for left in (1, 2, 3):
        project.redo()
        assert len(project.codings()) == left
    actions = [event.action for event in project.log(limit=3)]
    assert actions == ["redo"] * 3


def test_two_programs_at_once_tell_who_changed_what(study: Study) -> None:
    one, two = study.opened_by("rani"), study.opened_by("bayu")
    with one.view() as view:
        (case,) = view.all(Case, name="zul")
    two.set_case("zul", attributes={"umur": "41"})
    with (
        pytest.raises(StaleEdit, match=r"bayu changed or removed this case .*look at it again"),
        one.store.action(one.coder, "set_case") as act,
    ):
        act.put(replace(case, name="Pak Zul"))
    assert one.set_case("zul", rename="Pak Zul").attributes == {"umur": "41"}


def test_the_log_hides_what_a_blind_coder_did(study: Study) -> None:
    one, two = study.opened_by("rani"), study.opened_by("bayu")
    one.code("W1-zul", "di rumah", "awareness")
    two.mark_read("W1-zul")
    summaries = {(event.actor, event.action): event.summary for event in two.log()}
    assert summaries["rani", "code"] == ""
    assert summaries["bayu", "mark_read"] == "W1-zul"


METHODS = {
    name: method
    for name, method in inspect.getmembers(Project, inspect.isfunction)
    if not name.startswith("_")
}
FILLED_IN = {"store", "actor", "view", "cache_dir", "root"}
"""What the project itself gives to actions."""


@pytest.mark.parametrize("name", METHODS)
def test_help_shows_a_methods_own_parameters_and_explains_them(name: str) -> None:
    method, told = METHODS[name], inspect.getdoc(METHODS[name]) or ""
    shown = set(inspect.signature(method).parameters) - {"self"}
    assert method.__name__ == name
    assert not FILLED_IN & shown
    assert told
    assert " at 0x" not in str(inspect.signature(method))
    section = told.partition("Parameters\n----------\n")[2].partition("\n\n")[0]
    explained = {
        each.strip().lstrip("*")
        for line in section.splitlines()
        if line and not line.startswith(" ")
        for each in line.split(",")
    }
    assert explained <= shown
    assert not section or explained == shown


def _actions() -> Iterator[Callable[..., object]]:
    for module in pkgutil.iter_modules(qualcode.actions.__path__, "qualcode.actions."):
        for name, function in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction):
            if function.__module__ == module.name and not name.startswith("_"):
                yield function


def test_whatever_can_be_done_to_a_study_can_be_done_from_python() -> None:
    within = {"acting", "join", "log_export"}  # parts of actions
    bound = {getattr(method, "__wrapped__", None) for method in METHODS.values()}
    missing = {
        function.__name__
        for function in _actions()
        if list(inspect.signature(function).parameters)[:2] == ["store", "actor"] and function not in bound
    }
    assert missing - within == {"code"}  # which `Project.code` calls with plainer parameters


@pytest.mark.parametrize("package", ["cli", "workbench", "jupyter"])
def test_commands_and_pages_write_through_the_methods_of_a_project(package: str) -> None:
    writers = {
        function.__name__
        for function in _actions()
        if list(inspect.signature(function).parameters)[:1] == ["store"]
    }
    assert qualcode.__file__
    for path in sorted((Path(qualcode.__file__).parent / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qualcode.actions."):
                assert not writers & {each.name for each in node.names}, path
            if isinstance(node, ast.Attribute) and node.attr == "action":
                assert "store" not in ast.unparse(node.value), path


def test_the_type_checker_knows_what_methods_take_and_give(study: Study) -> None:
    project = study.opened_by("rani")
    assert_type(project.codings(), pd.DataFrame)
    assert_type(project.code("W1-zul", "di rumah", "awareness"), Coding)
    with pytest.raises(UsageError, match="langauge"):
        project.codings(langauge="id")  # type: ignore[call-arg]  # as mypy says too
    with pytest.raises(TypeError):
        project.chart("frequencies", lang="id")  # type: ignore[call-arg]  # as mypy says too
    with pytest.raises(TypeError):
        project.code("W1-zul", "di rumah", "awareness", mmeo="x")  # type: ignore[call-arg]  # as mypy says too
