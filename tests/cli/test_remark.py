from pathlib import Path

import pytest

from tests.cli.command import done, run


@pytest.fixture
def asked(here: Path) -> Path:
    """A study in which the supervisor asked about a coding of rani's."""
    done(here, "code", "W1-zul", "belajar sendiri di rumah", "awareness")
    done(here, "coders", "set", "dewi", "--role", "supervisor")
    done(here, "remark", "W1-zul.2 awareness", "query", "Sudah sadar?", "--coder", "dewi")
    return here


def test_open_questions_are_listed_until_they_are_answered(asked: Path) -> None:
    ((coding, _, by, remark, text, quote),) = done(asked, "remarks", "--open").rows
    assert (coding, by, remark) == ("W1-zul.2 awareness", "dewi", "query (open)")
    assert (text, quote) == ("Sudah sadar?", "belajar sendiri di rumah")
    assert done(asked, "remark", "W1-zul.2", "answer", "Belum.").out == "W1-zul.2: answer Belum.\n"
    assert done(asked, "remarks", "--open").out == "No question is open.\n"
    assert [row[3] for row in done(asked, "remarks").rows] == ["query", "answer"]


def test_a_proposal_names_the_code(asked: Path) -> None:
    done(asked, "remark", "W1-zul.2", "propose", "--code", "motivation", "--coder", "dewi")
    assert '"proposed": "motivation"' in done(asked, "remarks", "--json").out
    assert (
        "there is no code"
        in run(asked, "remark", "W1-zul.2", "propose", "--code", "x", "--coder", "dewi").err
    )


def test_it_is_in_the_history_and_can_be_undone(asked: Path) -> None:
    assert "query W1-zul.2" in done(asked, "log", "--coder", "dewi").out
    assert "review query W1-zul.2" in done(asked, "undo", "--coder", "dewi").out
    assert done(asked, "remarks").out == "Nothing was said of any coding yet.\n"


def test_a_proposal_is_accepted_with_a_word(asked: Path) -> None:
    done(asked, "remark", "W1-zul.2", "propose", "--code", "motivation", "--coder", "dewi")
    assert done(asked, "remark", "W1-zul.2", "accept", "Ya.").out == "W1-zul.2: accept Ya.\n"
    assert done(asked, "remarks").rows[-1][0] == "W1-zul.2 motivation"
    assert "accept proposal" in done(asked, "log").out
    assert "no such proposal" in run(asked, "remark", "W1-zul.2", "accept").err
