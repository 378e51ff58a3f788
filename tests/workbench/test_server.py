import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from qualcode.errors import UsageError
from qualcode.model import Coding
from qualcode.workbench.server import Service
from tests.study import Study
from tests.workbench.conftest import Services


@contextmanager
def serve(folder: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the command as a user does; yield it with the address that it prints."""
    command = [sys.executable, "-m", "qualcode", "serve", "--no-browser", "--project", str(folder), *options]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    running = subprocess.Popen(
        [*command, "--coder", "rani"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=environment,
    )  # fmt: skip
    try:
        assert running.stdout is not None
        yield running, re.findall(r"http\S+", running.stdout.readline())[0]
    finally:
        if running.poll() is None:
            running.kill()
        running.communicate(timeout=20)


def test_a_port_that_is_taken_is_told_with_a_remedy(services: Services) -> None:
    taken = services.start().port
    with pytest.raises(UsageError, match=f"port {taken} cannot be had") as caught:
        Service(services.study.opened_by("rani"), port=taken)
    assert "--port" in caught.value.remedy


def test_after_a_kill_nothing_is_lost_an_open_page_finds_its_service_and_ctrl_c_ends_it(study: Study) -> None:
    with httpx.Client() as browser:
        with serve(study.folder) as (running, address):
            origin = address.partition("/open")[0]
            browser.get(address)
            body = {"source": "W1-zul", "start": 47, "end": 62, "codes": ["awareness"]}
            assert browser.post(f"{origin}/api/codings", json=body).status_code == 201
            running.kill()
            running.wait()
        with serve(study.folder) as (running, address):
            assert address.partition("/open")[0] == origin
            reader = browser.get(f"{origin}/api/sources/W1-zul/reader").json()
            assert [each["code"] for each in reader["codings"]] == ["awareness"]
            with browser.stream("GET", f"{origin}/api/events"):  # a page is open meanwhile
                running.send_signal(signal.SIGINT)
                said, complaints = running.communicate(timeout=20)
            assert (running.returncode, complaints) == (0, "")
            assert said.endswith("Stopped. Everything is saved.\n")
    project = study.opened_by("rani")
    assert project.check() == []
    with project.view() as view:
        assert [each.quote for each in view.all(Coding)] == ["belajar sendiri"]


def test_the_cookie_of_one_coder_does_not_open_anothers_service(services: Services) -> None:
    rani = services.browser("rani")
    name, session = next(iter(rani.http.cookies.items()))
    other = services.start("bayu")
    with httpx.Client(cookies={f"qualcode_{other.port}": session}) as browser:
        assert browser.get(f"http://127.0.0.1:{other.port}/api/project").status_code == 401
    assert name == f"qualcode_{rani.service.port}"


def test_what_lets_a_page_in_again_is_for_nobody_else_to_read(services: Services) -> None:
    services.start()
    kept = services.study.folder / ".qualcode" / "cache" / "workbench.json"
    assert kept.stat().st_mode & 0o077 == 0


def test_a_project_that_was_moved_away_is_told_as_a_sentence(services: Services) -> None:
    rani = services.browser("rani")
    database = rani.project.settings.database
    database.rename(database.with_name("away.db"))
    for error in (rani.get("/project", status=503), rani.post("/undo", status=503)):
        assert error["what"] == "the database is no longer where it was"
        assert "bring its folder back" in error["remedy"]
    database.with_name("away.db").rename(database)
    assert rani.get("/project")["coder"] == "rani"


def test_a_failure_that_should_not_be_is_one_sentence(
    services: Services, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    rani = services.browser("rani")
    monkeypatch.setattr(type(rani.project), "progress", lambda self: 1 / 0)
    error = rani.get("/sources", status=500)
    assert error["what"] == "qualcode failed in a way it should not; nothing was changed"
    assert "ZeroDivisionError" in caplog.text
    assert "Traceback" not in caplog.text
