from pathlib import Path

import pytest

from tests.cli.command import done, run
from tests.study import BOOK

REDEFINED = BOOK.replace("Money to begin with.", "Money, borrowed or saved.")


@pytest.fixture
def coded(here: Path) -> Path:
    """The study with one coding of capital."""
    done(here, "code", "W1-zul", "Modal keluarga", "capital")
    return here


def test_a_sound_file_is_said_to_be(here: Path) -> None:
    result = done(here, "codebook", "check", "files/book.yaml")
    assert result.out == "book.yaml is sound: 2 frameworks, 4 codes.\n"


def test_every_fault_is_told_with_its_line(here: Path) -> None:
    bad = BOOK.replace("id: capital", "id: capacity").replace("[modal]", '["/(/"]')
    (here / "bad.yaml").write_text(bad)
    result = run(here, "codebook", "check", "bad.yaml")
    lines = result.err.splitlines()
    assert (result.code, result.out) == (1, "")
    assert len(lines) >= 2
    assert all(line.startswith("bad.yaml: line ") for line in lines)


@pytest.mark.parametrize("name", ["nowhere.yaml", "files/W1-zul.txt"])
def test_what_is_no_codebook_is_refused(here: Path, name: str) -> None:
    result = run(here, "codebook", "check", name)
    assert (result.code, result.err.count("\n")) == (1, 1)
    assert Path(name).name in result.err


def test_a_difference_says_how_many_codings_it_touches(coded: Path) -> None:
    (coded / "next.yaml").write_text(REDEFINED)
    shown = done(coded, "codebook", "diff", "next.yaml")
    assert [row[-1] for row in shown.rows] == ["1"]
    assert "Money to begin with." in done(coded, "codebook", "show", "capital").out


def test_what_touches_codings_is_asked_about(coded: Path) -> None:
    (coded / "next.yaml").write_text(REDEFINED)
    refused = run(coded, "codebook", "apply", "next.yaml")
    assert (refused.code, "say --yes" in refused.err) == (1, True)
    assert "The codebook is now version 2." in done(coded, "codebook", "apply", "next.yaml", "--yes").out
    assert "Nothing changes." in done(coded, "codebook", "apply", "next.yaml").out


def test_a_conflict_leaves_the_projects_and_exits_with_1_unless_told(here: Path) -> None:
    done(here, "codebook", "rename", "capital", "Modal usaha", "--language", "id")
    (here / "next.yaml").write_text(BOOK.replace("{id: Modal,", "{id: Modal awal,"))
    kept = run(here, "codebook", "apply", "next.yaml", "--yes")
    assert (kept.code, "capital" in kept.err) == (1, True)
    done(here, "code", "W1-zul", "Kami dibina", "Modal usaha")
    taken = run(here, "codebook", "apply", "next.yaml", "--yes", "--theirs")
    assert taken.code == 0
    done(here, "code", "W1-zul", "di rumah", "Modal awal")


def test_prune_asks_where_codings_go(coded: Path) -> None:
    without = BOOK[: BOOK.index("      - id: capital")] + "      - id: house\n        name: Rumah\n"
    (coded / "next.yaml").write_text(without)
    kept = done(coded, "codebook", "apply", "next.yaml", "--yes")
    assert "left as they are: capital" in kept.out
    refused = run(coded, "codebook", "apply", "next.yaml", "--yes", "--prune")
    assert (refused.code, "--codings-to capital=CODE" in refused.err) == (1, True)
    done(coded, "codebook", "apply", "next.yaml", "--yes", "--prune", "--codings-to", "capital=motivation")
    assert [row[2] for row in done(coded, "table").rows] == ["motivation"]
    wrong = run(coded, "codebook", "apply", "next.yaml", "--codings-to", "capital")
    assert (wrong.code, "OLD=CODE" in wrong.err) == (2, True)


def test_the_tree_shows_codes_with_their_codings(coded: Path) -> None:
    out = done(coded, "codebook", "show").out
    assert out.startswith("Study, version 1\n")
    (line,) = [line for line in out.splitlines() if "capital" in line.lower()]
    assert "1" in line


def test_an_exported_file_goes_in_again_without_a_difference(coded: Path) -> None:
    done(coded, "codebook", "add", "Rumah", "--framework", "stage")
    assert "Version 2 is in out.yaml." in done(coded, "codebook", "export", "out.yaml").out
    assert "Nothing changes." in done(coded, "codebook", "apply", "out.yaml").out


def test_codes_are_merged_split_moved_and_removed(coded: Path) -> None:
    assert run(coded, "codebook", "merge", "capital", "--into", "motivation").code == 1
    done(coded, "codebook", "merge", "capital", "--into", "motivation", "--yes")
    done(coded, "codebook", "split", "motivation", "Modal keluarga", "W1-zul.4", "--yes")
    done(coded, "codebook", "move", "motivation", "--framework", "problems")
    assert run(coded, "codebook", "remove", "modal_keluarga", "--yes").code == 1
    done(coded, "codebook", "remove", "modal_keluarga", "--codings-to", "motivation", "--yes")
    assert [row[2] for row in done(coded, "table").rows] == ["motivation"]
    for _ in range(4):
        done(coded, "undo")
    assert [row[2] for row in done(coded, "table").rows] == ["capital"]


def test_merging_a_code_with_itself_is_refused(coded: Path) -> None:
    result = run(coded, "codebook", "merge", "capital", "--into", "capital", "--yes")
    assert (result.code, "into itself" in result.err) == (2, True)


def test_a_project_without_a_codebook_says_how_to_get_one(tmp_path: Path) -> None:
    done(tmp_path, "init", "bare", "--coder", "rani")
    assert "qualcode codebook apply" in done(tmp_path / "bare", "codebook", "show").out
    assert run(tmp_path / "bare", "codebook", "export", "x.yaml").code == 2
    assert run(tmp_path / "bare", "suggest").code == 2


def test_families_of_codes_are_named_reordered_and_removed(coded: Path) -> None:
    named = done(
        coded, "codebook", "framework", "problems", "--name", "Hurdles", "--language", "en", "--place", "1"
    )
    assert named.out == "problems: Hurdles\n"
    assert done(coded, "codebook", "show").out.splitlines()[1] == "Hurdles (problems)"
    refused = run(coded, "codebook", "framework", "problems", "--remove")
    assert (refused.code, "--codes-to" in refused.err) == (1, True)
    gone = done(coded, "codebook", "framework", "problems", "--remove", "--codes-to", "stage", "--yes")
    assert gone.out == "  capital: 1 coding\nproblems is removed; qualcode undo brings it back.\n"
    assert "Hurdles" not in done(coded, "codebook", "show").out
