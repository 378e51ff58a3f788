"""From the rows of pages to paragraphs: running heads go, wrapped lines and parted words come together."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median, quantiles

from qualcode.readers.draft import Line
from qualcode.readers.layout import Row
from qualcode.readers.speakers import labelled

_NUMBER = re.compile(
    r"\W*(?:(?:page|halaman|hal|side|seite|p)\.?\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of|dari|av|af|von)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_OUTER = 3
"""Rows at the top and at the bottom of a page that may be furniture."""
_FEWEST_NUMBERED = 4
"""Rows in a row whose first words count on, from which they are numbers of lines."""
_BULLET = re.compile(r"[•●▪■–—*]\s|\(?(?:\d{1,3}|[a-z])[.)]\s")
_PARTED = re.compile(r"[^\W\d_][-\N{HYPHEN}\N{SOFT HYPHEN}]$")
_END = re.compile(r"[.!?…:][\"”’)\]]*$")


def without_line_numbers(pages: Sequence[Sequence[Row]]) -> None:
    """Take the numbers off the rows of a text whose lines are numbered, and keep them beside the rows.

    Where not every line has a number, those that have one jut out to the left.
    """
    rows = [row for rows in pages for row in rows]
    numbered = [row for row in rows if row.words[0].text.isdecimal() and len(row.words) > 1]
    margin = median(row.left for row in rows) if rows else 0.0
    for beside, steps in (numbered, (1,)), ([row for row in numbered if row.left < margin], (2, 5, 10)):
        numbers = [int(row.words[0].text) for row in beside]
        gaps = Counter(other - one for one, other in pairwise(numbers))
        if any(gaps[step] >= max(_FEWEST_NUMBERED, 0.6 * len(rows) / step) for step in steps):
            for row in beside:
                row.line = int(row.words.pop(0).text)
                row.parts = [place - 1 for place in row.parts if place > 1]
            return


def without_furniture(pages: Sequence[Sequence[Row]]) -> tuple[list[Row], list[Row]]:
    """Part the rows of all pages into what is said and what runs along: heads, feet, page numbers.

    Furniture stands at the edge of its page, and again on at least a third of the pages with other numbers at
    most; a page number may stand alone.
    """
    seen = Counter(key for rows in pages for key in {_key(row) for row in _edges(rows)})
    often = max(2, len(pages) / 3)
    kept, furniture = [], []
    for rows in pages:
        inside = list(rows)
        for end in (0, -1):
            for _ in range(_OUTER):
                if not inside or not (
                    seen[_key(inside[end])] >= often or _NUMBER.fullmatch(inside[end].text)
                ):
                    break
                furniture.append(inside.pop(end))
        kept += inside
    return kept, sorted(furniture, key=lambda row: (row.page, -row.baseline))


def _edges(rows: Sequence[Row]) -> Sequence[Row]:
    return [*rows[:_OUTER], *rows[-_OUTER:]]


def _key(row: Row) -> tuple[str, int]:
    """Return what a row says but for numbers, and about where it stands."""
    return re.sub(r"\d+", "#", row.text), round(row.baseline / 8)


def reflow(rows: Sequence[Row]) -> Iterator[Line]:
    """Yield the paragraphs of a text, each on one line, with the page on which it begins."""
    if not rows:
        return
    written = [Line(row.text, bold=row.bold) for row in rows]
    labels = labelled(written)
    known = {word for row in rows for word in re.findall(r"[\w-]+", row.text.casefold())}
    goes_on = _Setting(rows).goes_on
    first = 0
    for number in range(1, len(rows) + 1):
        if (
            number < len(rows)
            and number not in labels
            and goes_on(rows[number - 1], rows[number], labelled=number - 1 in labels and number - 1 == first)
        ):
            continue
        yield _line(rows[first:number], known)
        first = number


class _Setting:
    """How a text is set: its margins, its leading, the size of its letters."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.edges = {
            column: _edge([row.right for row in rows if row.column == column]) for column in (0, 1, 2)
        }
        steps = [one.baseline - other.baseline for one, other in pairwise(rows) if one.page == other.page]
        self.leading = median([step for step in steps if step > 0] or [0.0])
        self.size = median(row.size for row in rows)

    def goes_on(self, before: Row, row: Row, *, labelled: bool) -> bool:
        """Say whether a row goes on with the paragraph of the row before it.

        It does where its first word had no more room above. A row further down, of other letters, set in, or
        with a bullet does not.
        """
        room = self.edges[before.column] - before.right
        wrapped = row.words[0].right - row.left + before.size / 4 > room
        if not wrapped or _BULLET.match(row.text) or abs(row.size - before.size) > 0.15 * self.size:
            return False
        if before.page != row.page or before.column != row.column:
            return not _END.search(before.text) or row.text[0].islower()
        indented = row.left - before.body > before.size and not labelled
        return not indented and before.baseline - row.baseline < 1.5 * self.leading


def _edge(rights: Sequence[float]) -> float:
    """Return where most full rows of a column end."""
    return quantiles(rights, n=20, method="inclusive")[-1] if len(rights) > 1 else sum(rights)


def _line(rows: Sequence[Row], known: set[str]) -> Line:
    text = rows[0].text
    for row in rows[1:]:
        if _PARTED.search(text) and row.text[0].islower():
            text = (text if _keeps_hyphen(text, row.text, known) else text[:-1]) + row.text
        else:
            text += " " + row.text
    return Line(text, bold=rows[0].bold, page=rows[0].page, number=rows[0].line)


def _keeps_hyphen(before: str, after: str, known: set[str]) -> bool:
    """Say whether a hyphen at the end of a row is the word's own: ``pelan-pelan``, ``sayur-mayur``."""
    one, other = re.split(r"[^\w-]", before[:-1].casefold())[-1], re.split(r"[^\w]", after.casefold())[0]
    if f"{one}-{other}" in known:
        return True
    if one + other in known:
        return False
    return other.startswith(one[-3:]) or other.startswith(one[:4]) or one.endswith(other[:4])
