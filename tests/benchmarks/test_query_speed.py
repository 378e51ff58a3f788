"""How long queries over 100,000 codings take, against the same written by hand in pandas."""

import random
import time
from collections.abc import Callable
from statistics import median

import numpy as np
import pandas as pd
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from qualcode.lang.lexicon import lexicon
from qualcode.query import chosen
from tests.benchmarks.conftest import Compare
from tests.query.study import vocabulary
from tests.tables.sample import KEYS, Row, codings

CODINGS, SOURCES, SEED = 100_000, 40, 2024
BELOW = {"awareness", "socialization", "motivation"}


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    """Codings of a few words each, of random codes at random places of forty sources."""
    chance = random.Random(SEED)
    bases = sorted(word for word in lexicon("id").bases if word.isalpha() and "latih" not in word)
    words = [*chance.sample(bases, 3_000), "pelatihan", "dilatih", "latihannya"]

    def row(number: int) -> Row:
        source = ("O" if number % 4 == 0 else "W") + str(number % SOURCES)
        start = chance.randrange(300_000)
        said = " ".join(chance.choices(words, k=10))
        more = {"date": f"2024-{chance.randrange(1, 13):02}-03T10:00:00Z"}
        return (chance.choice(KEYS), source, source, start // 300, start, said, "ana", more)

    return codings([row(number) for number in range(CODINGS)])


def by_conditions(frame: pd.DataFrame) -> int:
    kept = frame["code"].isin(BELOW) & (frame["kind"] == "interview") & (frame["date"] >= "2024-06-01")
    return len(frame[kept])


def by_overlaps(frame: pd.DataFrame) -> int:
    """Count the codings of one code that share words with one of another, source by source."""
    count = 0
    for _, rows in frame.groupby("source_id", sort=False):
        left, right = rows[rows["code"].isin(BELOW)], rows[rows["code"] == "marketing"].sort_values("start")
        furthest = right["end"].cummax().to_numpy("int64")
        last = np.searchsorted(right["start"].to_numpy("int64"), left["end"].to_numpy("int64")) - 1
        count += int(((last >= 0) & (furthest[last] > left["start"].to_numpy("int64"))).sum())
    return count


def by_words(frame: pd.DataFrame) -> int:
    words = r"\b(?:di|me|pe|ber|ter)?latih(?:an|kan|i)?(?:nya|ku|mu)?\b"
    return int(frame["quotation"].str.contains(words, case=False).sum())


def seconds(work: Callable[[], object]) -> float:
    def once() -> float:
        began = time.perf_counter()
        work()
        return time.perf_counter() - began

    return median(once() for _ in range(5))


@pytest.mark.parametrize(
    ("query", "by_hand"),
    [
        ("awareness WHERE kind = interview AND date >= 2024-06-01", by_conditions),
        ("awareness AND marketing", by_overlaps),
        ("text ~ latih", by_words),
    ],
)
def test_a_query_against_pandas_by_hand(
    benchmark: BenchmarkFixture,
    compare: Compare,
    frame: pd.DataFrame,
    query: str,
    by_hand: Callable[[pd.DataFrame], int],
) -> None:
    found = benchmark(lambda: len(frame[chosen(query, frame, vocabulary())]))
    assert found == by_hand(frame)
    assert benchmark.stats is not None
    compare(query, float(benchmark.stats.stats.median), seconds(lambda: by_hand(frame)), 5)
