from pathlib import Path

import pytest

from qualcode.readers import read
from qualcode.readers.draft import Draft


def captions(folder: Path, text: str, name: str = "W1.vtt") -> Draft:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read(path)


def turns(draft: Draft) -> list[tuple[str, str, float | None, float | None]]:
    return [(turn.speaker, turn.span.of(draft.text), turn.time, turn.time_end) for turn in draft.turns]


def test_cues_of_one_voice_are_one_turn_with_its_times(tmp_path: Path) -> None:
    draft = captions(
        tmp_path,
        "WEBVTT\n\nNOTE abaikan\n\n1\n00:01.000 --> 00:02.500\n<v Rina>Apa\nkabar?</v>\n\n"
        "00:03.000 --> 00:04.000\n<v.keras Bu Lina>Baik &amp; <i>sehat</i>.\n\n"
        "00:04.000 --> 00:06.000 align:start\n<v Bu Lina>Alhamdulillah.\n",
    )
    assert turns(draft) == [
        ("Rina", "Apa kabar?", 1.0, 2.5),
        ("Bu Lina", "Baik & sehat. Alhamdulillah.", 3.0, 6.0),
    ]
    assert draft.text == "[0:01] Rina: Apa kabar?\n[0:03] Bu Lina: Baik & sehat. Alhamdulillah."


def test_labels_at_the_beginning_of_cues_are_speakers(tmp_path: Path) -> None:
    cues = ["Rina: Apa kabar?", "Zul: Baik.", "sekali.", "Rina: Kapan mulai?", "Zul: Dulu."]
    text = "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{words}\n\n" for n, words in enumerate(cues, 1))
    assert [turn[:2] for turn in turns(captions(tmp_path, text, "W1.srt"))] == [
        ("Rina", "Apa kabar?"),
        ("Zul", "Baik. sekali."),
        ("Rina", "Kapan mulai?"),
        ("Zul", "Dulu."),
    ]


def test_without_speakers_a_pause_after_a_sentence_begins_a_turn(tmp_path: Path) -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nSaya buka\n\n"
        "00:05.000 --> 00:06.000\ntoko.\n\n00:09.000 --> 00:10.000\nLalu?\n"
    )
    assert turns(captions(tmp_path, text)) == [
        ("Informan", "Saya buka toko.", 1.0, 6.0),
        ("Informan", "Lalu?", 9.0, 10.0),
    ]


def test_words_with_a_damaged_time_are_kept_and_said_so(tmp_path: Path) -> None:
    draft = captions(tmp_path, "WEBVTT\n\n00:01.000 --> 00:02.000\nSatu\n\n00:03.000 --> 00:0x.000\ndua.\n")
    assert turns(draft)[0][1] == "Satu dua."
    assert "cannot be read" in str(draft.notes[0])


def test_a_rolling_caption_says_each_line_once(tmp_path: Path) -> None:
    cue = "{0} align:start position:0%\n{1}\n\n"
    text = "WEBVTT\n\n" + "".join(
        cue.format(time, words)
        for time, words in [
            ("00:01.000 --> 00:02.000", "saya"),
            ("00:02.000 --> 00:03.000", "saya\nbuka<00:02.500><c> toko</c>"),
            ("00:03.000 --> 00:04.000", "buka toko"),
        ]
    )
    assert turns(captions(tmp_path, text))[0][1] == "saya buka toko"


def test_captions_in_a_text_file_are_captions(tmp_path: Path) -> None:
    draft = captions(
        tmp_path, "[00:01.000 --> 00:02.000]  Satu.\n[00:02.000 --> 00:03.000]  Dua.\n", "W1.txt"
    )
    assert turns(draft) == [("Informan", "Satu. Dua.", 1.0, 3.0)]


def subtitles(*cues: str) -> str:
    return "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{words}\n\n" for n, words in enumerate(cues, 1))


@pytest.mark.parametrize(
    "cues",
    [
        ["- Kapan?\n- Dulu.", "- Di mana?", "- Di\npasar."],
        [">> Kapan?", ">> Dulu. >> Di mana?", ">> Di", "pasar."],
        ["&gt;&gt; Kapan?", "&gt;&gt; Dulu.", "&gt;&gt; Di mana?", "&gt;&gt; Di pasar."],
    ],
    ids=["dashes", "arrows", "escaped"],
)
def test_dashes_and_arrows_say_that_somebody_else_speaks(cues: list[str], tmp_path: Path) -> None:
    draft = captions(tmp_path, subtitles(*cues), "W1.srt")
    assert [turn[1] for turn in turns(draft)] == ["Kapan?", "Dulu.", "Di mana?", "Di pasar."]


@pytest.mark.parametrize(
    "cues",
    [
        ["- RINA: Kapan?\n- ZUL: Dulu.", "RINA: Di mana?", "ZUL: Di pasar."],
        ["RINA: Kapan?\nZUL: Dulu.", "RINA: Di mana?", "ZUL: Di\npasar."],
        [">> RINA: Kapan?", ">> ZUL: Dulu. >> RINA: Di mana?", ">> ZUL: Di", "pasar."],
        ["[RINA] Kapan?", "[ZUL] Dulu.", "[RINA] Di mana?", "[ZUL] Di pasar."],
        ["RINA:\nKapan?", "ZUL:\nDulu.", "RINA:\nDi mana?", "ZUL:\nDi pasar."],
    ],
)
def test_labels_are_found_on_each_line_of_a_caption(cues: list[str], tmp_path: Path) -> None:
    draft = captions(tmp_path, subtitles(*cues), "W1.srt")
    assert [turn[:2] for turn in turns(draft)] == [
        ("RINA", "Kapan?"),
        ("ZUL", "Dulu."),
        ("RINA", "Di mana?"),
        ("ZUL", "Di pasar."),
    ]


def test_a_device_that_names_every_caption_is_a_speaker(tmp_path: Path) -> None:
    cues = ["Rina: Kapan?", "Zul's iPhone: Dulu.", "Rina: Begini: ya?", "Zul's iPhone: Ya."]
    draft = captions(tmp_path, subtitles(*cues), "W1.srt")
    assert [turn[:2] for turn in turns(draft)][1:3] == [("Zul's iPhone", "Dulu."), ("Rina", "Begini: ya?")]


def test_a_voice_without_a_name_is_nobodys(tmp_path: Path) -> None:
    draft = captions(
        tmp_path,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Sari, Rina (Tamu)>Kapan?</v>\n\n"
        "00:02.000 --> 00:03.000\n<v >Ya.\n",
    )
    assert [turn[:2] for turn in turns(draft)] == [("Sari, Rina (Tamu)", "Kapan?"), ("", "Ya.")]
