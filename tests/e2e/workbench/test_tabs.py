"""Several tabs, commands and notebooks at once: all see the same, and nothing is changed unseen."""

from playwright.sync_api import Page, Route, expect

from qualcode.actions.editing import CodingChange
from tests.e2e.workbench.conftest import Desk, Serve
from tests.e2e.workbench.reading import give, mark, names, said, stored, undone
from tests.study import Study

WORDS = "belajar sendiri di rumah"


def pick(page: Page, name: str = "Coding: Awareness") -> None:
    page.get_by_role("button", name=name).click()
    expect(page.get_by_role("region", name="Picked coding")).to_be_visible()


def refused(desk: Desk) -> None:
    """Chromium tells the console of every answer that is an error; these were meant."""
    desk.complaints[:] = [each for each in desk.complaints if "status of 409" not in each]


def test_what_is_done_in_one_tab_or_a_notebook_shows_in_the_others(serve: Serve, study: Study) -> None:
    rani = study.opened_by("rani")
    desk = serve(rani)
    one = desk.open("#/read/W1-zul")
    other = desk.tab(desk.contexts[0], one.url)
    expect(other.locator("[data-start]").first).to_be_visible()
    mark(one, WORDS)
    give(one, "awa", "Awareness")
    expect(other.get_by_role("button", name="Coding: Awareness")).to_be_visible()
    study.opened_by("rani").code("W1-zul", "Modal keluarga", "capital")  # as a notebook does
    for tab in (one, other):
        expect(tab.get_by_role("button", name="Coding: Capital")).to_be_visible()
    undone(other)
    expect(one.get_by_role("button", name="Coding: Capital")).to_have_count(0)
    assert [each.quote for each in stored(rani)] == [WORDS]


def test_more_tabs_than_a_browser_has_connections_all_answer(serve: Serve, study: Study) -> None:
    desk = serve(study.opened_by("rani"))
    hide = """Object.defineProperty(document, "hidden", {configurable: true, get: () => true});
        document.dispatchEvent(new Event("visibilitychange"))"""
    tabs = [desk.open("#/read/W1-zul")]
    for _ in range(7):
        expect(tabs[-1].locator("[data-start]").first).to_be_visible()
        tabs[-1].evaluate(hide)
        tabs.append(desk.tab(desk.contexts[0], tabs[0].url))
    study.opened_by("rani").code("W1-zul", "Modal keluarga", "capital")
    expect(tabs[-1].get_by_role("button", name="Coding: Capital")).to_be_visible()
    tabs[0].evaluate('delete document.hidden; document.dispatchEvent(new Event("visibilitychange"))')
    expect(tabs[0].get_by_role("button", name="Coding: Capital")).to_be_visible()


def test_suggestions_made_elsewhere_appear_and_go(serve: Serve, study: Study) -> None:
    rani = study.opened_by("rani")
    rani.mark_read("W1-zul")
    page = serve(rani).open("#/read/W1-zul")
    expect(page.locator("[data-start]").first).to_be_visible()
    assert names(page) == []
    study.opened_by("rani").suggest(sources=["W1-zul"], method="keywords")
    expect(page.get_by_role("button", name="Suggestion: Awareness").first).to_be_visible()


def test_an_edit_of_what_somebody_changed_meanwhile_is_told_and_can_be_done_still(
    serve: Serve, study: Study
) -> None:
    rani = study.opened_by("rani")
    made = rani.code("W1-zul", WORDS, "awareness")
    desk = serve(rani)
    page = desk.open("#/read/W1-zul")

    def first_elsewhere(route: Route) -> None:
        study.opened_by("rani").change_coding(made.id, CodingChange(memo="Dari buku catatan", pinned=True))
        route.continue_()

    pick(page)
    page.route("**/api/codings/*", first_elsewhere, times=1)
    page.locator("main").press("-")
    toast = page.locator(".toast", has_text="rani changed this coding since it was read")
    expect(toast).to_be_visible()
    expect(page.get_by_label("Memo")).to_have_value("Dari buku catatan")
    assert [(each.pinned, each.negative) for each in stored(rani)] == [(True, False)]
    toast.get_by_role("button", name="Do it all the same").click()
    said(page, "Marked as negative case")
    assert [(each.pinned, each.negative) for each in stored(rani)] == [(True, True)]
    refused(desk)


def test_a_coding_taken_away_elsewhere_is_told_and_what_was_typed_on_it_stays(
    serve: Serve, study: Study
) -> None:
    rani = study.opened_by("rani")
    made = rani.code("W1-zul", WORDS, "awareness")
    desk = serve(rani)
    page = desk.open("#/read/W1-zul")
    pick(page)
    page.get_by_label("Memo").fill("Belum disimpan")
    study.opened_by("rani").uncode(made.id)
    said(page, "The coding you were at was taken away elsewhere")
    said(page, "Belum disimpan")
    expect(page.get_by_role("region", name="Picked coding")).to_have_count(0)
    refused(desk)


def test_an_undo_that_others_built_on_says_who_and_what(serve: Serve, study: Study) -> None:
    rani, bayu = study.opened_by("rani"), study.opened_by("bayu")
    rani.rename_code("awareness", name="Sadar")
    desk = serve(rani)
    page = desk.open("#/read/W1-zul")
    bayu.rename_code("awareness", name="Kesadaran")
    expect(page.get_by_role("treeitem", name="Kesadaran").first).to_be_visible()
    page.locator("main").press("Control+z")
    said(page, "bayu changed the same code later")
    refused(desk)
