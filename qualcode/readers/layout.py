"""From words with places to the rows of a page in reading order. Lengths are points; up is more."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

_WIDE, _WIDER = 0.9, 2.0
"""Gaps, in heights of the letters, behind a cell of a table, and between columns of text."""
_ALIGNED, _FEWEST_ALIGNED = 3.0, 3
"""Points within which rows begin at the same place, and how many of them make a column."""
_FEWEST_ROWS = 5
"""Rows on either side that make a page one of two columns."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as a page shows it.

    Attributes
    ----------
    text
        Without blanks.
    left, right, baseline, size
        Its place; the size is the height of its letters' boxes.
    bold
        Whether its font is.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool = False


@dataclass(slots=True)
class Row:
    """One line of print, within its column.

    Attributes
    ----------
    words
        From left to right.
    page
        Counted from 1.
    column
        0 for all of the page's width, 1 and 2 for the columns of a page of two.
    line
        The number printed beside it, where lines are numbered.
    parts
        Places of the words that begin another cell of a table; two cells at most stand before the words.
    """

    words: list[Word] = field(default_factory=list)
    page: int = 0
    column: int = 0
    line: int | None = None
    parts: list[int] = field(default_factory=list)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.words[-1].right

    @property
    def baseline(self) -> float:
        """Height at which its first word stands."""
        return self.words[0].baseline

    @property
    def size(self) -> float:
        """Height of most of its letters."""
        return median(word.size for word in self.words)

    @property
    def body(self) -> float:
        """Where the last of its cells begins."""
        return self.words[self.parts[-1] if self.parts else 0].left

    @property
    def text(self) -> str:
        """Its words with a blank between them, and a tab between cells."""
        return "".join(
            word.text if not place else f"\t{word.text}" if place in self.parts else f" {word.text}"
            for place, word in enumerate(self.words)
        )

    @property
    def bold(self) -> int:
        """Length of its bold beginning, in code points."""
        length = 0
        for word in self.words:
            if not word.bold:
                break
            length += len(word.text) + 1
        return max(0, length - 1)


def rows_of(words: Iterable[Word], *, page: int = 1) -> list[Row]:
    """Return the rows of a page in reading order.

    The order in which the file draws its words is kept on a page of two columns, unless it goes from one
    column to the other in each line. Any other page is read from top to bottom.
    """
    runs = _runs(words, page)
    if _has_columns(runs):
        return _by_column(runs) if _alternate(runs) else runs
    for run in runs:
        run.column = 0
    rows = _merged(sorted(runs, key=lambda run: -run.baseline))
    _part(rows)
    return rows


def _runs(words: Iterable[Word], page: int) -> list[Row]:
    """Put words together that follow one another on a line without a wide gap."""
    runs: list[Row] = []
    before: Word | None = None
    for word in words:
        if (
            before is None
            or abs(word.baseline - before.baseline) > before.size / 2
            or not -before.size < word.left - before.right < _WIDER * before.size
        ):
            runs.append(Row(page=page))
        runs[-1].words.append(word)
        before = word
    return runs


def _has_columns(runs: Sequence[Row]) -> bool:
    """Say whether a page has two columns, and mark in which each run stands."""
    if not runs:
        return False
    middle = (min(run.left for run in runs) + max(run.right for run in runs)) / 2
    for run in runs:
        run.column = 1 if run.right <= middle + run.size else 2 if run.left >= middle - run.size else 0
    left, right = ([run for run in runs if run.column == column] for column in (1, 2))
    across = len(runs) - len(left) - len(right)
    return min(len(left), len(right)) >= max(_FEWEST_ROWS, across) and _are_full(left, right)


def _are_full(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Say whether many rows on the left fill half their column, as text does and names do not."""
    half = (min(row.left for row in right) - min(row.left for row in left)) / 2
    return sum(row.right - row.left > half for row in left) > 0.4 * len(left)


def _alternate(runs: Sequence[Row]) -> bool:
    """Say whether the file draws line by line, from one column to the other."""
    pairs = sum(
        (one.column, other.column) == (1, 2) and _is_level(one, other) for one, other in pairwise(runs)
    )
    return pairs > 0.6 * min(sum(run.column == column for run in runs) for column in (1, 2))


def _is_level(one: Row, other: Row) -> bool:
    return abs(one.baseline - other.baseline) <= one.size / 2


def _by_column(runs: Sequence[Row]) -> list[Row]:
    """Order from top to bottom; between runs across the page, the left column before the right."""
    ordered: list[Row] = []
    waiting: list[Row] = []
    for run in sorted(runs, key=lambda run: -run.baseline):
        if run.column:
            waiting.append(run)
            continue
        ordered += [*sorted(waiting, key=lambda each: each.column), run]
        waiting = []
    return ordered + sorted(waiting, key=lambda each: each.column)


def _merged(runs: Sequence[Row]) -> list[Row]:
    """Put runs at one height into one row."""
    rows: list[Row] = []
    for run in runs:
        if rows and _is_level(rows[-1], run):
            rows[-1].words += run.words
        else:
            rows.append(run)
    for row in rows:
        row.words.sort(key=lambda word: word.left)
    return rows


def _part(rows: Sequence[Row]) -> None:
    """Part rows into cells: where a gap is wide, and what follows stands right below its like."""
    gaps = [
        (row, place, word.left)
        for row in rows
        for place, (before, word) in enumerate(pairwise(row.words), start=1)
        if word.left - before.right > _WIDE * before.size
    ]
    lefts = Counter(
        round(left / _ALIGNED) for left in [*(left for *_, left in gaps), *(row.left for row in rows)]
    )
    for row, place, left in gaps:
        alike = sum(lefts[round(left / _ALIGNED) + step] for step in (-1, 0, 1))
        if alike >= _FEWEST_ALIGNED and len(row.parts) < 2:
            row.parts.append(place)
