"""Learning: how quickly scores follow one decision, against learning every code anew."""

import random
from collections.abc import Callable
from time import perf_counter

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from qualcode.lang.lexicon import lexicon
from qualcode.suggest.arrays import UNKNOWN, Labels
from qualcode.suggest.blend import Scores
from qualcode.suggest.embedders import normalised
from qualcode.suggest.live import Live
from qualcode.suggest.material import Material
from qualcode.suggest.parts import vectors, words
from qualcode.suggest.thresholds import Rule
from tests.benchmarks.conftest import Compare, Say

PASSAGES, CODES, WORDS_EACH, WIDTH, SEED = 5_000, 10, 40, 384, 2024


@pytest.fixture(scope="module")
def study() -> tuple[Material, Labels]:
    """Seeded passages of Indonesian words, a third of them coded, with vectors as wide as a model's."""
    chance = random.Random(SEED)
    known = chance.sample(sorted(word for word in lexicon("id").bases if word.isalpha()), 3_000)
    weights = [1 / (rank + 3) for rank in range(len(known))]
    texts = [" ".join(chance.choices(known, weights, k=WORDS_EACH)) for _ in range(PASSAGES)]
    labels = np.full((PASSAGES, CODES), UNKNOWN, dtype=np.int8)
    labels[: PASSAGES // 3] = [[chance.random() < 0.1 for _ in range(CODES)] for _ in range(PASSAGES // 3)]
    rows = normalised(np.random.default_rng(SEED).normal(size=(PASSAGES, WIDTH)))
    material = Material(texts, [f"W{place // 100}" for place in range(PASSAGES)], vectors=rows)
    assert material.words.blocks
    return material, labels


def scores_of(material: Material, labels: Labels) -> Scores:
    """What is left of a method when both of its learning parts count alike."""
    said = {"words": words(material, labels), "vectors": vectors(material, labels)}
    strengths = {name: found for name, found in said.items() if found is not None}
    return Scores(np.full(labels.shape, 0.2), Rule(), dict.fromkeys(strengths, 1.0), strengths)


def test_one_decision(
    benchmark: BenchmarkFixture, study: tuple[Material, Labels], compare: Compare, say: Say
) -> None:
    """A code's scores follow a decision in at most a twentieth of the time of learning all codes anew."""
    material, labels = study
    start = perf_counter()
    scores = scores_of(material, labels)
    anew = perf_counter() - start
    live = Live(material, labels, scores)
    live.prepare(0)
    passages = iter(range(PASSAGES // 3, PASSAGES))
    pedantic: Callable[..., object] = benchmark.pedantic
    pedantic(lambda: live.decide(next(passages), 0, fits=True), rounds=50, warmup_rounds=2)
    assert benchmark.stats is not None
    median = benchmark.stats.stats.median
    say(f"one decision at {PASSAGES:,} passages: {median * 1000:.1f} ms (goal: well under 100 ms)")
    compare("one decision, to learning all codes anew", median, anew, 0.05)
