import json
from pathlib import Path

import pytest

from tests.cli.command import done, run
from tests.cli.terminal import Terminal


@pytest.fixture
def coded(here: Path) -> Path:
    """A study with Zul's words under awareness and motivation, and Lina's under capacity."""
    done(here, "code", "W1-zul", "Awalnya saya belajar sendiri di rumah", "awareness")
    done(here, "code", "W1-zul", "belajar sendiri di rumah", "motivation")
    done(here, "code", "W2-lina", "ikut pelatihan tiga hari", "capacity")
    return here


def test_in_a_pipe_a_query_prints_a_line_per_coding(coded: Path) -> None:
    (row,) = done(coded, "query", "=awareness AND motivation").rows
    assert row[:4] == ["W1-zul.2", "zul", "awareness", "Awalnya saya belajar sendiri di rumah"]
    assert row[4:] == ["Bagaimana awalnya, Pak Zul?", "motivation", "rani"]


def test_on_a_terminal_the_words_stand_in_their_context(coded: Path) -> None:
    with Terminal(coded, "query", "motivation", columns=100) as terminal:
        screen = terminal.sees("Codings: 1; informants: 1; sources: 1.")
    assert "W1-zul.2 · zul · Awareness > Motivation (motivation) · rani" in screen
    assert "Bagaimana awalnya, Pak Zul? …Pak Zul? I: Awalnya saya belajar sendiri di rumah" in screen
    assert "Other codes: awareness" in screen


def test_it_counts_and_prints_json_and_writes_files(coded: Path) -> None:
    assert done(coded, "query", "stage:*", "--count").out == "Codings: 3; informants: 2; sources: 2.\n"
    counts = json.loads(done(coded, "query", "stage:*", "--count", "--json").out)
    assert counts == {"codings": 3, "informants": 2, "sources": 2}
    (found,) = json.loads(done(coded, "query", "WHERE text ~ latih", "--json").out)
    assert (found["reference"], found["code"], found["neighbours"]) == ("W2-lina.2", "capacity", "")
    assert done(coded, "query", "capacity", "--out", "found.docx").out == "1 coding in found.docx.\n"
    assert (coded / "found.docx").exists()


def test_where_nothing_fits_each_part_says_how_many_it_has(coded: Path) -> None:
    result = done(coded, "query", "awareness WHERE kind = observation")
    assert result.out.startswith("No coding fits.")
    assert result.rows[1:] == [["awareness", "2"], ["kind = observation", "0"]]


def test_a_fault_is_pointed_at(coded: Path) -> None:
    result = run(coded, "query", "motivation AND awarness")
    assert result.code == 2
    assert "did you mean awareness" in result.err
    assert result.err.splitlines()[1:] == ["  motivation AND awarness", "                 ^"]


def test_a_fault_far_on_in_a_long_query_is_pointed_at_too(coded: Path) -> None:
    result = run(coded, "query", "motivation OR " * 20 + "awarness")
    shown, pointer = result.err.splitlines()[1:]
    assert shown[pointer.index("^") :].startswith("awarness")
    assert len(shown) < 80


@pytest.mark.parametrize("command", ["table", "frequencies", "matrix", "summary", "chart frequencies"])
def test_other_commands_take_a_query_as_where(coded: Path, command: str) -> None:
    shown = done(coded, *command.split(), "--where", "capacity WHERE source = W2*").out
    assert "apacity" in shown
    assert "otivation" not in shown


def test_in_indonesian_faults_are_told_in_indonesian(coded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUALCODE_LANG", "id")
    assert "kurungnya tidak ditutup" in run(coded, "query", "(awareness DAN capacity").err
    assert done(coded, "query", "awareness DAN motivation DENGAN jenis = wawancara", "--count").out == (
        "Pengodean: 2; informan: 1; sumber: 1.\n"
    )
