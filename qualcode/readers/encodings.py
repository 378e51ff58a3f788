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
_WESTERN = ("cp1252", "mac_roman")
"""What Windows editors in Indonesia and the West write where they do not write UTF-8; and old Macs."""
_BEYOND = re.compile(r"((?:[\x00-\x7f]|^|(?<=[^\x00-\x7f])))([^\x00-\x7f])")
_ENOUGH = 500_000
"""Code points looked at: more do not change the answer."""


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
    if wide := _wide(file.data):
        return _settled(file, wide)
    try:
        return _decoded(file, file.data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _cut(file, error) or _mixed(file) or _guessed(file)


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
    """Tell UTF-16 and UTF-32 without a mark by where their zero bytes are."""
    if len(data) < 8 or b"\x00" not in data[:4096]:
        return None
    zeros = [data[place::4].count(0) for place in range(4)]
    quarter = len(data) // 4
    if len(data) % 4 == 0 and zeros[3] == quarter and zeros[2] > quarter * 0.9 > zeros[0]:
        return "utf-32-le"
    if len(data) % 4 == 0 and zeros[0] == quarter and zeros[1] > quarter * 0.9 > zeros[3]:
        return "utf-32-be"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if max(even, odd) < len(data) * 0.2 or min(even, odd) * 10 > max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _cut(file: File, error: UnicodeDecodeError) -> Decoded | None:
    """Read UTF-8 that ends within a character, as a file cut off does."""
    if error.reason != "unexpected end of data" or error.start == 0:
        return None
    text = file.data[: error.start].decode("utf-8")
    if text.isascii():
        return None  # one odd byte at the end of a text without any other says little
    note = Note("the file ends within a character: it may have been cut off")
    return _decoded(file, text + "\N{REPLACEMENT CHARACTER}", "utf-8", note)


def _mixed(file: File) -> Decoded | None:
    """Read a file pasted together from UTF-8 and another encoding, line by line."""
    lines = file.data.split(b"\n")
    read = [_utf8(line) for line in lines]
    if not any(text and not text.isascii() for text in read):
        return None
    odd = b"\n".join(line for line, text in zip(lines, read, strict=True) if text is None)
    encoding = _likeliest(odd)
    if encoding is None:
        return None
    text = "\n".join(line.decode(encoding, "replace") if text is None else text
                     for line, text in zip(lines, read, strict=True))  # fmt: skip
    what = (
        "{count} lines are not UTF-8 as the rest is; read as {encoding}, which is a guess: check {examples}"
    )
    values = {"count": read.count(None), "encoding": encoding, "examples": _examples(odd.decode(encoding))}
    return _decoded(file, text, "utf-8", Note(what, values))


def _utf8(line: bytes) -> str | None:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _guessed(file: File) -> Decoded:
    encoding = _likeliest(file.data)
    if encoding is None:
        raise _binary(file)
    text = file.data.decode(encoding)
    what = "not UTF-8; read as {encoding}, which is a guess: check {examples}"
    return _decoded(file, text, encoding, Note(what, {"encoding": encoding, "examples": _examples(text)}))


def _likeliest(data: bytes) -> str | None:
    """Return the usual Windows encoding, or the old Macintosh's, unless another reads clearly better."""
    western = [encoding for encoding in _WESTERN if _can(data, encoding)]
    usual = max(western, key=lambda encoding: _fitness(data.decode(encoding)), default=None)
    other = _other(data)
    if usual and (other is None or _reads_as_words(data.decode(usual))):
        return usual
    return other or usual


def _other(data: bytes) -> str | None:
    """Return the encoding of another alphabet in which the bytes read clearly as words."""
    from charset_normalizer import from_bytes

    found = from_bytes(data)
    best = found.best()
    if best is None:
        return None
    alike = [
        each for each in found if each.chaos <= best.chaos + 0.02 and each.coherence > best.coherence - 0.1
    ]
    best = next((each for each in alike if each.encoding.startswith("cp125")), best)
    foreign = any(ord(char) > 0x24F and not 0x2000 <= ord(char) < 0x2200 for char in str(best))
    return best.encoding if foreign and best.coherence > 0.1 else None


def _can(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _fitness(text: str) -> float:
    """Say how well the characters beyond ASCII stand among their neighbours, as in Western writing."""
    total = 0.0
    for match in _BEYOND.finditer(text[:_ENOUGH]):
        before, char, after = match[1], match[2], text[match.end() : match.end() + 1]
        if char.islower():
            total += 1 if before.isalpha() or after.isalpha() else -0.5
        elif char.isupper():
            total += -2 if before.islower() else 1
        elif char in "“‘«¿¡":
            total += -2 if before.isalpha() else 1
        elif char in "”’»":
            total += -1 if before.isspace() else 1
        elif char not in "–—…•\xa0°€":
            total += -2 if before.isalpha() and after.isalpha() else -0.5
    return total


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
