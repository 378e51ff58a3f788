"""Every view of the workbench, and the states that a person can bring it to, one after the other."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import FilePayload, Page, expect

Bring = Callable[[Page], None]


@dataclass(frozen=True, slots=True)
class View:
    """A state of the page: its name, the address to begin at, how to come to it, and what is new in it."""

    name: str
    place: str
    bring: Bring = lambda page: None
    part: str = "body"


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


def _code_menu(page: Page) -> None:
    page.keyboard.press("Escape")
    if not page.locator("[role=treeitem]").first.is_visible():
        page.locator("header .narrow").click()
    page.locator("[role=treeitem][tabindex='0']").focus()
    page.keyboard.press("Shift+F10")
    expect(page.get_by_role("menu")).to_be_visible()


def _code_editor(page: Page) -> None:
    page.keyboard.press("Escape")
    page.locator("[role=treeitem][tabindex='0']").press("F2")
    expect(page.get_by_role("dialog")).to_be_visible()


def _codebook_file(page: Page) -> None:
    page.keyboard.press("Escape")
    file = (
        "codebook: empowerment\nlanguages: [id]\nframeworks:\n  - id: new\n    name: {id: Baru}\n"
        "    codes: [{id: first, name: {id: Pertama}, definition: {id: Yang pertama.}}]\n"
    )
    page.locator(".right input[type=file]").first.set_input_files(
        [FilePayload(name="lain.yaml", mimeType="", buffer=file.encode())]
    )
    expect(page.get_by_role("dialog").get_by_text("first").first).to_be_visible()


def _cards(page: Page) -> None:
    expect(page.locator("main :is(button, article, form, li, summary)").first).to_be_visible()


VIEWS = (
    View("reading", "#/read/W1-zul", _read),
    View("reading with a coding picked", "", _picked, ".right"),
    View("reading with a suggestion shown", "", _suggested, ".right"),
    View("the palette", "", _palette, ".palette"),
    View("the sheet of keys", "", _keys, "dialog"),
    View("what a source is", "", _facts, "dialog"),
    View("notes on a source", "", _notes, ".right"),
    View("the menu of a code", "", _code_menu, "[role=menu]"),
    View("editing a code", "", _code_editor, "dialog"),
    View("what a codebook file would do", "", _codebook_file, "dialog"),
    View("finding words", "#/find", _words),
    View("finding codings", "", _codings),
    View("codings as a table", "", _table, "table"),
    View("saving codings", "", _export, "dialog"),
    View("themes", "#/themes", _cards),
    View("review", "#/review", _cards),
    View("history", "#/history", lambda page: expect(page.locator("main li").first).to_be_visible()),
    View("a chart", "#/charts", _chart),
    View("what stands behind a chart", "", _behind, ".drawn"),
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
