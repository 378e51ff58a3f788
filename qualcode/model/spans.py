"""Spans of a text in Unicode code points, and the one place where other units are converted."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate


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
        self._utf16 = [0, *accumulate(1 if ord(char) < 0x10000 else 2 for char in text)]
        self._utf8 = [0, *accumulate(len(char.encode("utf-8", "surrogatepass")) for char in text)]

    def to_utf16(self, offset: int) -> int:
        """Return the UTF-16 offset of a code-point offset."""
        return self._utf16[offset]

    def to_utf8(self, offset: int) -> int:
        """Return the UTF-8 byte offset of a code-point offset."""
        return self._utf8[offset]

    def from_utf16(self, offset: int) -> int:
        """Return the code-point offset of a UTF-16 offset; inside a surrogate pair, its start."""
        return self._inverse(self._utf16, offset)

    def from_utf8(self, offset: int) -> int:
        """Return the code-point offset of a UTF-8 byte offset; inside a character, its start."""
        return self._inverse(self._utf8, offset)

    @staticmethod
    def _inverse(starts: list[int], offset: int) -> int:
        if not 0 <= offset <= starts[-1]:
            raise ValueError(f"offset {offset} lies outside the text")
        return bisect_right(starts, offset) - 1
