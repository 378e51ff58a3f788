"""A first look: what a page shows when it opens."""

from playwright.sync_api import expect

from tests.e2e.workbench.conftest import Opens, Serve
from tests.study import Study


def test_the_page_lists_the_sources_and_opens_one(serve: Serve, study: Study) -> None:
    page = serve(study.opened_by("rani")).open()
    expect(page.get_by_text("W1-zul").first).to_be_visible()
    page.get_by_text("W2-lina").first.click()
    expect(page.get_by_text("Saya ikut pelatihan tiga hari").first).to_be_visible()


def test_an_address_leads_to_its_place(serve: Serve, example_for: Opens) -> None:
    page = serve(example_for("rani")).open("#/themes")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page).to_have_title("Contoh rekaan · qualcode")
