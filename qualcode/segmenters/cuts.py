"""The cuts: each takes a text, a stretch of it and options, and gives the spans in the stretch.

Spans come in order, hold more than white space, begin and end without it, and together cover the rest.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise

from qualcode.lang.sentences import sentence_spans
from qualcode.model import Span

_LINE_BREAK = re.compile(r"\n")
_BLANK_LINE = re.compile(r"\n[^\S\n]*+\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the cuts go by.

    Attributes
    ----------
    language
        Of the text.
    longest
        Words that a passage should not exceed.
    blank_lines
        The text has blank lines, so that they and not single line breaks separate paragraphs.
    """

    language: str
    longest: int
    blank_lines: bool


def has_blank_lines(text: str) -> bool:
    """Say whether a text separates anything by blank lines."""
    return _BLANK_LINE.search(text) is not None


def whole(text: str, stretch: Span, options: Options) -> list[Span]:
    """Cut nothing."""
    del options
    return _trimmed(text, stretch.start, stretch.end)


def paragraphs(text: str, stretch: Span, options: Options) -> list[Span]:
    """Cut at blank lines; in a text without any, as word processors give them, at line breaks."""
    separator = _BLANK_LINE if options.blank_lines else _LINE_BREAK
    spans: list[Span] = []
    start = stretch.start
    for match in separator.finditer(text, stretch.start, stretch.end):
        spans += _trimmed(text, start, match.start())
        start = match.end()
    return spans + _trimmed(text, start, stretch.end)


def sentences(text: str, stretch: Span, options: Options) -> list[Span]:
    """Cut at sentence ends."""
    return sentence_spans(text, options.language, start=stretch.start, end=stretch.end)


def passages(text: str, stretch: Span, options: Options) -> list[Span]:
    """Cut a stretch of more than `Options.longest` words at sentence ends, into parts of even length."""
    if len(stretch.of(text).split()) <= options.longest:
        return whole(text, stretch, options)
    parts = sentences(text, stretch, options)
    words = [0, *accumulate(len(span.of(text).split()) for span in parts)]
    return [Span(parts[i].start, parts[j - 1].end) for i, j in pairwise(_even_cuts(words, options.longest))]


def _even_cuts(words: list[int], longest: int) -> list[int]:
    """Choose among sentence ends, given the words up to each: first and last, and the best between.

    Each cut is the end nearest to where even parts would meet, unless that leaves a part of less than a
    quarter of `longest` on either side.
    """
    total = words[-1]
    count = -(-total // longest)
    least = longest / 4
    cuts = [0]
    for number in range(1, count):
        target = total * number / count
        first = max(cuts[-1] + 1, bisect_left(words, words[cuts[-1]] + least))
        last = min(len(words) - 2, bisect_right(words, total - least) - 1)
        if first <= last:
            at = bisect_left(words, target)
            near = {min(max(end, first), last) for end in (at - 1, at)}
            cuts.append(min(sorted(near), key=lambda end: abs(words[end] - target)))
    return [*cuts, len(words) - 1]


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    words = text[start:end]
    bare = words.strip()
    if not bare:
        return []
    start += len(words) - len(words.lstrip())
    return [Span(start, start + len(bare))]
