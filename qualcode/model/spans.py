"""Spans of a text in Unicode code points, and the one place where other units are converted."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

_WIDE = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``[start, end)`` of a text, in code points.

    Examples
    --------
    >>> Span(0, 4).of("Halo Bu")
    'Halo'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}:{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words of `text` in this span."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Say whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


class Offsets:
    """Converts offsets of one text between code points, UTF-16 units and UTF-8 bytes.

    Parameters
    ----------
    text
        The text whose offsets are converted.

    Examples
    --------
    >>> offsets = Offsets("a😀é")
    >>> offsets.to_utf16(2), offsets.to_utf8(2)
    (3, 5)
    >>> offsets.from_utf16(3), offsets.from_utf8(5)
    (2, 2)
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _wide(self) -> list[int]:
        """Where characters stand that take two UTF-16 units: seldom any, so most texts cost nothing."""
        return [match.start() for match in _WIDE.finditer(self._text)]

    @cached_property
    def _wide_utf16(self) -> list[int]:
        """Where the second units of those characters stand."""
        return [place + count for count, place in enumerate(self._wide, start=1)]

    @cached_property
    def _utf8(self) -> list[int]:
        return [0, *accumulate(len(char.encode("utf-8", "surrogatepass")) for char in self._text)]

    def to_utf16(self, offset: int) -> int:
        """Return the UTF-16 offset of a code-point offset."""
        self._check(offset, len(self._text))
        return offset + bisect_left(self._wide, offset)

    def to_utf8(self, offset: int) -> int:
        """Return the UTF-8 byte offset of a code-point offset."""
        self._check(offset, len(self._text))
        return self._utf8[offset]

    def from_utf16(self, offset: int) -> int:
        """Return the code-point offset of a UTF-16 offset; inside a surrogate pair, its start."""
        self._check(offset, len(self._text) + len(self._wide))
        return offset - bisect_right(self._wide_utf16, offset)

    def from_utf8(self, offset: int) -> int:
        """Return the code-point offset of a UTF-8 byte offset; inside a character, its start."""
        self._check(offset, self._utf8[-1])
        return bisect_right(self._utf8, offset) - 1

    @staticmethod
    def _check(offset: int, last: int) -> None:
        if not 0 <= offset <= last:
            raise ValueError(f"offset {offset} lies outside the text")
