from pathlib import Path

import pytest

from tests.cli.command import done, run


def test_the_document_is_written_in_the_language_asked_for(here: Path) -> None:
    result = done(here, "membercheck", "zul", "--out", "zul.md", "--lang", "id")
    assert result.out == "zul.md holds 6 turns of W1-zul.\n"
    assert "Jawaban Anda" in (here / "zul.md").read_text()


def test_an_answer_is_recorded_and_the_history_tells_it(here: Path) -> None:
    recorded = done(
        here, "membercheck", "zul", "--answer", "corrected", "--date", "2024-07-01", "--note", "tiga"
    )
    assert recorded.out.startswith("zul: corrected, 2024-07-01.\n")
    assert "Member check: corrected, 2024-07-01. tiga" in done(here, "memo", "--list").out
    assert "membercheck" in done(here, "log").out


def test_a_withdrawal_is_asked_about_first(here: Path) -> None:
    answer = ["membercheck", "zul", "--answer", "withdrawn", "--date", "2024-07-01"]
    refused = run(here, *answer)
    assert (refused.code, refused.err) == (1, "Not done: say --yes to go ahead without being asked.\n")
    done(here, *answer, "--yes")
    assert "W1-zul" not in [row[0] for row in done(here, "sources").rows]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([], "say either --out or --answer"),
        (["--out", "a.docx", "--answer", "agreed"], "say either --out or --answer"),
        (["--answer", "agreed"], "an answer has a date"),
        (["--answer", "agreed", "--date", "soon"], "'soon' is no time"),
        (["--out", "a.xlsx"], ".docx .html .md"),
    ],
)
def test_wrong_use_says_what_is_right(here: Path, args: list[str], message: str) -> None:
    result = run(here, "membercheck", "zul", *args)
    assert (result.code, message in result.err) == (2, True)
