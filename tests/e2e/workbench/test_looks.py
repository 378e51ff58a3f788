"""Every view fits from a phone, or 400 % zoom, to a wide screen: nothing is cut off, covered, or scrolls sideways."""

import pytest
from playwright.sync_api import Page

from tests.e2e.workbench.conftest import Opens, Serve
from tests.e2e.workbench.views import visit

UNFIT = """() => {
  const said = (element) => `${element.tagName.toLowerCase()}.${element.className} ${(element.textContent || element.value || "").trim().slice(0, 40)}`;
  const faults = [];
  for (const element of [document.documentElement, ...document.querySelectorAll("[data-scrolls], main, dialog[open]")]) {
    if (element.scrollWidth > element.clientWidth + 1) faults.push(`scrolls sideways: ${said(element)} ${element.scrollWidth} > ${element.clientWidth}`);
  }
  const shown = document.querySelector("dialog[open]") ?? document;
  for (const element of shown.querySelectorAll("button, a, select, input, summary")) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true }) || element.closest(".hidden, .skip, [inert]")) continue;
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    if (width < 2 || height < 2 || bottom < 0 || top > innerHeight) continue;
    if (element.tagName === "BUTTON" && element.scrollWidth > element.clientWidth + 1) faults.push(`cut off: ${said(element)}`);
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
    const at = document.elementFromPoint(x, y);
    if (!at || element.contains(at) || at.contains(element)) continue;
    const over = at.closest("button, a, select, input, summary");
    if (over && over !== element && !at.closest("[role=listbox], .sticky, .code, .toast, thead, .behind, .card")) faults.push(`covered: ${said(element)} by ${said(over)}`);
  }
  return faults;
}"""


def unfit(page: Page) -> list[str]:
    """What does not fit where it stands, a line each."""
    found: list[str] = page.evaluate(UNFIT)
    return found


@pytest.mark.parametrize("width", [320, 820, 1920])
def test_every_view_fits_in_indonesian(serve: Serve, example_for: Opens, width: int) -> None:
    page = serve(example_for("rani")).open(viewport={"width": width, "height": 900}, locale="id-ID")
    faults = {view.name: unfit(page) for view in visit(page)}
    assert {name: found for name, found in faults.items() if found} == {}
