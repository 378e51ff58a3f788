"""Suggestions from the keywords of the codebook."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log1p, prod

import numpy as np

from qualcode.keywords import Hit, Matches, Pattern, TextIndex, locate, overlapping, parse
from qualcode.model import Code, Codebook, Evidence, Guid, Segment, Suggestion
from qualcode.suggest.method import suggestion_id

METHOD = "keywords"
VERSION = "1"

_LEAST = 0.2
"""Weight of a one-word keyword that stands in every passage."""
_MOST = 0.7
"""Weight of a one-word keyword that stands in one passage of very many."""

parsed = lru_cache(maxsize=20_000)(parse)


@dataclass(slots=True)
class _Wanted:
    """The keywords of one code, as numbers in the list of all patterns."""

    code: Code
    keywords: list[int] = field(default_factory=list)
    not_keywords: list[int] = field(default_factory=list)


def suggest(
    passages: Sequence[Segment],
    index: TextIndex,
    codebook: Codebook,
    *,
    source_id: Guid,
    language: str,
) -> list[Suggestion]:
    """Propose for each passage the codes whose keywords stand in it.

    The keywords of every language apply, each with its own word families, since speakers mix languages.

    The score is ``1 - prod(1 - w)`` over the hits in the passage, so that more evidence is stronger. The
    weight ``w`` of a hit is ``1 - (1 - w1) ** words``, a phrase counting as several words that agree; ``w1``
    rises from 0.2 for a keyword in every passage to 0.7 for one in a single passage of many, with the
    logarithm of its rarity (as inverse document frequency does: Spärck Jones 1972). A keyword's second
    hit in a passage weighs half of its first, the third a third.

    Parameters
    ----------
    passages
        Of one text, in order, not overlapping.
    index
        That text.
    codebook
        The codes.
    source_id, language
        The source, and the language of keywords that are given for no language in particular.

    Returns
    -------
    list of Suggestion
        By place, then in the order of the codebook.
    """
    patterns, wanted = _patterns(codebook, language)
    found = locate(index, patterns)
    edges = np.array([passage.start for passage in passages], dtype=np.int64)
    suggestions: list[tuple[int, int, Suggestion]] = []
    for order, each in enumerate(wanted):
        hits = _hits(found, patterns, each)
        for number, evidence in _weighed(_by_passage(hits, passages, edges), len(passages)):
            passage = passages[number]
            score = 1 - prod(1 - item.weight for item in evidence)
            suggestion = Suggestion(
                id=suggestion_id(passage, each.code.id, METHOD),
                source_id=source_id,
                revision_id=passage.revision_id,
                start=passage.start,
                end=passage.end,
                code_id=each.code.id,
                method=METHOD,
                version=VERSION,
                score=round(score, 4),
                evidence=tuple(evidence),
            )
            suggestions.append((number, order, suggestion))
    suggestions.sort(key=lambda item: item[:2])
    return [suggestion for _, _, suggestion in suggestions]


def _patterns(codebook: Codebook, language: str) -> tuple[list[Pattern], list[_Wanted]]:
    patterns: list[Pattern] = []
    wanted: list[_Wanted] = []
    for code in codebook.codes:
        each = _Wanted(code)
        for numbers, keywords in (
            (each.keywords, code.keywords),
            (each.not_keywords, code.not_keywords if code.keywords else ()),
        ):
            for own, keyword in keywords:
                numbers.append(len(patterns))
                patterns.append(parsed(keyword, language=own or language))
        wanted.append(each)
    return patterns, wanted


def _hits(found: Matches, patterns: Sequence[Pattern], wanted: _Wanted) -> list[Hit]:
    """Return a code's hits, without those vetoed and those within a longer one."""
    own = found.where(np.isin(found.patterns, wanted.keywords))
    if wanted.not_keywords and len(own):
        own = own.where(~overlapping(own, found.where(np.isin(found.patterns, wanted.not_keywords))))
    hits: list[Hit] = []
    columns = zip(own.starts.tolist(), own.ends.tolist(), own.patterns.tolist(), strict=True)
    for start, end, number in sorted(columns, key=lambda column: (column[0], -column[1])):
        if not hits or end > hits[-1].end:
            hits.append(Hit(start, end, patterns[number].keyword))
    return hits


def _by_passage(
    hits: Sequence[Hit], passages: Sequence[Segment], edges: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> dict[int, list[Hit]]:
    """Return the hits that lie in a passage, by its number."""
    numbers = np.searchsorted(edges, [hit.start for hit in hits], side="right") - 1
    inside: dict[int, list[Hit]] = {}
    for number, hit in zip(numbers.tolist(), hits, strict=True):
        if number >= 0 and hit.end <= passages[number].end:
            inside.setdefault(number, []).append(hit)
    return inside


def _weighed(inside: dict[int, list[Hit]], passages: int) -> Iterator[tuple[int, list[Evidence]]]:
    spread = Counter(keyword for hits in inside.values() for keyword in {hit.keyword for hit in hits})
    for number, hits in inside.items():
        seen: Counter[str] = Counter()
        evidence: list[Evidence] = []
        for hit in hits:
            seen[hit.keyword] += 1
            weight = _weight(hit.keyword, spread[hit.keyword], passages) / seen[hit.keyword]
            evidence.append(
                Evidence(
                    kind="keyword", label=hit.keyword, start=hit.start, end=hit.end, weight=round(weight, 4)
                )
            )
        yield number, evidence


def _weight(keyword: str, passages_with: int, passages: int) -> float:
    rarity = 1 - log1p(passages_with - 1) / log1p(max(passages - 1, 1))
    single = _LEAST + (_MOST - _LEAST) * rarity
    words = sum(len(phrase) for phrase in parsed(keyword).phrases) or 1
    return 1 - (1 - single) ** words
