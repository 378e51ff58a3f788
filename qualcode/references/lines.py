"""The numbered lines of a printed transcript, which do not depend on a page, a font or a program.

Every turn, and every note between turns, begins a new line; a line break in the text begins one too; what is
longer than `LINE_WIDTH` characters goes on in the next line, broken between words. Lines are counted from 1
through the whole transcript. ``{line}`` in a reference code is this number, and ``qualcode transcript
--lines`` prints it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain

from qualcode.model import Span

LINE_WIDTH = 60
"""Characters (code points) of a line."""

_WORD = re.compile(r"\S+")


class Lines:
    r"""The lines of a text of which certain stretches are printed.

    Parameters
    ----------
    text
        The text of a revision.
    stretches
        What is printed of it, in order: turns and notes.
    width
        Characters of a line.

    Examples
    --------
    >>> lines = Lines("P: Halo\nI: Saya belajar sendiri", [Span(3, 7), Span(11, 31)], width=12)
    >>> [span.of("P: Halo\nI: Saya belajar sendiri") for span in lines.spans]
    ['Halo', 'Saya belajar', 'sendiri']
    >>> lines.of(Span(16, 31))
    (2, 3)
    """

    def __init__(self, text: str, stretches: Iterable[Span], *, width: int = LINE_WIDTH) -> None:
        self.spans = list(chain.from_iterable(_lines(text, stretch, width) for stretch in stretches))
        self._starts = [span.start for span in self.spans]

    def of(self, span: Span) -> tuple[int, int] | None:
        """Return the first and last line that a span touches, from 1; None before the first line."""
        first = bisect_right(self._starts, span.start)
        last = bisect_right(self._starts, max(span.start, span.end - 1))
        return (max(first, 1), last) if last else None

    def within(self, span: Span) -> Iterator[tuple[int, Span]]:
        """Yield the lines that begin in a span, with their numbers."""
        at = bisect_right(self._starts, span.start - 1)
        while at < len(self.spans) and self.spans[at].start < span.end:
            yield at + 1, self.spans[at]
            at += 1


def _lines(text: str, stretch: Span, width: int) -> Iterator[Span]:
    """Yield the lines of one stretch; an empty one is one line, so that every turn has a number."""
    start, any_yet = stretch.start, False
    for part in stretch.of(text).split("\n"):
        for line in _wrapped(text, Span(start, start + len(part)), width):
            yield line
            any_yet = True
        start += len(part) + 1
    if not any_yet:
        yield Span(stretch.start, stretch.start)


def _wrapped(text: str, part: Span, width: int) -> Iterator[Span]:
    line: Span | None = None
    for word in _WORD.finditer(text, part.start, part.end):
        if line is not None and word.end() - line.start > width:
            yield line
            line = None
        line = Span(line.start if line else word.start(), word.end())
    if line is not None:
        yield line
