"""Chats: what Zoom saves or a user pastes from it, and WhatsApp's exports. Each message is a turn."""

import re
from dataclasses import dataclass

from qualcode.readers.draft import Contents, File, Line, Note, Said
from qualcode.readers.encodings import decode
from qualcode.readers.times import seconds

_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?)?"
_DATE = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}"
_MARKS = "\u200e\u200f\u202a\u202c\ufeff"
"""Marks of direction that WhatsApp puts before names and before what it writes itself."""

_STAMP = re.compile(rf"[{_MARKS}]*(?:\[{_DATE},?\s{_CLOCK}\]|{_DATE},?\s{_CLOCK}\s-)\s")
"""How WhatsApp begins a message, on iOS and on Android."""

_NAMED = re.compile(r"(?P<name>[^:\"“”\n]{1,60}):(?:\s+|$)")
_ZOOM = re.compile(
    r"\s*(?:\d{4}-\d{2}-\d{2} )?(?P<time>\d{1,2}:\d{2}:\d{2})\s+(?:From|Dari)\s+(?P<name>[^:]+?)"
    r"(?:\s+(?:to|ke|kepada)\s+[^:]+?)?\s*:(?:\s+|$)",
    re.IGNORECASE,
)
_NO_WORDS = re.compile(
    r"<?(?:media|image|video|audio|sticker|gif|document|contact card|gambar|stiker|dokumen|kartu kontak)"
    r"(?: file)? (?:omitted|tidak disertakan)>?|null"
    r"|(?:you deleted this message|this message was deleted|anda menghapus pesan ini|pesan ini dihapus)\.?"
    r"|<(?:attached|terlampir): .*>|.*\((?:file attached|file terlampir)\)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Message:
    """One message as the file has it, where its words begin, and who wrote them."""

    text: str
    start: int = 0
    speaker: str = ""
    time: float | None = None

    @property
    def words(self) -> str:
        """Its words; none of a notice of the program or of a thing that was not exported."""
        words = self.text[self.start :].strip(f"{_MARKS} \t\n") if self.speaker else ""
        return "" if _NO_WORDS.fullmatch(words) else words

    def line(self) -> Line:
        """Return it as one line, which may hold line breaks."""
        text = self.text.rstrip()
        said = Said(self.speaker, text.index(self.words, self.start), self.time) if self.words else None
        return Line(text, said=said)


def read_messages(file: File) -> Contents:
    """Take a chat apart; a line without a time of its own goes on with the message above it."""
    decoded = decode(file)
    messages: list[_Message] = []
    for line in decoded.text.split("\n"):
        if message := _begun(line):
            messages.append(message)
        elif messages:
            messages[-1].text += f"\n{line}"
        else:
            messages.append(_Message(line))
    silent = sum(bool(each.speaker) and not each.words for each in messages)
    note = Note("{count} messages without words (pictures, recordings, deleted ones) belong to no turn",
                {"count": silent})  # fmt: skip
    notes = (*decoded.notes, note) if silent else decoded.notes
    return Contents(tuple(message.line() for message in messages), notes=notes)


def _begun(line: str) -> _Message | None:
    if match := _ZOOM.match(line):
        return _Message(line, match.end(), match["name"].strip(), seconds(match["time"]))
    if not (stamp := _STAMP.match(line)):
        return None
    named = _NAMED.match(line, stamp.end())
    if not named:
        return _Message(line)
    return _Message(line, named.end(), named["name"].strip(f"{_MARKS}~\u202f\xa0 "))
