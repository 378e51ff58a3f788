"""Transcripts that are made to break a page stay text: to be read, marked and coded."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.workbench.conftest import Serve
from tests.e2e.workbench.reading import give, mark, stored
from tests.study import Study

LONG = "panjang" * 1430
SCRIPT = "<script>document.title = 'taken'</script><img src=x onerror=\"document.title = 'taken'\">"
TEXT = f"""\
P: Apa kata mereka? </style><style>* {{ display: none }}</style> {{@html '<b>x</b>'}}
I: Katanya {SCRIPT} begitu.
I: Dari kanan \N{RIGHT-TO-LEFT OVERRIDE}kebalik\N{POP DIRECTIONAL FORMATTING} lalu biasa lagi.
I: Sambung {LONG} selesai.
I: Sesudahnya \N{ZERO WIDTH SPACE}\N{LEFT-TO-RIGHT ISOLATE}masih ada modal dari bank.
"""


def _fits(page: Page) -> bool:
    """Whether nothing makes the page scroll sideways."""
    script = """() => [document.documentElement, ...document.querySelectorAll(".reader, .right")]
        .every((each) => each.scrollWidth <= each.clientWidth)"""
    fits: bool = page.evaluate(script)
    return fits


@pytest.mark.parametrize("width", [1440, 820])
def test_hostile_words_stay_inert_and_can_be_coded(study: Study, serve: Serve, width: int) -> None:
    rani = study.opened_by("rani")
    rani.add([study.file("W9-<b>.txt", TEXT)])
    (name,) = [source for source in rani.sources()["source"] if str(source).startswith("W9")]
    page = serve(rani).open("#/read/W9-%3Cb%3E", viewport={"width": width, "height": 900})
    for inert in ("</style><style>", "{@html '<b>x</b>'}", SCRIPT):
        expect(page.locator("[data-start]", has_text=inert)).to_be_visible()
    expect(page.locator(".sheet script, .sheet style, .sheet img, .sheet b")).to_have_count(0)
    assert page.title().startswith(str(name))
    assert _fits(page)

    for number, (words, letters, code) in enumerate([
        (f"{SCRIPT} begitu", "aware", "Awareness"), ("kebalik", "motiv", "Motivation"),
        ("masih ada modal", "capital", "Capital"),
    ]):  # fmt: skip
        mark(page, words)
        give(page, letters, code)
        expect(page.locator(".margin .name")).to_have_count(number + 1)
    first, _, last = (coding.quote for coding in stored(rani))
    assert (first, last) == (f"{SCRIPT} begitu", "masih ada modal")

    start = len(TEXT.partition(LONG)[0])
    page.goto(f"{page.url.partition('#')[0]}#/read/W9-%3Cb%3E/{start}-{start + len(LONG)}")
    page.keyboard.press("Enter")
    give(page, "capac", "Capacity building")
    assert LONG in [coding.quote for coding in stored(rani)]
    for key in ("n", "n", "n", "n"):
        page.keyboard.press(key)
        expect(page.get_by_role("region", name="Picked coding")).to_be_visible()
        assert _fits(page)
