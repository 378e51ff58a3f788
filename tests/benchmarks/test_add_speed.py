"""How long Word files take: a folder of them on one core and on two, with its memory, and a long one.

``QUALCODE_BENCH_FILES`` sets the number of files of 30 pages (500 unless told).
"""

import io
import os
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from lxml import etree
from pytest_benchmark.fixture import BenchmarkFixture

from qualcode import Project
from tests.benchmarks.conftest import Compare, Say

FILES = int(os.environ.get("QUALCODE_BENCH_FILES", "500"))
TURNS = 300
"""Turns of 50 words on 30 pages."""

_ADD = """
import resource, sys, time
from pathlib import Path
from qualcode import Project

folder, study, workers = sys.argv[1:]
if __name__ == "__main__":
    with Project.create(study, coder="rani") as project:
        began = time.perf_counter()
        report = project.add([folder], workers=int(workers))
        taken = time.perf_counter() - began
    assert not report.refused
    print(len(report.files), taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of interviews in Word, all different."""
    folder = tmp_path_factory.mktemp("batch")
    document, packed = Document(), io.BytesIO()
    said = "Saya belajar sendiri di rumah lalu ikut pelatihan dari dinas dan mencoba menjual ke tetangga. "
    for turn in range(TURNS // 2):
        document.add_paragraph(f"P: Pertanyaan nomor {turn} FILENUMBER?")
        document.add_paragraph(f"I: {said * 6}Itu yang {turn}, FILENUMBER.")
    document.save(packed)
    with zipfile.ZipFile(packed) as model:
        parts = {name: model.read(name) for name in model.namelist()}
    for number in range(FILES):
        with zipfile.ZipFile(folder / f"W{number}.docx", "w", zipfile.ZIP_DEFLATED) as file:
            for name, part in parts.items():
                file.writestr(name, part.replace(b"FILENUMBER", b"%d" % number))
    return folder


def added(batch: Path, study: Path, *, workers: int) -> tuple[float, int]:
    """Add a batch in a process of its own; return its seconds and the MB that its main process took."""
    script = study.with_suffix(".py")
    script.write_text(_ADD, encoding="utf-8")
    command = [sys.executable, str(script), str(batch), str(study), str(workers)]
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    ran = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    files, seconds, megabytes = ran.stdout.split()
    assert int(files) == FILES
    return float(seconds), int(megabytes)


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core has nothing to share")
def test_two_cores_beside_one(
    benchmark: BenchmarkFixture, compare: Compare, say: Say, batch: Path, tmp_path: Path
) -> None:
    """Two cores take at most 0.59 of the time of one, that is 1.7 times as fast; memory does not grow."""
    one, _ = added(batch, tmp_path / "one", workers=1)
    two, megabytes = benchmark.pedantic(added, (batch, tmp_path / "two"), {"workers": 2}, rounds=1)  # type: ignore[no-untyped-call]  # pytest-benchmark has no types
    compare(f"{FILES} files of 30 pages, two cores beside one", two, one, 0.59)
    say(f"the main process took {megabytes} MB (goal: under 300)")
    assert megabytes < 300


PAGES, WORDS = 1_000, 500
"""Length of a long file, and words on a page."""
SYLLABLES = [f"{one}{two}" for one in "bdgjklmnprst" for two in ("a", "i", "u", "e", "an", "ang")]
VOCABULARY = 4_000
"""Different words, the commoner the shorter, so that the file packs about as tightly as speech."""


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An interview in Word of 1,000 pages, no two sentences the same."""
    chance = random.Random(1)
    document, count = Document(), 0
    words = ["".join(chance.choices(SYLLABLES, k=1 + (n > 50) + (n > 500))) for n in range(VOCABULARY)]
    often = [1 / (n + 10) for n in range(VOCABULARY)]

    def sentence(end: str) -> str:
        return " ".join(chance.choices(words, often, k=chance.randint(6, 18))).capitalize() + end

    while count < PAGES * WORDS:
        for turn in ("P: " + sentence("?"), "I: " + " ".join(sentence(".") for _ in range(6))):
            document.add_paragraph(turn)
            count += len(turn.split())
    path = tmp_path_factory.mktemp("long") / "W1.docx"
    document.save(str(path))
    return path


def fastest(function: Callable[[], object]) -> float:
    """Return the seconds of processor time of the fastest of three."""
    taken = []
    for _ in range(3):
        began = time.process_time()
        function()
        taken.append(time.process_time() - began)
    return min(taken)


def unzipped(path: Path) -> list[bytes]:
    with zipfile.ZipFile(path) as package:
        return [package.read(name) for name in package.namelist()]


def walked(path: Path) -> list[str]:
    """Read the paragraphs' text with lxml alone."""
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return ["".join(str(text) for text in paragraph.itertext()) for paragraph in root.iter("{*}p")]


def test_a_long_file_beside_unzipping_it(
    benchmark: BenchmarkFixture, compare: Compare, long_file: Path, tmp_path: Path
) -> None:
    """A file of 1,000 pages is read, segmented, indexed and stored; a bare walk through it stands beside."""
    studies = iter(range(10))

    def add() -> None:
        with Project.create(tmp_path / f"study{next(studies)}", coder="rani") as project:
            assert not project.add([long_file]).refused

    add()  # what is imported once does not count
    taken = benchmark.pedantic(fastest, (add,), rounds=1)  # type: ignore[no-untyped-call]  # pytest-benchmark has no types
    bare = fastest(lambda: unzipped(long_file))
    compare("1,000 pages taken in, beside unzipping them", taken, bare, 20)
    compare(
        "1,000 pages walked through with lxml, beside unzipping them",
        fastest(lambda: walked(long_file)),
        bare,
        20,
    )
