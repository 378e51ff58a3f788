"""Carry places over to a corrected text: by their words, then by what surrounds them, then tolerantly.

Nothing is moved silently: what cannot be found again is unplaced, and each place says what became of it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from qualcode.actions.alignment import Alignment
from qualcode.model import Span

FEW = 3
"""Words up to which a quote is too common to be known by its words alone."""
SURROUNDING = 4
"""Words on either side that tell one place of a common quote from another."""
KEPT = 0.5
"""Share of its words that a passage must keep at its place to be the same passage, corrected."""
ALIKE = 0.75
"""Likeness, after Ratcliff and Obershelp, from which a passage elsewhere is the same one, corrected."""


class Fate(StrEnum):
    """What became of a place in a new revision."""

    SAME = "same"
    MOVED = "moved"
    CHANGED = "changed"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class Carried:
    """A place in the new text, None where it is unplaced."""

    fate: Fate
    span: Span | None = None


def carry(alignment: Alignment, span: Span) -> Carried:
    r"""Return what became of a span.

    Parameters
    ----------
    alignment
        Of the old and the new text.
    span
        In the old text.

    Examples
    --------
    >>> corrected = "P: Lalu?\nI: Dulu saya belajar sendiri."
    >>> carry(Alignment("P: Lalu?\nI: Saya belajar sendiri.", corrected), Span(17, 32))
    Carried(fate=<Fate.MOVED: 'moved'>, span=Span(start=22, end=37))
    """
    exact = _in_place(alignment, span) or _elsewhere(alignment, span)
    if exact is not None:
        return Carried(Fate.SAME if exact == span else Fate.MOVED, exact)
    if alignment.share(span) >= KEPT and _is_anchored(alignment, span):
        return Carried(Fate.CHANGED, alignment.span(span))
    alike = _alike(alignment, span)
    return Carried(Fate.CHANGED, alike) if alike else Carried(Fate.UNPLACED)


def _in_place(alignment: Alignment, span: Span) -> Span | None:
    """Return where exactly the same words stand between the same neighbours."""
    numbers = alignment.old.within(span)
    if not numbers or alignment.share(span) < 1:
        return None
    first, last = alignment.pairs[numbers[0]], alignment.pairs[numbers[-1]]
    if last - first != numbers[-1] - numbers[0] or not _is_anchored(alignment, span):
        return None
    start = alignment.new.spans[first][0] + span.start - alignment.old.spans[numbers[0]][0]
    end = alignment.new.spans[last][1] + span.end - alignment.old.spans[numbers[-1]][1]
    found = Span(max(start, 0), min(max(end, 0), len(alignment.new.text)))
    return found if _same_words(alignment, span, found) else None


def _same_words(alignment: Alignment, span: Span, found: Span) -> bool:
    return span.of(alignment.old.text).split() == found.of(alignment.new.text).split()


def _is_anchored(alignment: Alignment, span: Span) -> bool:
    """Say whether a place is sure: it has words enough, or its neighbours are still there."""
    numbers = alignment.old.within(span)
    kept = sum(number in alignment.pairs for number in numbers)
    if kept > FEW:
        return True
    around = range(max(0, numbers.start - SURROUNDING), numbers.stop + SURROUNDING)
    there = [number for number in around if number not in numbers and number < len(alignment.old.folds)]
    placed = [alignment.pairs[number] for number in numbers if number in alignment.pairs]
    near = [
        number
        for number in there
        if number in alignment.pairs
        and any(abs(alignment.pairs[number] - place) <= 2 * SURROUNDING + FEW for place in placed)
    ]
    return len(near) * 2 >= len(there)


def _elsewhere(alignment: Alignment, span: Span) -> Span | None:
    """Return the one other place where the very words stand and that no other old words became."""
    quote = span.of(alignment.old.text)
    if len(alignment.old.within(span)) <= FEW or not quote.strip():
        return None
    free = [found for found in _occurrences(alignment.new.text, quote) if _is_free(alignment, found)]
    return free[0] if len(free) == 1 else None


def _occurrences(text: str, quote: str) -> Iterator[Span]:
    start = text.find(quote)
    while start >= 0:
        yield Span(start, start + len(quote))
        start = text.find(quote, start + 1)


def _is_free(alignment: Alignment, found: Span) -> bool:
    numbers = alignment.new.within(found)
    return sum(number in alignment.taken for number in numbers) * 2 <= len(numbers)


def _alike(alignment: Alignment, span: Span) -> Span | None:
    """Return where a passage that was both moved and corrected stands now, if one place is clearly it."""
    numbers = alignment.old.within(span)
    if len(numbers) <= FEW:
        return None
    words = alignment.old.folds[numbers.start : numbers.stop]
    offsets = Counter(
        place - number for number, word in enumerate(words) for place in alignment.free.get(word, ())
    )
    best: tuple[float, Span] | None = None
    for offset, _ in offsets.most_common(3):
        first, last = max(offset, 0), min(offset + len(words), len(alignment.new.folds)) - 1
        if last < first:
            continue
        found = Span(alignment.new.spans[first][0], alignment.new.spans[last][1])
        likeness = SequenceMatcher(None, words, alignment.new.folds[first : last + 1], autojunk=False).ratio()
        if _is_free(alignment, found) and likeness >= ALIKE and (best is None or likeness > best[0]):
            best = likeness, found
    return best[1] if best else None
