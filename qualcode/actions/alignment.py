"""Where the words of one text stand in a corrected version of it.

Runs of words that occur once in either text are sure to be the same place; those that keep their order anchor
the two texts to each other (the patience method of comparing files, on words), and what lies between two
anchors is compared word by word.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from qualcode.model import Span

_WORD = re.compile(r"\w+|[^\w\s]")
RUN = 3
"""Words of a run that anchors."""
GAP = 400
"""Words between two anchors that are still compared one by one; longer stretches count as rewritten."""


@dataclass(frozen=True)
class Words:
    """A text cut into words and marks, with their places."""

    text: str

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Places of the words, half-open, in code points."""
        return [match.span() for match in _WORD.finditer(self.text)]

    @cached_property
    def folds(self) -> list[str]:
        """The words as they are compared."""
        return [self.text[start:end].casefold() for start, end in self.spans]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Numbers of the words, by word."""
        found: dict[str, list[int]] = {}
        for number, word in enumerate(self.folds):
            found.setdefault(word, []).append(number)
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.spans]

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self.spans]

    def within(self, span: Span) -> range:
        """Return the numbers of the words that a span touches."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))


class Alignment:
    """Which word of an old text is which word of a new one.

    Parameters
    ----------
    old, new
        The two texts.

    Examples
    --------
    >>> alignment = Alignment("Saya belajar sendiri di rumah.", "Ya, saya belajar sendiri dirumah.")
    >>> alignment.span(Span(5, 20))
    Span(start=9, end=24)
    """

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = Words(old), Words(new)

    @cached_property
    def pairs(self) -> dict[int, int]:
        """Number of the same word in the new text, by its number in the old one."""
        found: dict[int, int] = {}
        old, new = self.old.folds, self.new.folds
        last_old = last_new = 0
        for at_old, at_new, length in [*_anchors(old, new), (len(old), len(new), 0)]:
            found.update(_compared(old, new, range(last_old, at_old), range(last_new, at_new)))
            found.update(zip(range(at_old, at_old + length), range(at_new, at_new + length), strict=True))
            last_old, last_new = at_old + length, at_new + length
        return found

    @cached_property
    def taken(self) -> set[int]:
        """Numbers of the new words that are some old word."""
        return set(self.pairs.values())

    @cached_property
    def free(self) -> dict[str, list[int]]:
        """Numbers of the new words that are no old word, by word."""
        places: dict[str, list[int]] = {}
        for number, word in enumerate(self.new.folds):
            if number not in self.taken:
                places.setdefault(word, []).append(number)
        return places

    def share(self, span: Span) -> float:
        """Return the share of a span's words that are in the new text at the same place, from 0 to 1."""
        numbers = self.old.within(span)
        return sum(number in self.pairs for number in numbers) / len(numbers) if numbers else 0.0

    def span(self, span: Span) -> Span | None:
        """Return the stretch of the new text that holds what became of a span; None where nothing did."""
        numbers = self.old.within(span)
        kept = [number for number in numbers if number in self.pairs]
        if not kept:
            return None
        first, last = self.pairs[kept[0]], self.pairs[kept[-1]]
        first -= self._corrected(numbers.start, kept[0], -1)
        last += self._corrected(numbers.stop - 1, kept[-1], 1)
        return Span(self.new.spans[first][0], self.new.spans[last][1])

    def _corrected(self, edge: int, kept: int, step: int) -> int:
        """Count the new words that stand for corrected words at the edge of a span.

        They are those between the last word kept and what the word outside the span became, at most as many
        as the old ones.
        """
        missing = abs(kept - edge)
        if not missing:
            return 0
        outside = self.pairs.get(edge + step)
        limit = outside if outside is not None else (-1 if step < 0 else len(self.new.folds))
        room = abs(limit - self.pairs[kept]) - 1
        return max(0, min(missing, room))


def _anchors(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield places of runs that occur once in either text, in an order that both share."""
    in_new = _single_runs(new)
    shared = [(place, in_new[run]) for run, place in _single_runs(old).items() if run in in_new]
    last_old = last_new = 0
    for at_old, at_new in _longest_rising(sorted(shared)):
        skip = max(0, last_old - at_old, last_new - at_new)
        if skip < RUN:
            yield at_old + skip, at_new + skip, RUN - skip
            last_old, last_new = at_old + RUN, at_new + RUN


def _single_runs(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    places: dict[tuple[str, ...], int] = {}
    again = set()
    for place in range(len(words) - RUN + 1):
        run = tuple(words[place : place + RUN])
        if run in places:
            again.add(run)
        else:
            places[run] = place
    return {run: place for run, place in places.items() if run not in again}


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest part of pairs (sorted by the first) whose second rises too."""
    tails: list[int] = []
    heads: list[int] = []
    before: list[int] = []
    for number, (_, second) in enumerate(pairs):
        at = bisect_left(tails, second)
        before.append(heads[at - 1] if at else -1)
        tails[at : at + 1] = [second]
        heads[at : at + 1] = [number]
    chain: list[tuple[int, int]] = []
    number = heads[-1] if heads else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _compared(old: Sequence[str], new: Sequence[str], here: range, there: range) -> Iterator[tuple[int, int]]:
    if not here or not there or max(len(here), len(there)) > GAP:
        return
    words, others = old[here.start : here.stop], new[there.start : there.stop]
    for block in SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            yield here.start + block.a + step, there.start + block.b + step
