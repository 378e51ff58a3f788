import io
from pathlib import Path
from xml.etree import ElementTree

import pytest
from docx import Document

from qualcode.exports import Mark, Part, Piece, Transcript, write_transcript
from qualcode.exports.transcript import changed

NS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RANI = Mark(
    coding_id="3f2a91c0-0000-4000-8000-000000000001", reference="W1.2", coder="rani",
    path="Penyadaran > Motivasi", at="2024-03-12T08:00:00Z", origin="dikodekan sendiri",
    memo="baris satu\nbaris <dua>", condensation="Belajar",
)  # fmt: skip
DEWI = Mark(
    coding_id="7e00aa11-0000-4000-8000-000000000002", reference="W1.2", path="Modal", coder="bu_dewi",
    at="2024-03-13T08:00:00Z", negative=True,
)  # fmt: skip
SAID = "Saya belajar \U0001f642 sendiri,\nlalu ikut."
TRANSCRIPT = Transcript(
    "W1",
    (("Informan", "Zul"),),
    (
        Part("1", "P", "Bagaimana?"),
        Part("2", "I", SAID, marks=(Piece(0, 5, 22), Piece(1, 13, 34))),
        Part("", "", "[tertawa]", marks=(Piece(1, 0, 9),)),
        Part("3", "I", "Modal sendiri.", marks=(Piece(1, 0, 5),)),
    ),
    (RANI, DEWI),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_transcript(TRANSCRIPT, tmp_path / "t.docx", language="id", comments=True)
    return tmp_path / "t.docx"


def ranges(path: Path) -> dict[str, str]:
    """The text between the start and the end of each comment, paragraphs parted by a bar."""
    body = Document(str(path)).element.body
    found: dict[str, str] = {}
    open_now: set[str] = set()
    for element in body.iter():
        if element.tag == f"{NS}commentRangeStart":
            open_now.add(element.get(f"{NS}id"))
        elif element.tag == f"{NS}commentRangeEnd":
            open_now.discard(element.get(f"{NS}id"))
        for number in open_now:
            if element.tag == f"{NS}p":
                found[number] = found.get(number, "") + "|"
            elif element.tag in (f"{NS}t", f"{NS}br"):
                found[number] = found.get(number, "") + (element.text or "\n")
    return found


def test_each_coding_is_a_comment_on_exactly_its_words(path: Path) -> None:
    words = ranges(path)
    assert words["0"] == "belajar \U0001f642 sendiri"
    assert words["1"].startswith("\U0001f642 sendiri,\nlalu ikut.|[tertawa]|3")
    assert words["1"].endswith("Modal")


def test_a_comment_says_who_when_and_what(path: Path) -> None:
    first, second = Document(str(path)).comments
    assert (first.author, first.initials, str(first.timestamp)) == ("rani", "R", "2024-03-12 08:00:00+00:00")
    assert (second.author, second.initials) == ("bu_dewi", "BD")
    assert [paragraph.text for paragraph in first.paragraphs] == [
        "Penyadaran > Motivasi", "Pemadatan fakta: Belajar", "Memo: baris satu\nbaris <dua>",
        "W1.2 · dikodekan sendiri · #3f2a91c0",
    ]  # fmt: skip
    assert second.paragraphs[0].text == "Modal (kasus negatif)"


def test_all_words_are_there_in_order(path: Path) -> None:
    texts = [paragraph.text for paragraph in Document(str(path)).paragraphs]
    assert texts[-4:] == [
        "1\tP: Bagaimana?", f"2\tI: {SAID}", "[tertawa]", "3\tI: Modal sendiri.",
    ]  # fmt: skip


def test_every_range_is_opened_closed_and_referred_to_once(path: Path) -> None:
    body = Document(str(path)).element.body
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(each.get(f"{NS}id") for each in body.iter(f"{NS}{name}")) == ["0", "1"]


def test_equal_transcripts_give_equal_bytes(path: Path, tmp_path: Path) -> None:
    write_transcript(TRANSCRIPT, tmp_path / "again.docx", language="id", comments=True)
    assert path.read_bytes() == (tmp_path / "again.docx").read_bytes()


def test_control_characters_leave_xml_that_can_be_read(tmp_path: Path) -> None:
    strange = Transcript("W1", (), (Part("1", "I\x02", "a\x03b", marks=(Piece(0, 1, 2),)),), (RANI,))
    write_transcript(strange, tmp_path / "t.docx", language="en", comments=True)
    data = io.BytesIO((tmp_path / "t.docx").read_bytes())
    assert Document(data).paragraphs[-1].text == "1\tI\ufffd: a\ufffdb"


def test_codings_keep_their_words_when_names_are_replaced() -> None:
    named = Transcript(
        "W1-zul", (), (Part("1", "Zul", "Pak Zul ikut pelatihan.", marks=(Piece(0, 8, 22),)),), (RANI,)
    )  # fmt: skip
    shown = changed(named, lambda text: text.replace("Zul", "Rudianto"))
    (piece,) = shown.parts[0].marks
    assert shown.parts[0].words[piece.start : piece.end] == "ikut pelatihan"
    assert shown.parts[0].speaker == "Rudianto"


def test_the_members_of_the_file_are_well_formed(path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        assert "word/comments.xml" in archive.namelist()
        for name in archive.namelist():
            if name.endswith(".xml"):
                ElementTree.fromstring(archive.read(name))
