"""What the styles of a Word file say of text: whether it is bold, hidden, a heading, a list's item."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcode.readers.packages import attribute, children, local
from qualcode.readers.symbols import is_symbol_font

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OFF = {"0", "false", "off", "none"}
_HEADINGS = ("heading", "title", "subtitle", "judul", "overskrift", "titel")
_DEEPEST = 20
"""Styles that one may be based on, one on the next; a circle ends here."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says; None where it says nothing.

    Attributes
    ----------
    strong
        Bold, or underlined: either marks a name.
    hidden
        Not on the page.
    heading
        A heading or title.
    list_id, level
        The list whose items are in this style.
    """

    strong: bool | None = None
    hidden: bool | None = None
    heading: bool = False
    list_id: str = ""
    level: str = ""


_PLAIN = Style()


class Styles:
    """The styles of a document by their ids.

    Parameters
    ----------
    root
        The part that holds them; a document may have none.
    """

    def __init__(self, root: "Element | None") -> None:
        found = children(root, "style") if root is not None else iter(())
        self._elements = {attribute(style, "styleId"): style for style in found}
        self._known: dict[str, Style] = {}

    def named(self, name: str) -> Style:
        """Return the style of that id; one that is not there says nothing, unless its id is telling."""
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def _read(self, name: str) -> Style:
        style = Style(heading=name.casefold().startswith(_HEADINGS))
        if name in {"Strong", "Kuat"}:
            style = Style(strong=True)
        for element in self._lineage(name):
            called = next((attribute(each, "val") for each in children(element, "name")), "")
            inner = strength(element)
            listed = element.find("{*}pPr/{*}numPr/{*}numId")
            level = element.find("{*}pPr/{*}numPr/{*}ilvl")
            style = Style(
                strong=inner.strong if style.strong is None else style.strong,
                hidden=inner.hidden if style.hidden is None else style.hidden,
                heading=style.heading or called.casefold().startswith(_HEADINGS),
                list_id=style.list_id or (attribute(listed, "val") if listed is not None else ""),
                level=style.level or (attribute(level, "val") if level is not None else ""),
            )
        return style

    def _lineage(self, name: str) -> Iterator["Element"]:
        for _ in range(_DEEPEST):
            element = self._elements.get(name)
            if element is None:
                return
            yield element
            name = next((attribute(each, "val") for each in children(element, "basedOn")), "")


def strength(element: "Element") -> "Format":
    """Return what the ``rPr`` of a run or style says itself."""
    found = next(children(element, "rPr"), None)
    return _UNFORMATTED if found is None else formatting(found)


@dataclass(frozen=True, slots=True)
class Format:
    """A run's own formatting: strong and hidden as in `Style`, the id of its style, its symbol font."""

    strong: bool | None = None
    hidden: bool | None = None
    style: str = ""
    font: str = ""


_UNFORMATTED = Format()


def formatting(properties: "Element") -> Format:
    """Read an ``rPr``."""
    strong: bool | None = None
    hidden: bool | None = None
    style = font = ""
    for each in properties:
        name = local(each)
        if name in {"b", "u"}:
            strong = strong or attribute(each, "val") not in _OFF
        elif name == "vanish":
            hidden = attribute(each, "val") not in _OFF
        elif name == "rStyle":
            style = attribute(each, "val")
        elif name == "rFonts":
            ascii_ = attribute(each, "ascii")
            font = ascii_ if is_symbol_font(ascii_) else ""
    return Format(strong, hidden, style, font)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a paragraph's own properties say.

    Attributes
    ----------
    style
        Its style.
    list_id, level
        The list it is an item of, and how deep in it.
    goes_on
        Its end was deleted, so that the next paragraph goes on with it.
    """

    style: Style = _PLAIN
    list_id: str = ""
    level: str = ""
    goes_on: bool = False


_SHAPELESS = Shape()


def shape_of(paragraph: "Element", styles: Styles) -> Shape:
    """Read the ``pPr`` of a paragraph."""
    properties = next(children(paragraph, "pPr"), None)
    if properties is None:
        return _SHAPELESS
    style, list_id, level, goes_on = _PLAIN, "", "", False
    for each in properties:
        name = local(each)
        if name == "pStyle":
            style = styles.named(attribute(each, "val"))
        elif name == "numPr":
            given = {local(one): attribute(one, "val") for one in each}
            list_id, level = given.get("numId", ""), given.get("ilvl", "")
        elif name == "rPr":
            goes_on = any(local(one) == "del" for one in each)
    return Shape(style, list_id or style.list_id, level or style.level, goes_on)
