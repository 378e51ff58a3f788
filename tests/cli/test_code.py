import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.command import done, run
from tests.study import ZUL


def table(folder: Path) -> list[list[str]]:
    return done(folder, "table").rows


def test_a_quote_is_coded_and_the_coding_named(here: Path) -> None:
    made = done(here, "code", "W1-zul", "di rumah", "Penyadaran", "--memo", "lihat")
    assert made.out == "W1-zul.2 coded awareness: di rumah\n"
    assert table(here) == [["W1-zul.2", "zul", "awareness", "di rumah", "rani"]]


def test_more_codes_for_the_same_words_are_one_event(here: Path) -> None:
    made = done(here, "code", "W1-zul", "di rumah", "Penyadaran", "--also", "capital", "--also", "motivation")
    assert made.out.splitlines() == [
        "W1-zul.2 coded awareness: di rumah", "W1-zul.2 coded capital: di rumah",
        "W1-zul.2 coded motivation: di rumah",
    ]  # fmt: skip
    done(here, "undo")
    assert table(here) == []
    listed = done(here, "code", "W1-zul", "di rumah", "rumah", "--new", "--also", "capital", "--json").out
    assert [each["code"] for each in json.loads(listed)] == ["capital", "rumah"]


def test_a_quote_said_twice_is_narrowed(here: Path) -> None:
    result = run(here, "code", "W1-zul", "belajar sendiri", "awareness")
    assert (result.code, result.err.count("\n")) == (1, 1)
    assert "said in 2 places" in result.err
    done(here, "code", "W1-zul", "belajar sendiri", "awareness", "--turn", "4")
    start = ZUL.index("belajar sendiri")
    done(here, "code", "W1-zul", "awareness", "--at", f"{start}:{start + 15}")
    assert [row[0] for row in table(here)] == ["W1-zul.2", "W1-zul.4"]


@pytest.mark.parametrize("at", ["5", "9:5", "a:b", "0:99999"])
def test_a_stretch_that_is_none_is_refused(here: Path, at: str) -> None:
    assert run(here, "code", "W1-zul", "awareness", "--at", at).code == 2


def test_codes_are_made_on_the_way(here: Path) -> None:
    done(here, "code", "W1-zul", "di rumah", "ruang usaha", "--new", "--parent", "Modal")
    done(here, "code", "W1-zul", "Kami dibina", "--in-vivo")
    assert [row[2] for row in table(here)] == ["ruang_usaha", "kami_dibina"]


@pytest.mark.parametrize("words", [[], ["W1-zul"], ["W1-zul", "di rumah"], ["a", "b", "c", "d"]])
def test_too_few_or_too_many_words_are_explained(here: Path, words: list[str]) -> None:
    result = run(here, "code", *words)
    assert (result.code, "say SOURCE QUOTE CODE" in result.err) == (2, True)


def test_an_imported_table_says_what_was_left_out(here: Path) -> None:
    (here / "c.csv").write_text("source;quote;code\nW1-zul;di rumah;awareness\nW1-zul;di sana;awareness\n")
    result = run(here, "code", "--from", "c.csv", "--as-coder", "bayu")
    assert (result.code, result.out) == (1, "1 coding by bayu.\n")
    assert result.err.startswith("Left out c.csv, row 3: W1-zul: 'di sana' is not said there")


def test_a_coding_goes_and_comes_back(here: Path) -> None:
    done(here, "code", "W1-zul", "di rumah", "awareness")
    assert "is no longer coded so" in done(here, "uncode", "W1-zul.2", "awareness").out
    assert table(here) == []
    assert "Took back: " in done(here, "undo").out
    assert len(table(here)) == 1
    assert "Done again: " in done(here, "redo").out
    assert table(here) == []
    assert run(here, "undo", "--coder", "bayu").code == 1


