import pytest

from qualcode.tables import State, legend, matrix
from tests.tables.sample import CODEBOOK, codings, coverage

ZUL, ZUL_AGAIN = ("Zul", "W1-zul"), ("Zul", "W9-zul")


def cell(cells: dict[tuple[str, str, str], str], key: str, unit: str = "Zul") -> str:
    """State of one cell of the sample's matrix under that coverage."""
    table = matrix(codings(), CODEBOOK, ["Zul", "Herman"], coverage(cells))
    row = [code.key for code in CODEBOOK.codes].index(key)
    return str(table.states[unit].iloc[row])


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({}, State.UNREAD),
        ({(*ZUL, "marketing"): "unread"}, State.UNREAD),
        ({(*ZUL, "marketing"): "read"}, State.NOTHING),
        ({(*ZUL, "marketing"): "not_asked"}, State.NOT_ASKED),
        ({(*ZUL, "marketing"): "read", (*ZUL_AGAIN, "marketing"): "unread"}, State.UNREAD),
        ({(*ZUL, "marketing"): "read", (*ZUL_AGAIN, "marketing"): "not_asked"}, State.NOTHING),
        ({(*ZUL, "marketing"): "not_asked", (*ZUL_AGAIN, "marketing"): "not_asked"}, State.NOT_ASKED),
    ],
)
def test_absence_is_one_of_three_things(cells: dict[tuple[str, str, str], str], expected: State) -> None:
    assert cell(cells, "marketing") == expected


def test_what_is_coded_is_coded_whatever_the_coverage_says() -> None:
    assert cell({(*ZUL, "capacity"): "not_asked"}, "capacity") == State.CODED


def test_rows_follow_the_codebook_and_columns_the_cases_given() -> None:
    table = matrix(codings(), CODEBOOK, ["Herman", "Zul"], coverage({}), language="en")
    assert list(table.counts.columns) == ["Herman", "Zul"]
    assert table.counts["Zul"].tolist() == [0, 2, 1, 1, 0]
    assert table.codes["code_path"].tolist()[1] == "Awareness > Socialization"


def test_sub_codes_are_counted_with_the_code_above_on_request() -> None:
    table = matrix(codings(), CODEBOOK, ["Zul"], coverage({}), roll_up=True)
    assert table.counts["Zul"].tolist() == [3, 2, 1, 1, 0]


def test_sources_can_take_the_place_of_cases() -> None:
    table = matrix(codings(), CODEBOOK, ["O1-aula"], coverage({}), by="source")
    assert table.counts["O1-aula"].tolist() == [0, 0, 0, 1, 0]


def test_each_absence_is_shown_by_its_own_sign_and_the_legend_explains_it() -> None:
    cells = {(*ZUL, "marketing"): "not_asked", (*ZUL, "awareness"): "read"}
    shown = matrix(codings(), CODEBOOK, ["Zul", "Herman"], coverage(cells), language="id").shown("id")
    assert shown["Zul"].tolist() == ["0", "2", "1", "1", "–"]
    assert shown["Herman"].tolist() == ["1", "…", "…", "…", "…"]
    assert all(sign in legend("id") for sign in ("0:", "…:", "–:"))


def test_a_study_without_codings_or_reading_is_unread_throughout() -> None:
    table = matrix(codings(()), CODEBOOK, ["Zul"], coverage({}))
    assert set(table.states["Zul"]) == {State.UNREAD}
