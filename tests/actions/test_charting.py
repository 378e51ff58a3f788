import json
from pathlib import Path

import pytest

from qualcode.actions.chart_material import Choices
from qualcode.actions.charting import CHARTS, figures
from qualcode.actions.exporting import NothingToShow
from qualcode.actions.figures import FIGURES
from qualcode.actions.filters import Filters
from qualcode.actions.theming import ThemeChange
from qualcode.errors import RecordNotFound, UsageError
from qualcode.exports.pictures import SUFFIXES, charts_blocks
from qualcode.project import Project


@pytest.fixture
def coded(rani: Project) -> Project:
    """The study with codings of two frameworks, the first interview coded through."""
    rani.code("W1-zul", "belajar sendiri", "awareness", turn=2)
    rani.code("W1-zul", "Modal keluarga saja. Saya belajar sendiri", "capital", negative=True)
    rani.code("W1-zul", "Saya belajar sendiri", "motivation", turn=4)
    rani.code("W2-lina", "pelatihan tiga hari", "capacity")
    rani.code("O1-pelatihan", "memegang alat sendiri", "capacity")
    rani.mark_read("W1-zul")
    rani.theme("modal", "Keluarga memodali.", change=ThemeChange(codes=["capital"]))
    return rani


def test_every_chart_that_is_listed_can_be_drawn(coded: Project) -> None:
    assert list(CHARTS) == list(FIGURES)
    for name in CHARTS:
        figure = coded.draw(name, source="W1-zul", language="en")
        assert figure.title
        assert figure.alt
        assert figure.notes
        assert coded.chart(name, source="W1-zul").to_dict()["title"]["text"]


def test_a_chart_is_made_of_what_the_tables_say(coded: Project) -> None:
    table = coded.frequencies(language="en")
    numbers = coded.draw("frequencies", language="en").numbers
    assert numbers.to_dict("records") == table.to_dict("records")
    assert coded.draw("matrix", language="en").numbers.equals(coded.matrix(language="en").shown("en"))


def test_filters_hold_for_charts(coded: Project) -> None:
    figure = coded.draw("frequencies", filters=Filters(frameworks=["problems"]))
    assert figure.numbers["code"].tolist() == ["capital"]
    assert coded.draw("matrix", filters=Filters(cases=["zul"])).numbers.columns.tolist() == [
        "code_path",
        "zul",
    ]


def test_topmost_codes_take_those_below_them_along(coded: Project) -> None:
    pairs = coded.cooccurrence(top=True)
    together = pairs[(pairs["code"] == "awareness") & (pairs["other"] == "capital")]
    assert together["informants"].tolist() == [1]
    assert "motivation" not in set(coded.draw("frequencies", top=True).numbers["code"])


def test_frameworks_are_laid_over_each_other_as_wanted(coded: Project) -> None:
    usual = coded.draw("frameworks", language="en")
    assert usual.title == "Stages by Problems"
    assert usual.numbers["Capital"].tolist() == ["1 (1)", "…"]
    assert coded.draw("frameworks", rows="problems", language="en").title == "Problems by Stages"
    with pytest.raises(UsageError, match="frameworks are stage, problems"):
        coded.draw("frameworks", rows="stages")


def test_saturation_leaves_out_what_was_not_coded_through(coded: Project) -> None:
    assert coded.saturation().frame["source"].tolist() == ["W1-zul"]
    figure = coded.draw("saturation", language="en")
    assert any("W2-lina" in note for note in figure.notes)
    coded.mark_read("W2-lina")
    assert coded.saturation(base=1, run=1).frame["new"].tolist() == [3, 1]
    assert coded.saturation(base=1, run=1, threshold=0.4).reached == 2


def test_a_timeline_asks_for_a_source_and_for_times_only_where_there_are_some(coded: Project) -> None:
    assert coded.timeline("W1-zul").frame["code"].tolist() == ["awareness", "motivation", "capital"]
    with pytest.raises(UsageError, match="say which"):
        coded.draw("timeline")
    with pytest.raises(UsageError, match="no times"):
        coded.timeline("W1-zul", unit="minutes")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_chart_is_written_as_its_suffix_says_the_same_each_time(
    coded: Project, tmp_path: Path, suffix: str
) -> None:
    first, again = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    for path in (first, again):
        coded.chart("frameworks", path, language="id")
    assert first.read_bytes() == again.read_bytes() != b""


def test_a_page_holds_all_it_needs_and_may_load_nothing(coded: Project, tmp_path: Path) -> None:
    coded.chart("frameworks", tmp_path / "a.html", language="id")
    page = (tmp_path / "a.html").read_text()
    assert page.startswith('<!DOCTYPE html>\n<html lang="id">')
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert 'role="img" aria-label="Peta warna' in page
    assert "Tahap menurut Masalah" in page.partition("</title>")[0]


