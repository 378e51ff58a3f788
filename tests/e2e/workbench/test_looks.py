"""Every view fits, from a phone or 400 % zoom to a wide screen: nothing is cut off, covered, or too wide."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.e2e.workbench.conftest import Opens, Serve
from tests.e2e.workbench.views import visit

UNFIT = Path(__file__).with_name("unfit.js").read_text(encoding="utf-8")


def unfit(page: Page) -> list[str]:
    """What does not fit where it stands, a line each."""
    found: list[str] = page.evaluate(UNFIT)
    return found


@pytest.mark.parametrize("width", [320, 820, 1920])
def test_every_view_fits_in_indonesian(serve: Serve, example_for: Opens, width: int) -> None:
    page = serve(example_for("rani")).open(viewport={"width": width, "height": 900}, locale="id-ID")
    faults = {view.name: unfit(page) for view in visit(page)}
    assert {name: found for name, found in faults.items() if found} == {}
