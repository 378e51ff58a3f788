"""Which reader reads which file: by its suffix and by what is in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from qualcode.errors import FileProblem, UsageError
from qualcode.readers import sniffing
from qualcode.readers.compose import compose
from qualcode.readers.draft import Contents, Draft, File
from qualcode.readers.paths import bytes_of

_MIXED_UP = {"text", "vtt", "srt", "sbv"}
_TOLD_APART = {"vtt", "srt", "sbv", "chat", "messages", "rtf"}
"""Readers whose suffixes are given to one another's files, and what the bytes then tell for certain."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A way to read files.

    Attributes
    ----------
    name
        As `read` and a source's provenance name it.
    suffixes
        Lower case, with the dot; none for what is told apart within files of another's suffix.
    function
        ``"module:function"`` below this package, imported when first used; it takes a `File` apart
        into `Contents`.
    content
        What `sniffing.content_of` must say of the bytes; empty for text without a form of its own.
    """

    name: str
    suffixes: tuple[str, ...]
    function: str
    content: str = ""

    def take_apart(self, file: File) -> Contents:
        """Read a file's contents."""
        module, _, name = self.function.partition(":")
        function = getattr(import_module(f"qualcode.readers.{module}"), name)
        return cast("Callable[[File], Contents]", function)(file)


READERS: Sequence[Reader] = (
    Reader("text", (".txt", ".text"), "text:read_text"),
    Reader("markdown", (".md", ".markdown"), "text:read_markdown"),
    Reader("docx", (".docx", ".docm"), "docx:read_docx", content="docx"),
    Reader("odt", (".odt",), "odt:read_odt", content="odt"),
    Reader("rtf", (".rtf",), "rtf:read_rtf", content="rtf"),
    Reader("pdf", (".pdf",), "pdf:read_pdf", content="pdf"),
    Reader("html", (".html", ".htm"), "html:read_html"),
    Reader("vtt", (".vtt",), "captions:read_vtt", content="vtt"),
    Reader("srt", (".srt",), "captions:read_srt", content="srt"),
    Reader("sbv", (".sbv",), "captions:read_sbv", content="sbv"),
    Reader("lrc", (".lrc",), "lrc:read_lrc"),
    Reader("whisper", (".json",), "whisper:read_json"),
    Reader("elan", (".eaf",), "elan:read_elan", content="elan"),
    Reader("chat", (".cha",), "chat:read_chat", content="chat"),
    Reader("messages", (), "messages:read_messages", content="messages"),
    Reader("csv", (".csv", ".tsv"), "csv_table:read_csv"),
    Reader("xlsx", (".xlsx",), "xlsx:read_xlsx", content="xlsx"),
)


def read(path: Path, *, reader: str | None = None, tiers: Sequence[str] = ()) -> Draft:
    """Read a file into the draft of a source.

    Parameters
    ----------
    path
        The file.
    reader
        Name of the reader to use, whatever the suffix says.
    tiers
        Those of an ELAN file to be read; other files have none.

    Raises
    ------
    FileProblem
        The file cannot be read, is empty, damaged, protected, not what its suffix says, or of a kind
        that no reader knows.
    UsageError
        There is no reader, or no tier, of that name.
    """
    file = File(path.name, bytes_of(path), tuple(tiers))
    chosen = _named(reader, file) if reader else choose(file)
    try:
        contents = chosen.take_apart(file)
    except (RecursionError, MemoryError) as error:
        what = "the file is nested too deeply, or too large for the memory of this computer"
        raise FileProblem(what, where=file.name, remedy="save it as plain text and add that") from error
    if not any(line.text.strip() for line in contents.lines):
        raise FileProblem("the file holds no words", where=file.name, remedy="leave it out")
    return compose(file, contents, reader=chosen.name)


def choose(file: File) -> Reader:
    """Return the reader for a file.

    Raises
    ------
    FileProblem
        No reader knows the suffix, or the contents are of another kind.
    """
    suffix = Path(file.name).suffix.casefold()
    by_suffix = next((each for each in READERS if suffix in each.suffixes), None)
    if by_suffix is None:
        raise _unknown(file, suffix)
    content = sniffing.content_of(file.data)
    if by_suffix.content == content or (not by_suffix.content and content in {"", "html"}):
        return by_suffix
    if by_suffix.name in _MIXED_UP and content in _TOLD_APART:
        return next(each for each in READERS if each.content == content)
    raise sniffing.refusal(file, suffix, content)


def _named(name: str, file: File) -> Reader:
    for each in READERS:
        if each.name == name:
            return each
    names = ", ".join(each.name for each in READERS)
    what = "there is no reader {name!r}"
    raise UsageError(what, where=file.name, remedy="one of: {names}", name=name, names=names)


def _unknown(file: File, suffix: str) -> FileProblem:
    known = " ".join(each for reader in READERS for each in reader.suffixes)
    what = "no reader knows files of the kind {suffix!r}" if suffix else "the file's name has no suffix"
    return FileProblem(what, where=file.name, remedy="save it as one of: {known}", suffix=suffix, known=known)
