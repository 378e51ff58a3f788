"""Lines cut into pages, so that a turn is not torn apart where that can be helped."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

EMPTY = 0.4
"""At most this much of a page stays empty to keep a block whole."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of a block: it stays the same place when other blocks grow."""

    block: int
    line: int = 0


class Pages:
    """Blocks of lines, set one after the other.

    Parameters
    ----------
    heights
        Lines of each block.

    Examples
    --------
    >>> pages = Pages([3, 4, 5])
    >>> pages.after(Place(0), 8), pages.before(Place(2), 8)
    (Place(block=2, line=0), Place(block=0, line=0))
    """

    def __init__(self, heights: Sequence[int]) -> None:
        self._starts = [0]
        for height in heights:
            self._starts.append(self._starts[-1] + height)

    def flat(self, place: Place) -> int:
        """Return the number of a place's line, counted from the first block."""
        block = min(place.block, len(self._starts) - 1)
        last = self._starts[min(block + 1, len(self._starts) - 1)]
        return max(self._starts[block], min(self._starts[block] + place.line, last - 1))

    def after(self, place: Place, room: int) -> Place | None:
        """Return where the page that begins at `place` ends; None at the end of all."""
        start = self.flat(place)
        end = start + room
        if end >= self._starts[-1]:
            return None
        whole = self._starts[bisect_right(self._starts, end) - 1]
        return self._place(whole if whole >= start + room * (1 - EMPTY) and whole > start else end)

    def before(self, place: Place, room: int) -> Place:
        """Return where the page before `place` begins."""
        end = self.flat(place)
        start = max(0, end - room)
        whole = self._starts[bisect_left(self._starts, start)]
        return self._place(whole if whole <= start + room * EMPTY and whole < end else start)

    def _place(self, flat: int) -> Place:
        block = bisect_right(self._starts, flat) - 1
        return Place(block, flat - self._starts[block])
