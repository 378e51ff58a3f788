"""Charts: drawn in either theme, read without seeing them, and what stands behind a bar or a cell."""

import re

from playwright.sync_api import expect

from tests.e2e.workbench.conftest import Opens, Serve


def test_every_chart_is_drawn_and_a_click_shows_what_it_counts(serve: Serve, example_for: Opens) -> None:
    rani = example_for("rani")
    desk = serve(rani)
    page = desk.open("#/find")
    assert not [url for url in desk.asked if "draw" in url]  # Vega is loaded when a chart is opened
    page.get_by_role("link", name="Charts").click()
    chart = page.get_by_role("combobox", name="Chart", exact=True)
    picture = page.get_by_role("img", name=re.compile(r"Informants per code\. Bars for 44 codes"))
    expect(picture.locator("svg")).to_be_visible()
    titles = {
        "matrix": "Codings per code", "cooccurrence": "Codes that go", "timeline": "Codes along",
        "saturation": "New codes", "triangulation": "Triangulation of sources",
        "frameworks": "Stages of empowerment by",
    }  # fmt: skip
    for name, title in titles.items():
        chart.select_option(name)
        expect(page.get_by_role("img", name=re.compile(title)).locator("svg")).to_be_visible()

    page.locator(".mark-rect path").nth(1).click(force=True)
    behind = page.get_by_role("region", name="Awareness · Integrated information systems")
    asked = rani.query("awareness AND information_systems")
    expect(behind.get_by_role("status")).to_have_text(f"{len(asked)} codings")
    behind.get_by_role("button", name="Open in Find").click()
    expect(page.get_by_role("combobox", name="Query over codings")).to_have_value(
        "awareness AND information_systems"
    )
    expect(page.get_by_role("status").filter(has_text=f"{len(asked)} codings").first).to_be_visible()


def test_a_chart_is_read_as_a_table_by_keyboard_and_saved(serve: Serve, example_for: Opens) -> None:
    rani = example_for("rani")
    page = serve(rani).open("#/charts", color_scheme="dark")
    page.get_by_role("combobox", name="Chart", exact=True).select_option("matrix")
    page.get_by_text("As a table").press("Enter")
    row = page.get_by_role("row", name=re.compile("^Awareness [0-9]"))
    row.get_by_role("button").nth(1).press("Enter")
    zul = rani.query("=awareness WHERE case = Zul")
    expect(page.get_by_role("region", name="Awareness · Pak Zul").get_by_role("status")).to_have_text(
        f"{len(zul)} codings"
    )
    with page.expect_download() as download:
        page.get_by_role("button", name="PNG").click()
    assert download.value.path().read_bytes().startswith(b"\x89PNG")
