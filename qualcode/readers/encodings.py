"""From bytes to text, without silent mojibake: what is a guess is said to be one."""

import codecs
import re
from dataclasses import dataclass

from qualcode.errors import FileProblem
from qualcode.model import clean
from qualcode.readers.draft import File, Note, replaced

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_GARBLED = re.compile("Ã[\x80-\xbf©¨¡³±¼¶¤]|â€[\x98-\x9d™œ¦“”]|Â[\xa0«»°]")
_USUAL = "cp1252"
"""What Windows editors in Indonesia and the West write where they do not write UTF-8."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file as `qualcode.model.clean` settles it, its encoding, and what had to be guessed."""

    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def decode(file: File) -> Decoded:
    """Decode the bytes of a text file.

    A byte-order mark decides, then UTF-8 where it fits; anything else is a guess and noted.

    Raises
    ------
    FileProblem
        The bytes are no text.
    """
    for mark, encoding in _MARKS:
        if file.data.startswith(mark):
            return _settled(file, encoding)
    try:
        text = file.data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(file)
    if "\x00" in text and (wide := _wide(file.data)):
        return _settled(file, wide)
    return _decoded(file, text, "utf-8")


def _decoded(file: File, text: str, encoding: str, *notes: Note) -> Decoded:
    control = len(_CONTROL.findall(text)) + text.count("\x00")
    if control > max(2, len(text) * 0.005) or text.count("\x00") > 8:
        raise _binary(file)
    cleaned = clean(text)
    return Decoded(cleaned.text, encoding, (*notes, *_garbled(text), *replaced(len(cleaned.replaced))))


def _settled(file: File, encoding: str) -> Decoded:
    try:
        text = file.data.decode(encoding)
    except UnicodeDecodeError as error:
        what = "the file says it is {encoding} and is not (byte {byte})"
        remedy = "open it in an editor and save it as UTF-8"
        raise FileProblem(
            what, where=file.name, remedy=remedy, encoding=encoding, byte=error.start
        ) from error
    return _decoded(file, text, encoding)


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by where its zero bytes are."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if len(data) < 8 or max(even, odd) < len(data) * 0.2 or min(even, odd) * 10 > max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _guessed(file: File) -> Decoded:
    if wide := _wide(file.data):
        return _settled(file, wide)
    encoding = _likeliest(file.data)
    if encoding is None:
        raise _binary(file)
    text = file.data.decode(encoding)
    what = "not UTF-8; read as {encoding}, which is a guess: check {examples}"
    return _decoded(file, text, encoding, Note(what, {"encoding": encoding, "examples": _examples(text)}))


def _likeliest(data: bytes) -> str | None:
    """Return the usual Windows encoding unless another one reads clearly better."""
    from charset_normalizer import from_bytes

    found = from_bytes(data)
    best = found.best()
    if best:
        alike = [
            each
            for each in found
            if each.chaos <= best.chaos + 0.02 and each.coherence > best.coherence - 0.1
        ]
        best = next((each for each in alike if each.encoding.startswith("cp125")), best)
    try:
        usual = data.decode(_USUAL)
    except UnicodeDecodeError:
        return best.encoding if best else None
    foreign = best is not None and any(
        ord(char) > 0x24F and not 0x2000 <= ord(char) < 0x2200 for char in str(best)
    )
    if best and foreign and best.coherence > 0.1 and not _reads_as_words(usual):
        return best.encoding
    return _USUAL


def _reads_as_words(text: str) -> bool:
    """Say whether letters beyond ASCII are few among the letters, as in Latin writing."""
    letters = [char for char in text if char.isalpha()]
    return sum(ord(char) > 0x7F for char in letters) < len(letters) * 0.25


def _examples(text: str) -> str:
    found = dict.fromkeys(match.group() for match in re.finditer(r"\w*[^\x00-\x7f]\w*", text))
    return ", ".join(sorted(found, key=lambda word: not word.isalpha())[:3])


def _binary(file: File) -> FileProblem:
    what = "the file is not a text"
    return FileProblem(what, where=file.name, remedy="export the transcript as .txt or .docx and add that")


def _garbled(text: str) -> tuple[Note, ...]:
    match = _GARBLED.search(text)
    if not match:
        return ()
    place = text[max(0, match.start() - 12) : match.end() + 12].replace("\n", " ")
    what = (
        "the text was garbled before it came here, as in {place!r}: save it again from its program as UTF-8"
    )
    return (Note(what, {"place": place}),)
