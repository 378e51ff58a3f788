"""How long the workbench waits for a source of 300,000 characters with 5,000 codings."""

import time
from collections.abc import Callable
from statistics import median
from threading import Thread

import httpx
from pytest_benchmark.fixture import BenchmarkFixture

from qualcode import Project
from qualcode.actions.lookup import source_named
from qualcode.actions.texts import text_of
from qualcode.model import Coding
from qualcode.workbench.server import Service
from tests.benchmarks.conftest import Compare, Say
from tests.benchmarks.long_study import CODINGS


def _seconds(work: Callable[[], object], *, rounds: int = 9) -> float:
    def once() -> float:
        began = time.perf_counter()
        work()
        return time.perf_counter() - began

    return median(once() for _ in range(rounds))


def _query(project: Project) -> None:
    with project.view() as view:
        source = source_named(view, "W1")
        text_of(view, source)
        view.all(Coding, source_id=source.id)


def test_answering_with_a_long_source_against_the_bare_query(
    benchmark: BenchmarkFixture, compare: Compare, say: Say, large: Project
) -> None:
    service = Service(large)
    thread = Thread(target=service.run, daemon=True)
    thread.start()
    with httpx.Client(base_url=service.address.partition("/open")[0], timeout=60) as browser:
        browser.get(service.address)
        reader = browser.get("/api/sources/W1/reader").json()
        assert len(reader["codings"]) == CODINGS
        benchmark.pedantic(lambda: browser.get("/api/sources/W1/reader"), rounds=9)  # type: ignore[no-untyped-call]  # so it is in pytest-benchmark
        assert benchmark.stats is not None
        answered = float(benchmark.stats.stats.median)
        compare("the reader's answer : the bare query", answered, _seconds(lambda: _query(large)), 2)
        places = iter(range(0, 90_000, 7))

        def mark() -> None:
            start = next(places)
            body = {"source": "W1", "start": start, "end": start + 6, "codes": ["code_1"]}
            assert browser.post("/api/codings", json=body).status_code == 201

        say(f"marked to coded: {_seconds(mark) * 1000:.0f} ms (goal: under 100)")
    service.stop()
    thread.join(timeout=10)
