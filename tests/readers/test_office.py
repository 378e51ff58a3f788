from collections.abc import Callable
from pathlib import Path

import pytest

from qualcode.errors import FileProblem
from qualcode.readers import read
from qualcode.readers.draft import Draft
from tests.readers.builders import open_document, rewritten, word

Builder = Callable[..., Path]
BOTH = pytest.mark.parametrize(
    ("build", "suffix"), [(word, "docx"), (open_document, "odt")], ids=["docx", "odt"]
)


def said(draft: Draft) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.span.of(draft.text)) for turn in draft.turns]


@BOTH
def test_paragraphs_are_lines_of_the_text(tmp_path: Path, build: Builder, suffix: str) -> None:
    path = build(
        tmp_path / f"W1.{suffix}",
        "P: Kapan mulai?",
        "I: Tahun 2019. 😀",
        "Lalu jalan terus.",
        "P: Ya?",
        "I: Ya.",
    )
    draft = read(path)
    assert draft.text.startswith("P: Kapan mulai?\nI: Tahun 2019. 😀\nLalu")
    assert said(draft)[1] == ("I", "Tahun 2019. 😀\nLalu jalan terus.")
    assert (draft.reader, draft.data) == (suffix, path.read_bytes())


@BOTH
def test_a_table_of_time_speaker_and_text_gives_turns(tmp_path: Path, build: Builder, suffix: str) -> None:
    table = [
        ["Waktu", "Pembicara", "Teks"],
        ["00:05", "Rina", "Apa kabar?"],
        ["00:09", "Bu Lina", "Baik."],
        ["00:12", "", "Sehat."],
    ]
    draft = read(build(tmp_path / f"W1.{suffix}", "Transkrip", table))
    assert said(draft) == [("Rina", "Apa kabar?"), ("Bu Lina", "Baik."), ("Bu Lina", "Sehat.")]
    assert [turn.time for turn in draft.turns] == [5.0, 9.0, 12.0]
    assert "[0:05] Rina: Apa kabar?" in draft.text


@BOTH
def test_lines_above_a_table_of_speech_head_it(tmp_path: Path, build: Builder, suffix: str) -> None:
    table = [["Pembicara", "Teks"], ["Rina", "Apa kabar, Bu?"], ["Bu Lina", "Baik."]]
    lines = "Contoh rekaan", "Informan: Ibu Lina (bukan nama sebenarnya)", "Terjemahan dari: W5"
    draft = read(build(tmp_path / f"W1.{suffix}", *lines, table))
    assert draft.attributes == {"Informan": "Ibu Lina (bukan nama sebenarnya)", "Terjemahan dari": "W5"}
    assert [speaker.name for speaker in draft.speakers] == ["", "Ibu Lina"]


@BOTH
def test_a_table_without_heads_is_told_by_what_is_in_it(tmp_path: Path, build: Builder, suffix: str) -> None:
    rows = [["P", "Kapan mulai usahanya?"], ["I", "Sudah lama sekali."]] * 3
    draft = read(build(tmp_path / f"W1.{suffix}", rows))
    assert [speaker.label for speaker in draft.speakers] == ["P", "I"]
    assert len(draft.turns) == 6


@BOTH
def test_a_table_of_keys_heads_the_transcript(tmp_path: Path, build: Builder, suffix: str) -> None:
    keys = [["Nama", "Pak Zul"], ["Umur", "43"]]
    draft = read(build(tmp_path / f"W1.{suffix}", keys, "", "P: Kapan?", "I: Dulu.", "P: Ya?", "I: Ya."))
    assert draft.attributes == {"Nama": "Pak Zul", "Umur": "43"}
    assert said(draft)[0] == ("P", "Kapan?")


@BOTH
def test_a_heading_belongs_to_no_turn(tmp_path: Path, build: Builder, suffix: str) -> None:
    draft = read(
        build(tmp_path / f"W1.{suffix}", "P: Kapan?", "I: Dulu.", "# Modal", "P: Dari mana?", "I: Tabungan.")
    )
    assert said(draft)[1:3] == [("I", "Dulu."), ("P", "Dari mana?")]


