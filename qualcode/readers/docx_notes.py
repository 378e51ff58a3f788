"""Footnotes, endnotes and comments of a Word file, and the places they belong to.

While a document is read, the place of a comment is kept within the text between two control characters,
which no XML can hold; so it survives whatever becomes of paragraphs and cells on their way to lines.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from qualcode.readers.docx_lists import ordinal
from qualcode.readers.draft import Comment, Line
from qualcode.readers.packages import attribute, children

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MARKER = re.compile("\x01([^\x02]*)\x02")
_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}


def marker(kind: str, name: str) -> str:
    """Return the sign of a comment's start (``s``), end (``e``) or reference (``r``) within a text."""
    return f"\x01{kind}{name}\x02"


def anchors_in(line: Line) -> tuple[Line, list[tuple[str, int]]]:
    """Take the signs of comments out of a line: the line as it will stand, and each sign's place in it."""
    if "\x01" not in line.text:
        return line, []
    found: list[tuple[str, int]] = []
    taken = 0
    bold = line.bold
    for match in _MARKER.finditer(line.text):
        found.append((match[1], match.start() - taken))
        taken += len(match[0])
        bold -= len(match[0]) if match.start() < line.bold else 0
    return replace(line, text=_MARKER.sub("", line.text), bold=max(bold, 0)), found


class Notes:
    """Footnotes and endnotes, numbered in the order in which the text refers to them."""

    def __init__(self, footnotes: "Element | None", endnotes: "Element | None") -> None:
        self._elements = {
            (kind, attribute(note, "id")): note
            for kind, root in (("footnote", footnotes), ("endnote", endnotes))
            if root is not None
            for note in children(root, kind)
        }
        self._referred: dict[str, dict[str, str]] = {kind: {} for kind in _FORMS}

    def refer(self, kind: str, name: str) -> str:
        """Return the sign that stands in the text for a note; empty where there is no such note."""
        if (kind, name) not in self._elements:
            return ""
        names = self._referred[kind]
        return f"[{names.setdefault(name, ordinal(len(names) + 1, _FORMS[kind]))}]"

    def referred(self) -> Iterator[tuple[str, "Element"]]:
        """Yield the notes that the text refers to, each with its number."""
        for kind, names in self._referred.items():
            yield from ((shown, self._elements[kind, name]) for name, shown in list(names.items()))


def comments_of(root: "Element | None", places: Mapping[str, int], texts: Sequence[str]) -> Iterator[Comment]:
    """Yield the comments with their places in the text.

    Parameters
    ----------
    root
        The part that holds them; a document may have none.
    places
        Where comments start, end and are referred to, in code points of the whole text.
    texts
        The lines of the text: a comment on a mere point is one on its line.
    """
    if root is None:
        return
    whole = "\n".join(texts)
    for element in children(root, "comment"):
        name = attribute(element, "id")
        words = "\n".join(_plain(paragraph) for paragraph in element.iter("{*}p")).strip()
        if words and whole:
            start, end = place_of(name, places, whole)
            yield Comment(start, end, attribute(element, "author"), words)


def place_of(name: str, places: Mapping[str, int], whole: str) -> tuple[int, int]:
    """Return the words that a comment is on; on a mere point it is on the line, without one at the end."""
    known = [places[kind + name] for kind in "ser" if kind + name in places]
    start, end = (min(known[:2]), max(known[:2])) if known else (len(whole), len(whole))
    if not whole[start:end].strip():
        start = whole.rfind("\n", 0, start) + 1
        end = whole.find("\n", start)
    return _stripped(whole, start, len(whole) if end < 0 else end)


def _plain(paragraph: "Element") -> str:
    return "".join(each.text or "" for each in paragraph.iter("{*}t"))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return start + left, max(start + left, start + len(words.rstrip()))
