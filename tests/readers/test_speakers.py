import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.model import Role
from qualcode.readers.compose import compose
from qualcode.readers.draft import Draft, File
from qualcode.readers.text import read_markdown


def draft(text: str, name: str = "W1.md") -> Draft:
    file = File(name, text.encode())
    return compose(file, read_markdown(file), reader="markdown")


def said(read: Draft) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.span.of(read.text)) for turn in read.turns]


def roles(read: Draft) -> dict[str, Role]:
    return {speaker.label: speaker.role for speaker in read.speakers}


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("P: ", "I: "),
        ("P:", "I:"),
        ("T: ", "J: "),
        ("Q: ", "A: "),
        ("Pewawancara: ", "Informan 1: "),
        ("Peneliti : ", "Narasumber : "),
        ("Interviewer: ", "Speaker 1: "),
        ("[00:01:02] Rina: ", "[00:01:09] Pak Zul: "),
        ("00:01:02 Rina: ", "00:01:09 Pak Zul: "),
        ("Rina (00:12): ", "Zul (00:19): "),
        ("Rina (00:12)\n", "Zul (00:19)\n"),
        ("Rina  0:12\n", "Zul  0:19\n"),
        ("**Rina** 0:12\n", "**Zul** 0:19\n"),
        ("**Rina:** ", "**Bu Astuti:** "),
        ("**Rina**: ", "**Bu Astuti**: "),
        ("**Rina**\n", "**Bu Astuti**\n"),
        ("RINA\n", "ZUL\n"),
        ("RINA: ", "ZUL: "),
        ("1. P: ", "2. I: "),
        ("P\t", "I\t"),
        ("[id1] ", "[id2] "),
        ("P - ", "I - "),
        ("Rina – ", "Pak Zul – "),
        ("P:\n", "I:\n"),
        ("p: ", "i: "),
        ("Bapak Anda Rahan, S.E.: ", "Bu Lina: "),
    ],
)
def test_labels_of_many_forms_are_found(asked: str, answered: str) -> None:
    read = draft(f"{asked}Bagaimana awalnya?\n\n{answered}Belajar sendiri.\n\n" * 3)
    assert [words for _, words in said(read)] == ["Bagaimana awalnya?", "Belajar sendiri."] * 3
    assert list(roles(read).values()) == [Role.INTERVIEWER, Role.INFORMANT]
    assert len({speaker for speaker, _ in said(read)}) == 2


LABELS = st.sampled_from(["P", "I", "Pewawancara", "Informan 1", "Bu Astuti", "Speaker 2"])
SPEECH = st.from_regex(r"[a-z]{2,8}( [a-zé😀]{1,8}){0,6}[.?]?", fullmatch=True)


@given(st.lists(st.tuples(LABELS, SPEECH), min_size=4, max_size=12), st.sampled_from(["\n", "\n\n"]))
@settings(max_examples=60)
def test_every_turn_is_exactly_what_was_said(turns: list[tuple[str, str]], between: str) -> None:
    turns = [("P", "apa kabar?"), ("I", "baik"), *turns, *turns]
    read = draft(between.join(f"{label}: {words}" for label, words in turns))
    assert said(read) == turns
    assert all(a.end <= b.start for a, b in zip(read.turns, read.turns[1:], strict=False))


def test_p_and_i_are_told_apart_by_who_asks() -> None:
    read = draft("I: When did you start?\n\nP: In 2019.\n\nI: And why?\n\nP: I had no work.\n")
    assert roles(read) == {"I": Role.INTERVIEWER, "P": Role.INFORMANT}


def test_a_second_person_who_asks_is_an_interviewer_too() -> None:
    read = draft("K: Apa kabar?\n\nG: Kapan mulai?\n\nN: Dulu sekali.\n\nK: Di mana?\n\nN: Di pasar.\n" * 2)
    assert roles(read) == {"K": Role.INTERVIEWER, "G": Role.INTERVIEWER, "N": Role.INFORMANT}


def test_where_nobody_asks_the_one_of_two_who_says_less_is_the_interviewer() -> None:
    read = draft("RINA: ya\n\nZUL: saya buka toko di pasar sejak lama\n\n" * 3)
    assert roles(read) == {"RINA": Role.INTERVIEWER, "ZUL": Role.INFORMANT}


def test_typing_variants_are_one_label_in_its_commonest_spelling() -> None:
    read = draft(
        "P: Kapan?\nInforman 1: Dulu.\nP: Di mana?\nInforman1 : Di sana.\nP: Siapa?\nINFORMAN 1: Saya.\n"
    )
    assert [speaker.label for speaker in read.speakers] == ["P", "Informan 1"]


def test_a_mistyped_label_is_taken_for_the_one_it_resembles_and_said_so() -> None:
    read = draft("Pewawancara: Kapan?\nInforman: Dulu.\nPewawncara: Di mana?\nInforman: Di sana.\n")
    assert [speaker.label for speaker in read.speakers] == ["Pewawancara", "Informan"]
    assert "Pewawncara" in str(read.notes[0])


