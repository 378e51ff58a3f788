"""Whether a passage begins and ends where sentences do, so that it can be read on its own."""

from bisect import bisect_right
from collections.abc import Callable
from functools import cache

from qualcode.actions.texts import SourceText
from qualcode.lang.sentences import sentence_spans

MARKS = " \t\n.,;:!?…\"'“”‘’«»()[]{}-–—*_"
"""What may be left out at either side of a sentence without cutting it."""


def sentence_bounds(source_text: SourceText) -> Callable[[int, int], bool]:
    """Return a function that says of stretches of a source whether they hold whole sentences.

    A turn that nobody coded is never looked at.
    """
    text, language = source_text.text, source_text.source.language
    everything = source_text.whole()

    @cache
    def sentences(start: int, end: int) -> tuple[list[int], list[int]]:
        there = sentence_spans(text, language, start=start, end=end)
        return [each.start for each in there], [each.end for each in there]

    def sentence_at(offset: int) -> tuple[int, int] | None:
        turn = source_text.turn_at(offset) or everything
        starts, ends = sentences(turn.start, turn.end)
        place = bisect_right(starts, offset) - 1
        return (starts[place], ends[place]) if place >= 0 else None

    def whole(start: int, end: int) -> bool:
        first = sentence_at(start)
        if first is None or text[first[0] : start].strip(MARKS):
            return False
        last = first if start < end <= first[1] else sentence_at(max(end - 1, start))
        return last is not None and not text[end : last[1]].strip(MARKS)

    return whole
