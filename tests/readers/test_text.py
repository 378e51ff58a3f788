"""Plain text in shapes of its own: names behind times, signs instead of names, numbers before lines."""

from pathlib import Path

import pytest

from qualcode.model import Role
from qualcode.readers import read
from qualcode.readers.draft import Draft
from tests.readers.test_speakers import roles, said

WORDS = ["Kapan mulai?", "Dulu sekali.", "Di mana?", "Di pasar.", "Ya?", "Saya sendiri.", "Lalu?", "Jalan."]


def written(folder: Path, text: str, name: str = "W1.txt") -> Draft:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read(path)


def stamped(names: list[str], form: str = "[00:{:02}] ") -> str:
    lines = zip(names * 4, WORDS, strict=False)
    return "".join(f"{form.format(n)}{name} {words}\n" for n, (name, words) in enumerate(lines))


@pytest.mark.parametrize("form", ["[00:{:02}] ", "00:{:02} ", "(00:{:02}) ", "[0:00:{:02} --> 0:01:00] "])
@pytest.mark.parametrize(
    "names",
    [["Rina", "Zul"], ["Rina Sari", "Pak Zul"], ["Speaker 1", "Speaker 2"], ["RINA", "BU ASTUTI"]],
    ids=" and ".join,
)
def test_names_between_time_and_words_need_no_colon(form: str, names: list[str], tmp_path: Path) -> None:
    draft = written(tmp_path, stamped(names, form))
    assert said(draft) == list(zip(names * 4, WORDS, strict=True))
    assert [turn.time for turn in draft.turns] == [float(n) for n in range(8)]
    assert roles(draft) == dict(zip(names, [Role.INTERVIEWER, Role.INFORMANT], strict=True))


def test_words_that_recur_behind_times_are_nobodys_name(tmp_path: Path) -> None:
    lines = ["Saya ke pasar", "Terus pulang", "Modal sendiri", "Saya coba", "Terus jadi", "Modal kecil", "Ya"]
    text = "".join(f"[00:{n:02}] {line}\n" for n, line in enumerate(lines * 2))
    assert {speaker for speaker, _ in said(written(tmp_path, text))} == {"Informan"}


def test_a_name_alone_behind_a_time_keeps_all_its_words(tmp_path: Path) -> None:
    text = "".join(
        f"[00:{n:02}] {name}\n{words}\n"
        for n, (name, words) in enumerate(zip(["Rina Sari", "Rina Wati"] * 4, WORDS, strict=True))
    )
    assert set(roles(written(tmp_path, text))) == {"Rina Sari", "Rina Wati"}


@pytest.mark.parametrize("sign", ["- ", "– ", "-", ">> ", ">>"])
def test_a_sign_before_all_paragraphs_begins_each_turn(sign: str, tmp_path: Path) -> None:
    said_words = [f"{words}\nterus begitu." if words == "Di pasar." else words for words in WORDS]
    draft = written(tmp_path, "Wawancara\n\n" + "\n".join(sign + words for words in said_words))
    assert said(draft) == [("Informan", words) for words in said_words]
    assert sign.strip() in str(draft.notes[0])


def test_a_sign_may_stand_before_names(tmp_path: Path) -> None:
    lines = zip(["Rina", "Pak Zul"] * 4, WORDS, strict=True)
    draft = written(tmp_path, "\n".join(f">> {name}: {words}" for name, words in lines))
    assert said(draft) == list(zip(["Rina", "Pak Zul"] * 4, WORDS, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "- beras\n- gula\n- kopi\n- teh\n- beli di pasar\n",
        "Saya jual:\n- beras\n- gula?\n\nLalu pulang.\n\n- kopi\n- teh\n",
    ],
    ids=["a list", "a list within"],
)
def test_points_of_a_list_are_no_turns(text: str, tmp_path: Path) -> None:
    assert len(written(tmp_path, text).turns) == 1


@pytest.mark.parametrize("form", ["{:>3} {}", "{}\t{}", "{:04}  {}"])
def test_numbers_before_all_lines_become_line_numbers(form: str, tmp_path: Path) -> None:
    lines = ["P: Kapan mulai?", "I: Dulu sekali, di", "pasar.", "", "P: Lalu?", "I: Jalan."]
    numbered = "\n".join(form.format(n, line).rstrip(" ") for n, line in enumerate(lines, start=1))
    draft = written(tmp_path, numbered)
    assert said(draft)[1] == ("I", "Dulu sekali, di\npasar.")
    assert [turn.line for turn in draft.turns] == [1, 2, 5, 6]
    assert "1 to 6" in str(draft.notes[0])


@pytest.mark.parametrize(
    "lines",
    [
        ["1 kilo beras", "2 kilo gula", "3 kilo kopi", "tidak ada teh", "5 kilo garam", "6 botol"],
        ["1 Kapan?", "2 Dulu.", "4 Lalu?", "5 Jalan.", "6 Ya?", "7 Ya."],
        ["1. Kapan?", "2. Dulu.", "3. Lalu?", "4. Jalan.", "5. Ya?", "6. Ya."],
    ],
    ids=["one is missing", "out of order", "counts questions"],
)
def test_other_numbers_stay_in_the_text(lines: list[str], tmp_path: Path) -> None:
    text = "\n".join(lines)
    assert written(tmp_path, text).text == text
