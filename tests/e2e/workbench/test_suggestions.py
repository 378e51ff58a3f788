"""Suggestions: hidden until the source is coded through, then settled one after the other by keys."""

from playwright.sync_api import expect

from qualcode.model import Decision
from tests.e2e.workbench.conftest import Serve
from tests.e2e.workbench.reading import coded, said, undone
from tests.study import Study


def test_suggestions_wait_until_the_source_is_coded_through_and_are_settled_by_keys(
    study: Study, serve: Serve
) -> None:
    rani = study.opened_by("rani")
    rani.suggest(method="keywords")
    page = serve(rani).open("#/read/W1-zul")
    expect(page.get_by_text("suggestions show once this is coded through")).to_be_visible()
    suggested = page.locator(".name.suggestion")
    page.keyboard.press("s")
    said(page, "Suggestions show once this source is coded through (R)")
    expect(suggested).to_have_count(0)

    page.keyboard.press("R")
    said(page, "W1-zul: coded through")
    expect(suggested.first).to_be_visible()
    waiting = suggested.count()
    assert waiting > 2
    card = page.get_by_role("region", name="Suggestion")
    page.keyboard.press("s")
    expect(card).to_contain_text("Because of")
    first = card.get_by_role("heading", level=2).inner_text().removesuffix("?")
    page.keyboard.press("a")
    said(page, f"Accepted: {first}")
    expect(suggested).to_have_count(waiting - 1)
    expect(card).to_be_visible()
    page.keyboard.press("x")
    said(page, "Rejected: ")
    expect(suggested).to_have_count(waiting - 2)
    page.keyboard.press("o")
    expect(page.get_by_role("dialog", name="Another code instead")).to_be_visible()
    page.keyboard.type("motiv")
    page.keyboard.press("Enter")
    said(page, "Accepted: Motivation")
    with rani.view() as view:
        verdicts = [decision.verdict for decision in view.all(Decision)]
    assert sorted(verdicts) == ["accept", "reject", "reject"]
    assert len(coded(rani)) == 2
    assert "motivation" in [code for _, code in coded(rani)]
    undone(page)
    expect(suggested).to_have_count(waiting - 2)


def test_a_suggestion_goes_once_its_words_are_coded_by_hand(study: Study, serve: Serve) -> None:
    rani = study.opened_by("rani")
    rani.suggest(method="keywords")
    rani.mark_read("W1-zul")
    page = serve(rani).open("#/read/W1-zul")
    suggested = page.get_by_role("button", name="Suggestion: Capacity building")
    expect(suggested.first).to_be_visible()
    before = suggested.count()
    link = page.get_by_role("link", name="W1-zul")
    waiting = int(link.locator(".waiting").inner_text().split("\n")[0].removesuffix("suggestions wait"))
    text = rani.open_source("W1-zul").text.text
    start = text.index("Kami dibina, lalu ikut pelatihan")
    page.goto(f"{page.url.partition('#')[0]}#/read/W1-zul/{start}-{len(text) - 1}")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Code the marked words")).to_be_visible()
    page.keyboard.type("capac")
    page.keyboard.press("Enter")
    said(page, "Coded: Capacity building")
    expect(suggested).to_have_count(before - 1)
    expect(link.locator(".waiting")).to_contain_text(str(waiting - 1))
    page.reload()
    expect(suggested).to_have_count(before - 1)
    expect(link.locator(".waiting")).to_contain_text(str(waiting - 1))


def test_suggestions_are_asked_for_beside_the_sources(study: Study, serve: Serve) -> None:
    rani = study.opened_by("rani")
    page = serve(rani).open("#/read/W1-zul")
    page.get_by_role("button", name="Suggest codes").click()
    told = page.get_by_text("These show once you have coded their source through")
    expect(told).to_contain_text("W1-zul (5)")
    expect(page.get_by_text("5 suggestions show once this is coded through")).to_be_visible()
    rani.mark_read("W1-zul")
    expect(page.locator(".name.suggestion")).to_have_count(5)
