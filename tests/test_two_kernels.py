"""Two notebooks at work on one project at once: each kernel writes, and nothing that either wrote is lost."""

import subprocess
import sys

from qualcode.model import CoderRole
from tests.study import Study

ROUNDS = 8
"""What each says, so many times."""

RESEARCHER = """
import sys
from qualcode import Project
with Project.open(sys.argv[1], coder="rani") as project:
    print("ready", flush=True)
    sys.stdin.readline()
    words = "Sekarang “jualan” lewat  HP. Modal dari bank."
    for place in range(int(sys.argv[2])):
        project.code("W2-lina", words[place:], "capital", memo=f"rani {place}")
"""

SUPERVISOR = """
import sys
from qualcode import Project
with Project.open(sys.argv[1], coder="bu_dewi") as project:
    print("ready", flush=True)
    sys.stdin.readline()
    for place in range(int(sys.argv[2])):
        project.review_coding(sys.argv[3], "comment", f"bu_dewi {place}")
"""


def kernel(code: str, *args: str) -> "subprocess.Popen[str]":
    """A process of its own, that has opened the project and waits to be told to go."""
    pipe = subprocess.PIPE
    process = subprocess.Popen([sys.executable, "-c", code, *args], stdin=pipe, stdout=pipe, text=True)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def test_codings_and_remarks_of_two_kernels_at_once_are_all_kept(study: Study) -> None:
    rani = study.opened_by("rani")
    first = rani.code("W1-zul", "belajar sendiri di rumah", "awareness").id
    study.opened_by("bu_dewi").set_coder("bu_dewi", role=CoderRole.SUPERVISOR)
    before = len(rani.history())
    folder, rounds = str(study.folder), str(ROUNDS)
    kernels = [kernel(RESEARCHER, folder, rounds), kernel(SUPERVISOR, folder, rounds, first)]
    for each in kernels:
        assert each.stdin
        each.stdin.write("go\n")
        each.stdin.flush()
    for each in kernels:
        each.communicate(timeout=300)
        assert each.returncode == 0

    codings = rani.codings().query("source == 'W2-lina'")
    assert sorted(codings["memo"]) == sorted(f"rani {place}" for place in range(ROUNDS))
    assert [each.review.text for each in rani.reviews()] == [f"bu_dewi {place}" for place in range(ROUNDS)]
    history = rani.history()
    assert list(history["seq"]) == list(range(1, before + 2 * ROUNDS + 1))
    assert rani.check() == []
