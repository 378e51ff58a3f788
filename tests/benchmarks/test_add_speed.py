"""How long a folder of Word files takes on one core and on two, and what the main process needs for it.

``QUALCODE_BENCH_FILES`` sets the number of files of 30 pages (500 unless told).
"""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document
from pytest_benchmark.fixture import BenchmarkFixture

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
