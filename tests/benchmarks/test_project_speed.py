"""How long a coder waits: for the codings frame of a large study, for the command line to answer at all.

``QUALCODE_BENCH_CODINGS`` sets the number of codings (100,000 unless told).
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

import pandas as pd
import pytest
import sqlalchemy
from pytest_benchmark.fixture import BenchmarkFixture

from qualcode import Project
from qualcode.actions.coding import put_coding
from qualcode.actions.lookup import code_named
from qualcode.actions.texts import text_of
from qualcode.model import Coding, Source, Span, Turn, fresh
from tests.benchmarks.conftest import Compare

CODINGS = int(os.environ.get("QUALCODE_BENCH_CODINGS", "100000"))
SOURCES = 20


def _seconds(work: Callable[[], object], *, rounds: int = 5) -> float:
    def once() -> float:
        began = time.perf_counter()
        work()
        return time.perf_counter() - began

    return median(once() for _ in range(rounds))


def _median(benchmark: BenchmarkFixture) -> float:
    assert benchmark.stats is not None
    return float(benchmark.stats.stats.median)


@pytest.fixture(scope="module")
def large_study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study of 20 interviews of 500 turns, with so many codings of a handful of words."""
    folder = tmp_path_factory.mktemp("large")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_CONFIG", str(folder / "identity.toml"))
        with Project.create(folder / "study", coder="rani") as project:
            _fill(project, folder)
    return folder / "study"


def _fill(project: Project, folder: Path) -> None:
    answer = "Saya belajar sendiri di rumah lalu mencoba menjual ke tetangga dulu"
    for number in range(SOURCES):
        lines = [f"P: Pertanyaan {turn}?\nI: {answer} {number}-{turn}." for turn in range(250)]
        (folder / f"W{number}.txt").write_text("\n".join(lines), encoding="utf-8")
    project.add([folder / f"W{number}.txt" for number in range(SOURCES)])
    for name in ("awareness", "capacity", "empowerment"):
        project.add_code(name)
    with project.store.action(project.coder, "import_codings") as act:
        codes = [code_named(act.codebook(), name) for name in ("awareness", "capacity", "empowerment")]
        for source in act.all(Source):
            text = text_of(act, source)
            sample = put_coding(act, project.coder, text, Span(30, 40), codes[0])
            act.put_all(_codings(sample, text.revision.turns[1::2], [code.id for code in codes]))


def _codings(sample: Coding, turns: tuple[Turn, ...], codes: list[str]) -> list[Coding]:
    made = []
    for place in range(CODINGS // SOURCES):
        turn = turns[place % len(turns)]
        start = turn.start + place // len(turns)
        made.append(
            replace(
                sample, id=fresh(), seq=0, code_id=codes[place % 3], start=start, end=start + 20,
                turn=turn.number,
            )
        )  # fmt: skip
    return made


def test_opening_a_large_study_and_making_its_codings_frame_against_read_sql(
    benchmark: BenchmarkFixture, compare: Compare, large_study: Path
) -> None:
    def ours() -> int:
        with Project.open(large_study, coder="rani") as project:
            return len(project.codings())

    def bare() -> int:
        engine = sqlalchemy.create_engine(f"sqlite:///{large_study / 'qualcode.db'}")
        with engine.connect() as connection:
            return len(pd.read_sql(sqlalchemy.text("SELECT * FROM coding"), connection))

    assert benchmark(ours) == bare()
    compare(
        "opening and making the frame, to read_sql of the same rows", _median(benchmark), _seconds(bare), 2
    )


def test_asking_for_help_against_a_bare_interpreter(benchmark: BenchmarkFixture, compare: Compare) -> None:
    def run(*arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)

    benchmark(run, "-m", "qualcode", "--help")
    bare = _seconds(lambda: run("-c", "pass"), rounds=10)
    compare("qualcode --help, to python -c pass", _median(benchmark), bare, 15)
