import pytest

from qualcode.actions.cells import Cell
from qualcode.actions.theming import ThemeChange
from qualcode.errors import StaleEdit
from qualcode.project import Project


@pytest.fixture
def themed(rani: Project) -> Project:
    rani.code("W1-zul", "belajar sendiri", "motivation", turn=2)
    rani.code("W1-zul", "Modal keluarga", "capital")
    rani.theme("swadaya", "Orang belajar sendiri.", change=ThemeChange(codes=["awareness", "capital"]))
    return rani


def cell(project: Project, case: str, code: str) -> Cell:
    (found,) = (each for each in project.cells("swadaya") if (each.case, each.code) == (case, code))
    return found


def test_every_case_stands_under_every_code_of_a_theme_with_those_below(themed: Project) -> None:
    found = {(each.case, each.code): each.codings for each in themed.cells("swadaya")}
    assert found == {
        ("Bu Lina", "awareness"): 0, ("Bu Lina", "capital"): 0,
        ("zul", "awareness"): 1, ("zul", "capital"): 1,
    }  # fmt: skip


def test_a_summary_takes_the_place_of_what_its_coder_said_before(themed: Project, bayu: Project) -> None:
    themed.summarise_cell("zul", "capital", "Modal dari keluarga.")
    first = cell(themed, "zul", "capital").summaries[0]
    bayu.summarise_cell("zul", "capital", "Tidak pinjam.")
    bayu.release("bayu")
    themed.summarise_cell("zul", "capital", "Modal dari keluarga saja.", seen=first.seq)
    said = [(each.coder, each.text, each.mine) for each in cell(themed, "zul", "capital").summaries]
    assert sorted(said) == [("bayu", "Tidak pinjam.", False), ("rani", "Modal dari keluarga saja.", True)]
    assert themed.summarise_cell("zul", "capital", " ") is None
    assert [each.coder for each in cell(themed, "zul", "capital").summaries] == ["bayu"]


def test_a_summary_that_was_changed_since_it_was_seen_is_told(themed: Project) -> None:
    themed.summarise_cell("zul", "capital", "Modal dari keluarga.", seen=0)
    with pytest.raises(StaleEdit):
        themed.summarise_cell("zul", "capital", "Lain.", seen=0)
