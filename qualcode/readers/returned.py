"""A Word file that comes back with comments: its text, and who said what on which words."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.errors import FileProblem
from qualcode.readers import sniffing
from qualcode.readers.anchors import place_of
from qualcode.readers.docx import TakenApart, take_apart
from qualcode.readers.draft import File, Note
from qualcode.readers.packages import attribute, children, local
from qualcode.readers.paths import bytes_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t"}
_ON = {"1", "true", "on"}


@dataclass(frozen=True, slots=True)
class MarginComment:
    """A comment in the margin of a Word file.

    Attributes
    ----------
    name
        Its id in the file.
    author, at
        As the file names them; `at` as UTC, ISO 8601, or empty. Word writes local time and calls it UTC.
    text
        What it says.
    start, end
        The words it is on, in code points of `ReturnedFile.text`.
    parent
        Name of the comment that it replies to; empty where it begins a thread.
    resolved
        Somebody marked it as done.
    """

    name: str
    author: str
    at: str
    text: str
    start: int
    end: int
    parent: str = ""
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """What a Word file holds; tracked changes are read as accepted, which `notes` say."""

    text: str
    comments: tuple[MarginComment, ...]
    notes: tuple[Note, ...] = ()


def read_returned(path: Path) -> ReturnedFile:
    """Read the text of a Word file with the comments in its margin.

    Raises
    ------
    FileProblem
        It cannot be read, is damaged, or no Word file.
    """
    file = File(path.name, bytes_of(path))
    if sniffing.content_of(file.data) != "docx":
        raise FileProblem("this is no Word file", where=file.name, remedy="save it as .docx in its program")
    taken = take_apart(file)
    text = "\n".join(line.text for line in taken.lines)
    return ReturnedFile(text, tuple(_comments(taken, text)), taken.notes)


def _comments(taken: TakenApart, text: str) -> Iterator[MarginComment]:
    root, extended = taken.related("comments"), taken.related("commentsExtended")
    if root is None:
        return
    elements = list(children(root, "comment"))
    names = {paragraph: attribute(each, "id") for each in elements if (paragraph := _paragraph_of(each))}
    threads = {attribute(each, "paraId"): each for each in extended} if extended is not None else {}
    for each in elements:
        name, thread = attribute(each, "id"), threads.get(_paragraph_of(each))
        parent = names.get(attribute(thread, "paraIdParent"), "") if thread is not None else ""
        start, end = place_of(name, taken.places, text)
        yield MarginComment(
            name, attribute(each, "author"), _time(attribute(each, "date")), _words(each), start, end,
            parent, thread is not None and attribute(thread, "done") in _ON,
        )  # fmt: skip


def _paragraph_of(comment: "Element") -> str:
    """Return the id of a comment's last paragraph, by which other parts of the file name the comment."""
    ids = [attribute(paragraph, "paraId") for paragraph in children(comment, "p")]
    return ids[-1] if ids else ""


def _words(comment: "Element") -> str:
    return "\n".join(
        "".join(_BREAKS.get(local(each), each.text or "") for each in paragraph.iter() if _is_text(each))
        for paragraph in comment.iter("{*}p")
    ).strip()


def _is_text(element: "Element") -> bool:
    above = element.getparent()
    name = local(element)
    return name == "t" or (name in _BREAKS and above is not None and local(above) == "r")


def _time(text: str) -> str:
    """Return a time as ``2024-03-12T08:00:00Z``; LibreOffice writes a year of nought where there is none."""
    if len(text) < 19 or text.startswith("0"):
        return ""
    return f"{text[:19]}Z"
