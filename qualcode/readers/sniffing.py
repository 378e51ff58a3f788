"""What a file is by its bytes, and the refusal of one that is not what its name says."""

import io
import re
import zipfile

from qualcode.errors import FileProblem
from qualcode.readers.draft import File
from qualcode.readers.packages import BROKEN

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BLANK = rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*"
_CLOCK = rb"\d{1,2}[:.]\d\d(?:[:.]\d\d)?"
_MESSAGE = (
    rb"^[^\w\s]{0,6}(?:(?:\d{4}-\d\d-\d\d )?" + _CLOCK + rb"\s+(?:From|Dari)\s[^\n]+:"
    rb"|\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s" + _CLOCK + rb"[^\w\n]{0,4}(?:[AaPp]\.?[Mm]\.?)?(?:\]| -)\s)"
)
_BEGINNINGS = (
    ("pdf", re.compile(rb"(?s:.{0,1000}?)%PDF-")),
    ("picture", re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8")),
    ("recording", re.compile(rb"ID3|OggS|RIFF")),
    ("rtf", re.compile(_BLANK + rb"{\\rtf")),
    ("html", re.compile(_BLANK + rb"(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE)),
    ("vtt", re.compile(_BLANK + rb"WEBVTT")),
    ("chat", re.compile(_BLANK + rb"@(?:UTF8|Begin|Font)\b")),
    ("elan", re.compile(_BLANK + rb"<(?:\?xml.*?<)?ANNOTATION_DOCUMENT\b", re.DOTALL)),
    ("sbv", re.compile(rb"(?s:.*?)^[ \t]*\d+:\d\d:\d\d\.\d+,\d+:\d\d:\d\d\.\d+\s*$", re.MULTILINE)),
    ("messages", re.compile(rb"(?:(?s:.*?)" + _MESSAGE + rb"){2}", re.MULTILINE)),
    ("srt", re.compile(rb"(?s:.*?)^\s*\[?(?:\d+:)?\d{1,2}:\d{2}[,.]\d{1,3}\s*-->", re.MULTILINE)),
)
_PACKAGES = (
    ("word/", "docx"),
    ("xl/", "xlsx"),
    ("ppt/", "pptx"),
)
_CALLED = {
    "docx": "a Word file (.docx)",
    "xlsx": "an Excel file (.xlsx)",
    "pptx": "a PowerPoint file",
    "odt": "an OpenDocument text (.odt)",
    "zip": "a zip archive",
    "rtf": "an RTF file (.rtf)",
    "html": "a web page (.html)",
    "pdf": "a PDF (.pdf)",
    "picture": "a picture",
    "recording": "a recording",
    "vtt": "a WebVTT file (.vtt)",
    "srt": "an SRT file (.srt)",
    "sbv": "an SBV file (.sbv)",
    "chat": "a CHAT file (.cha)",
    "elan": "an ELAN file (.eaf)",
    "messages": "a chat",
    "": "plain text",
}


def content_of(data: bytes) -> str:
    """Return what the bytes are: a key of a reader's `content`, another kind, or ``""`` for plain text."""
    if data.startswith(b"PK"):
        return _package(data)
    if data.startswith(_OLE):
        return "locked" if "EncryptedPackage".encode("utf-16-le") in data else "ole"
    narrow = data[:4096].replace(b"\x00", b"")
    return next((name for name, pattern in _BEGINNINGS if pattern.match(narrow)), "")


def _package(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            kind = _beginning(package, "mimetype") if "mimetype" in names else b""
    except BROKEN:
        return "damaged"
    if b"opendocument.text" in kind:
        return "odt"
    return next((kind for folder, kind in _PACKAGES if any(n.startswith(folder) for n in names)), "zip")


def _beginning(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as member:
        return member.read(100)


def refusal(file: File, suffix: str, content: str) -> FileProblem:
    """Return the error for a file whose contents are not of its suffix."""
    if content == "locked":
        what = "the file is protected by a password"
        return FileProblem(what, where=file.name, remedy="save a copy without the password and add that")
    if content == "ole":
        what = "this is a file of an old Office program (.doc, .xls) under the name {suffix}"
        return FileProblem(
            what, where=file.name, remedy="open it and save it as .docx or .xlsx", suffix=suffix
        )
    if content == "damaged" or (suffix in {".docx", ".xlsx", ".odt"} and content == "zip"):
        remedy = "open it in its program, save it again, and add that"
        return FileProblem("the file is damaged", where=file.name, remedy=remedy)
    if suffix in {".vtt", ".srt", ".sbv"} and content == "":
        what = "there is no caption with a time in this file"
        return FileProblem(what, where=file.name, remedy="rename it to .txt if it is a plain transcript")
    what = "this is not a {suffix} file but {called}"
    remedy = "give it its right suffix, or save it as {suffix}"
    return FileProblem(
        what, where=file.name, remedy=remedy, suffix=suffix, called=_CALLED.get(content, content)
    )
