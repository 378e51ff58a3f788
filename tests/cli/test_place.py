import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode import Project
from tests.cli.command import done, run
from tests.cli.terminal import Terminal
from tests.study import ZUL

MENDED = ZUL.replace("Modal keluarga saja.", "Cuma permodalan sekeluarga kami.")


@pytest.fixture
def unplaced(here: Path) -> Path:
    """The small study, its first interview corrected so that two codings have lost their words."""
    done(here, "code", "W1-zul", "Modal keluarga", "capital")
    done(here, "code", "W1-zul", "dibina", "capacity")
    (here / "mended.txt").write_text(MENDED.replace("Kami dibina, lalu", "Lalu"))
    assert run(here, "revise", "W1-zul", "mended.txt").code == 1
    return here


@pytest.fixture
def project(unplaced: Path) -> Iterator[Project]:
    with Project.open(unplaced, coder="rani") as opened:
        yield opened


def test_codings_without_a_place_are_listed_with_the_likeliest(unplaced: Path) -> None:
    rows = done(unplaced, "review", "--unplaced", "--list").rows
    assert [row[1:4] for row in rows] == [
        ["W1-zul.4", "capital", "Modal keluarga"],
        ["W1-zul.6", "capacity", "dibina"],
    ]
    assert rows[0][4] == "permodalan sekeluarga"


def test_the_list_as_json_has_what_was_said_around_and_every_candidate(unplaced: Path) -> None:
    first, _ = json.loads(done(unplaced, "review", "--unplaced", "W1-zul", "--json").out)
    assert (first["quote"], first["after"].split(".")[0]) == ("Modal keluarga", " saja")
    best = first["candidates"][0]
    assert MENDED[best["start"] : best["end"]] == best["words"] == "permodalan sekeluarga"


def test_where_all_have_their_place_that_is_said(here: Path) -> None:
    assert done(here, "review", "--unplaced").out == "Every coding of yours has its place.\n"


def test_a_candidate_is_taken_with_its_number_and_taken_back(unplaced: Path, project: Project) -> None:
    with Terminal(unplaced, "review", "--unplaced") as terminal:
        assert "It was given to:" in terminal.sees("permodalan sekeluarga")
        terminal.types("1", sees="2 of 2")
        terminal.types("u", sees="1 of 2")
        terminal.types("1", sees="2 of 2")
        terminal.types("x", sees="The end")
        code, left = terminal.leaves()
    assert (code, "placed: 1, removed: 1, left: 0." in left) == (0, True)
    assert project.unplaced() == []
    assert "permodalan sekeluarga" in set(project.codings()["quotation"])


def test_words_are_typed_where_no_candidate_fits(unplaced: Path, project: Project) -> None:
    with Terminal(unplaced, "review", "--unplaced") as terminal:
        terminal.sees("1 of 2")
        terminal.types("w", sees="Words to place it on:")
        terminal.types("di bulan\r", sees="not said there")
        terminal.types("w", sees="Words to place it on:")
        terminal.types("sekeluarga kami\r", sees="2 of 2")
        terminal.types("s", sees="The end")
        code, left = terminal.leaves()
    assert (code, "placed: 1, left: 1." in left) == (0, True)
    assert "sekeluarga kami" in set(project.codings()["quotation"])


def test_a_coding_is_placed_by_its_name(unplaced: Path) -> None:
    placed = done(unplaced, "place", "W1-zul.4", "capital", "--quote", "permodalan sekeluarga")
    assert placed.out == "W1-zul.4 is placed: permodalan sekeluarga\n"
    done(unplaced, "place", "W1-zul.6", "--turn", "6")
    assert done(unplaced, "review", "--unplaced").out == "Every coding of yours has its place.\n"


@pytest.mark.parametrize("stretch", ["9", "a:b", "20:10"])
def test_a_stretch_that_is_none_is_refused(unplaced: Path, stretch: str) -> None:
    result = run(unplaced, "place", "W1-zul.4", "--at", stretch)
    assert (result.code, "is not START:END" in result.err) == (2, True)


def test_a_stretch_of_the_text_is_taken(unplaced: Path) -> None:
    at = MENDED.index("sekeluarga kami")
    placed = done(unplaced, "place", "W1-zul.4", "--at", f"{at}:{at + 15}")
    assert placed.out.endswith("sekeluarga kami\n")
