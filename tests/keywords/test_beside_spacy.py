"""Exact keywords find what spaCy's PhraseMatcher finds, but for faults that can be named."""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from qualcode.keywords import TextIndex, find
from qualcode.lang.analyser import WORDS

TEXTS = Path(__file__).parents[3] / "shared" / "data" / "indonesian"
KEYWORDS = 400

pytestmark = pytest.mark.skipif(not TEXTS.is_dir(), reason="no real transcripts beside the checkout")


class Difference(NamedTuple):
    """A hit that only one of the two has, and why; no reason is a fault of ours."""

    keyword: str
    quote: str
    ours: bool
    reason: str


def _keywords(text: str, chance: random.Random) -> list[str]:
    """Draw stretches of one to three words, as they follow one another in the text."""
    words = [match[0].lower() for match in WORDS.finditer(text)]
    starts = chance.choices(range(len(words) - 3), k=KEYWORDS)
    return sorted({" ".join(words[start : start + 1 + start % 3]) for start in starts})


def _spacy_hits(pipeline: Language, doc: Doc, keywords: list[str]) -> set[tuple[str, int, int]]:
    matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
    for keyword in keywords:
        matcher.add(keyword, [pipeline.make_doc(keyword)])
    spans = matcher(doc, as_spans=True)
    return {(span.label_, span.start_char, span.end_char) for span in spans}


def _why_only_ours(doc: Doc, start: int, end: int) -> str:
    if doc.char_span(start, end) is None:
        return "spaCy cuts words elsewhere"
    if any(token.is_space for token in doc.char_span(start, end) or ()):
        return "spaCy stops at a line break or a second space"
    return "spaCy cuts a compound" if _has_mark(doc.text[start:end]) else ""


def _why_only_theirs(index: TextIndex, start: int, end: int) -> str:
    if start not in index.starts or end not in index.ends:
        return "spaCy finds a part of a word"
    return "spaCy runs over a mark" if _has_mark(index.text[start:end]) else ""


def _has_mark(quote: str) -> bool:
    return any(not char.isalnum() and not char.isspace() for char in quote)


def _differences(code: str) -> Iterator[Difference]:
    chance = random.Random(7)
    pipeline = spacy.blank(code)
    for path in sorted(TEXTS.glob(f"*.{code}.md")):
        text = path.read_text(encoding="utf-8")
        doc, index = pipeline.make_doc(text), TextIndex.build(text, code)
        keywords = _keywords(text, chance)
        own = {
            (hit.keyword[1:], hit.start, hit.end) for hit in find(index, [f"={each}" for each in keywords])
        }
        theirs = _spacy_hits(pipeline, doc, keywords)
        for keyword, start, end in sorted(own - theirs):
            yield Difference(keyword, text[start:end], True, _why_only_ours(doc, start, end))
        for keyword, start, end in sorted(theirs - own):
            yield Difference(keyword, text[start:end], False, _why_only_theirs(index, start, end))


@pytest.mark.parametrize("code", ["id", "en"])
def test_every_difference_has_a_name(code: str) -> None:
    differences = list(_differences(code))
    print(Counter(each.reason for each in differences))  # noqa: T201 (the list that is wanted)
    assert [each for each in differences if not each.reason] == []
