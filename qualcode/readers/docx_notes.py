"""Footnotes, endnotes and comments of a Word file, and the places they belong to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from qualcode.readers.anchors import place_of
from qualcode.readers.docx_lists import ordinal
from qualcode.readers.draft import Comment
from qualcode.readers.packages import attribute, children

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}


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


def _plain(paragraph: "Element") -> str:
    return "".join(each.text or "" for each in paragraph.iter("{*}t"))