def test_a_batch_of_marks_goes_on(here: Path) -> None:
    result = run(here, "mark", "--read", "W1-zul", "W9", "W2-lina")
    assert (result.code, result.out) == (1, "W1-zul is coded through.\nW2-lina is coded through.\n")
    assert result.err.startswith("Left out there is no source 'W9'")


def test_a_source_is_marked_turn_by_turn_and_for_a_framework(here: Path) -> None:
    said = done(here, "mark", "--read", "W1-zul", "--turns", "1-2", "--framework", "stage").out
    assert said == "turns 1-2 of W1-zul are coded through.\n"
    done(here, "mark", "--read", "W1-zul", "--turns", "2", "--undo")
    done(here, "mark", "--read", "W1-zul", "--turns", "3-6")
    for turns in ("0-2", "3-1", "x", "2-99"):
        assert run(here, "mark", "--read", "W1-zul", "--turns", turns).code == 2
    assert run(here, "mark", "--read", "W1-zul", "--framework", "stage", "--undo").code == 2


def test_marks_are_set_and_taken_back(here: Path) -> None:
    done(here, "code", "W1-zul", "di rumah", "awareness")
    done(here, "mark", "--negative", "W1-zul.2", "awareness")
    done(here, "mark", "--not-asked", "W1-zul", "capital")
    assert run(here, "mark", "--not-asked", "W1-zul", "capital").code == 1
    done(here, "mark", "--not-asked", "W1-zul", "capital", "--undo")
    assert run(here, "mark", "W1-zul").code == 2


def test_a_coding_that_is_not_there_is_answered_with_those_that_are(here: Path) -> None:
    done(here, "code", "W1-zul", "di rumah", "awareness")
    assert "coded there: awareness" in run(here, "mark", "--negative", "W1-zul.2 capital").err
    assert "`qualcode table` lists them" in run(here, "mark", "--negative", "W1-zul.4 capital").err


def test_memos_are_written_listed_and_taken_away(here: Path) -> None:
    done(here, "memo", "tentang studi")
    done(here, "memo", "--source", "W1-zul", "--turn", "2", "dari", stdin="")
    done(here, "memo", "--code", "Modal", stdin="lewat pipa\n")
    rows = done(here, "memo", "--list").rows
    assert [row[1:3] for row in rows] == [
        ["project", "tentang studi"], [rows[1][1], "dari"], ["capital", "lewat pipa"],
    ]  # fmt: skip
    done(here, "memo", "--remove", rows[0][0])
    assert len(done(here, "memo", "--list").rows) == 2


@pytest.mark.parametrize("args", [["--turn", "2", "x"], ["--source", "W1-zul", "--code", "capital", "x"], []])
def test_a_memo_about_nothing_or_too_much_is_refused(here: Path, args: list[str]) -> None:
    assert run(here, "memo", *args).code == 2


def test_a_setting_is_shown_and_set(here: Path) -> None:
    assert done(here, "settings", "title").rows == [["title", "Studi kecil", ""]]
    done(here, "settings", "title", "Judul")
    assert done(here, "settings", "title").rows == [["title", "Judul", ""]]
    assert run(here, "settings", "titel").code == 2


def test_coders_are_listed_and_release_their_work(here: Path) -> None:
    done(here, "code", "W1-zul", "di rumah", "awareness")
    assert done(here, "table", "--coder", "bayu").rows == []
    done(here, "coders", "release", "rani")
    assert len(done(here, "table", "--coder", "bayu").rows) == 1
    done(here, "coders", "release", "rani", "--hide")
    done(here, "coders", "set", "bu_dewi", "--role", "supervisor")
    assert [row[:2] for row in done(here, "coders").rows] == [["bu_dewi", "supervisor"], ["rani", "coder"]]


