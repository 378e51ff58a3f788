import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.errors import FileProblem, UsageError
from qualcode.readers import READERS, expand, read
from tests.permissions import said_by
from tests.readers.builders import rewritten, word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "a.txt: the file is empty"),
        ("a.txt", b" \n\t ", "a.txt: the file is empty"),
        ("a.txt", b"%PDF-1.7 \x00\x01", r"this is not a \.txt file but a PDF"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", r"this is not a \.txt file but a picture"),
        ("a.mp3", b"ID3", r"no reader knows files of the kind '\.mp3' \(save it as one of: \.txt"),
        ("a", b"P: Ya?", "the file's name has no suffix"),
        ("a.docx", b"P: Ya?", r"this is not a \.docx file but plain text"),
        ("a.docx", b"<html><body>x", r"this is not a \.docx file but a web page"),
        ("a.docx", b"{\\rtf1 x}", r"this is not a \.docx file but an RTF file"),
        ("a.docx", b"PK\x03\x04 broken", "the file is damaged"),
        ("a.xlsx", b"PK\x03\x04 broken", "the file is damaged"),
        ("a.docx", OLE, "an old Office program"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        ("a.rtf", b"P: Ya?", r"this is not a \.rtf file but plain text"),
        ("a.srt", b"P: Ya?", "there is no caption with a time"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_remedy(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(FileProblem, match=message) as refused:
        read(path)
    assert refused.value.where == name
    assert refused.value.remedy


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="there is no such file"):
        read(tmp_path / "nowhere.txt")


def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("P: Ya?")
    path.chmod(0)
    assert "cannot be read" in said_by("from qualcode.readers import read", "read(P[0])", path)


def test_a_word_file_of_the_wrong_suffix_is_told_its_right_one(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", "P: Ya?").rename(tmp_path / "a.odt")
    with pytest.raises(FileProblem, match=r"this is not a \.odt file but a Word file"):
        read(path)


def test_entities_are_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]>'
    path = rewritten(
        word(tmp_path / "a.docx", "P: Ya?"),
        "word/document.xml",
        lambda xml: xml.replace("?>", f"?>{bomb}", 1),
    )
    with pytest.raises(FileProblem, match="XML entities"):
        read(path)


def test_a_member_that_unpacks_beyond_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = word(tmp_path / "a.docx", "P: " + "ya " * 400_000)
    monkeypatch.setenv("QUALCODE_MAX_MB", "1")
    with pytest.raises(FileProblem, match=r"the file unpacks to \d+ MB, more than the 1 MB"):
        read(path)


def test_a_word_file_without_its_main_part_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/styles.xml", "<a/>")
    with pytest.raises(FileProblem, match="the file is damaged"):
        read(path)


def test_the_reader_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "W1.log"
    path.write_text("P: Kapan?\nI: Dulu.\n")
    assert read(path, reader="text").reader == "text"
    with pytest.raises(UsageError, match="there is no reader 'tex'"):
        read(path, reader="tex")


def test_a_folder_is_expanded_without_hidden_and_lock_files(tmp_path: Path) -> None:
    for name in ["b/2.txt", "b/1.txt", "a.docx", "~$a.docx", ".x.txt", ".git/c.txt", "Thumbs.db"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = expand([tmp_path, tmp_path / "a.docx", tmp_path / "missing.txt"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "a.docx",
        "b/1.txt",
        "b/2.txt",
        "missing.txt",
    ]


def test_no_two_readers_claim_one_suffix() -> None:
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))


@given(
    st.binary(min_size=1, max_size=200), st.sampled_from([suffix for r in READERS for suffix in r.suffixes])
)
@settings(max_examples=120)
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(data)
    try:
        draft = read(path)
    except FileProblem:
        return
    places = [place for turn in draft.turns for place in (turn.start, turn.end)]
    assert places == sorted(places)
    assert all(turn.span.of(draft.text).strip() for turn in draft.turns)
