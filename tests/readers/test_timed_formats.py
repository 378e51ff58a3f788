import json
from pathlib import Path

import pytest

from qualcode.errors import FileProblem, UsageError
from qualcode.model import Role
from qualcode.readers import read
from qualcode.readers.draft import Draft

Turns = list[tuple[str, str, float | None, float | None]]


def written(folder: Path, name: str, text: str | bytes) -> Draft:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read(path)


def turns(draft: Draft) -> Turns:
    return [(turn.speaker, turn.span.of(draft.text), turn.time, turn.time_end) for turn in draft.turns]


def transcribed(folder: Path, content: object) -> Turns:
    return turns(written(folder, "W1.json", json.dumps(content)))


def test_sbv_captions_are_read_with_their_times(tmp_path: Path) -> None:
    text = "0:00:01.000,0:00:02.500\nRina: Apa\nkabar?\n\n0:00:03.000,0:00:04.000\nZul: Baik.\n\n"
    text += "0:00:04.000,0:00:05.000\nRina: Lalu?\n\n0:00:05.000,0:00:06.000\nZul: Ya.\n"
    assert turns(written(tmp_path, "W1.sbv", text))[:2] == [
        ("Rina", "Apa kabar?", 1.0, 2.5),
        ("Zul", "Baik.", 3.0, 4.0),
    ]


def test_an_sbv_file_without_times_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="there is no caption with a time"):
        written(tmp_path, "W1.sbv", "Rina: Apa kabar?")


def test_lyrics_lines_end_where_an_empty_one_stands(tmp_path: Path) -> None:
    draft = written(
        tmp_path, "W1.lrc", "[ti:Wawancara]\n[00:01.50]Saya buka toko.\n[00:04.00]\n[00:09.00]Lalu?"
    )
    assert turns(draft) == [
        ("Informan", "Saya buka toko.", 1.5, 4.0),
        ("Informan", "Lalu?", 9.0, None),
    ]
    assert draft.attributes == {"Title": "Wawancara"}


def test_a_table_of_start_end_and_text_is_in_milliseconds(tmp_path: Path) -> None:
    draft = written(tmp_path, "W1.tsv", "start\tend\ttext\n0\t4000\tSaya buka toko.\n9000\t99500\tLalu?\n")
    assert turns(draft) == [
        ("Informan", "Saya buka toko.", 0.0, 4.0),
        ("Informan", "Lalu?", 9.0, 99.5),
    ]


def test_segments_of_whisper_are_turns(tmp_path: Path) -> None:
    segments = [
        {"id": 0, "start": 0.0, "end": 2.0, "text": " Saya buka"},
        {"id": 1, "start": 2.0, "end": 3.5, "text": " toko."},
    ]
    expected: Turns = [("Informan", "Saya buka toko.", 0.0, 3.5)]
    assert transcribed(tmp_path, {"text": "Saya buka toko.", "segments": segments}) == expected
    assert transcribed(tmp_path, segments) == expected


def test_speakers_of_whisperx_are_kept_down_to_the_word(tmp_path: Path) -> None:
    words = [
        {"word": "Kapan?", "start": 0.0, "end": 1.0, "speaker": "SPEAKER_01"},
        {"word": "2020"},
        {"word": "Dulu.", "start": 1.5, "end": 2.0, "speaker": "SPEAKER_00"},
    ]
    both = {"start": 0.0, "end": 2.0, "text": "Kapan? 2020 Dulu.", "speaker": "SPEAKER_00", "words": words}
    last = {"start": 2.0, "end": 3.0, "text": "Sekali.", "speaker": "SPEAKER_00"}
    assert transcribed(tmp_path, {"segments": [both, last], "word_segments": words}) == [
        ("SPEAKER_01", "Kapan? 2020", 0.0, None),
        ("SPEAKER_00", "Dulu. Sekali.", 1.5, 3.0),
    ]


@pytest.mark.parametrize(
    "content",
    [
        {"transcription": [{"timestamps": {"from": "00:00:01,000", "to": "00:00:02,500"}, "text": " Ya."}]},
        {"text": "Ya.", "chunks": [{"timestamp": [1.0, 2.5], "text": " Ya."}]},
        {"results": {"audio_segments": [{"start_time": "1.0", "end_time": "2.5", "transcript": "Ya."}]}},
        {"words": [{"word": "Ya.", "start": 1.0, "end": 2.5}]},
    ],
    ids=["whisper.cpp", "pipeline", "cloud", "words"],
)
def test_the_names_of_other_programs_are_understood(tmp_path: Path, content: object) -> None:
    assert transcribed(tmp_path, content) == [("Informan", "Ya.", 1.0, 2.5)]


