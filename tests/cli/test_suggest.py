import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from qualcode import Project
from qualcode.cli.evaluate import command as evaluate
from qualcode.cli.review import command as review
from qualcode.cli.suggest import command as suggest
from tests.actions.test_evaluating import ROWS
from tests.cli.study import make_study
from tests.suggest.materials import CAPITAL, OTHER, TRAINING


@pytest.fixture
def coded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A study with three more interviews, two of them coded through."""
    monkeypatch.setenv("QUALCODE_CODER", "rani")
    folder = tmp_path / "study"
    folder.mkdir()
    make_study(folder, read=False)
    with Project.open(folder) as project:
        for number in (2, 3, 4):
            lines = [f"P: Lalu?\nI: {words} {number}\n" for words in (*CAPITAL, *TRAINING, *OTHER)]
            path = folder / f"W{number}-x.txt"
            path.write_text("".join(lines), encoding="utf-8")
            project.add([path])
        for number in (2, 3):
            for code, each in (("awareness", CAPITAL), ("capacity", TRAINING)):
                for words in each:
                    project.code(f"W{number}-x", words, code)
            project.mark_read(f"W{number}-x")
    return folder


def run(command: click.Command, folder: Path, *arguments: str) -> str:
    result = CliRunner().invoke(command, [*arguments, "--project", str(folder)], standalone_mode=False)
    if result.exception:
        raise result.exception
    found: str = result.stdout
    return found


def test_once_there_are_codings_they_are_learnt_from(coded: Path) -> None:
    out = run(suggest, coded, "--model", "none")
    assert "Learnt from 16 coded passages; how often it is right: qualcode evaluate" in out
    assert "pip install 'qualcode[semantic]'" in out
    report = json.loads(run(suggest, coded, "--model", "none", "--json"))
    assert report["method"] == "blend"
    assert set(report["weights"]) >= {"words", "keywords"}


def test_a_lower_score_lets_more_through(coded: Path) -> None:
    usual = json.loads(run(suggest, coded, "--model", "none", "--json"))
    more = json.loads(run(suggest, coded, "--model", "none", "--json", "--min-score", "0.01"))
    assert more["suggestions"] > usual["suggestions"]


def test_the_list_shows_coded_passages_that_are_alike(coded: Path) -> None:
    run(suggest, coded, "--model", "none")
    with Project.open(coded) as project:
        project.set("show_suggestions", "always")
    rows = json.loads(run(review, coded, "W4-x", "--json", "--order", "likely"))
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    assert {row["method"] for row in rows} == {"blend"}
    assert any(reference.startswith(("W2-x", "W3-x")) for row in rows for reference in row["alike"])
    assert "≈ W" in run(review, coded, "W4-x", "--list")


@pytest.mark.parametrize("order", ["reading", "likely", "uncertain", "diverse"])
def test_every_order_lists_the_same(coded: Path, order: str) -> None:
    run(suggest, coded, "--model", "none")
    with Project.open(coded) as project:
        project.set("show_suggestions", "always")
        waiting = {each.id for each in project.pending()}
    rows = json.loads(run(review, coded, "--json", "--order", order, "--seed", "3"))
    assert {row["id"] for row in rows} == waiting


def test_figures_are_printed_with_their_intervals(coded: Path, tmp_path: Path) -> None:
    out = run(evaluate, coded, "--model", "none", "--curve", "--out", str(tmp_path / "figures.csv"))
    assert out.splitlines()[0].split("\t")[:4] == ["Code", "Passages", "Suggested", "Right"]
    assert "Measured on 24 passages of 2 sources." in out
    assert "Sources learnt from" in out
    assert (tmp_path / "figures.csv").read_text().startswith("code,support,sources,proposed,right,precision")
    figures = json.loads(run(evaluate, coded, "--model", "none", "--json"))
    assert figures["micro"]["low"] <= figures["micro"]["value"] <= figures["micro"]["high"]
    assert [each["code"] for each in figures["codes"]] == ["awareness", "capacity"]


def test_figures_are_drawn_where_a_picture_is_named(coded: Path, tmp_path: Path) -> None:
    run(evaluate, coded, "--model", "none", "--out", str(tmp_path / "figures.svg"))
    assert (tmp_path / "figures.svg").read_bytes().startswith(b"<svg")


def test_what_is_left_is_told_with_an_interval(coded: Path) -> None:
    assert "awareness: 8 of 24 passages read have it. Of the" in run(
        evaluate, coded, "--model", "none", "--left", "awareness"
    )


def test_what_was_found_alone_is_told(coded: Path) -> None:
    assert "16 codings were made before" in run(evaluate, coded, "--against", "blind")
    assert json.loads(run(evaluate, coded, "--against", "blind", "--json"))[0]["alone"] == 8


def test_a_table_is_measured_without_a_project(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    path.write_text(f"text,capital,training\n{ROWS}", encoding="utf-8")
    arguments = ["--table", str(path), "--text", "text", "--labels", "capital, training", "--model", "none"]
    figures = json.loads(run(evaluate, tmp_path, *arguments, "--json"))
    assert figures["micro"]["value"] > 0.9
    with pytest.raises(Exception, match="--text COLUMN"):
        run(evaluate, tmp_path, "--table", str(path))
