"""How long a notebook's reader waits: for a project and its first frame, for a long transcript in colour."""

from pathlib import Path

import pandas as pd
from pytest_benchmark.fixture import BenchmarkFixture

from qualcode import Project
from qualcode.jupyter import sources
from tests.benchmarks.conftest import Compare
from tests.study import make

LONG = 300_000
"""Characters of the transcript."""


def test_opening_a_project_and_its_first_frame(
    benchmark: BenchmarkFixture, compare: Compare, tmp_path: Path
) -> None:
    make(tmp_path / "study")

    def first() -> int:
        with Project.open(tmp_path / "study", coder="rani") as project:
            return len(project.sources())

    assert benchmark(first) == 3
    compare("opening and the first frame, in seconds", _median(benchmark), 1.0, 1)


def test_showing_a_long_transcript(benchmark: BenchmarkFixture, compare: Compare, tmp_path: Path) -> None:
    study = make(tmp_path / "study")
    answer = "belajar sendiri di rumah " * 40
    turns = "".join(f"P: Pertanyaan {at}?\nI: {answer}{at}.\n" for at in range(LONG // len(answer) + 1))
    table = pd.DataFrame({"source": "W8", "turn": range(2, 500, 2), "quote": answer, "code": "awareness"})
    table.to_csv(tmp_path / "codings.csv", index=False)
    with Project.open(study.folder, coder="rani") as project:
        project.add([study.file("W8.txt", turns)])
        project.import_codings(tmp_path / "codings.csv")

        def show() -> int:
            return len(sources.html(project.open_source("W8")))

        assert benchmark(show) > LONG
    compare("reading and showing 300,000 characters, in seconds", _median(benchmark), 1.0, 1)


def _median(benchmark: BenchmarkFixture) -> float:
    assert benchmark.stats is not None
    return float(benchmark.stats.stats.median)
