"""Where a text and its translation surely meet: by lengths, names, questions, who speaks and when.

The weights are those of Gale and Church 1993, "A program for aligning sentences in bilingual corpora",
Computational Linguistics 19(1), 75-102. They chose the likeliest alignment; here a place counts only where
all alignments together, each weighed by its likelihood, go through it almost surely. What is not sure is
left open, so that no passage gets the translation of another.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from math import exp, inf, log, pi
from typing import NamedTuple

SURE = 0.99
"""Probability from which a place is one where the two meet."""

PRIORS = {
    became: log(share)
    for became, share in {
        (1, 1): 0.89, (1, 0): 0.005, (0, 1): 0.005, (2, 1): 0.0445, (1, 2): 0.0445, (2, 2): 0.011,
    }.items()
}  # fmt: skip
"""How often so many pieces became so many, as a logarithm (Gale and Church, table 5, gaps halved)."""

VARIANCE = 6.8
"""Of the length of a translation, per character of the original (Gale and Church, section 3.2)."""

ROOM = 4
"""Pieces by which an alignment may stray from the even one, beyond the difference in their numbers."""

SHARED, OTHER_MARK, OTHER_ROLE, SAME_TIME, OTHER_TIME = log(4), log(0.3), log(1e-6), log(20), log(1e-3)
"""What a name or figure in both, a question against none, another role, and the recording's time weigh."""

NEAR, FAR = 2.0, 10.0
"""Seconds up to which two times are one, and from which they are two."""

_TELLING = re.compile(r"\d+|\w{4,}|\b[^\W\d_a-z]\w+")


@dataclass(frozen=True)
class Piece:
    """A turn or sentence: its words; of a turn also the role of who speaks, and seconds from the start."""

    words: str
    role: str = ""
    time: float | None = None

    @cached_property
    def telling(self) -> frozenset[str]:
        """Its figures, names and longer words: what a translation may keep."""
        return frozenset(word.casefold() for word in _TELLING.findall(self.words))

    @cached_property
    def asks(self) -> bool:
        """It ends in a question mark."""
        return self.words.rstrip(" \"'”’)]").endswith("?")


class Meeting(NamedTuple):
    """How many pieces of the other text stand before a piece of the one; those from `low` on were added."""

    low: int
    high: int


def meetings(one: Sequence[Piece], other: Sequence[Piece]) -> dict[int, Meeting]:
    """Return where pieces of two texts surely begin together, by place in `one`.

    Beginning and end always do. Between two places of the result, the pieces of one say what those of the
    other say; pieces between `low` and `high` of a meeting were added in the other text.

    Examples
    --------
    >>> asli = [Piece("Sejak kapan Ibu menenun?"), Piece("Dari umur dua belas, waktu masih sekolah.")]
    >>> english = [Piece("How long have you woven?"), Piece("Since I was twelve, when I was at school.")]
    >>> [meeting.low for meeting in meetings(asli, english).values()]
    [0, 1, 2]
    """
    last, other_last = ends = len(one), len(other)
    weigh = _Weights(one, other)
    ahead = _sums(ends, weigh)
    back = _sums(
        ends, lambda i, to_i, j, to_j: weigh(last - to_i, last - i, other_last - to_j, other_last - j)
    )
    least = ahead[ends] + log(SURE)
    found = {0: Meeting(0, 0), last: Meeting(other_last, other_last)}
    for (i, j), weight in sorted(ahead.items()):
        if weight + back.get((last - i, other_last - j), -inf) > least:
            known = found.get(i, Meeting(j, j))
            found[i] = Meeting(min(known.low, j), max(known.high, j))
    return dict(sorted(found.items()))


Weigh = Callable[[int, int, int, int], float]


