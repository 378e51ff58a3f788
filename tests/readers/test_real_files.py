"""Files that people and programs really made; kept beside the checkout, never in it."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from qualcode.errors import FileProblem
from qualcode.model import Role
from qualcode.readers import expand, read

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the folder of real files is not here")
FORMATS = DATA / "formats"
PODCASTS = sorted((DATA / "indonesian").glob("*.md"))
LABELLED = re.compile(r"^[*_]{0,3}[A-Z][a-z]*(?: \([A-Z]\))?\*{0,2}:[*_]{0,3}:?[ \t]*", re.MULTILINE)
OTTER = re.compile(r"^\*\*[^*]+\*\*[ \t]+[\d:]+[ \t]*\n\s*(?!\*\*|Transcribed by)", re.MULTILINE)
DANISH = re.compile(
    r"^\s*(?:\*?[\d:.]+ ?=? ?)?([A-Z]\d?)\s*[:;](?:\d\d)?\s*(?!$|Interviewer \d|Mand$|Kvinde$)", re.MULTILINE
)


@pytest.mark.parametrize("path", PODCASTS, ids=lambda path: path.name)
def test_every_labelled_line_of_a_podcast_is_a_turn(path: Path) -> None:
    draft = read(path)
    head = draft.text.index("+++", 3)
    expected = [match.end() for match in LABELLED.finditer(draft.text) if match.start() > head]
    assert [turn.start for turn in draft.turns] == expected
    roles = {speaker.label: speaker.role for speaker in draft.speakers if speaker.turns > 1}
    assert roles.pop("K") is roles.pop("G") is Role.INTERVIEWER
    assert set(roles.values()) == {Role.INFORMANT}
    assert draft.language == path.name.split(".")[1]


@pytest.mark.parametrize("path", sorted((FORMATS / "otter").glob("*.md")), ids=lambda path: path.name)
def test_every_labelled_paragraph_of_an_automatic_transcript_is_a_timed_turn(path: Path) -> None:
    draft = read(path)
    assert [turn.start for turn in draft.turns] == [match.end() for match in OTTER.finditer(draft.text)]
    assert all(turn.time is not None for turn in draft.turns)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_word_files_of_interviews_have_their_speakers_and_roles(number: int) -> None:
    draft = read(FORMATS / "docx_danish" / f"Interview 0{number}.docx")
    starts = {turn.start for turn in draft.turns}
    expected = [match.end() for match in DANISH.finditer(draft.text)]
    assert len([place for place in expected if place in starts]) >= 0.99 * len(expected)
    interviewers = {speaker.label for speaker in draft.speakers if speaker.role is Role.INTERVIEWER}
    assert interviewers == {speaker.label for speaker in draft.speakers if speaker.label.startswith("I")}


def test_a_meeting_recorded_by_a_conference_program_has_its_speakers() -> None:
    folder = FORMATS / "zoom_vtt" / "inst" / "extdata"
    captions, chat = read(folder / "meeting001_transcript.vtt"), read(folder / "meeting001_chat.txt")
    assert {speaker.label for speaker in captions.speakers} == {speaker.label for speaker in chat.speakers}
    assert len(chat.turns) == len(chat.text.strip().split("\n"))


def test_one_recording_gives_the_same_turns_in_every_format() -> None:
    suffixes = ("vtt", "srt", "txt", "tsv", "lrc", "json")
    drafts = [read(FORMATS / "whisper" / f"Goodboy Galaxy - Rik Nicol.{suffix}") for suffix in suffixes]
    assert len({draft.text for draft in drafts}) == 1
    assert len({draft.turns for draft in drafts}) == 1


@pytest.mark.parametrize("name", ["elan", "multitier"])
def test_every_annotation_is_said_by_the_participant_of_its_tier(name: str) -> None:
    path = FORMATS / "elan" / f"{name}.eaf"
    draft = read(path)
    expected: dict[str, list[str]] = {}
    for tier in ElementTree.parse(path).iter("TIER"):
        words = [" ".join((each.text or "").split()) for each in tier.iter("ANNOTATION_VALUE")]
        expected[tier.attrib["PARTICIPANT"]] = [each for each in words if each]
    for speaker, words in expected.items():
        said = [turn.span.of(draft.text) for turn in draft.turns if turn.speaker == speaker]
        assert " ".join(said) == " ".join(words)
    roles = {speaker.label: speaker.role for speaker in draft.speakers}
    assert roles == {"participant": Role.INFORMANT, "interviewer": Role.INTERVIEWER}


@pytest.mark.parametrize("name", ["clan", "griffin"])
def test_every_main_line_of_chat_is_said_by_its_speaker(name: str) -> None:
    path = FORMATS / "chat_cha" / f"{name}.cha"
    draft = read(path)
    lines = re.findall(r"^\*(\w+):", path.read_text(encoding="utf-8"), re.MULTILINE)
    changes = [label for number, label in enumerate(lines) if number == 0 or label != lines[number - 1]]
    assert [turn.speaker for turn in draft.turns] == changes


def test_every_encoding_of_one_caption_file_gives_one_text() -> None:
    folder = FORMATS / "srt_encodings"
    texts = {read(path).text for path in folder.glob("bom-*.srt")}
    assert len(texts) == 1
    assert read(folder / "windows-1252.srt").text == read(folder / "utf-8.srt").text


def test_every_file_is_read_or_refused_and_every_turn_lies_in_its_text() -> None:
    for path in expand([FORMATS, DATA / "suggest"]):
        try:
            draft = read(path)
        except FileProblem:
            continue
        places = [place for turn in draft.turns for place in (turn.start, turn.end)]
        assert places == sorted(places)
        assert all(turn.span.of(draft.text) == turn.span.of(draft.text).strip() != "" for turn in draft.turns)
