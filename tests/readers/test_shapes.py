"""Speakers where labels do not simply stand before the words."""

import pytest

from qualcode.model import Role, SourceKind
from tests.readers.test_speakers import draft, roles, said

DIALOGUE = [("Kapan mulai?", "Dulu sekali."), ("Di mana?", "Di pasar."), ("Siapa?", "Saya sendiri.")]
WORDS = [words for pair in DIALOGUE for words in pair]


def labels(text: str) -> list[str]:
    return [speaker.label for speaker in draft(text).speakers]


def test_several_speakers_in_one_paragraph_are_told_apart() -> None:
    read = draft(" ".join(f"P: {asked} I: {answer}" for asked, answer in DIALOGUE))
    assert [words for _, words in said(read)] == WORDS
    assert roles(read) == {"P": Role.INTERVIEWER, "I": Role.INFORMANT}


def test_a_name_within_a_paragraph_is_a_label_where_it_is_one_elsewhere() -> None:
    read = draft("Rina: Kapan?\nBu Lina: Dulu. Rina: Oh ya? Bu Lina: Iya.\nRina: Lalu?\nBu Lina: Begitu.\n")
    assert said(read)[1:4] == [("Bu Lina", "Dulu."), ("Rina", "Oh ya?"), ("Bu Lina", "Iya.")]


def test_what_is_quoted_or_counted_within_a_turn_is_no_speaker() -> None:
    words = 'Dia bilang: jangan. Ibu saya: diam. "Sudah." A: begini. Contoh: itu.'
    assert said(draft(f"P: Kapan?\nI: {words}\nP: Lalu?\nI: Ya.\n"))[1] == ("I", words)


def test_a_yes_in_brackets_stays_within_the_turn_around_it() -> None:
    read = draft("P: Kapan?\nI: Saya [P: hmm] mulai (P: iya) dulu.\n[P: hmm]\nLalu jalan.\nP: Ya?\nI: Ya.\n")
    assert said(read)[1] == ("I", "Saya [P: hmm] mulai (P: iya) dulu.\n[P: hmm]\nLalu jalan.")


@pytest.mark.parametrize("number", ["{}. ", "{}) ", ""])
def test_questions_without_a_label_above_labelled_answers_are_the_interviewers(number: str) -> None:
    read = draft(
        "\n".join(f"{number.format(n)}{q}\nJawab: {a}" for n, (q, a) in enumerate(DIALOGUE, start=1))
    )
    assert [words for _, words in said(read)] == WORDS
    assert roles(read) == {"Pertanyaan": Role.INTERVIEWER, "Jawab": Role.INFORMANT}
    assert "3 questions without a label" in str(read.notes[0])


@pytest.mark.parametrize(("asks", "answers"), [("P", "J"), ("Pertanyaan ", "Jawaban ")])
def test_numbers_that_count_turns_make_no_new_speakers(asks: str, answers: str) -> None:
    text = "".join(f"{asks}{n}: {q}\n{answers}{n}: {a}\n" for n, (q, a) in enumerate(DIALOGUE, start=1))
    assert labels(text) == [asks.strip(), answers.strip()]


def test_questions_alone_may_be_numbered() -> None:
    text = "".join(f"Pertanyaan {n}: {q}\nJawaban: {a}\n" for n, (q, a) in enumerate(DIALOGUE, start=1))
    assert labels(text) == ["Pertanyaan", "Jawaban"]


def test_capitals_above_the_words_may_have_an_age_beside_them() -> None:
    text = "".join(f"INTERVIEWER\n{q}\n\nSØREN, 45\n{a}\n\n" for q, a in DIALOGUE)
    assert said(draft(text)) == list(zip(["INTERVIEWER", "SØREN, 45"] * 3, WORDS, strict=True))


def test_a_letter_before_wrapped_paragraphs_is_a_label() -> None:
    text = "".join(f"P {q}\n\nI {a}\nDan begitu\nseterusnya.\n\n" for q, a in DIALOGUE)
    assert said(draft(text))[1] == ("I", f"{DIALOGUE[0][1]}\nDan begitu\nseterusnya.")


def test_ten_people_of_a_group_keep_their_numbers() -> None:
    read = draft(
        "M: Siapa dulu?\n" + "".join(f"M: Lalu?\nP{n}: Saya dari pasar.\n" for n in range(1, 11)), "a.md"
    )
    assert list(roles(read)) == ["M", *(f"P{n}" for n in range(1, 11))]
    assert read.kind is SourceKind.FOCUS_GROUP


