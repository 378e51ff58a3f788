"""The pages as they are built: small enough to open at once, the charts apart."""

import gzip
import os

import pytest

from qualcode.workbench.pages import DIST

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
