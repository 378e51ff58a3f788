"""The bounds of a coding: dragged by their ends, or moved word by word."""

from playwright.sync_api import Page, expect

from tests.e2e.workbench.conftest import Serve
from tests.e2e.workbench.reading import place, said, stored, undone
from tests.study import ZUL, Study

WORDS = "belajar sendiri di rumah"


def _drag(page: Page, side: str, x: float, y: float) -> None:
    box = page.locator(f".handle.{side}").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(x - 20, y, steps=3)
    page.mouse.move(x, y)
    page.mouse.up()


def test_the_ends_of_a_picked_coding_are_dragged_and_snap_to_words(study: Study, serve: Serve) -> None:
    rani = study.opened_by("rani")
    rani.code("W1-zul", WORDS, "awareness", memo="Tetap")
    page = serve(rani).open("#/read/W1-zul")
    page.get_by_role("button", name="Coding: Awareness").click()
    expect(page.locator(".handle")).to_have_count(2)

    _, _, right, middle = place(page, "Tidak ada pelat")
    _drag(page, "end", right, middle)
    said(page, "Bounds changed")
    (coding,) = stored(rani)
    assert (coding.quote, coding.start) == ("belajar sendiri di rumah. Tidak ada pelatihan", ZUL.index(WORDS))

    left, middle, _, _ = place(page, "Awalnya")
    _drag(page, "start", left + 3, middle)
    expect(page.locator(".toast", has_text="Bounds changed")).to_contain_text("× 2")
    (coding,) = stored(rani)
    assert coding.quote == "Awalnya saya belajar sendiri di rumah. Tidak ada pelatihan"
    undone(page)
    undone(page)
    expect(page.locator(".toast", has_text="Undone")).to_contain_text("× 2")
    (coding,) = stored(rani)
    assert (coding.quote, coding.reference) == (WORDS, "W1-zul.2")


def test_keys_move_the_ends_of_a_picked_coding_and_of_a_mark(study: Study, serve: Serve) -> None:
    rani = study.opened_by("rani")
    rani.code("W1-zul", WORDS, "awareness")
    page = serve(rani).open("#/read/W1-zul")
    page.get_by_role("button", name="Coding: Awareness").click()
    for keys, quote in (
        ("Shift+ArrowLeft", "belajar sendiri di"),
        ("Alt+Shift+ArrowLeft", "saya belajar sendiri di"),
        ("Shift+ArrowRight", "saya belajar sendiri di rumah"),
    ):
        page.keyboard.press(keys)
        expect(page.get_by_role("region", name="Picked coding").locator(".excerpt")).to_have_text(quote)
    assert stored(rani)[0].quote == "saya belajar sendiri di rumah"
    page.keyboard.press("Escape")
    for keys in ("j", "Shift+ArrowLeft", "."):
        page.keyboard.press(keys)
    assert len(stored(rani)) == 1