@pytest.mark.parametrize("each", ["Peserta 1", "Peserta A", "Deltager 2", "Participant 3"])
def test_members_of_a_group_are_known_by_number_or_letter(each: str) -> None:
    assert labels(f"Moderator: Siapa?\n{each} (Bu Ani): Saya.\nModerator: Lalu?\n") == ["Moderator", each]


def test_the_number_of_those_who_took_part_is_no_speaker() -> None:
    assert "Peserta" not in labels("P: Berapa orang?\nI: Banyak.\nPeserta: 20 orang\nP: Lalu?\nI: Ya.\n" * 2)


def test_a_remark_behind_a_bold_name_is_not_spoken() -> None:
    assert said(draft("**P**: Kapan?\n**I** (tertawa): Dulu.\n**P**: Ya?\n**I**: Ya.\n"))[1] == ("I", "Dulu.")


def test_three_who_answer_are_a_group_and_a_passer_by_makes_none() -> None:
    group = draft("M: Siapa?\nA: Saya.\nM: Lalu?\nB: Saya.\nM: Ya?\nC: Ya.\n" * 2, "a.md")
    visit = draft("P: Kapan?\nI: Dulu.\n" * 3 + "Ibu Ani: Permisi.\nPak Edi: Mari.\nP: Ya?\nI: Ya.\n", "a.md")
    assert (group.kind, visit.kind) == (SourceKind.FOCUS_GROUP, SourceKind.INTERVIEW)


def test_a_word_for_day_is_a_name_where_a_person_has_it() -> None:
    read = draft("Hari: Senin\nTempat: Pasar\n\n" + "".join(f"P: {q}\nHari: {a}\n" for q, a in DIALOGUE))
    assert labels("".join(f"P: {q}\nHari: {a}\n" for q, a in DIALOGUE)) == ["P", "Hari"]
    assert read.attributes == {"Hari": "Senin", "Tempat": "Pasar"}
    assert [words for _, words in said(read)] == WORDS


@pytest.mark.parametrize("block", ["{name}\n{time}\n{words}\n", "{time}\n{name}\n{words}\n"])
def test_name_and_time_may_each_have_their_line(block: str) -> None:
    text = "\n".join(
        block.format(name=name, time=f"00:1{n}", words=words)
        for n, (name, words) in enumerate(zip(["Rina Sari", "Pak Zul"] * 3, WORDS, strict=True))
    )
    read = draft(text)
    assert said(read) == list(zip(["Rina Sari", "Pak Zul"] * 3, WORDS, strict=True))
    assert [turn.time for turn in read.turns] == [10, 11, 12, 13, 14, 15]


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("[Rina]: ", "[Pak Zul]: "),
        ("[Rina] ", "[Pak Zul] "),
        ("(Rina) ", "(Zul) "),
        ("[Rina, 00:12:03] ", "[Zul, 00:12:09] "),
        ("I: ", "[NAME]: "),
        ("<Rina> ", "<Zul> "),
        ("<v Rina Sari>", "<v Pak Zul>"),
        ("SPEAKER_00: ", "SPEAKER_01: "),
        ("SPEAKER_00\n", "SPEAKER_01\n"),
        ("[00:12.120 --> 00:15.000] [SPEAKER_00] ", "[00:15.120 --> 00:19.000] [SPEAKER_01] "),
        ("00:12,120 [SPEAKER_00]\n", "00:15,120 [SPEAKER_01]\n"),
        ("Q. ", "A. "),
        ("P. ", "I. "),
        ("INT. ", "RES. "),
        ("P1. ", "R1. "),
        ("P> ", "I> "),
        ("Rina | ", "Pak Zul | "),
        ("P/ ", "I/ "),
        ("P -", "I -"),
        (">> RINA: ", ">> ZUL: "),
        ("Interviewer; ", "Informant; "),
        ("rina: ", "zul: "),
        ("P：", "I："),
        ("Rina, peneliti: ", "Zul, pemilik toko: "),
        ("Rina (peneliti, 30 th): ", "Zul (pemilik toko, 45 th): "),
        ("RINA KARTIKA SARI DEWI: ", "ZULKIFLI BIN ABDUL RAHMAN: "),
        ("Rina: [00:00:12] ", "Zul: [00:00:15] "),
        ("Rina:\t00:12\n", "Zul:\t00:15\n"),
        ("#00:00:12-3# Rina: ", "#00:00:15-0# Zul: "),
        ("Speaker A (00:12 - 00:15): ", "Speaker B (00:15 - 00:19): "),
        ("Rina\n", "Pak Zul\n"),
        ("## Rina\n", "## Pak Zul\n"),
        ("Pewawancara\n\n", "Informan\n\n"),
        ("P ", "I "),
        ("S1 ", "S2 "),
        ("Int  ", "Res  "),
    ],
)
def test_names_and_letters_before_or_above_the_words_are_labels(asked: str, answered: str) -> None:
    read = draft("".join(f"{asked}{q}\n{answered}{a}\n" for q, a in DIALOGUE))
    assert [words for _, words in said(read)] == WORDS
    assert list(roles(read).values()) == [Role.INTERVIEWER, Role.INFORMANT]


