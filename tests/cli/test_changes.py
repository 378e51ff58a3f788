from pathlib import Path

from tests.cli.command import done, run


def test_a_period_is_summed_up_by_source(here: Path) -> None:
    done(here, "code", "W1-zul", "belajar sendiri di rumah", "motivation")
    done(here, "code", "W1-zul", "Modal keluarga saja", "capital")
    shown = done(here, "changes", "--since", "7d")
    assert ["W1-zul", "Coded", "2", "Capital (1), Motivation (1)"] in shown.rows
    assert "Coded: 2. Open questions: 0." in shown.out


def test_open_questions_come_last(here: Path) -> None:
    done(here, "code", "W1-zul", "Modal keluarga saja", "capital")
    done(here, "coders", "set", "dewi", "--role", "supervisor")
    done(here, "remark", "W1-zul.4", "query", "Dari siapa?", "--coder", "dewi")
    assert done(here, "changes", "--since", "today").out.splitlines()[-1].endswith("Dari siapa?")


def test_a_document_for_a_meeting_is_written(here: Path) -> None:
    done(here, "code", "W1-zul", "Modal keluarga saja", "capital")
    shown = done(here, "changes", "--since", "yesterday", "--out", "c.html", "--lang", "id")
    assert shown.out.startswith("c.html holds what was done since ")
    assert "Modal keluarga saja" in (here / "c.html").read_text()


def test_a_time_that_is_none_is_refused(here: Path) -> None:
    refused = run(here, "changes", "--since", "someday")
    assert (refused.code, "is no time" in refused.err) == (2, True)
