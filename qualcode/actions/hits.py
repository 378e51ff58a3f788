"""How often keywords would find something, while they are being written."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from qualcode.actions.texts import SourceText, text_of
from qualcode.errors import KeywordSyntaxError
from qualcode.keywords import Matches, Pattern, TextIndex, cached_index, locate, overlapping, parse
from qualcode.model import Coder, Role, Source
from qualcode.store import Store

_NOTHING = re.compile("(?!)")


@dataclass(slots=True)
class KeywordHits:
    """Where one keyword stands.

    Attributes
    ----------
    keyword
        As written.
    by_source, forms
        How often, per source and per form found.
    fault
        Why it is no keyword, if it is none; then nothing is counted.
    """

    keyword: str
    by_source: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    fault: KeywordSyntaxError | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """What the keywords of a code find together.

    Attributes
    ----------
    keywords, not_keywords
        Each by itself.
    left, vetoed
        Places of keywords, per source: those that stay, and those that a not-keyword overlaps.
    """

    keywords: tuple[KeywordHits, ...]
    not_keywords: tuple[KeywordHits, ...]
    left: Counter[str] = field(default_factory=Counter)
    vetoed: Counter[str] = field(default_factory=Counter)


def keyword_hits(
    store: Store,
    actor: Coder,
    keywords: Sequence[str],
    not_keywords: Sequence[str] = (),
    *,
    language: str = "",
    cache_dir: Path | None = None,
) -> Hits:
    """Count where keywords stand in what is coded: not in the interviewers' turns, not in translations.

    Parameters
    ----------
    store, actor
        Where, and who looks.
    keywords, not_keywords
        In the keyword language.
    language
        Whose word families they are; that of each source where none is named. They are looked for in every
        source, as suggestions do, since speakers mix languages.
    cache_dir
        Where the indexes are kept.
    """
    found = Hits(tuple(map(KeywordHits, keywords)), tuple(map(KeywordHits, not_keywords)))
    wanted, unwanted = (_parsed(some, language) for some in (found.keywords, found.not_keywords))
    with store.view(actor) as view:
        for source in view.all(Source):
            if source.translates:
                continue
            text = text_of(view, source)
            index = cached_index(text.text, source.language, cache_dir)
            hits, against = (_answered(text, locate(index, some)) for some in (wanted, unwanted))
            _count(found.keywords, hits, index, source.name)
            _count(found.not_keywords, against, index, source.name)
            vetoed = overlapping(hits, against)
            found.vetoed[source.name] += _places(hits.where(vetoed))
            found.left[source.name] += _places(hits.where(~vetoed))
    return found


def _parsed(counted: Sequence[KeywordHits], language: str) -> list[Pattern]:
    """Return the patterns, in the order of the keywords; one that matches nothing for what is no keyword."""
    patterns = []
    for each in counted:
        try:
            patterns.append(parse(each.keyword, language=language))
        except KeywordSyntaxError as error:
            each.fault = error
            patterns.append(Pattern(each.keyword, regex=_NOTHING))
    return patterns


def _answered(text: SourceText, matches: Matches) -> Matches:
    """Leave out what stands in the interviewers' turns."""
    asked = [turn.span for turn in text.revision.turns if text.role(turn) is Role.INTERVIEWER]
    starts = np.array([span.start for span in asked], dtype=np.int64)
    ends = np.array([span.end for span in asked], dtype=np.int64)
    return matches.where(~overlapping(matches, Matches(np.zeros_like(starts), starts, ends)))


def _count(counted: Sequence[KeywordHits], matches: Matches, index: TextIndex, source: str) -> None:
    columns = (matches.patterns.tolist(), matches.starts.tolist(), matches.ends.tolist())
    for number, start, end in zip(*columns, strict=True):
        counted[number].by_source[source] += 1
        counted[number].forms[index.text[start:end].casefold()] += 1


def _places(matches: Matches) -> int:
    return len({*zip(matches.starts.tolist(), matches.ends.tolist(), strict=True)})
