"""The workbench in a real browser."""

import os
from collections.abc import Iterator
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from qualcode.workbench.pages import DIST
from qualcode.workbench.server import Service
from tests.e2e.conftest import program
from tests.study import Study


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program("chromium"), args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def service(study: Study) -> Iterator[Service]:
    """A service on the small study."""
    if not (DIST / "index.html").is_file():
        refuse = pytest.fail if os.environ.get("CI") else pytest.skip
        refuse("the pages of the workbench are not built: pip install --editable .")
    running = Service(study.opened_by("rani"))
    thread = Thread(target=running.run, daemon=True)
    thread.start()
    yield running
    running.stop()
    thread.join(timeout=10)


@pytest.fixture
def page(browser: Browser, service: Service) -> Iterator[Page]:
    """The workbench as it opens; in the end the browser has nothing to complain of."""
    page = browser.new_page(locale="en-GB")
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    page.goto(service.address)
    yield page
    page.close()
    assert complaints == []
    own = (f"http://127.0.0.1:{service.port}/", "data:", "blob:")
    assert [url for url in asked if not url.startswith(own)] == []


def test_the_page_lists_the_sources_and_opens_one(page: Page) -> None:
    expect(page.get_by_text("W1-zul").first).to_be_visible()
    page.get_by_text("W2-lina").first.click()
    expect(page.get_by_text("Saya ikut pelatihan tiga hari").first).to_be_visible()
