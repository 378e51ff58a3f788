"""Keywords from an index, against spaCy's lookup lemmatizer with a PhraseMatcher on the same texts.

``QUALCODE_BENCH_SEGMENTS`` sets the number of segments (100,000 unless told).
"""

import os
import random
from collections.abc import Callable
from itertools import cycle
from time import perf_counter
from typing import TypeVar

import pytest
import spacy
from pytest_benchmark.fixture import BenchmarkFixture
from pytest_benchmark.stats import Stats
from spacy.matcher import PhraseMatcher

from qualcode.keywords import Matches, Pattern, TextIndex, locate, parse
from qualcode.lang.lexicon import lexicon

SEGMENTS = int(os.environ.get("QUALCODE_BENCH_SEGMENTS", "100000"))
WORDS_EACH = 20
KEYWORDS = 500
SEED = 2024

_T = TypeVar("_T")


class Material:
    """Seeded texts of Indonesian words, few common and many rare, and keywords of one to three of them.

    Keywords are drawn evenly: those of a codebook are not the commonest words of its interviews.
    """

    def __init__(self) -> None:
        chance = random.Random(SEED)
        words = sorted(word for word in lexicon("id").bases if word.isalpha())
        words = chance.sample(words, 3_000) + sorted(lexicon("id").roots)[::10]
        weights = [1 / (rank + 3) for rank in range(len(words))]
        self.segments = [
            f"{' '.join(chance.choices(words, weights, k=WORDS_EACH))}." for _ in range(SEGMENTS)
        ]
        self.keywords = [" ".join(chance.choices(words, k=1 + n % 3)) for n in range(KEYWORDS)]
        self.text = "\n\n".join(self.segments)

    @property
    def patterns(self) -> list[Pattern]:
        return [parse(keyword) for keyword in self.keywords]


@pytest.fixture(scope="module")
def material() -> Material:
    return Material()


@pytest.fixture(scope="module")
def spacy_seconds(material: Material) -> float:
    """Seconds that spaCy takes: lemmas of all texts, then all keywords in them."""
    pipeline = spacy.blank("id")
    pipeline.add_pipe("lemmatizer", config={"mode": "lookup"})
    pipeline.initialize()
    matcher = PhraseMatcher(pipeline.vocab, attr="LEMMA")
    matcher.add("keywords", list(pipeline.pipe(material.keywords)))
    return _timed(lambda: [matcher(doc) for doc in pipeline.pipe(material.segments)])[0]


def test_query(benchmark: BenchmarkFixture, material: Material, spacy_seconds: float) -> None:
    index = TextIndex.build(material.text, "id")
    patterns = material.patterns
    locate(index, patterns)
    found: Matches = benchmark(locate, index, patterns)
    assert len(found)
    _report(benchmark, "query", spacy_seconds, at_least=100)


def test_index_and_first_query(benchmark: BenchmarkFixture, material: Material, spacy_seconds: float) -> None:
    def index_and_query() -> Matches:
        return locate(TextIndex.build(material.text, "id"), material.patterns)

    assert len(benchmark(index_and_query))
    _report(benchmark, "index and first query", spacy_seconds, at_least=5)


def test_one_keyword_edited(benchmark: BenchmarkFixture, material: Material) -> None:
    index = TextIndex.build(material.text, "id")
    locate(index, material.patterns)
    keywords = cycle(material.keywords)
    benchmark(lambda: locate(index, [parse(next(keywords))]))
    milliseconds = _stats(benchmark).mean * 1000
    print(f"\none keyword edited: {milliseconds:.2f} ms (promised: under 5 ms)")  # noqa: T201 (a report)
    assert milliseconds < 5


def _report(benchmark: BenchmarkFixture, what: str, seconds: float, *, at_least: int) -> None:
    ratio = seconds / _stats(benchmark).median
    benchmark.extra_info["ratio to spaCy"] = round(ratio, 1)
    print(f"\n{what}: {ratio:.0f}x as fast as spaCy ({seconds:.1f} s; promised: {at_least}x)")  # noqa: T201 (a report)
    assert ratio >= at_least


def _stats(benchmark: BenchmarkFixture) -> Stats:
    assert benchmark.stats is not None
    stats: Stats = benchmark.stats.stats
    return stats


def _timed(work: Callable[[], _T]) -> tuple[float, _T]:
    start = perf_counter()
    result = work()
    return perf_counter() - start, result
