"""What a person sees in a notebook: the words, the codes, and nothing that runs or is loaded."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest
from IPython.core.interactiveshell import InteractiveShell

from qualcode.jupyter import codebooks, findings, frames, passages, projects, register, sources, themes
from qualcode.model import Theme
from qualcode.project import Project
from tests.study import ZUL, Study

SHOWN: dict[str, Callable[[Project], object]] = {
    "project": lambda rani: rani,
    "codebook": lambda rani: rani.codebook,
    "source": lambda rani: rani.open_source("W1-zul"),
    "theme": lambda rani: rani.themes()[0],
    "summary": lambda rani: rani.summary(by="code")[0],
    "triangulation": lambda rani: rani.triangulation()[0],
    "passage": lambda rani: rani.show("W1-zul.2")[0],
}


@pytest.fixture
def shell() -> InteractiveShell:
    """A shell in which values show themselves."""
    made = InteractiveShell()  # type: ignore[no-untyped-call]  # IPython says no types here
    register(made)
    return made


def bundle(shell: InteractiveShell, value: object) -> dict[str, str]:
    assert shell.display_formatter is not None
    shown: dict[str, str] = shell.display_formatter.format(value)[0]  # type: ignore[no-untyped-call]  # it has no types
    return shown


def text_in(html: str) -> str:
    return unescape(re.sub(r"<style>.*?</style>|<[^>]+>", "", html, flags=re.DOTALL))


class Elements(HTMLParser):
    """Which elements and attributes there are, and whether each that opens is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: set[tuple[str, str]] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.open += [tag] if tag not in ("br", "hr") else []
        self.found |= {(tag, name) for name, _value in attributes} or {(tag, "")}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", SHOWN)
def test_everything_shows_itself_as_html_with_plain_text_beside_it(
    rani: Project, shell: InteractiveShell, name: str
) -> None:
    shown = bundle(shell, SHOWN[name](rani))
    elements = Elements(shown["text/html"])
    assert elements.open == []
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _name in elements.found}
    assert not {name for _tag, name in elements.found if name.startswith("on") or name in ("src", "href")}
    assert "object at 0x" not in shown["text/plain"]
    assert "(id=" not in shown["text/plain"]


def test_a_source_shows_coded_words_in_colour_and_the_codes_beside_them(rani: Project) -> None:
    shown = sources.html(rani.open_source("W1-zul"))
    marks = re.findall(r'<mark style="background: ([^"]*)" title="([^"]*)">([^<]*)</mark>', shown)
    assert [words for _style, _title, words in marks] == [
        "belajar ",
        "sendiri di rumah",
        ". Tidak ada pelatihan",
    ]
    assert "gradient" in marks[1][0]
    assert marks[0][1] == "Awareness (rani)"
    assert "− capacity" in text_in(shown)
    assert "Belajar tanpa program." in shown
    assert 'class="asked"' in shown


def test_every_word_of_a_source_is_there_once(rani: Project) -> None:
    shown = text_in(sources.html(rani.open_source("W1-zul")))
    for line in ZUL.splitlines():
        assert shown.count(line.partition(": ")[2]) == 1


def test_words_of_an_interview_are_never_markup(study: Study, rani: Project) -> None:
    words = '<script>alert("1")</script> & <b>tebal</b>'
    rani.add([study.file("W9-x.txt", f"P: Ya?\nI: {words} sudah.\n")])
    rani.code("W9-x", "</script> & <b>", "awareness", memo='"><img src=x onerror=alert(1)>')
    for shown in (sources.html(rani.open_source("W9-x")), passages.html(rani.show("W9-x.2")[0])):
        tags = {tag for tag, _name in Elements(shown).found}
        assert not tags & {"script", "img"}
        assert words in text_in(shown)


def test_a_colour_that_is_none_styles_nothing(rani: Project) -> None:
    book = rani.codebook
    assert book is not None
    evil = replace(book, codes=tuple(replace(code, color='red"><script>') for code in book.codes))
    assert "script" not in codebooks.html(evil)


def test_a_codebook_is_a_tree_with_what_each_code_means(rani: Project) -> None:
    book = rani.codebook
    assert book is not None
    shown = codebooks.html(book)
    assert (
        shown.index("Awareness") < shown.index("People see that they can learn.") < shown.index("Motivation")
    )
    assert codebooks.plain(book).splitlines()[3:5] == [
        "  Awareness (awareness)",
        "    Motivation (motivation)",
    ]


