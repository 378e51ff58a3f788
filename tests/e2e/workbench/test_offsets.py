"""Where marked words stand in the database: in code points, whatever comes before them on the page."""

import pytest
from playwright.sync_api import expect

from qualcode import Project
from tests.e2e.workbench.conftest import Serve
from tests.e2e.workbench.reading import give, mark, stored
from tests.study import Study

FAMILY = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"

BEFORE = {
    "emoji": f"Senang 🙂🙂 sekali {FAMILY} di sini",
    "combining marks": "Kafe\N{COMBINING ACUTE ACCENT} itu o\N{COMBINING DIAERESIS}\N{COMBINING MACRON} ya",
    "another writing": "Katanya \N{RIGHT-TO-LEFT MARK}مرحبا بكم\N{LEFT-TO-RIGHT MARK} begitu",
    "a rare letter": "Tulisannya 𝔘𝔐𝔎𝔐 dan 𠮷野 saja",
}
WORDS = "kami belajar menjual"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_words_are_stored_where_they_stand(study: Study, serve: Serve, newline: str) -> None:
    rani = study.opened_by("rani")
    turns = [f"I: {before} {WORDS} {number} 🙂 lagi." for number, before in enumerate(BEFORE.values())]
    lines = newline.join(["P: Lalu? 🙂", *turns, ""])
    rani.add([study.file("W7.txt", lines.encode())])
    page = serve(rani).open("#/read/W7")
    for number in range(len(BEFORE)):
        mark(page, f"belajar menjual {number}")
        give(page, "capac", "Capacity building")
        expect(page.get_by_role("button", name="Coding: Capacity building")).to_have_count(number + 1)
    text = _text(rani)
    assert newline not in text or newline == "\n"
    for number, coding in enumerate(stored(rani)):
        assert coding.quote == f"belajar menjual {number}"
        assert coding.start == text.index(f"belajar menjual {number}")
        assert coding.end == coding.start + len(coding.quote)
        assert text[coding.start : coding.end] == coding.quote


def test_a_mark_takes_no_half_of_an_emoji(study: Study, serve: Serve) -> None:
    rani = study.opened_by("rani")
    rani.add([study.file("W8.txt", "P: Lalu?\nI: Senang 🙂 sekali, kafe\N{COMBINING ACUTE ACCENT} ramai.\n")])
    page = serve(rani).open("#/read/W8")
    mark(page, "🙂 sekal")
    give(page, "capital", "Capital")
    mark(page, "afe\N{COMBINING ACUTE ACCENT}")
    give(page, "capac", "Capacity building")
    assert [coding.quote for coding in stored(rani)] == ["🙂 sekali", "kafe\N{COMBINING ACUTE ACCENT}"]


def _text(project: Project) -> str:
    return project.open_source("W7").text.text
