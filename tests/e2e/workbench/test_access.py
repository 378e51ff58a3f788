"""Everybody can use the pages: axe-core finds nothing against WCAG 2.2 AA in any view, in either theme."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from qualcode import Project
from tests.e2e.workbench.conftest import NODE_MODULES, Opens, Serve
from tests.e2e.workbench.views import visit

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async ([part, rules, only]) => {
  await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null)));
  const runOnly = only ? { type: "rule", values: only } : { type: "tag", values: rules };
  return axe.run(part, { runOnly, resultTypes: ["violations"], preload: false });
}"""


def faults_of(page: Page, *only: str, part: str = "body") -> list[str]:
    """What axe-core finds, a line per element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate((NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate(RUN, [part, RULES, list(only) or None])
    return [
        f"{each['id']}: {node['target'][0]} {node['html'][:140]}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


def test_no_view_shuts_anybody_out(serve: Serve, example_for: Opens) -> None:
    page = serve(example_for("rani")).open(viewport={"width": 1366, "height": 800}, color_scheme="light")
    faults = {}
    for view in visit(page):
        faults[view.name] = faults_of(page, part=view.part)
        page.emulate_media(color_scheme="dark")
        faults[f"{view.name}, dark"] = faults_of(page, "color-contrast", part=view.part)
        page.emulate_media(color_scheme="light")
    assert {name: found for name, found in faults.items() if found} == {}


def test_neither_does_a_new_project(serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUALCODE_CONFIG", str(tmp_path / "identity.toml"))
    page = serve(Project.create(tmp_path / "study", coder="sari")).open(locale="id-ID")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert faults_of(page) == []
    base = page.url.split("#")[0]
    for place in ("find", "themes", "review", "charts", "history"):
        page.goto(f"{base}#/{place}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert faults_of(page) == [], place
