"""The workbench in a real browser: studies that are served, and pages that have nothing to complain of."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from qualcode import Project
from qualcode.workbench.pages import DIST
from qualcode.workbench.server import Service

expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong

NODE_MODULES = DIST.parent / "node_modules"


@pytest.fixture(scope="session")
def chromium(browser: Browser) -> Browser:
    """The browser, once there are pages to show in it."""
    if not (DIST / "index.html").is_file():
        refuse = pytest.fail if os.environ.get("CI") else pytest.skip
        refuse("the pages of the workbench are not built: pip install --editable .")
    return browser


@dataclass
class Desk:
    """A project that is served, and the browser windows that were opened on it."""

    project: Project
    service: Service
    browser: Browser
    contexts: list[BrowserContext] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)

    def open(self, place: str = "", **settings: object) -> Page:
        """Open a window of its own, let in as `qualcode serve` lets one in, at a place such as ``#/find``.

        `settings` are those of a browser context, such as ``color_scheme`` or ``locale``.
        """
        context = self.browser.new_context(**{"locale": "en-GB", **settings})  # type: ignore[arg-type]  # passed on
        self.contexts.append(context)
        page = self.tab(context, self.service.address)
        if place:
            page.goto(f"http://127.0.0.1:{self.service.port}/{place}")
        return page

    def tab(self, context: BrowserContext, address: str = "") -> Page:
        """Open one more tab of a window that was let in already."""
        page = context.new_page()
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.asked.add(request.url))
        page.goto(address or f"http://127.0.0.1:{self.service.port}/")
        return page

    def close(self) -> None:
        """Close every window; the pages had no error, and asked nobody but their own service."""
        for context in self.contexts:
            context.close()
        self.service.stop()
        own = (f"http://127.0.0.1:{self.service.port}/", "data:", "blob:")
        assert self.complaints == []
        assert [url for url in self.asked if not url.startswith(own)] == []


Serve = Callable[[Project], Desk]


@pytest.fixture
def serve(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Serve]:
    """Serve a project, in this process, until the test ends; the pages close before their projects do."""
    for name in {"study", "example_for"} & set(request.fixturenames):
        request.getfixturevalue(name)  # what is set up first is taken down last
    desks: list[tuple[Desk, Thread]] = []

    def begin(project: Project) -> Desk:
        service = Service(project)
        thread = Thread(target=service.run, daemon=True)
        thread.start()
        desks.append((Desk(project, service, chromium), thread))
        return desks[-1][0]

    yield begin
    for desk, thread in desks:
        desk.close()
        thread.join(timeout=10)


Opens = Callable[[str], Project]


@pytest.fixture
def example_for(two_coders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opens]:
    """Open a copy of the example study for a coder; two coders of one test share the copy."""
    folder = tmp_path / "study"
    shutil.copytree(two_coders, folder)
    monkeypatch.setenv("QUALCODE_CONFIG", str(folder / "identity.toml"))
    opened: list[Project] = []

    def open_for(coder: str) -> Project:
        opened.append(Project.open(folder, coder=coder))
        return opened[-1]

    yield open_for
    for project in opened:
        project.close()