def test_speakers_by_number_and_times_in_milliseconds_are_understood(tmp_path: Path) -> None:
    utterances = [
        {"speaker": 0, "start": 1000, "end": 2500, "text": "Kapan mulai?"},
        {"speaker": 1, "start": 2500, "end": 4000, "text": "Dulu."},
    ]
    content = {
        "text": "Kapan mulai? Dulu.",
        "words": [{"text": "Kapan", "start": 1}],
        "utterances": utterances,
    }
    assert transcribed(tmp_path, content) == [
        ("Speaker 0", "Kapan mulai?", 1.0, 2.5),
        ("Speaker 1", "Dulu.", 2.5, 4.0),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"segments": [{"start"', "this is no JSON, or is cut off"),
        ("[" * 100_000, "this is no JSON, or is cut off"),
        ('{"name": "x", "dependencies": {}}', "there is no transcript with words and times in this JSON"),
        ('[{"start": 1, "end": 2, "text": " "}]', "there is no caption with words"),
    ],
)
def test_json_without_a_transcript_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(FileProblem, match=message):
        written(tmp_path, "W1.json", text)


EAF = """<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="Rina" DATE="2024-03-12T10:00:00+07:00">
<HEADER><MEDIA_DESCRIPTOR MEDIA_URL="file:///C:/rekaman/W1.wav"/></HEADER>
<TIME_ORDER><TIME_SLOT TIME_SLOT_ID="a" TIME_VALUE="1000"/><TIME_SLOT TIME_SLOT_ID="b" TIME_VALUE="2500"/>
<TIME_SLOT TIME_SLOT_ID="c" TIME_VALUE="4000"/></TIME_ORDER>
<TIER TIER_ID="Zul"><ANNOTATION>
<ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="b" TIME_SLOT_REF2="c">
<ANNOTATION_VALUE>Dulu.</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER TIER_ID="ref" PARTICIPANT="x"><ANNOTATION>
<ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="a" TIME_SLOT_REF2="b">
<ANNOTATION_VALUE/></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER TIER_ID="words" PARENT_REF="ref" PARTICIPANT="Pewawancara"><ANNOTATION>
<REF_ANNOTATION ANNOTATION_ID="a3" ANNOTATION_REF="a1"><ANNOTATION_VALUE>Kapan mulai?</ANNOTATION_VALUE>
</REF_ANNOTATION></ANNOTATION></TIER>
<TIER TIER_ID="gloss" PARENT_REF="words" PARTICIPANT="Pewawancara"><ANNOTATION>
<REF_ANNOTATION ANNOTATION_ID="a4" ANNOTATION_REF="a3"><ANNOTATION_VALUE>when start</ANNOTATION_VALUE>
</REF_ANNOTATION></ANNOTATION></TIER>
</ANNOTATION_DOCUMENT>"""


def test_tiers_of_speech_are_turns_in_order_of_time(tmp_path: Path) -> None:
    draft = written(tmp_path, "W1.eaf", EAF)
    assert turns(draft) == [("Pewawancara", "Kapan mulai?", 1.0, 2.5), ("Zul", "Dulu.", 2.5, 4.0)]
    assert [str(note) for note in draft.notes] == ["tiers that depend on others were left out: gloss"]
    assert draft.attributes == {"Transcriber": "Rina", "Transcribed": "2024-03-12", "Recording": "W1.wav"}


def test_tiers_that_are_chosen_are_read_and_named(tmp_path: Path) -> None:
    (tmp_path / "W1.eaf").write_text(EAF, encoding="utf-8")
    draft = read(tmp_path / "W1.eaf", tiers=["gloss", "Zul"])
    assert [turn[1] for turn in turns(draft)] == ["when start", "Dulu."]
    assert draft.attributes["Tiers"] == "gloss, Zul"
    assert draft.notes == ()


def test_a_tier_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    (tmp_path / "W1.eaf").write_text(EAF, encoding="utf-8")
    with pytest.raises(UsageError, match=r"no tier 'ref' with words \(it has Zul, words, gloss\)"):
        read(tmp_path / "W1.eaf", tiers=["ref"])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (EAF[:-40], "the file is damaged"),
        (EAF.replace("?>", '?><!DOCTYPE a [<!ENTITY b "bb">]>', 1), "XML entities"),
        ("<ANNOTATION_DOCUMENT/>", "there is no caption with words"),
    ],
)
def test_an_elan_file_that_cannot_be_read_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(FileProblem, match=message):
        written(tmp_path, "W1.eaf", text)


CHA = """@UTF8
@Begin
@Languages:\tind
@Participants:\tZUL Pak_Zul Participant, RIN Investigator
@ID:\tind|umkm|ZUL|52;|male|||Participant|SMA||
@Date:\t12-MAR-2024
*RIN:\tkapan mulai? \x150_1500\x15
%mor:\tadv|kapan v|mulai
*ZUL:\tdulu sekali \x02\x01sekali\x02\x02 \x151500_2000\x15
\tsudah lama. \x152000_4000\x15
@End
"""


def test_main_lines_of_chat_are_turns_with_their_participants(tmp_path: Path) -> None:
    draft = written(tmp_path, "W1.cha", CHA)
    assert turns(draft) == [
        ("RIN", "kapan mulai?", 0.0, 1.5),
        ("ZUL", "dulu sekali sekali sudah lama.", 1.5, 4.0),
    ]
    assert {each.label: (each.name, each.role) for each in draft.speakers} == {
        "RIN": ("", Role.INTERVIEWER),
        "ZUL": ("Pak Zul", Role.INFORMANT),
    }
    assert draft.speakers[1].attributes == {"Age": "52", "Sex": "male", "Education": "SMA"}
    assert draft.attributes == {"Languages": "ind", "Date": "12-MAR-2024"}
    assert "%mor" in str(draft.notes[0])