def test_a_specification_is_vega_lite(coded: Project, tmp_path: Path) -> None:
    coded.chart("frequencies", tmp_path / "a.json")
    assert "vega-lite" in json.loads((tmp_path / "a.json").read_text())["$schema"]


def test_a_file_bears_pseudonyms_and_the_screen_the_names(coded: Project, tmp_path: Path) -> None:
    coded.set_pseudonym("zul", "Rudi")
    coded.chart("matrix", tmp_path / "a.json")
    written = (tmp_path / "a.json").read_text()
    assert "Rudi" in written
    assert "Zul" not in written
    assert "zul" in coded.draw("matrix").numbers.columns
    coded.chart("matrix", tmp_path / "b.json", pseudonyms=False)
    assert "zul" in (tmp_path / "b.json").read_text()


def test_nothing_is_drawn_of_nothing(coded: Project, tmp_path: Path) -> None:
    with pytest.raises(NothingToShow):
        coded.chart("matrix", tmp_path / "a.svg", filters=Filters(kinds=["document"]))
    assert not (tmp_path / "a.svg").exists()


@pytest.mark.parametrize(
    ("name", "path", "message"),
    [
        ("pie", "a.svg", "the charts are frequencies"),
        ("matrix", "a.docx", ".svg"),
        ("matrix", "a", ".svg"),
    ],
)
def test_what_cannot_be_drawn_or_written_is_refused(
    coded: Project, tmp_path: Path, name: str, path: str, message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        coded.chart(name, tmp_path / path)


def test_an_unknown_case_is_refused(coded: Project) -> None:
    with pytest.raises(RecordNotFound):
        coded.draw("matrix", filters=Filters(cases=["budi"]))


def test_a_document_gets_pictures_with_captions_and_notes(coded: Project) -> None:
    with coded.view() as view:
        blocks = list(charts_blocks(figures(view, ["frameworks"], Choices(language="en"))))
    picture, note = blocks
    assert type(picture).__name__ == "Picture"
    assert "Stages by Problems" in str(picture)
    assert "coded through, nothing found" in str(note)


def test_a_triangulation_counts_as_the_themes_do(coded: Project) -> None:
    numbers = coded.draw("triangulation", language="en").numbers
    counts = dict(
        zip(numbers["kind"], zip(numbers["passages"], numbers["passages_against"], strict=True), strict=True)
    )
    (found,) = coded.triangulation()
    assert counts == {each.kind: (each.support.passages, each.against.passages) for each in found.angles}
    assert counts["interview"] == (0, 1)


def test_a_theme_named_after_somebody_bears_a_pseudonym_in_a_file(coded: Project, tmp_path: Path) -> None:
    coded.set_pseudonym("zul", "Rudi")
    coded.theme("Modal Pak Zul", "Ia sendiri.", change=ThemeChange(codes=["capital"]))
    coded.chart("triangulation", tmp_path / "a.svg")
    written = (tmp_path / "a.svg").read_text()
    assert "Rudi" in written
    assert "Zul" not in written


def test_a_study_without_themes_has_no_picture_of_them(rani: Project) -> None:
    rani.code("W1-zul", "belajar sendiri", "awareness", turn=2)
    with pytest.raises(NothingToShow, match="no theme"):
        rani.draw("triangulation")
    with rani.view() as view:
        found = [each.name for each in figures(view, ["frequencies", "triangulation"], Choices())]
    assert found == ["frequencies"]


def test_many_themes_go_over_several_pages(coded: Project) -> None:
    for place in range(19):
        coded.theme(f"tema {place}", "Begitu.", change=ThemeChange(codes=["capital"]))
    with coded.view() as view:
        titles = [each.title for each in figures(view, ["triangulation"], Choices(language="en"))]
    assert titles == ["Triangulation of sources (1/2)", "Triangulation of sources (2/2)"]


def test_saturation_is_foreign_to_a_reflexive_study(coded: Project) -> None:
    coded.set("approach", "reflexive")
    with coded.view() as view:
        found = [each.name for each in figures(view, ["frequencies", "saturation"], Choices())]
    assert found == ["frequencies"]


def test_names_may_hold_anything(coded: Project, tmp_path: Path) -> None:
    coded.set_case("zul", rename='</script>"Zul\\" 😀 \u2028 عربي')
    for path in (tmp_path / "a.svg", tmp_path / "a.html"):
        coded.chart("matrix", path, pseudonyms=False)
        written = path.read_text()
        assert "😀" in written
        assert "</script>" not in written


def test_a_figure_shows_itself_in_a_notebook(coded: Project) -> None:
    assert coded.draw("frameworks")._repr_svg_().startswith("<svg")
