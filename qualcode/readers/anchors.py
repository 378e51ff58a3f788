"""The places of comments, kept within a text while it is made.

While a document is read, the place of a comment stands in the text between two control characters, which no
XML can hold; so it survives whatever becomes of paragraphs and cells on their way to lines.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from qualcode.readers.draft import Line

_MARKER = re.compile("\x01([^\x02]*)\x02")


def marker(kind: str, name: str) -> str:
    """Return the sign of a comment's start (``s``), end (``e``) or reference (``r``) within a text."""
    return f"\x01{kind}{name}\x02"


def lifted(lines: Sequence[Line]) -> tuple[list[Line], dict[str, int]]:
    """Take all signs out of a text: its lines, and each sign's place in them joined by line breaks."""
    placed = [_lifted(line) for line in lines]
    starts = accumulate((len(line.text) + 1 for line, _ in placed), initial=0)
    places = {
        name: start + offset
        for start, (_, anchors) in zip(starts, placed, strict=False)
        for name, offset in anchors
    }
    return [line for line, _ in placed], places


def _lifted(line: Line) -> tuple[Line, list[tuple[str, int]]]:
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


def beside_words(cells: Sequence[str]) -> list[str]:
    """Move the signs of a row to its longest cell: comments on a name or a time go to the words beside it."""
    if not any("\x01" in cell for cell in cells):
        return list(cells)
    bare = [_lifted(Line(cell)) for cell in cells]
    longest = max(range(len(cells)), key=lambda place: len(bare[place][0].text))
    moved = "".join(
        f"\x01{name}\x02" for place, (_, names) in enumerate(bare) if place != longest for name, _ in names
    )
    texts = [line.text for line, _ in bare]
    texts[longest] = moved + cells[longest]
    return texts


def place_of(name: str, places: Mapping[str, int], whole: str) -> tuple[int, int]:
    """Return the words that a comment is on; on a mere point it is on the line, without one at the end."""
    known = [places[kind + name] for kind in "ser" if kind + name in places]
    start, end = (min(known[:2]), max(known[:2])) if known else (len(whole), len(whole))
    if not whole[start:end].strip():
        start = whole.rfind("\n", 0, start) + 1
        end = whole.find("\n", start)
    return _stripped(whole, start, len(whole) if end < 0 else end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return start + left, max(start + left, start + len(words.rstrip()))
