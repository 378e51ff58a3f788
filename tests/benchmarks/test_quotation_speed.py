"""Choosing quotations out of thousands, against scikit-learn's vectorizer on the pieces of whole texts."""

import random
from time import perf_counter

import pandas as pd
import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from sklearn.feature_extraction.text import TfidfVectorizer

from qualcode.lang.lexicon import lexicon
from qualcode.tables import strongest
from qualcode.tables.closeness import PIECE
from tests.benchmarks.conftest import Compare
from tests.tables.sample import KEYS, Row, codings

CODINGS, CASES, SEED = 5_000, 30, 2024


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    """Seeded codings of thirty interviews, five to sixty words each."""
    chance = random.Random(SEED)
    words = chance.sample(sorted(word for word in lexicon("id").bases if word.isalpha()), 3_000)
    weights = [1 / (rank + 3) for rank in range(len(words))]

    def row(number: int) -> Row:
        case, start = number % CASES, chance.randrange(60_000)
        said = " ".join(chance.choices(words, weights, k=chance.randint(5, 60)))
        return (chance.choice(KEYS), f"W{case}", f"Case {case}", start // 300, start, said, "ana", {})

    return codings([row(number) for number in range(CODINGS)])


def test_quotations_are_chosen(benchmark: BenchmarkFixture, frame: pd.DataFrame, compare: Compare) -> None:
    assert len(benchmark(strongest, frame, 5)) == 5
    start = perf_counter()
    TfidfVectorizer(analyzer="char_wb", ngram_range=PIECE, sublinear_tf=True).fit_transform(
        frame["quotation"]
    )
    theirs = perf_counter() - start
    assert benchmark.stats is not None
    compare(f"choosing of {CODINGS:,}", benchmark.stats.stats.median, theirs, 1.0)
