"""What is measured is a ratio; it is printed where it is measured."""

from collections.abc import Callable, Iterator

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from qualcode import Project
from tests.benchmarks.long_study import long_study

Say = Callable[[str], None]
Compare = Callable[[str, float, float, float], None]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Print past the capturing of output: ratios are what is measured here."""

    def aloud(line: str) -> None:
        with capsys.disabled():
            print(f"\n{line}")  # noqa: T201 (see above)

    return aloud


@pytest.fixture
def compare(benchmark: BenchmarkFixture, say: Say) -> Compare:
    """Say how many times as long something takes as what it is compared with, and how many it may."""

    def compared(what: str, ours: float, theirs: float, goal: float) -> None:
        ratio = round(ours / theirs, 2)
        benchmark.extra_info[f"{what} (goal: {goal})"] = ratio
        say(f"{what}: {ours:.4g} s / {theirs:.4g} s = {ratio}x (goal: at most {goal}x)")

    return compared


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A study of one long interview, coded densely."""
    folder = tmp_path_factory.mktemp("long")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_CONFIG", str(folder / "identity.toml"))
        with long_study(folder) as project:
            yield project
