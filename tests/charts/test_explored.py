"""A picture that can be asked: which quotations stand behind which mark, and where it can be shown."""

from pathlib import Path

import pytest
import vl_convert

from qualcode.actions.charting import CHARTS
from qualcode.actions.theming import ThemeChange
from qualcode.charts.explored import FIELDS, MIME, MOST, Explored, Quoted
from qualcode.errors import UsageError
from qualcode.project import Project
from tests.study import Study


@pytest.fixture
def coded(study: Study) -> Project:
    """The study, coded through, with two codes of two frameworks on the same words."""
    rani = study.opened_by("rani")
    rani.code("W1-zul", "Modal keluarga", "capital")
    rani.code("W1-zul", "Modal keluarga saja. Saya belajar sendiri", "motivation")
    rani.code("W2-lina", "Modal dari bank", "capital")
    rani.code("W2-lina", "pelatihan tiga hari", "capacity")
    for source in ("W1-zul", "W2-lina", "O1-pelatihan"):
        rani.mark_read(source)
    rani.theme("belajar", "Belajar sendiri.", change=ThemeChange(codes=["awareness", "capacity"]))
    return rani


def words(explored: Explored, *mark: str) -> list[str]:
    return [each.words for each in explored.quotations.get(mark, ())]


def test_behind_a_bar_stand_the_codings_that_it_counts(coded: Project) -> None:
    assert words(coded.explore("frequencies"), "capital") == ["Modal keluarga", "Modal dari bank"]
    assert words(coded.explore("frequencies"), "awareness") == []
    assert len(words(coded.explore("frequencies", top=True), "awareness")) == 1


def test_behind_a_cell_of_a_matrix_stand_those_of_one_informant(coded: Project) -> None:
    units = list(coded.matrix().counts.columns)
    lina = str(units.index("Bu Lina"))
    assert words(coded.explore("matrix"), "capital", lina) == ["Modal dari bank"]


def test_where_frameworks_cross_stands_what_both_codes_share(coded: Project) -> None:
    explored = coded.explore("frameworks", rows="stage", columns="problems")
    assert words(explored, "awareness", "capital") == ["Modal keluarga saja. Saya belajar sendiri"]
    assert words(explored, "capacity", "capital") == []


def test_what_goes_together_may_share_a_turn_only(coded: Project) -> None:
    assert words(coded.explore("cooccurrence"), "capital", "motivation") != []
    coded.code("W2-lina", "Sekarang", "awareness")
    assert words(coded.explore("cooccurrence"), "capital", "awareness") == []
    assert words(coded.explore("cooccurrence", within="turn"), "capital", "awareness") == ["Sekarang"]


def test_behind_an_interview_stands_what_it_added(coded: Project) -> None:
    explored = coded.explore("saturation", base=1, run=1)
    assert words(explored, "2") == ["pelatihan tiga hari"]


def test_behind_a_cell_of_a_triangulation_stands_what_one_kind_of_source_says(coded: Project) -> None:
    explored = coded.explore("triangulation")
    assert words(explored, "0", "interview") == [
        "Modal keluarga saja. Saya belajar sendiri",
        "pelatihan tiga hari",
    ]
    assert words(explored, "0", "document") == []


@pytest.mark.parametrize("name", CHARTS)
def test_every_picture_can_be_asked_and_is_drawn_offline(coded: Project, name: str) -> None:
    explored = coded.explore(name, source="W1-zul", base=1, run=1)
    shown, told = explored._repr_mimebundle_()
    assert set(shown) == {MIME, "image/svg+xml", "text/plain"}
    assert told[MIME]["embed_options"]["actions"]["editor"] is False
    assert vl_convert.vegalite_to_svg(explored.spec, vl_version="5.20").startswith("<svg")
    assert all(len(mark) == len(FIELDS[name]) for mark in explored.quotations)


def test_of_many_quotations_the_first_are_shown_and_the_others_counted(coded: Project) -> None:
    figure = coded.draw("frequencies", language="en")
    explored = Explored(figure, {("capital",): [Quoted(f"kata {n}", f"W{n}.1") for n in range(40)]})
    lines = [each["text"] for each in explored.spec["vconcat"][-1]["data"]["values"]]
    assert lines[:2] == ["W0.1", "kata 0"]
    assert lines[-1] == f"and {40 - MOST} more"


def test_it_can_be_saved_as_a_page_that_loads_nothing(coded: Project, tmp_path: Path) -> None:
    coded.explore("frequencies").save(tmp_path / "asked.html")
    page = (tmp_path / "asked.html").read_text(encoding="utf-8")
    assert "Modal dari bank" in page
    assert "<script src" not in page
    with pytest.raises(UsageError, match="end the name in one of"):
        coded.explore("frequencies").save(tmp_path / "asked.docx")
