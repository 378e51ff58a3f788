"""Whether a passage begins and ends where sentences do, so that it can be read on its own."""

from bisect import bisect_right
from collections.abc import Callable
from functools import cache

from qualcode.actions.texts import SourceText
from qualcode.lang.sentences import sentence_spans
from qualcode.model import Span

MARKS = " \t\n.,;:!?…\"'“”‘’«»()[]{}-–—*_"
"""What may be left out at either side of a sentence without cutting it."""


def sentence_bounds(source_text: SourceText) -> Callable[[Span], bool]:
    """Return a function that says of spans of a source whether they hold whole sentences.

    A turn that nobody coded is never looked at.
    """
    text, language = source_text.text, source_text.source.language

    @cache
    def sentences(start: int, end: int) -> list[Span]:
        return sentence_spans(text, language, start=start, end=end)

    def sentence_at(offset: int) -> Span | None:
        turn = source_text.turn_at(offset)
        stretch = turn.span if turn else source_text.whole()
        there = sentences(stretch.start, stretch.end)
        place = bisect_right([each.start for each in there], offset) - 1
        return there[place] if place >= 0 else None

    def whole(span: Span) -> bool:
        first, last = sentence_at(span.start), sentence_at(max(span.end - 1, span.start))
        if first is None or last is None:
            return False
        before, after = text[first.start : span.start], text[span.end : last.end]
        return not before.strip(MARKS) and not after.strip(MARKS)

    return whole
