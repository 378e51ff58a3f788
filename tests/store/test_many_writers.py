import contextlib
import os
import signal
import sys
import threading
import time
from pathlib import Path
from random import Random

import pytest

from qualcode.errors import StoreProblem
from qualcode.model import Memo
from qualcode.store import Store
from tests.store.study import RANI, ZUL, Study, coding, note, run, study

TOGETHER = 20
"""Memos that one action of the writer to be killed makes."""


def test_a_writer_that_waits_too_long_gets_one_clear_error(tmp_path: Path) -> None:
    with study(tmp_path, patience=0.1) as made, made.store.action(RANI, "code") as act:
        act.put(coding(RANI, ZUL.spans["learn"]))
        with pytest.raises(StoreProblem, match="another program is writing"), made.store.action(RANI, "x"):
            pass


def test_a_writer_that_has_to_wait_says_so_once(tmp_path: Path) -> None:
    heard: list[str] = []
    with study(tmp_path, patience=0.2) as made:
        made.store.on_wait = lambda: heard.append("waiting")
        with made.store.action(RANI, "memo") as act:
            act.put(note("nobody is in the way"))
            assert heard == []
            with pytest.raises(StoreProblem), made.store.action(RANI, "x"):
                pass
    assert heard == ["waiting"]


def test_two_writers_wait_their_turn_and_lose_nothing(made: Study) -> None:
    thread = threading.Thread(target=write, args=(made.store.path, "x"))
    thread.start()
    script = "import sys; from tests.store.test_many_writers import *; write(Path(sys.argv[1]), 'y')"
    run(script, str(made.store.path))
    thread.join()
    with made.store.view(RANI) as view:
        assert (view.count(Memo, text="x"), view.count(Memo, text="y")) == (50, 50)
        assert [each.seq for each in view.events()] == list(range(1, view.seq + 1))


def write(path: Path, text: str) -> None:
    """Write fifty memos, one after the other."""
    with Store.open(path) as store:
        for _ in range(50):
            with store.action(RANI, "memo") as act:
                act.put(note(text))


@pytest.mark.skipif(sys.platform == "win32", reason="kills by a signal")
def test_killing_a_writer_at_any_instant_leaves_the_last_whole_event(tmp_path: Path) -> None:
    with study(tmp_path) as made:
        path = made.store.path
    script = "import sys; from tests.store.test_many_writers import *; kill_writers(Path(sys.argv[1]), 30)"
    assert int(run(script, str(path))) > 30


def kill_writers(path: Path, times: int) -> None:
    """Kill a writer again and again, look each time, and print how many of its actions came through.

    Runs in a process of its own with one thread, so that it may fork.
    """
    chance = Random(7)
    through = 0
    for _ in range(times):
        reading, writing = os.pipe()
        writer = os.fork()
        if writer == 0:
            report_writing(path, writing)
        os.close(writing)
        os.read(reading, 1)
        time.sleep(chance.uniform(0, 0.02))
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
        reported = 1
        while more := len(os.read(reading, 65536)):
            reported += more
        os.close(reading)
        with Store.open(path) as store, store.view(RANI) as view:
            assert store.check() == []
            count = view.count(Memo)
        assert count % TOGETHER == 0
        # One more than was reported may have come through: it was killed before it could say so.
        assert count // TOGETHER - through in (reported, reported + 1)
        through = count // TOGETHER
    print(through)  # noqa: T201  # to the test that runs this process


def report_writing(path: Path, to: int) -> None:
    """Write for ever, reporting each action once it is done."""
    with contextlib.suppress(KeyboardInterrupt), Store.open(path) as store:
        while True:
            with store.action(RANI, "memo") as act:
                act.put_all([note("x") for _ in range(TOGETHER)])
            os.write(to, b".")
