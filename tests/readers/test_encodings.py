import pytest

from qualcode.errors import FileProblem
from qualcode.readers.draft import File
from qualcode.readers.encodings import decode

TEXT = "P: “Kapan” mulai usaha songket di Palembang, Bu?\nI: Tahun dua ribu… sama café itu, ya begitulah.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_for_certain(encoding: str) -> None:
    found = decode(File("W1.txt", TEXT.encode(encoding)))
    assert found.text == TEXT
    assert not found.notes


def test_a_windows_file_is_read_and_said_to_be_a_guess() -> None:
    found = decode(File("W1.txt", TEXT.encode("cp1252")))
    assert (found.text, found.encoding) == (TEXT, "cp1252")
    assert "café" in str(found.notes[0])


def test_another_alphabet_is_not_read_as_western_letters() -> None:
    text = "Здравствуйте, расскажите, пожалуйста, как вы начали своё дело и кто вам помогал. " * 5
    found = decode(File("W1.txt", text.encode("cp1251")))
    assert found.text == text
    assert found.notes


def test_text_that_was_garbled_before_is_said_to_be() -> None:
    garbled = "Ini “contoh” café".encode().decode("cp1252", "replace")
    assert "garbled" in str(decode(File("W1.txt", garbled.encode())).notes[0])


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 8, b"\x00\x01\x02\x03" * 200, b"abc\x00\x00\x00def" * 9]
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(FileProblem, match=r"W1.txt: the file is not a text"):
        decode(File("W1.txt", data))