def _sums(ends: tuple[int, int], weigh: Weigh) -> dict[tuple[int, int], float]:
    """Return, for each place, the logarithm of the likelihood of all alignments up to it."""
    last, other_last = ends
    room = abs(last - other_last) + ROOM
    sums: dict[tuple[int, int], float] = {(0, 0): 0.0}
    for i in range(last + 1):
        even = round(i * other_last / last) if last else 0
        for j in range(max(0, even - room), min(other_last, even + room) + 1):
            steps = [
                before + weigh(i - taken, i, j - other_taken, j) + prior
                for (taken, other_taken), prior in PRIORS.items()
                if (before := sums.get((i - taken, j - other_taken), -inf)) > -inf
            ]
            if steps:
                most = max(steps)
                sums[i, j] = most + log(sum(exp(step - most) for step in steps))
    return sums


class _Weights:
    """Weighs that some pieces of one text are some of the other's, as logarithm of a likelihood.

    What is weighed are the lengths of the other's pieces, given those of the one: normal about what is
    expected of a translation, and any division among several pieces as likely as any other.
    """

    def __init__(self, one: Sequence[Piece], other: Sequence[Piece]) -> None:
        self._one, self._other = one, other
        self._lengths, self._other_lengths = _summed(one), _summed(other)
        total = max(self._other_lengths[-1], 1)
        self._ratio = total / max(self._lengths[-1], 1)
        self._added = -log(2 * total / max(len(other), 1))
        self._known: dict[tuple[int, int, int, int], float] = {}

    def __call__(self, start: int, end: int, other_start: int, other_end: int) -> float:
        place = start, end, other_start, other_end
        if place not in self._known:
            self._known[place] = self._weigh(*place)
        return self._known[place]

    def _weigh(self, start: int, end: int, other_start: int, other_end: int) -> float:
        mine, others = self._one[start:end], self._other[other_start:other_end]
        if not others:
            return 0.0
        if not mine:
            return self._added
        length = self._lengths[end] - self._lengths[start]
        weight = self._by_length(
            length, self._other_lengths[other_end] - self._other_lengths[other_start], len(others)
        )
        if any(piece.role != others[0].role for piece in (*mine, *others)):
            return weight + OTHER_ROLE
        if mine[-1].asks != others[-1].asks:
            weight += OTHER_MARK
        there = frozenset[str]().union(*(piece.telling for piece in others))
        shared = sum(len(piece.telling & there) for piece in mine)
        return weight + min(shared, 3) * SHARED + _by_time(mine[0].time, others[0].time)

    def _by_length(self, length: int, other: int, pieces: int) -> float:
        mean = max((length + other / max(self._ratio, 0.01)) / 2, 1)
        square = (other - length * self._ratio) ** 2 / (mean * VARIANCE)
        return -square / 2 - log(2 * pi * mean * VARIANCE) / 2 - (pieces - 1) * log(max(other, 1))


def _by_time(time: float | None, other: float | None) -> float:
    if time is None or other is None:
        return 0.0
    apart = abs(time - other)
    return SAME_TIME if apart <= NEAR else OTHER_TIME if apart >= FAR else 0.0


def _summed(pieces: Sequence[Piece]) -> list[int]:
    """Return how many characters stand before each piece, and in all."""
    return [0, *accumulate(len(piece.words) for piece in pieces)]


def counterpart(places: Mapping[int, Meeting], start: int, end: int) -> tuple[range, range]:
    """Return the shortest sure stretch that holds pieces `start` to `end`, and what it is in the other text.

    Where it has more or fewer pieces than its counterpart, pieces were joined, divided or left out: then
    nothing is said of it, and the counterpart is empty.

    Examples
    --------
    >>> places = {0: Meeting(0, 0), 2: Meeting(1, 1), 3: Meeting(2, 2)}
    >>> counterpart(places, 2, 3), counterpart(places, 1, 2)
    ((range(2, 3), range(1, 2)), (range(0, 2), range(0, 0)))
    """
    first = max(place for place in places if place <= start)
    last = min(place for place in places if place >= end)
    low, high = places[first].high, places[last].low
    return range(first, last), range(low, high if high - low == last - first else low)
