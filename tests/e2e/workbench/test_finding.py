"""Looking for codings and words: asked in one box, narrowed, chosen, saved, coded, a click from the place."""

import io
import re

from docx import Document
from playwright.sync_api import Page, expect

from tests.e2e.workbench.conftest import Desk, Opens, Serve


def asks(page: Page, query: str) -> None:
    page.get_by_role("combobox", name="Query over codings").fill(query)
    page.keyboard.press("Enter")


def count(page: Page, text: str) -> None:
    expect(page.get_by_role("status").filter(has_text=text).first).to_be_visible()


def test_a_query_is_completed_asked_narrowed_and_leads_to_its_place_and_back(
    serve: Serve, example_for: Opens
) -> None:
    rani = example_for("rani")
    page = serve(rani).open("#/find", viewport={"width": 1280, "height": 800})
    count(page, f"{len(rani.codings())} codings")
    box = page.get_by_role("combobox", name="Query over codings")
    box.press_sequentially("aware")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(box).to_have_value("awareness ")
    box.press_sequentially("AND strat")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(box).to_have_value("awareness AND strategy:* ")
    wanted = rani.query("awareness AND strategy:*")
    count(page, f"{len(wanted)} codings")

    narrow = page.get_by_role("group", name="Narrow to")
    narrow.get_by_role("button", name=re.compile("^W5-lina")).click()
    lina = wanted[wanted["source"] == "W5-lina"]
    count(page, f"{len(lina)} codings")
    page.get_by_role("link", name=lina["reference"].iloc[0]).first.click()
    expect(page.get_by_role("heading", name=re.compile("W5-lina"))).to_be_visible()
    page.go_back()
    expect(box).to_have_value("awareness AND strategy:*")
    count(page, f"{len(lina)} codings")


def test_a_fault_is_shown_at_its_place_with_what_was_meant(serve: Serve, example_for: Opens) -> None:
    desk = serve(example_for("rani"))
    page = desk.open("#/find")
    asks(page, "awareness AND motivasion")
    fault = page.locator("#query-fault")
    expect(fault.locator("mark")).to_have_text("motivasion")
    expect(fault).to_contain_text("motivation")
    asks(page, "awareness WHERE knd = interview")
    expect(fault.locator("mark")).to_have_text("knd")
    expect(fault).to_contain_text("kind")
    asks(page, "awareness")
    expect(fault.locator("mark")).to_have_count(0)
    forgive(desk)


def forgive(desk: Desk) -> None:
    """Queries with faults are answered 422, which the browser notes; nothing else was to complain of."""
    assert all("422" in complaint for complaint in desk.complaints)
    desk.complaints.clear()


def test_what_is_chosen_is_saved_as_a_word_table_and_what_was_asked_is_kept(
    serve: Serve, example_for: Opens
) -> None:
    rani = example_for("rani")
    page = serve(rani).open("#/find")
    asks(page, "motivation WHERE kind = interview")
    wanted = rani.query("motivation WHERE kind = interview")
    count(page, f"{len(wanted)} codings")
    page.get_by_role("button", name="Table").click()
    page.get_by_role("button", name="Reference").click()
    page.get_by_role("button", name="Reference").click()
    boxes = page.get_by_role("row").get_by_role("checkbox")
    expect(page.get_by_role("row").nth(1)).to_contain_text("W6-darmi")
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.get_by_role("button", name="Save 2 …").click()
    with page.expect_download() as download:
        page.get_by_role("dialog").get_by_role("button", name="Save").click()
    (table,) = Document(io.BytesIO(download.value.path().read_bytes())).tables
    assert len(table.rows) == 1 + 2

    page.get_by_role("button", name="Keep this query").click()
    page.reload()
    page.get_by_role("combobox", name="Query over codings").click()
    kept = page.get_by_role("option", name=re.compile("motivation WHERE kind"))
    kept.click()
    count(page, f"{len(wanted)} codings")


def test_words_are_found_aligned_and_their_sentences_coded_together_and_undone(
    serve: Serve, example_for: Opens
) -> None:
    rani = example_for("rani")
    before = len(rani.codings())
    page = serve(rani).open("#/find", viewport={"width": 1280, "height": 800})
    page.get_by_role("button", name="Words in the texts").click()
    page.get_by_role("searchbox").fill("latih")
    places = len(list(rani.find("latih")))
    count(page, f"{places} places")
    hits = [page.locator(".kwic mark").nth(i).bounding_box() for i in (0, 2, 4)]
    assert len({round(box["x"]) for box in hits if box}) == 1
    page.get_by_role("checkbox", name="All").check()
    page.get_by_role("combobox", name="Code for these places").fill("self-ev")
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile(r"places coded: Self-evaluation"))).to_be_visible()
    made = rani.codings()["code"].value_counts()["evaluation"]
    assert len(rani.codings()) - before <= places
    assert made > 18
    page.get_by_role("button", name="Undo").last.click()
    expect(page.get_by_text("Undone")).to_be_visible()
    assert len(rani.codings()) == before
