"""Transcripts as meeting and transcription programs write them: Teams and Otter."""

from pathlib import Path

import docx

from qualcode.model import Role
from qualcode.readers import read
from qualcode.readers.draft import Draft
from tests.readers.builders import word

ASKED = ("Rina Dewi", "Kapan mulai?")
ANSWERED = ("Astuti, Lina", "Sudah lama. Sekali.")


def turns(draft: Draft) -> list[tuple[str, str, float | None]]:
    return [(turn.speaker, turn.span.of(draft.text), turn.time) for turn in draft.turns]


def test_name_and_time_above_the_words_in_a_teams_document(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Wawancara-20240312_101500-Meeting Recording")
    for minute in range(3):
        for second, (name, words) in enumerate((ASKED, ("Astuti, Lina (Tamu)", ANSWERED[1]))):
            paragraph = document.add_paragraph()
            paragraph.add_run(name).bold = True
            paragraph.add_run(f"   {minute}:0{second}").add_break()
            paragraph.add_run(words)
    document.add_paragraph("Rina Dewi stopped transcription")
    document.save(str(tmp_path / "W1.docx"))
    draft = read(tmp_path / "W1.docx")
    assert turns(draft)[:2] == [(*ASKED, 0.0), (*ANSWERED, 1.0)]
    assert turns(draft)[-1] == (*ANSWERED, 121.0)
    assert [each.role for each in draft.speakers] == [Role.INTERVIEWER, Role.INFORMANT]


def test_time_name_and_words_on_three_lines_of_an_older_teams_document(tmp_path: Path) -> None:
    blocks = [
        (f"0:{minute}:{second}.0 --> 0:{minute}:{second}.410", *said)
        for minute in range(2)
        for second, said in enumerate((ASKED, ANSWERED))
    ]
    draft = read(word(tmp_path / "W1.docx", *(line for block in blocks for line in block)))
    assert turns(draft) == [(*ASKED, 0.0), (*ANSWERED, 1.0), (*ASKED, 60.0), (*ANSWERED, 61.0)]
    assert draft.turns[0].time_end == 0.41
    assert draft.text == "\n".join("\n".join(block) for block in blocks)


def test_voices_of_teams_captions_are_speakers_and_ids_are_not_words(tmp_path: Path) -> None:
    guid = "0a1b2c3d-1111-4222-8333-abcdefabcdef"
    cues = [
        f"{guid}/{number}-0\n00:00:0{number}.000 --> 00:00:0{number}.900\n<v {name}>{words}</v>\n"
        for number, (name, words) in enumerate((ASKED, ANSWERED))
    ]
    (tmp_path / "W1.vtt").write_text("WEBVTT\n\n" + "\n".join(cues))
    draft = read(tmp_path / "W1.vtt")
    assert turns(draft) == [(*ASKED, 0.0), (*ANSWERED, 1.0)]
    assert draft.notes == ()


def test_otter_names_its_summary_and_itself_outside_the_turns(tmp_path: Path) -> None:
    said = [line for name, words in (ASKED, ("Lina", "Ya.")) * 2 for line in (f"{name}  0:05", words, "")]
    footer = "Transcribed by https://otter.ai"
    lines = ["Wawancara", "", "SPEAKERS", "Rina Dewi, Lina", "", *said, footer]
    (tmp_path / "W1.txt").write_text("\n".join(lines))
    expected = [(*ASKED, 5.0), ("Lina", "Ya.", 5.0)] * 2
    assert turns(read(tmp_path / "W1.txt")) == expected
    assert turns(read(word(tmp_path / "W1.docx", *lines))) == expected
