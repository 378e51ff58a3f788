"""Keyword in context."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from qualcode.keywords.index import TextIndex
from qualcode.keywords.matching import Hit
from qualcode.model import Span

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class ContextLine:
    """A hit with the words around it, on one line.

    Attributes
    ----------
    hit
        The hit itself, with its place.
    before, words, after
        White space is drawn together; the pieces can be joined as they are.
    """

    hit: Hit
    before: str
    words: str
    after: str


def in_context(
    index: TextIndex, hits: Iterable[Hit], *, words: int = 8, within: Iterable[Span] | None = None
) -> list[ContextLine]:
    """Return hits with some words on either side.

    Parameters
    ----------
    index, hits
        A text and hits in it.
    words
        How many words on either side.
    within
        Stretches (turns, sentences) that a line does not reach beyond.

    Examples
    --------
    >>> from qualcode.keywords.matching import find
    >>> index = TextIndex.build("Waktu itu saya ikut pelatihan gratis di aula.", "id")
    >>> [(line.before, line.words, line.after) for line in in_context(index, find(index, "latih"), words=2)]
    [('saya ikut ', 'pelatihan', ' gratis di')]
    """
    bounds = sorted((span.start, span.end) for span in within) if within is not None else []
    edges = np.array([start for start, _ in bounds], dtype=np.int64)
    ends = index.ends
    lines: list[ContextLine] = []
    for hit in hits:
        first = int(np.searchsorted(ends, hit.start, side="right"))
        last = int(np.searchsorted(index.starts, hit.end, side="left")) - 1
        start = int(index.starts[max(first - words, 0)]) if words and first < len(index) else hit.start
        end = int(ends[min(last + words, len(index) - 1)]) if words and last >= 0 else hit.end
        stretch = int(np.searchsorted(edges, hit.start, side="right")) - 1
        if stretch >= 0:
            start, end = max(start, bounds[stretch][0]), min(end, bounds[stretch][1])
        lines.append(_line(index.text, hit, min(start, hit.start), max(end, hit.end)))
    return lines


def _line(text: str, hit: Hit, start: int, end: int) -> ContextLine:
    pieces = (text[start : hit.start], text[hit.start : hit.end], text[hit.end : end])
    before, words, after = (_SPACE.sub(" ", piece) for piece in pieces)
    return ContextLine(hit, before, words, after)
