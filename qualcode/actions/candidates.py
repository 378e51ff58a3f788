"""Where an unplaced passage may stand in a corrected text: offered, for a person to choose."""

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

from qualcode.actions.alignment import Alignment
from qualcode.actions.carrying import SURROUNDING
from qualcode.model import Span

MOST = 3
"""Candidates that are offered."""
LEAST = 0.4
"""Likeness from which a place is worth a look."""
TRIED = 12
"""Places whose likeness is measured."""
LONG = 12
"""Words from which passages are compared by words, shorter ones by letters."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of the new text, and how like the old words it is, after Ratcliff and Obershelp, 0 to 1."""

    span: Span
    likeness: float


def candidates(alignment: Alignment, span: Span) -> list[Candidate]:
    """Return up to three likely places of an old passage, the likeliest first.

    Parameters
    ----------
    alignment
        Of the old and the new text.
    span
        In the old text.

    Examples
    --------
    >>> corrected = Alignment("I: Saya belajar sendiri di rumah.", "I: Di rumah saya belajarnya sendirian.")
    >>> [each.span.of(corrected.new.text) for each in candidates(corrected, Span(8, 23))]
    ['belajarnya sendirian']
    """
    numbers = alignment.old.within(span)
    if not numbers:
        return []
    near = _neighbours(alignment, numbers)
    found = [(_likeness(alignment, numbers, each), each) for each in _likely(alignment, numbers, near)]
    chosen: list[tuple[float, range]] = []
    for likeness, window in sorted(found, key=lambda each: (-each[0], _distance(each[1], near))):
        better = _fitted(alignment, numbers, likeness, window)
        apart = all(better[1].start >= each.stop or each.start >= better[1].stop for _, each in chosen)
        if apart and better[0] >= LEAST:
            chosen.append(better)
        if len(chosen) == MOST:
            break
    words = alignment.new.spans
    return [
        Candidate(Span(words[window.start][0], words[window.stop - 1][1]), likeness)
        for likeness, window in sorted(chosen, key=lambda each: (-each[0], _distance(each[1], near)))
    ]


def _neighbours(alignment: Alignment, numbers: range) -> list[int]:
    """Return where the passage would begin if it stood as its old neighbours do now."""
    around = range(numbers.start - SURROUNDING, numbers.stop + SURROUNDING)
    return [
        alignment.pairs[number] - number + numbers.start
        for number in around
        if number not in numbers and number in alignment.pairs
    ]


def _likely(alignment: Alignment, numbers: range, near: list[int]) -> list[range]:
    """Return stretches of the new words, those that have most of the old words at their places first."""
    words, end = alignment.old.folds[numbers.start : numbers.stop], len(alignment.new.folds)
    begins = Counter(
        place - at for at, word in enumerate(words) for place in alignment.new.places.get(word, ())
    )
    begins.update(near)
    windows = (range(max(begin, 0), min(begin + len(words), end)) for begin, _ in begins.most_common(TRIED))
    return [window for window in windows if window]


def _distance(window: range, near: list[int]) -> int:
    return min((abs(window.start - begin) for begin in near), default=0)


def _likeness(alignment: Alignment, numbers: range, window: range) -> float:
    old, new = alignment.old, alignment.new
    if len(numbers) >= LONG:
        words = old.folds[numbers.start : numbers.stop], new.folds[window.start : window.stop]
        return SequenceMatcher(None, *words, autojunk=False).ratio()
    letters = (
        " ".join(old.folds[numbers.start : numbers.stop]),
        " ".join(new.folds[window.start : window.stop]),
    )
    return SequenceMatcher(None, *letters, autojunk=False).ratio()


def _fitted(alignment: Alignment, numbers: range, likeness: float, window: range) -> tuple[float, range]:
    """Move the ends of a stretch, a word at a time, for as long as it becomes more like the old words."""
    end = len(alignment.new.folds)
    while True:
        first, last = window.start, window.stop
        moved = [
            range(start, stop)
            for start, stop in ((first - 1, last), (first + 1, last), (first, last - 1), (first, last + 1))
            if 0 <= start < stop <= end
        ]
        best = max(((_likeness(alignment, numbers, each), each) for each in moved), key=lambda each: each[0])
        if best[0] <= likeness:
            return likeness, window
        likeness, window = best
