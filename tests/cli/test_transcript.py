from pathlib import Path

import pytest

from tests.cli.command import done, run
from tests.returned_files import Returned


@pytest.fixture
def coded(here: Path) -> Path:
    """A study with one coding, by rani."""
    done(here, "code", "W1-zul", "belajar sendiri di rumah", "awareness")
    return here


@pytest.fixture
def returned(coded: Path) -> Path:
    """The transcript as it came back: a question to the coding, and a remark on other words."""
    done(coded, "transcript", "W1-zul", "--out", "zul.docx", "--comments", "--lang", "id")
    file = Returned(coded / "zul.docx")
    file.reply_to("0", "Sudah sadar?")
    file.comment_on("Modal keluarga saja", "Kodekan ini")
    return file.saved()


def test_a_transcript_is_written_in_the_language_asked_for(coded: Path) -> None:
    done(coded, "theme", "mandiri", "Orang belajar sendiri.", "--code", "awareness")
    result = done(coded, "transcript", "W1-zul", "--out", "zul.md", "--lang", "id", "--themes")
    assert result.out == "In zul.md: turns 6, codings 1.\n"
    assert "| No. | Pelaku | Uraian | Koding | Tema |" in (coded / "zul.md").read_text()


def test_lines_are_numbered_through_the_transcript(coded: Path) -> None:
    done(coded, "transcript", "W1-zul", "--out", "zul.md", "--lines", "--lang", "en")
    rows = [line.split(" | ")[1] for line in (coded / "zul.md").read_text().splitlines() if " | " in line]
    numbers = [cell for cell in rows if cell.isdecimal()]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["W1-zul", "--out", "zul.xlsx"], ".docx .html .md"),
        (["W1-zul", "--out", "zul.html", "--comments"], ".docx"),
        (["W1-zul", "--out", "zul.docx", "--comments", "--lines"], "without columns"),
        (["W9", "--out", "zul.docx"], "there is no source"),
    ],
)
def test_what_cannot_be_written_is_refused(coded: Path, args: list[str], message: str) -> None:
    result = run(coded, "transcript", *args)
    assert result.code
    assert message in result.err


def test_remarks_come_in_once_and_are_told(coded: Path, returned: Path) -> None:
    first = done(coded, "import-review", str(returned), "--reviewer", "dewi")
    assert [row[3] for row in first.rows] == ["query: W1-zul.2 awareness", "memo on the words"]
    assert "remarks on codings: 1; memos on words: 1; memos on the source: 0" in first.out
    again = done(coded, "import-review", str(returned), "--reviewer", "dewi")
    assert "remarks on codings: 0; memos on words: 0; memos on the source: 0; there already: 2" in again.out
    assert "import review" in done(coded, "log").out
    assert done(coded, "remarks", "--open").rows[0][4] == "Sudah sadar?"


def test_a_preview_says_that_nothing_was_changed(coded: Path, returned: Path) -> None:
    shown = done(coded, "import-review", str(returned), "--reviewer", "dewi", "--preview")
    assert shown.out.endswith("Nothing was changed; leave out --preview to do it.\n")
    assert done(coded, "remarks").out == "Nothing was said of any coding yet.\n"
    assert '"outcome": "review"' in done(
        coded, "import-review", str(returned), "--reviewer", "dewi", "--json"
    ).out  # fmt: skip
