"""Keywords from an index, against spaCy's lookup lemmatizer with a PhraseMatcher on the same texts.

``QUALCODE_BENCH_SEGMENTS`` sets the number of segments (100,000 unless told; the goals hold for those).
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
from tests.benchmarks.conftest import Say

FULL = 100_000
SEGMENTS = int(os.environ.get("QUALCODE_BENCH_SEGMENTS", FULL))
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


def test_query(benchmark: BenchmarkFixture, material: Material, spacy_seconds: float, say: Say) -> None:
    index = TextIndex.build(material.text, "id")
    patterns = material.patterns
    locate(index, patterns)
    found: Matches = benchmark(locate, index, patterns)
    assert len(found)
    _compare(benchmark, "query", spacy_seconds, say, goal=100)


def test_index_and_first_query(
    benchmark: BenchmarkFixture, material: Material, spacy_seconds: float, say: Say
) -> None:
    def index_and_query() -> Matches:
        return locate(TextIndex.build(material.text, "id"), material.patterns)

    assert len(benchmark(index_and_query))
    _compare(benchmark, "index and first query", spacy_seconds, say, goal=5)


def test_one_keyword_edited(benchmark: BenchmarkFixture, material: Material, say: Say) -> None:
    index = TextIndex.build(material.text, "id")
    locate(index, material.patterns)
    keywords = cycle(material.keywords)
    benchmark(lambda: locate(index, [parse(next(keywords))]))
    say(f"one keyword edited: {_stats(benchmark).mean * 1000:.2f} ms (goal: under 5 ms)")
    assert _stats(benchmark).mean < 0.005


def _compare(benchmark: BenchmarkFixture, what: str, spacy_seconds: float, say: Say, *, goal: int) -> None:
    ours = _stats(benchmark).median
    ratio = spacy_seconds / ours
    benchmark.extra_info["ratio"] = ratio
    say(f"{what}: spaCy {spacy_seconds:.1f} s / {ours:.3f} s = {ratio:.1f}x (goal: {goal}x)")
    assert ratio >= goal or SEGMENTS < FULL


def _stats(benchmark: BenchmarkFixture) -> Stats:
    assert benchmark.stats is not None
    stats: Stats = benchmark.stats.stats
    return stats


def _timed(work: Callable[[], _T]) -> tuple[float, _T]:
    start = perf_counter()
    result = work()
    return perf_counter() - start, result
