"""From a text to the places of its words, each distinct stretch between spaces looked at once."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from qualcode.lang.analyser import WORDS, Analyser
from qualcode.model import Span

Ints: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]
Links: TypeAlias = npt.NDArray[np.int8]

APART, NEXT, NEXT_LINE = 0, 1, 2
"""How a word hangs on the one before it, for phrases: not at all, at once, or over a line break.

A comma, a dash, a bracket, a blank line part words, as they do for the ear; space of any kind does not,
nor one mark that makes a compound (``dan/atau``).
"""

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_COMPOUND = re.compile("[-\u2010\u2011./&@_+:]")
_SPACES = np.array([chr(code).isspace() for code in range(0x3001)])
"""By code point, whether `str.split` splits there; none lies above the ideographic space."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The words of a text: number in the vocabulary, start in code points, link to the word before."""

    vocabulary: list[str]
    words: Ints
    starts: Ints
    links: Links


class _Chunk(NamedTuple):
    """What stands between two spaces: its words with offset and link, and whether marks stand outside."""

    words: list[tuple[int, str, int]]
    opens: bool
    closes: bool


def lay_out(text: str, analyser: Analyser) -> Layout:
    """Find the words of a text."""
    surfaces, numbers = numbered(text.split())
    chunks = [_chunk(surface, analyser) for surface in surfaces]
    begins, breaks = _spaces(text)
    sizes = np.fromiter((len(chunk.words) for chunk in chunks), np.int64, len(chunks))
    repeats = sizes[numbers]
    within = np.arange(repeats.sum()) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    piece = np.repeat((np.cumsum(sizes) - sizes)[numbers], repeats) + within
    pieces = list(chain.from_iterable(chunk.words for chunk in chunks))
    vocabulary, words = numbered(word for _, word, _ in pieces)
    offsets = np.fromiter((offset for offset, _, _ in pieces), np.int64, len(pieces))
    inner = np.fromiter((link for _, _, link in pieces), np.int8, len(pieces))
    outer = _outer_links(chunks, numbers, breaks)
    return Layout(
        vocabulary,
        words[piece],
        np.repeat(begins, repeats) + offsets[piece],
        np.where(within > 0, inner[piece], np.repeat(outer, repeats)),
    )


def spoken(layout: Layout, marks: Sequence[Span]) -> Layout:
    """Leave out the words within marks of transcription; the words around a mark are apart."""
    if not marks:
        return layout
    starts = np.fromiter((mark.start for mark in marks), np.int64, len(marks))
    ends = np.fromiter((mark.end for mark in marks), np.int64, len(marks))
    before = np.searchsorted(starts, layout.starts, side="right") - 1
    kept = (before < 0) | (layout.starts >= ends[before])
    if kept.all():
        return layout
    links = layout.links.copy()
    links[1:][~kept[:-1]] = APART
    used, words = np.unique(layout.words[kept], return_inverse=True)
    vocabulary = [layout.vocabulary[number] for number in used.tolist()]
    return Layout(vocabulary, words.astype(np.int64), layout.starts[kept], links[kept])


def numbered(items: Iterable[str]) -> tuple[list[str], Ints]:
    """Give each distinct item a number, in the order of their first places."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    column = np.fromiter(map(numbers.__getitem__, items), np.int64)
    return list(numbers), column


def _chunk(surface: str, analyser: Analyser) -> _Chunk:
    words: list[tuple[int, str, int]] = []
    end = 0
    for match in WORDS.finditer(surface):
        for offset, word in analyser.pieces(match[0]):
            start = match.start() + offset
            gap = surface[end:start].strip(_INVISIBLE)
            words.append((start, word, NEXT if not gap or _COMPOUND.fullmatch(gap) else APART))
            end = start + len(word)
    if not words:
        return _Chunk(words, opens=True, closes=True)
    opens = bool(surface[: words[0][0]].strip(_INVISIBLE))
    return _Chunk(words, opens, closes=bool(surface[end:].strip(_INVISIBLE)))


def _spaces(text: str) -> tuple[Ints, Ints]:
    """Return where the stretches without space begin, and how many line breaks stand before each."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    space = np.concatenate([[True], _SPACES[np.minimum(codes, len(_SPACES) - 1)]])
    space[1:] &= codes < len(_SPACES)
    begins = np.flatnonzero(space[:-1] & ~space[1:])
    lines = np.flatnonzero(codes == ord("\n"))
    return begins, np.diff(np.searchsorted(lines, begins), prepend=0)


def _outer_links(chunks: list[_Chunk], numbers: Ints, breaks: Ints) -> Links:
    """Return, per stretch, how its first word hangs on the last word of the stretch before."""
    opens = np.fromiter((chunk.opens for chunk in chunks), np.bool_, len(chunks))[numbers]
    closes = np.fromiter((chunk.closes for chunk in chunks), np.bool_, len(chunks))[numbers]
    links = np.where(breaks == 0, NEXT, np.where(breaks == 1, NEXT_LINE, APART)).astype(np.int8)
    links[opens] = APART
    links[1:][closes[:-1]] = APART
    links[:1] = APART
    return links
