"""Every view of the workbench, and the states that a person can bring it to, one after the other on one page."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Page, expect

Bring = Callable[[Page], None]


@dataclass(frozen=True, slots=True)
class View:
    """A state of the page: its name, the address to begin at, and how to come to it from there."""

    name: str
    place: str
    bring: Bring = lambda page: None


def _words(page: Page) -> None:
    page.locator(".kinds button").nth(1).click()
    page.get_by_role("searchbox").fill("latih")
    expect(page.locator(".kwic mark").first).to_be_visible()
    page.locator(".kwic input").first.check()


def _codings(page: Page) -> None:
    page.locator(".kinds button").nth(0).click()
    expect(page.locator(".quote").first).to_be_visible()


def _table(page: Page) -> None:
    page.locator(".looks button").nth(1).click()
    expect(page.locator("table tbody tr").first).to_be_visible()


def _export(page: Page) -> None:
    page.locator(".tools button.main").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def _chart(page: Page) -> None:
    expect(page.locator(".chart svg")).to_be_visible()


def _behind(page: Page) -> None:
    _chart(page)
    page.locator(".numbers summary").click()
    page.locator(".mark-rect path").first.click(force=True)
    expect(page.locator(".behind .quote").first).to_be_visible()


def _read(page: Page) -> None:
    expect(page.locator("[role=tree]")).to_be_attached()
    expect(page.get_by_text("Waalaikumsalam").first).to_be_visible()


def _picked(page: Page) -> None:
    _read(page)
    page.keyboard.press("n")
    expect(page.locator(".card").first).to_be_attached()


def _suggested(page: Page) -> None:
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    expect(page.locator(".card").first).to_be_attached()


def _palette(page: Page) -> None:
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.get_by_role("combobox").last).to_be_focused()


def _keys(page: Page) -> None:
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.locator("header button").get_by_text("?", exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()


def _facts(page: Page) -> None:
    page.keyboard.press("Escape")
    page.locator("h1 .kind").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def _notes(page: Page) -> None:
    page.keyboard.press("Escape")
    page.get_by_role("button", name=re.compile("✎")).first.click()


def _cards(page: Page) -> None:
    expect(page.locator("main :is(article, blockquote, form, li)").first).to_be_visible()


VIEWS = (
    View("reading", "#/read/W1-zul", _read),
    View("reading with a coding picked", "", _picked),
    View("reading with a suggestion shown", "", _suggested),
    View("the palette", "", _palette),
    View("the sheet of keys", "", _keys),
    View("what a source is", "", _facts),
    View("notes on a source", "", _notes),
    View("finding words", "#/find", _words),
    View("finding codings", "", _codings),
    View("codings as a table", "", _table),
    View("saving codings", "", _export),
    View("themes", "#/themes", _cards),
    View("review", "#/review", _cards),
    View("history", "#/history", lambda page: expect(page.locator("main li").first).to_be_visible()),
    View("a chart", "#/charts", _chart),
    View("what stands behind a chart", "", _behind),
)


def visit(page: Page, views: tuple[View, ...] = VIEWS) -> Iterator[View]:
    """Bring the page to each view in turn."""
    base = page.url.split("#")[0]
    for view in views:
        if view.place:
            page.goto(base + view.place)
            expect(page.get_by_role("heading").first).to_be_visible()
        view.bring(page)
        yield view
