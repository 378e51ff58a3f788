"""How long the workbench waits for a source of 300,000 characters with 5,000 codings."""

import time
from collections.abc import Callable, Iterator
from statistics import median
from threading import Thread

import httpx
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from qualcode import Project
from qualcode.actions.codes import put_new_code
from qualcode.actions.coding import put_coding
from qualcode.actions.lookup import source_named
from qualcode.actions.texts import text_of
from qualcode.model import Coding, Span
from qualcode.workbench.server import Service
from tests.benchmarks.conftest import Compare, Say

CHARACTERS, CODINGS, CODES = 300_000, 5_000, 10


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A study of one long interview, coded densely."""
    folder = tmp_path_factory.mktemp("long")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_CONFIG", str(folder / "identity.toml"))
        with Project.create(folder / "study", coder="rani") as project:
            answer = "I: 🙂 Saya belajar sendiri di rumah lalu mencoba menjual ke tetangga dulu. "
            turn = f"P: Lalu bagaimana?\n{answer * 8}\n"
            (folder / "W1.txt").write_text(turn * (CHARACTERS // len(turn)), encoding="utf-8")
            project.add([folder / "W1.txt"])
            _code(project)
            yield project


def _code(project: Project) -> None:
    with project.store.action(project.coder, "import_codings") as act:
        codes = [put_new_code(act, f"code {number}") for number in range(CODES)]
        text = text_of(act, source_named(act, "W1"))
        step = (len(text.text) - 200) // CODINGS
        for number in range(CODINGS):
            span = Span(number * step, number * step + 40 + number % 90)
            put_coding(act, project.coder, text, span, codes[number % CODES], shown=False)


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
