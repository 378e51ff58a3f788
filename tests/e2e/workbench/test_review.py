"""A round of review: a supervisor asks, the coder answers, each at a workbench of their own."""

from playwright.sync_api import Locator, Page, expect

from qualcode.model import CoderRole
from tests.e2e.workbench.conftest import Opens, Serve
from tests.e2e.workbench.reading import said, undone


def current(page: Page) -> str:
    """The id of the coding that is open."""
    found = page.locator(".queue > li.open")
    expect(found).to_have_count(1)
    return found.get_attribute("data-id") or ""


def chooser(page: Page, name: str) -> Locator:
    """A list to choose from, by its label."""
    return page.get_by_role("combobox", name=name, exact=True)


def next_one(page: Page, before: str) -> str:
    """Wait until another coding is open than before."""
    expect(page.locator(f".queue > li.open[data-id='{before}']")).to_have_count(0)
    return current(page)


def test_a_supervisor_and_a_coder_go_through_a_round_from_the_keyboard(
    serve: Serve, example_for: Opens
) -> None:
    rani = example_for("rani")
    rani.set_coder("ibu_sri", role=CoderRole.SUPERVISOR)
    sri = example_for("ibu_sri")
    page = serve(sri).open("#/review")
    chooser(page, "Coder").select_option("rani")
    chooser(page, "Source").select_option("W1-zul")
    expect(page.locator(".progress")).to_contain_text("0 of ")

    asked = current(page)
    expect(page.locator(".queue > li.open")).to_contain_text("Means")
    page.keyboard.press("q")
    page.keyboard.type("Sudah sadar, atau baru tahu?")
    page.keyboard.press("Enter")
    said(page, "Asked")
    proposed = next_one(page, asked)
    page.keyboard.press("p")
    page.get_by_label("Code proposed instead").select_option("fund_management")
    page.get_by_label("Why, if you like").fill("Soal uang.")
    page.keyboard.press("Enter")
    said(page, "Proposed: ")
    third = next_one(page, proposed)
    page.keyboard.press("x")
    page.keyboard.press("j")
    fourth = next_one(page, third)
    page.keyboard.press("x")
    expect(page.get_by_role("region", name="Chosen codings")).to_contain_text("2 codings chosen")
    page.keyboard.press("a")
    said(page, "Agreed · 2 codings")
    expect(page.locator(".progress")).to_contain_text("4 of ")
    next_one(page, fourth)
    page.keyboard.press("d")
    said(page, "Marked as negative case")
    undone(page)
    expect(page.locator(".progress")).to_contain_text("4 of ")
    assert len(sri.reviews()) == 4  # and the two agreed to were one act
    assert sri.log(limit=3)[2].summary.startswith("agree ")

    page = serve(rani).open("#/review")
    expect(page.get_by_role("link", name="Review")).to_contain_text("2 questions wait for your answer")
    expect(page.get_by_role("radio", name="Waits for you")).to_be_checked()
    assert current(page) == asked
    page.keyboard.press("r")
    page.keyboard.type("Baru tahu.")
    page.keyboard.press("Enter")
    said(page, "Answer kept")
    assert next_one(page, asked) == proposed
    page.keyboard.press("y")
    said(page, "Accepted: ")
    expect(page.locator(".count")).to_have_count(0)

    codes = {each.coding.id: each.code for each in rani.reviews()}
    remarks = {
        key: [(each.reviewer, each.review.remark, each.review.text) for each in sri.reviews()
              if each.coding.id == key]
        for key in (asked, proposed, third)
    }  # fmt: skip
    assert remarks[asked] == [
        ("ibu_sri", "query", "Sudah sadar, atau baru tahu?"), ("rani", "comment", "Baru tahu."),
    ]  # fmt: skip
    assert remarks[proposed] == [("ibu_sri", "propose", "Soal uang."), ("rani", "agree", "")]
    assert (codes[proposed], remarks[third]) == ("fund_management", [("ibu_sri", "agree", "")])
    assert rani.check() == []


def test_the_history_tells_who_did_what_and_takes_back_the_latest_of_ones_own(
    serve: Serve, example_for: Opens
) -> None:
    rani = example_for("rani")
    coded = len(rani.codings())
    page = serve(rani).open("#/history")
    rows = page.locator("main li")
    expect(rows.first).to_contain_text("rani")
    chooser(page, "Coder").select_option("bayu")
    expect(rows.first).to_contain_text("release bayu")
    expect(page.get_by_role("main").get_by_role("button", name="Undo")).to_have_count(0)
    chooser(page, "Coder").select_option("rani")
    page.get_by_role("main").get_by_role("button", name="Undo").click()
    said(page, "Undone: import themes")
    expect(rows.nth(1)).to_contain_text("taken back")
    assert (rani.themes(), len(rani.codings())) == ([], coded)
    page.get_by_role("main").get_by_role("button", name="Redo").click()
    said(page, "Done again: import themes")
    assert len(rani.themes()) == 6