@pytest.mark.parametrize("number", ["{}. ", "{} ", "({}) ", "[{}] ", "#{} "])
def test_a_number_before_each_label_counts_turns(number: str) -> None:
    turns = [f"{'PI'[n % 2]}: {words}" for n, words in enumerate(WORDS)]
    read = draft("\n".join(number.format(n) + turn for n, turn in enumerate(turns, start=1)), "W1.txt")
    assert [words for _, words in said(read)] == WORDS


@pytest.mark.parametrize(
    "lines",
    [
        ["Nama: Sari", "Umur: 30", "Usaha: jahit"],
        ["nama: Sari", "umur: 30", "usaha: jahit"],
        ["A. Ya", "B. Tidak", "C. Ragu"],
        ["I went to sea", "A man was there", "I saw him go"],
        ["[Music] and so we came", "[Applause] thank you", "[Laughter] yes"],
        ["P = 0.03 pada uji ini", "N = 30 orang"],
        ["1 Pada mulanya gelap.", "2 Lalu terang datang.", "3 Ia melihatnya."],
        ["Dia berkata: tidak mau.", "Nah, jadi begini: kami pulang.", "Lalu katanya: kenapa?"],
        ["Ini tentang pasar", "Kami datang tiap hari ke sana.", "Metode", "Cerita", "Orang bercerita."],
        ["Ya", "Tidak", "Mungkin"],
        ["From: a@b.id", "To: c@d.id", "Subject: Halo", "Salam,"],
    ],
    ids=lambda lines: lines[0],
)
def test_what_is_no_dialogue_has_no_speakers(lines: list[str]) -> None:
    assert set(labels("\n".join(lines * 3))) <= {"Informan", "Informant"}


def test_a_file_that_is_all_header_is_read_all_the_same() -> None:
    read = draft("Nama: Sari\nUmur: 30\n\nNama: Zul\nUmur: 45\n")
    assert [words for _, words in said(read)] == [read.text.rstrip()]


def test_a_name_is_known_by_its_description_only_where_all_have_one() -> None:
    text = "P: Kapan?\nIbu: Dulu.\nIbu, katanya: jangan.\nP: Lalu?\nIbu: Ya.\n"
    assert said(draft(text))[1] == ("Ibu", "Dulu.\nIbu, katanya: jangan.")


def test_a_role_and_its_letter_are_one_label() -> None:
    read = draft("Peneliti/P: Kapan?\nInforman / I: Dulu.\nP: Di mana?\nI: Di pasar.\n")
    assert roles(read) == {"P": Role.INTERVIEWER, "I": Role.INFORMANT}


def test_a_label_mistyped_more_than_once_is_still_the_one_it_resembles() -> None:
    read = draft(
        "Pewawancara: Kapan?\nInforman: Dulu.\n" * 6 + "Infroman: Ya.\nPewawancara: Lalu?\nInfroman: Ya.\n"
    )
    assert list(roles(read)) == ["Pewawancara", "Informan"]


def test_initials_explained_with_a_name_and_a_role_have_both() -> None:
    read = draft("R = Rina (pewawancara)\nZ = Pak Zul\n\nR: Cerita.\nZ: Dulu?\nR: Ya.\nZ: Begitu?\n")
    assert [(each.label, each.name, each.role.value) for each in read.speakers] == [
        ("R", "Rina", "interviewer"),
        ("Z", "Pak Zul", "informant"),
    ]


def test_times_within_a_turn_are_part_of_it() -> None:
    words = "Saya mulai [00:01:02] tahun 2019, lalu 00:02:10 pindah."
    assert said(draft(f"P: Kapan?\nI: {words}\nP: Lalu?\nI: Ya.\n"))[1] == ("I", words)


def test_without_any_label_who_asks_is_offered_and_not_decided() -> None:
    read = draft("\n".join(WORDS))
    assert len(read.turns) == 1
    assert "3 lines that end with a question mark may be the interviewer's" in str(read.notes[0])


def test_labels_in_danish_are_known() -> None:
    read = draft("Spørgsmål: Hvornår begyndte du?\nSvar: For længe siden.\n" * 2)
    assert roles(read) == {"Spørgsmål": Role.INTERVIEWER, "Svar": Role.INFORMANT}
