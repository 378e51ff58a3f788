"""The runs of a Word file's paragraphs: text with its strength, without what is hidden or deleted."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from qualcode.readers.anchors import marker
from qualcode.readers.docx_notes import Notes
from qualcode.readers.docx_styles import Style, Styles, formatting
from qualcode.readers.draft import Note
from qualcode.readers.packages import attribute, local
from qualcode.readers.symbols import symbol, symbols

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Piece: TypeAlias = tuple[str, bool]
"""Text, and whether it is bold or underlined."""

CONTAINERS = {
    "ins",
    "moveTo",
    "sdt",
    "sdtContent",
    "smartTag",
    "hyperlink",
    "customXml",
    "fldSimple",
    "dir",
    "bdo",
    "oMath",
    "oMathPara",
    "ruby",
    "rubyBase",
}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
_ANCHORS = {"commentRangeStart": "s", "commentRangeEnd": "e", "commentReference": "r"}
_SPACES = str.maketrans("\n\r", "  ")


def chosen(alternatives: "Element") -> "Element":
    """Return the one of several forms of the same contents that is read: the newest."""
    return next((each for each in alternatives if local(each) == "Choice"), alternatives)


class Runs:
    """Reads the runs of one paragraph after the other; fields may go from one to the next."""

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self.styles = styles
        self._notes = notes
        self._fields: list[bool] = []
        self._boxes: list[Element] = []
        self._unknown = 0

    def of(self, container: "Element", style: Style) -> list[Piece]:
        """Return the text of a paragraph in pieces."""
        return self._of(container, bool(style.strong), bool(style.hidden))

    def boxes(self) -> list["Element"]:
        """Return the text boxes met since last asked."""
        boxes, self._boxes = self._boxes, []
        return boxes

    def anchor(self, element: "Element") -> list[Piece]:
        """Return the place of a comment's beginning or end as a piece."""
        return [(marker(_ANCHORS[local(element)], attribute(element, "id")), True)]

    def notes(self) -> Iterator[Note]:
        """Yield what could not be read."""
        if self._unknown:
            what = "signs of a symbol font that have no known letter: {count}"
            yield Note(what, {"count": self._unknown})

    def _of(self, container: "Element", strong: bool, hidden: bool) -> list[Piece]:
        pieces: list[Piece] = []
        for child in container:
            name = local(child)
            if name == "r":
                pieces += self._run(child, strong, hidden)
            elif name in CONTAINERS:
                pieces += self._of(child, strong, hidden)
            elif name == "AlternateContent":
                pieces += self._of(chosen(child), strong, hidden)
            elif name in _ANCHORS:
                pieces += self.anchor(child)
        return pieces

    def _run(self, run: "Element", strong: bool, hidden: bool) -> list[Piece]:
        font = text = ""
        inner: list[Piece] = []
        for child in run:
            name = local(child)
            if name == "rPr":
                own = formatting(child)
                styled = self.styles.named(own.style)
                strong = next((each for each in (own.strong, styled.strong) if each is not None), strong)
                hidden = next((each for each in (own.hidden, styled.hidden) if each is not None), hidden)
                font = own.font
            elif name == "fldChar":
                self._field(attribute(child, "fldCharType"))
            elif name in _ANCHORS:
                text += marker(_ANCHORS[name], attribute(child, "id"))
            elif name in {"AlternateContent", "drawing", "pict", "object"}:
                self._boxes += [] if hidden else _boxes(child)
            elif name in CONTAINERS:
                inner += self._of(child, strong, hidden)
            elif not hidden and True not in self._fields:
                text += self._text(child, name, font)
        return [*inner, (text, strong)] if text else inner

    def _text(self, child: "Element", name: str, font: str) -> str:
        if name == "t":
            text = child.text or ""
            text = text.translate(_SPACES) if "\n" in text or "\r" in text else text
            return symbols(text, font) if font else text
        if name == "sym":
            sign = symbol(attribute(child, "font"), attribute(child, "char"))
            self._unknown += sign == "\N{REPLACEMENT CHARACTER}"
            return sign
        if name in {"footnoteReference", "endnoteReference"}:
            return self._notes.refer(name.removesuffix("Reference"), attribute(child, "id"))
        return _SIGNS.get(name, "")

    def _field(self, kind: str) -> None:
        """Follow a field: what stands before its separator is an instruction, what follows is its result."""
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()


def _boxes(element: "Element") -> Iterator["Element"]:
    """Yield the text boxes in a drawing, each once, though Word writes them for old programs as well."""
    for child in chosen(element) if local(element) == "AlternateContent" else element:
        if local(child) == "txbxContent":
            yield child
        else:
            yield from _boxes(child)
