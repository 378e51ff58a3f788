"""The pages: as they are built, small enough to open at once, the charts apart; and as they are served."""

import gzip
import os

import pytest

from qualcode.workbench.pages import DIST
from tests.workbench.conftest import Browser

MOST = 250_000
"""Bytes of JavaScript, compressed, without what draws charts."""


def test_the_scripts_are_small_and_what_draws_charts_comes_only_when_asked() -> None:
    if not (DIST / "index.html").is_file():
        refuse = pytest.fail if os.environ.get("CI") else pytest.skip
        refuse("the pages of the workbench are not built: pip install --editable .")
    scripts = list((DIST / "assets").glob("*.js"))
    charts = [script for script in scripts if script.name.startswith("draw-")]
    (drawing,) = charts
    sizes = {script.name: len(gzip.compress(script.read_bytes())) for script in scripts}
    assert sizes[drawing.name] > MOST / 2  # or it is another file that draws
    assert sum(size for name, size in sizes.items() if name != drawing.name) < MOST
    assert drawing.name not in (DIST / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", ["%00", "a" * 3000, "a/" * 300, "%2Fetc%2Fpasswd", "..%2F..%2Fapp.py", "themes"]
)
def test_an_address_that_names_no_file_is_the_page_itself(rani: Browser, path: str) -> None:
    page, answer = rani.http.get("/"), rani.http.get(f"/{path}")
    assert (answer.status_code, answer.text) == (page.status_code, page.text)