def test_titles_are_in_the_readers_language(rani: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUALCODE_LANG", "id")
    shown = projects.html(rani)
    assert '<div class="qualcode" lang="id">' in shown
    assert "Pengodean" in shown
    assert "Penyadaran (rani)" in sources.html(rani.open_source("W1-zul"))


def test_a_project_says_what_there_is(rani: Project) -> None:
    shown = projects.plain(rani)
    assert shown.splitlines()[:2] == ["Studi kecil", "Coder: rani · Codes: 4 · Codings: 3 · Themes: 1"]
    assert "W1-zul | interview" in shown


def test_a_project_without_codebook_shows_itself(tmp_path_factory: pytest.TempPathFactory) -> None:
    with Project.create(tmp_path_factory.mktemp("bare") / "studi", coder="rani") as bare:
        assert "Codes: 0" in projects.plain(bare)


def test_a_theme_tells_how_kinds_of_source_stand_to_it() -> None:
    theme = Theme(
        id="1", name="hak-dibina", claim="Dibina itu hak.", coder_id="2",
        relations={"interview": "aligned"}, verdicts={"document": "Diam.", "conclusion": "Cukup."},
    )  # fmt: skip
    assert themes.plain(theme).splitlines() == [
        "Hak dibina: Dibina itu hak.", "interview | aligned", "document | Diam.", "Cukup."
    ]  # fmt: skip
    assert "Conclusion: Cukup." in text_in(themes.html(theme))


def test_a_passage_brings_along_what_was_said_of_its_codings(study: Study, rani: Project) -> None:
    rani.release("rani")
    study.opened_by("bayu").review_coding("W1-zul.2 awareness", "query", "Mengapa bukan motivasi?")
    rani.answer("W1-zul.2 awareness", "Karena belum ada program.")
    shown = text_in(passages.html(rani.show("W1-zul.2")[0]))
    assert "bayu, query: Mengapa bukan motivasi?" in shown
    assert "rani, answer: Karena belum ada program." in shown
    assert shown.count("Bagaimana awalnya, Pak Zul?") == 1


def test_a_summary_shows_its_quotations_without_the_rule_by_which_they_were_chosen(rani: Project) -> None:
    (capital,) = (each for each in rani.summary(by="code", language="en") if each.title == "Capital")
    shown = text_in(findings.html(capital))
    assert "Modal dari bank" in shown
    assert "Money to begin with." in shown
    assert "tf-idf" not in shown


def test_a_chart_shows_as_a_picture_that_needs_no_network(rani: Project, shell: InteractiveShell) -> None:
    assert set(bundle(shell, rani.chart("frequencies"))) == {"image/svg+xml", "text/plain"}
    assert "image/svg+xml" in bundle(shell, rani.draw("frequencies"))


def test_another_chart_is_left_to_altair(shell: InteractiveShell) -> None:
    import altair as alt
    import pandas as pd

    point = alt.Chart(pd.DataFrame({"a": [1]})).mark_point().encode(x="a")
    assert "image/svg+xml" not in bundle(shell, point + point)


def test_quotations_of_a_frame_can_be_read_whole(rani: Project, shell: InteractiveShell) -> None:
    long = "Tidak ada pelatihan dari kantor.\nP: Soal modal bagaimana?\nI: Modal keluarga saja."
    rani.code("W1-zul", long, "awareness")
    shown = text_in(bundle(shell, rani.codings()[["reference", "quotation", "start"]])["text/html"])
    assert "Modal keluarga saja." in shown


def test_only_words_begin_at_the_left(rani: Project) -> None:
    shown = frames.html(rani.codings()[["reference", "start", "quotation"]])
    assert shown is not None
    places = re.findall(r"nth-child\((\d)\)", shown)
    assert places == ["2", "4"]


def test_frames_of_others_are_as_pandas_shows_them(shell: InteractiveShell) -> None:
    import pandas as pd

    other = pd.DataFrame({"a": ["x" * 80]})
    assert bundle(shell, other)["text/html"] == other._repr_html_()  # type: ignore[operator]  # a property to the stubs
