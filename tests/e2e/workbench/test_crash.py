"""The service killed and started again, the project moved away or locked: the page says so, and goes on."""

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.e2e.workbench.conftest import Opens, Serve
from tests.e2e.workbench.reading import give, mark, said, stored
from tests.study import Study

PATIENT = 60_000
"""Milliseconds: a service takes a while to start on a busy machine."""


@contextmanager
def served(folder: Path, coder: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the command as a user does; yield it with the address that it prints."""
    command = [sys.executable, "-m", "qualcode", "serve", "--no-browser", "--project", str(folder)]
    running = subprocess.Popen(
        [*command, "--coder", coder], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    try:
        assert running.stdout is not None
        yield running, re.findall(r"http\S+", running.stdout.readline())[0]
    finally:
        running.kill()
        running.communicate(timeout=60)


def away(page: Page) -> None:
    """The page says that nobody answers."""
    expect(page.get_by_text("The workbench does not answer.")).to_be_visible(timeout=PATIENT)


def test_a_page_outlives_the_kill_of_its_service_with_what_was_typed_in_it(
    chromium: Browser, example_for: Opens
) -> None:
    rani = example_for("rani")
    folder = rani.settings.root
    context = chromium.new_context(locale="en-GB")
    with context:
        page = context.new_page()
        with served(folder, "rani") as (running, address):
            page.goto(address)
            page.goto(address.partition("/open")[0] + "/#/review")
            expect(page.locator(".queue > li.open")).to_be_visible()
            page.keyboard.press("q")
            field = page.get_by_label("Your question")
            field.fill("Sudah sadar, atau baru")
            running.kill()
            away(page)
            field.press_sequentially(" tahu?")
            field.press("Enter")
            said(page, "The workbench does not answer")
            expect(field).to_have_value("Sudah sadar, atau baru tahu?")
        with served(folder, "rani") as (running, again):
            assert again.partition("/open")[0] == address.partition("/open")[0]
            expect(page.get_by_text("The workbench does not answer.")).to_have_count(0, timeout=PATIENT)
            page.reload()
            page.locator(".queue > li.open").wait_for()
            page.keyboard.press("q")
            expect(field).to_have_value("Sudah sadar, atau baru tahu?")
            field.press("Enter")
            said(page, "Asked")
            assert [each.review.text for each in rani.reviews()] == ["Sudah sadar, atau baru tahu?"]
    assert rani.check() == []


def test_a_project_that_is_moved_away_is_told_and_the_page_goes_on_when_it_is_back(
    serve: Serve, study: Study
) -> None:
    rani = study.opened_by("rani")
    desk = serve(rani)
    page = desk.open("#/read/W1-zul")
    expect(page.locator("[data-start]").first).to_be_visible()
    elsewhere = study.folder.rename(study.folder.with_name("elsewhere"))
    gone = page.get_by_role("status").filter(has_text="the database is no longer where it was")
    expect(gone).to_be_visible(timeout=PATIENT)
    elsewhere.rename(study.folder)
    expect(gone).to_have_count(0, timeout=PATIENT)
    mark(page, "belajar sendiri di rumah")
    give(page, "awa", "Awareness")
    assert [each.quote for each in stored(rani)] == ["belajar sendiri di rumah"]
    desk.complaints[:] = [each for each in desk.complaints if "status of 503" not in each]


def test_while_another_program_writes_the_page_says_that_it_waits(serve: Serve, study: Study) -> None:
    rani = study.opened_by("rani")
    page = serve(rani).open("#/read/W1-zul")
    expect(page.locator("[data-start]").first).to_be_visible()
    lock = sqlite3.connect(rani.settings.database, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    mark(page, "belajar sendiri di rumah")
    page.keyboard.type("awa")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Waiting for another program")).to_be_visible()
    lock.rollback()
    lock.close()
    said(page, "Coded: Awareness")
    assert len(stored(rani)) == 1
