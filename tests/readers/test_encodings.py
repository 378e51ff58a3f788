import pytest

from qualcode.errors import FileProblem
from qualcode.readers.draft import File
from qualcode.readers.encodings import decode

TEXT = "P: “Kapan” mulai usaha songket di Palembang, Bu?\nI: Tahun dua ribu… sama café itu, ya begitulah.\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"],
)
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


@pytest.mark.parametrize(
    "text",
    [TEXT, "Interviewer: Og så? Jeg blev så glad… “ja”, sagde hun – på én gang. Håb, ære, øl. Don’t.\n" * 3],
)
def test_a_file_of_an_old_macintosh_is_told_from_a_windows_one(text: str) -> None:
    assert decode(File("W1.txt", text.encode("mac_roman"))).encoding == "mac_roman"
    found = decode(File("W1.txt", text.encode("cp1252")))
    assert (found.text, found.encoding) == (text, "cp1252")


def test_a_file_pasted_together_is_read_line_by_line() -> None:
    found = decode(File("W1.txt", "P: “Kapan” café?\n".encode() + "I: café naïve, ya.\n".encode("cp1252")))
    assert found.text == "P: “Kapan” café?\nI: café naïve, ya.\n"
    assert "1 lines are not UTF-8 as the rest is; read as cp1252" in str(found.notes[0])


def test_a_file_cut_off_within_a_character_is_read_up_to_there() -> None:
    found = decode(File("W1.txt", "P: café?\nI: “ya".encode() + "…".encode()[:2]))
    assert found.text == "P: café?\nI: “ya\ufffd"
    assert "cut off" in str(found.notes[0])


def test_composed_and_decomposed_letters_are_left_as_they_are() -> None:
    text = "é e\u0301 \u200f\ue000 😀 \ufeff."
    assert decode(File("W1.txt", text.encode())).text == text