def test_bold_names_without_a_colon_are_labels(tmp_path: Path) -> None:
    blocks = ["**Rina** Apa kabar?", "**Bu Lina** Baik.", "**Rina** Kapan mulai?", "**Bu Lina** Dulu."]
    assert said(read(word(tmp_path / "W1.docx", *blocks)))[:2] == [
        ("Rina", "Apa kabar?"),
        ("Bu Lina", "Baik."),
    ]


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    path = word(tmp_path / "W1.docx", "P: Kapan?", "I: Dulu.", "P: Ya?", "I: LAMA")
    old = "<w:r><w:t>I: LAMA</w:t></w:r>"
    new = (
        "<w:r><w:t>I: </w:t></w:r>"
        '<w:del w:id="1" w:author="x"><w:r><w:delText>lama</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="x"><w:r><w:t>baru</w:t></w:r></w:ins>'
    )
    draft = read(rewritten(path, "word/document.xml", lambda xml: xml.replace(old, new)))
    assert said(draft)[-1] == ("I", "baru")
    assert [str(note) for note in draft.notes] == ["tracked changes were read as accepted"]


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ('I: Saya {start}belajar<office:annotation-end office:name="c1"/> sendiri.', "belajar"),
        ("I: Saya belajar{start} sendiri.", "I: Saya belajar sendiri."),
    ],
    ids=["on words", "on a point"],
)
def test_comments_of_an_open_document_are_kept_with_the_words_they_are_on(
    tmp_path: Path, line: str, on: str
) -> None:
    name = ' office:name="c1"' if "-end" in line else ""
    comment = "<dc:creator>Dr. Sri</dc:creator><text:p>Di mana?</text:p><text:p>Kapan?</text:p>"
    marked = line.format(start=f"<office:annotation{name}>{comment}</office:annotation>")
    path = open_document(tmp_path / "W1.odt", "P: Kapan?", "KOMENTAR", "P: Ya?", "I: Ya.")
    draft = read(rewritten(path, "content.xml", lambda xml: xml.replace("KOMENTAR", marked)))
    assert said(draft)[1] == ("I", "Saya belajar sendiri.")
    (found,) = draft.comments
    assert (draft.text[found.start : found.end], found.author, found.text) == (
        on,
        "Dr. Sri",
        "Di mana?\nKapan?",
    )
    assert draft.notes == ()


def test_a_protected_open_document_is_refused(tmp_path: Path) -> None:
    path = open_document(tmp_path / "W1.odt", "P: Kapan?")
    lock = '<manifest:encryption-data manifest:checksum="x"/></manifest:manifest>'
    rewritten(path, "META-INF/manifest.xml", lambda xml: xml.replace("</manifest:manifest>", lock))
    with pytest.raises(FileProblem, match="protected by a password"):
        read(path)


def test_tabs_line_breaks_and_spaces_are_kept(tmp_path: Path) -> None:
    draft = read(word(tmp_path / "W1.docx", "P: Satu\tdua\ntiga?", "I: a  b", "P: Ya?", "I: Ya."))
    assert said(draft)[:2] == [("P", "Satu\tdua\ntiga?"), ("I", "a  b")]


def test_an_rtf_file_is_read_in_its_code_page(tmp_path: Path) -> None:
    path = tmp_path / "W1.rtf"
    body = rb"P: Kapan\'85?\par I: Caf\'e9 \u8220?ini\u8221?.\par P: Ya?\par I: Ya.\par}"
    path.write_bytes(rb"{\rtf1\ansi\ansicpg1252 " + body)
    assert said(read(path))[:2] == [("P", "Kapan…?"), ("I", "Café “ini”.")]


@BOTH
def test_a_line_break_within_a_paragraph_may_set_off_the_speaker(
    tmp_path: Path, build: Builder, suffix: str
) -> None:
    draft = read(build(tmp_path / f"W1.{suffix}", *["Rina   0:05\nApa kabar?", "Bu Lina   0:09\nBaik."] * 2))
    assert said(draft)[:2] == [("Rina", "Apa kabar?"), ("Bu Lina", "Baik.")]
