from pathlib import Path

import pytest

from tests.cli.command import done, run
from tests.cli.terminal import Terminal

ENGLISH = """\
Q: How did it begin, Mr. Zul?
Z: At first I learned by myself at home. There was no training from the office.
Q: What about capital?
Z: Family capital only. I learned by myself, and the capital was my own too.
Q: What has changed?
Z: We were looked after, then we took part in a training of three days.
"""


@pytest.fixture
def coded(here: Path) -> Path:
    """The small study with a passage coded in each interview."""
    done(here, "code", "W1-zul", "Modal keluarga saja.", "capital")
    done(here, "code", "W2-lina", "Modal dari bank.", "capital")
    return here


def test_a_passage_is_translated_by_its_reference_or_its_words(coded: Path) -> None:
    assert done(coded, "translate", "W2-lina.4", "Bank money.").out == "W2-lina.4 in en: Bank money. (rani)\n"
    words = ["W1-zul", "--quote", "Modal keluarga", "Family money.", "--translator", "dewi"]
    assert done(coded, "translate", *words).out == "W1-zul in en: Family money. (dewi)\n"


def test_a_table_shows_what_was_said_and_its_translation_and_counts_what_has_none(coded: Path) -> None:
    done(coded, "translate", "W2-lina.4", "Bank money.")
    both = done(coded, "table", "--words", "both")
    assert [row[3:5] for row in both.rows] == [
        ["Modal keluarga saja.", ""],
        ["Modal dari bank.", "Bank money."],
    ]
    assert both.out.endswith("Without a translation: 1; see them with qualcode translate --missing.\n")
    translated = done(coded, "table", "--words", "translation")
    assert [row[3] for row in translated.rows] == ["Modal keluarga saja.", "Bank money."]
    assert "Bank money." not in done(coded, "table").out


def test_a_document_sets_translations_beside_what_was_said_and_names_who_translated(coded: Path) -> None:
    done(coded, "translate", "W2-lina.4", "Bank money.", "--translator", "Dewi")
    done(coded, "table", "--words", "both", "--lang", "id", "--out", "t.md")
    written = (coded / "t.md").read_text(encoding="utf-8")
    assert "Terjemahan" in written
    assert "Bank money." in written
    assert "Terjemahan: Dewi." in written
    done(coded, "table", "--lang", "id", "--out", "plain.csv")
    assert "translation" not in (coded / "plain.csv").read_text(encoding="utf-8")


def test_a_summary_quotes_in_the_words_asked_for(coded: Path) -> None:
    done(coded, "translate", "W2-lina.4", "Bank money.")
    shown = done(coded, "summary", "--per", "code", "--words", "translation").out
    assert "“Bank money.” (W2-lina.4)" in shown
    assert "“Modal keluarga saja.” (W1-zul.4)" in shown
    assert "Without a translation: 1" in shown


def test_what_is_missing_is_listed_or_written_to_be_filled_in(coded: Path) -> None:
    assert [row[0] for row in done(coded, "translate", "--missing").rows] == ["W1-zul.4", "W2-lina.4"]
    written = done(coded, "translate", "--missing", "--source", "W2-lina", "--out", "m.csv")
    assert written.out.startswith("Passages to translate in m.csv: 1.\n")
    table = coded / "m.csv"
    table.write_text(table.read_text().replace("Modal dari bank.,,", "Modal dari bank.,Bank money.,dewi"))
    assert done(coded, "translate", "--from", "m.csv").out == "1 passage is translated.\n"
    assert "import translations" in done(coded, "log").out
    assert "Took back" in done(coded, "undo").out


def test_a_walk_through_what_is_missing_keeps_each_answer_at_once(coded: Path) -> None:
    with Terminal(coded, "translate", "--missing") as terminal:
        terminal.sees("Modal keluarga saja.")
        terminal.types("Family money only.\n", sees="2/2")
        assert terminal.leaves(".\n")[1].endswith("1 translated, 1 without a translation.")
    assert [row[0] for row in done(coded, "translate", "--missing").rows] == ["W2-lina.4"]


def test_a_source_in_translation_says_which_turns_stand_together(coded: Path) -> None:
    (coded / "W1-zul-en.txt").write_text(ENGLISH, encoding="utf-8")
    assert "sources set W1-zul-en --translates W1-zul" in done(coded, "add", "W1-zul-en.txt").out
    done(coded, "sources", "set", "W1-zul-en", "--translates", "W1-zul")
    shown = done(coded, "translate", "--aligned", "W1-zul-en").out
    assert shown == "W1-zul-en beside W1-zul: 6 turns stand together, one to one.\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["W2-lina.4"], "say PASSAGE TEXT"),
        (["W9.4", "x"], "there is no coded passage 'W9.4'"),
        (["--aligned", "W1-zul"], "it is not known to translate another source"),
        (["W2-lina.4", "x", "--to", "id"], "it is in id already"),
    ],
)
def test_wrong_use_says_what_is_right(coded: Path, args: list[str], message: str) -> None:
    result = run(coded, "translate", *args)
    assert (result.code, message in result.err) == (2, True)
