"""The numbers of a Word file's lists, which stand on the page and not in the text: ``1.``, ``P1:``."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qualcode.readers.docx_styles import Shape
from qualcode.readers.packages import attribute, children, local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LABEL = re.compile(r"[A-Z][\w .]*:|[A-Z]\w*")
"""A bullet that is a name, such as ``P:``; other bullets are decoration."""


@dataclass(slots=True)
class _Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class _List:
    """A list: its levels, and under which name it counts (several may count together)."""

    counts_as: str
    levels: dict[int, _Level] = field(default_factory=dict)


class Numbering:
    """The lists of a document, counting as its paragraphs go by.

    Parameters
    ----------
    root
        The part that defines them; a document may have none.
    """

    def __init__(self, root: "Element | None") -> None:
        self._lists = _lists(root) if root is not None else {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def of(self, shape: Shape) -> str:
        """Return the number before a paragraph with the gap after it; empty where it has none."""
        depth = _number(shape.level)
        listed = self._lists.get(shape.list_id)
        level = listed.levels.get(depth) if listed else None
        if listed is None or level is None:
            return ""
        counts = self._counts[listed.counts_as]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        written = _written(listed, level, counts)
        if not written:
            return ""
        return written + ("\t" if written[-1].isalnum() and written[0].isalpha() else " ")


def _written(listed: _List, level: _Level, counts: dict[int, int]) -> str:
    if level.format == "bullet":
        return level.text if _LABEL.fullmatch(level.text) else ""

    def number(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        shown = listed.levels.get(depth, _Level())
        return ordinal(counts.get(depth, shown.start), shown.format)

    return re.sub(r"%(\d)", number, level.text).strip()


def ordinal(number: int, form: str) -> str:
    """Write a number as lists do.

    Examples
    --------
    >>> [ordinal(4, form) for form in ("decimal", "upperLetter", "lowerRoman", "decimalZero")]
    ['4', 'D', 'iv', '04']
    """
    if form == "none":
        return ""
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"} and 0 < number < 4000:
        roman = ""
        for value, sign in _ROMAN:
            roman += sign * (number // value)
            number %= value
        return roman.upper() if form == "upperRoman" else roman
    return f"{number:02}" if form == "decimalZero" else str(number)


def _lists(root: "Element") -> dict[str, _List]:
    outlines = {
        attribute(each, "abstractNumId"): {
            _number(attribute(level, "ilvl")): _level(level) for level in children(each, "lvl")
        }
        for each in children(root, "abstractNum")
    }
    lists: dict[str, _List] = {}
    for each in children(root, "num"):
        outline = next((attribute(one, "val") for one in children(each, "abstractNumId")), "")
        own = list(children(each, "lvlOverride"))
        name = attribute(each, "numId")
        listed = _List(f"{outline}/{name}" if own else outline, dict(outlines.get(outline, {})))
        for override in own:
            depth = _number(attribute(override, "ilvl"))
            for given in override:
                if local(given) == "lvl":
                    listed.levels[depth] = _level(given)
                elif depth in listed.levels:
                    before = listed.levels[depth]
                    start = _number(attribute(given, "val"))
                    listed.levels[depth] = _Level(before.format, before.text, start)
        lists[name] = listed
    return lists


def _level(element: "Element") -> _Level:
    given = {local(each): attribute(each, "val") for each in element}
    return _Level(given.get("numFmt", "decimal"), given.get("lvlText", ""), _number(given.get("start", "1")))


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0
