"""Where keywords stand in an indexed text."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from qualcode.keywords.index import TextIndex
from qualcode.keywords.layout import APART, NEXT_LINE, Flags, Ints
from qualcode.keywords.pattern import Match, Pattern, Term, parse
from qualcode.lang.analyser import analyser

_NONE: Ints = np.empty(0, dtype=np.int64)


class Hit(NamedTuple):
    """A place where a keyword stands: half-open, in code points, with the keyword as written."""

    start: int
    end: int
    keyword: str


@dataclass(frozen=True, slots=True)
class Matches:
    """Hits of many keywords as columns, ordered by place.

    Attributes
    ----------
    patterns
        Which of the patterns asked for.
    starts, ends
        Where, in code points.
    """

    patterns: Ints
    starts: Ints
    ends: Ints

    def __len__(self) -> int:
        return len(self.starts)

    def where(self, chosen: Flags) -> "Matches":
        """Return the hits chosen by a mask."""
        return Matches(self.patterns[chosen], self.starts[chosen], self.ends[chosen])


def find(
    index: TextIndex,
    keywords: str | Pattern | Iterable[str | Pattern],
    *,
    but_not: Iterable[str | Pattern] = (),
) -> list[Hit]:
    """Find keywords in a text.

    Parameters
    ----------
    index
        The text.
    keywords
        One or many, parsed or as written.
    but_not
        Not-keywords: a hit that overlaps a hit of one of these is dropped.

    Returns
    -------
    list of Hit
        By place.

    Examples
    --------
    >>> index = TextIndex.build("Saya dilatih dinas. Latihannya gratis.", "id")
    >>> [index.text[hit.start:hit.end] for hit in find(index, "latih")]
    ['dilatih', 'Latihannya']
    """
    given = [keywords] if isinstance(keywords, str | Pattern) else list(keywords)
    wanted = [parse(each) if isinstance(each, str) else each for each in given]
    unwanted = [parse(each) if isinstance(each, str) else each for each in but_not]
    found = locate(index, wanted)
    if unwanted:
        found = found.where(~overlapping(found, locate(index, unwanted)))
    return [
        Hit(start, end, wanted[number].keyword)
        for number, start, end in zip(
            found.patterns.tolist(), found.starts.tolist(), found.ends.tolist(), strict=True
        )
    ]


def locate(index: TextIndex, patterns: Sequence[Pattern]) -> Matches:
    """Find many patterns at once, as columns: the fast way."""
    starts: list[Ints] = []
    ends: list[Ints] = []
    word_ends = index.ends
    for pattern in patterns:
        if pattern.regex is not None:
            spans = [match.span() for match in pattern.regex.finditer(index.text) if match[0]]
            starts.append(np.array([span[0] for span in spans], dtype=np.int64))
            ends.append(np.array([span[1] for span in spans], dtype=np.int64))
            continue
        first, last = _words(index, pattern)
        starts.append(index.starts[first])
        ends.append(word_ends[last])
    sizes = [len(each) for each in starts]
    numbers = np.repeat(np.arange(len(patterns)), sizes)
    start, end = np.concatenate([_NONE, *starts]), np.concatenate([_NONE, *ends])
    order = np.lexsort((numbers, end, start))
    return Matches(numbers[order], start[order], end[order])


def overlapping(found: Matches, others: Matches) -> Flags:
    """Say of each hit whether it shares a code point with one of the others."""
    if not len(others):
        return np.zeros(len(found), dtype=np.bool_)
    reach = np.maximum.accumulate(others.ends)
    before = np.searchsorted(others.starts, found.ends, side="left")
    return (before > 0) & (reach[before - 1] > found.starts)


def _words(index: TextIndex, pattern: Pattern) -> tuple[Ints, Ints]:
    """Return the first and last words of a pattern's hits, counted in words of the text."""
    language = pattern.language or index.language
    phrases = [_phrase(index, phrase, language) for phrase in pattern.phrases]
    if len(phrases) == 1:
        return phrases[0]
    return _near(index, phrases[0], phrases[1], pattern.within)


def _phrase(index: TextIndex, terms: Sequence[Term], language: str) -> tuple[Ints, Ints]:
    numbers = [each for term in terms for each in _numbers(index, term, language)]
    if not all(numbers):
        return _NONE, _NONE
    if len(numbers) == 1:
        places = index.places(numbers[0])
        return places, places
    rarest = min(range(len(numbers)), key=lambda at: index.frequency(numbers[at]))
    first = index.places(numbers[rarest]) - rarest
    last = len(numbers) - 1
    first = first[(first >= 0) & (first < len(index) - last)]
    for at, allowed in enumerate(numbers):
        if at != rarest:
            first = first[_among(index.words[first + at], allowed)]
        if at:
            first = first[index.links[first + at] != APART]
    first = first[_in_one_sentence(index, first, last)]
    return first, first + last


def _in_one_sentence(index: TextIndex, first: Ints, last: int) -> Flags:
    """Say which phrases run over no sentence end; without a mark, one can only lie at a line break."""
    if not any((index.links[first + at] == NEXT_LINE).any() for at in range(1, last + 1)):
        return np.ones(len(first), dtype=np.bool_)
    same: Flags = index.sentences[first] == index.sentences[first + last]
    return same


def _numbers(index: TextIndex, term: Term, language: str) -> list[Sequence[int]]:
    """Return, for each word that a term is written with, the numbers of the words it stands for."""
    look_up: Callable[[str], Sequence[int]] = {
        Match.FORM: lambda word: index.with_form(word, language),
        Match.EXACT: index.spelt,
        Match.PREFIX: index.beginning,
    }[term.match]
    return [look_up(word) for _, word in analyser(language).pieces(term.word)]


def _among(words: Ints, allowed: Sequence[int]) -> Flags:
    found: Flags = words == allowed[0] if len(allowed) == 1 else np.isin(words, np.array(allowed))
    return found


def _near(
    index: TextIndex, one: tuple[Ints, Ints], other: tuple[Ints, Ints], within: int
) -> tuple[Ints, Ints]:
    """Join each hit of one phrase with the nearest hit of the other after it, and before it."""
    if not len(one[0]) or not len(other[0]):
        return _NONE, _NONE
    after = np.searchsorted(other[0], one[1], side="right")
    before = np.searchsorted(other[1], one[0], side="left") - 1
    firsts: list[Ints] = []
    lasts: list[Ints] = []
    for neighbour, left, right in ((after, one, other), (before, other, one)):
        there = (neighbour >= 0) & (neighbour < len(other[0]))
        own, found = np.flatnonzero(there), neighbour[there]
        at_left, at_right = (own, found) if left is one else (found, own)
        near = right[0][at_right] - left[1][at_left] - 1 <= within
        first, last = left[0][at_left[near]], right[1][at_right[near]]
        same = index.sentences[first] == index.sentences[last]
        firsts.append(first[same])
        lasts.append(last[same])
    pairs = np.unique(np.stack([np.concatenate(firsts), np.concatenate(lasts)]), axis=1)
    return pairs[0], pairs[1]