def test_themes_are_made_listed_and_imported(here: Path) -> None:
    done(here, "theme", "otodidak", "Orang belajar sendiri.", "--code", "awareness")
    done(here, "theme", "otodidak", "--verdict", "observation=sejalan")
    assert done(here, "theme").rows == [["otodidak", "Orang belajar sendiri.", "awareness", "0", "0"]]
    assert json.loads(done(here, "theme", "--json").out)[0]["verdicts"] == {"observation": "sejalan"}
    (here / "t.csv").write_text("name,claim,codes\nmodal,Modal itu soal.,capital\n")
    assert done(here, "theme", "--from", "t.csv").out == "1 theme.\n"
    done(here, "theme", "modal", "--remove")
    assert len(done(here, "theme").rows) == 1


def test_a_theme_is_renamed_and_put_elsewhere_in_the_order(here: Path) -> None:
    for name in ("a", "b"):
        done(here, "theme", name, "Orang belajar sendiri.")
    done(here, "theme", "b", "--rename", "otodidak", "--place", "1")
    assert [row[0] for row in done(here, "theme").rows] == ["otodidak", "a"]
    assert "already" in run(here, "theme", "otodidak", "--rename", "a").err


def test_a_theme_is_judged_per_kind_of_source_and_the_judgement_taken_back(here: Path) -> None:
    done(here, "theme", "otodidak", "Orang belajar sendiri.", "--relation", "wawancara=sejalan")
    done(here, "theme", "otodidak", "--relation", "document=contradicts", "--conclusion", "Cukup.")
    (theme,) = json.loads(done(here, "theme", "--json").out)
    assert theme["relations"] == {"interview": "aligned", "document": "contradicts"}
    assert theme["verdicts"] == {"conclusion": "Cukup."}
    done(here, "theme", "otodidak", "--relation", "document=", "--conclusion", "")
    (theme,) = json.loads(done(here, "theme", "--json").out)
    assert (theme["relations"], theme["verdicts"]) == ({"interview": "aligned"}, {})
    assert "observation=aligned" in run(here, "theme", "otodidak", "--relation", "sejalan").err


def test_a_coding_is_pinned_and_the_pin_taken_out(here: Path) -> None:
    done(here, "code", "W1-zul", "di rumah", "awareness")
    assert done(here, "mark", "--pinned", "W1-zul.2", "awareness").out == "W1-zul.2: pinned.\n"
    assert done(here, "mark", "--unpinned", "W1-zul.2").out == "W1-zul.2: not pinned.\n"
    done(here, "undo")
    assert done(here, "mark", "--pinned", "W1-zul.2", "--undo").out == "W1-zul.2: not pinned.\n"


def test_the_history_is_newest_first_and_sound(here: Path) -> None:
    done(here, "code", "W1-zul", "di rumah", "awareness")
    events = json.loads(done(here, "log", "--json").out)
    assert (events[0]["action"], events[0]["summary"]) == ("code", "W1-zul.2 awareness")
    assert [event["seq"] for event in events] == sorted((event["seq"] for event in events), reverse=True)
    assert len(done(here, "log", "--limit", "2").rows) == 2
    assert done(here, "check").out.startswith(f"Sound: {events[0]['seq']} events")


def test_what_was_changed_from_outside_shows_in_the_check(here: Path) -> None:
    done(here, "code", "W1-zul", "di rumah", "awareness")
    with sqlite3.connect(here / "qualcode.db") as database:
        database.execute("UPDATE coding SET negative = 1")
    database.close()
    result = run(here, "check")
    assert (result.code, "coding" in result.out) == (1, True)


def test_a_script_gets_the_coding_and_what_an_import_came_to(here: Path) -> None:
    made = json.loads(done(here, "code", "W1-zul", "di rumah", "awareness", "--json").out)
    assert (made["reference"], made["quote"], made["code"]) == ("W1-zul.2", "di rumah", "awareness")
    (here / "more.csv").write_text("source,quote,code\nW1-zul,Kami dibina,awareness\nW9,x,awareness\n")
    result = run(here, "code", "--from", "more.csv", "--json")
    report = json.loads(result.out)
    assert (result.code, report["added"]) == (1, {"rani": 1})
    assert [fault["row"] for fault in report["left_out"]] == [3]