def test_a_name_with_its_letter_is_that_letter_afterwards() -> None:
    read = draft("**Kiki (K):** Apa kabar?\n\n**Amy (A)**: Baik.\n\n**K:** Kapan?\n\n**A:** Dulu.\n")
    assert [(speaker.label, speaker.name) for speaker in read.speakers] == [("K", "Kiki"), ("A", "Amy")]
    assert [speaker for speaker, _ in said(read)] == ["K", "A", "K", "A"]


@pytest.mark.parametrize(
    "line",
    [
        "Pukul 10:30 saya buka toko.",
        "Contohnya: plat motor.",
        "Alasannya: tidak ada modal.",
        "Saya bilang begini: jangan.",
        "https://contoh.id/a",
        "[tertawa] ya begitulah.",
    ],
)
def test_a_line_that_only_looks_like_a_label_goes_on_with_the_turn(line: str) -> None:
    read = draft(f"P: Jam berapa buka?\n\nI: Pagi.\n\n{line}\n\nP: Lalu?\n\nI: Sore.\n")
    assert said(read)[1] == ("I", f"Pagi.\n\n{line}")


def test_the_transcribers_aside_belongs_to_no_turn() -> None:
    read = draft(
        "P: Jam berapa?\nI: Pagi.\nCatatan: ada pembeli datang.\nSampai sore.\nP: Lalu?\nI: Pulang.\n"
    )
    assert said(read)[1:3] == [("I", "Pagi."), ("I", "Sampai sore.")]


def test_a_time_on_its_own_line_begins_a_new_turn_of_the_same_speaker() -> None:
    read = draft("P: Lalu?\nI: Saya coba.\n[00:01:15]\nTerus jadi.\n00:02:00\nP: Hebat, ya?\nI: Ya.\n")
    assert [(turn.speaker, turn.time) for turn in read.turns] == [
        ("P", None),
        ("I", None),
        ("I", 75.0),
        ("P", 120.0),
        ("I", None),
    ]


def test_an_otter_footer_is_nobodys_word() -> None:
    read = draft("Rina  0:00\nApa kabar?\n\nZul  0:04\nBaik.\n\n" * 2 + "Transcribed by https://otter.ai\n")
    assert said(read) == [("Rina", "Apa kabar?"), ("Zul", "Baik.")] * 2


def test_without_speakers_an_interview_is_one_informant_turn_and_says_so() -> None:
    read = draft("Saya buka toko.\n\nTahun 2019.\n")
    assert said(read) == [("Informan", "Saya buka toko.\n\nTahun 2019.")]
    assert roles(read) == {"Informan": Role.INFORMANT}
    assert "no speaker" in str(read.notes[0])


def test_a_role_in_parentheses_is_that_speakers() -> None:
    read = draft("Rina (Peneliti): Lalu.\nIbu Sari (Informan): Begitu.\nRina: Terus.\nIbu Sari: Ya?\n")
    assert roles(read) == {"Rina": Role.INTERVIEWER, "Ibu Sari": Role.INFORMANT}


def test_a_name_in_parentheses_is_kept_beside_its_label() -> None:
    read = draft("P: Kapan?\nNarasumber 1 (Ibu Sari): Dulu.\nP: Di mana?\nNarasumber 1: Di sana.\n")
    assert [(speaker.label, speaker.name) for speaker in read.speakers] == [
        ("P", ""),
        ("Narasumber 1", "Ibu Sari"),
    ]


def test_a_document_that_lists_speakers_is_no_dialogue() -> None:
    text = "Modul pelatihan\n\nSesi 1\nNarasumber: Dinas\n\nSesi 2\nNarasumber: Bank\n"
    assert not draft(text, "D1-modul.md").speakers


def test_a_passer_by_who_speaks_once_is_a_speaker_and_said_so() -> None:
    read = draft(
        "P: Kapan?\nI: Dulu.\n\nIbu Ani: Permisi, beli kunci.\n\nP: Lalu?\nI: Ya.\nTerus.\nBegitu.\n"
    )
    assert ("Ibu Ani", "Permisi, beli kunci.") in said(read)
    assert "Ibu Ani" in str(read.notes[0])


STRUCTURE = ["P: ", "I: ", "**K:** ", "Bu Ani: ", "[00:01] ", "0:05", "Rina  0:05", "Umur: 4", "# Judul"]
STUFF = [
    "\n",
    "\n\n",
    "Catatan: ",
    "ya",
    "apa?",
    "\u0301",
    "\u00a0",
    "😀",
    " ",
    "\t",
    "+++",
    "---",
    "\r\n",
    "(",
    "*",
    ":",
]
PIECES = st.sampled_from([*STRUCTURE, *STUFF])


@given(st.lists(PIECES, min_size=1, max_size=40).map("".join).filter(str.strip))
@settings(max_examples=150)
def test_whatever_the_lines_turns_are_ordered_apart_and_without_blanks_around(text: str) -> None:
    read = draft(text)
    places = [place for turn in read.turns for place in (turn.start, turn.end)]
    assert places == sorted(places)
    assert all(words and words == words.strip() for _, words in said(read))
    assert [turn.number for turn in read.turns] == list(range(1, len(read.turns) + 1))
    assert {speaker.label for speaker in read.speakers} == {label for label, _ in said(read)} - {""}
