from pathlib import Path

import pandas as pd
import pytest

from qualcode.actions.exporting import NothingToShow
from qualcode.actions.filters import Filters
from qualcode.actions.theming import ThemeChange
from qualcode.errors import QueryProblem
from qualcode.project import Project
from qualcode.tables.matrix import State
from tests.study import Study


@pytest.fixture
def coded(rani: Project) -> Project:
    """Zul's words under awareness, motivation and capital; Lina's under capacity; a note under capacity."""
    rani.code("W1-zul", "Awalnya saya belajar sendiri di rumah", "awareness", memo="ragu dulu")
    rani.code("W1-zul", "belajar sendiri di rumah", "motivation")
    rani.code("W1-zul", "Modal keluarga saja", "capital", negative=True)
    rani.code("W2-lina", "ikut pelatihan tiga hari", "capacity")
    rani.code("O1-pelatihan", "Peserta memegang alat sendiri", "capacity")
    return rani


def references(frame: pd.DataFrame) -> list[str]:
    return [f"{reference} {code}" for reference, code in zip(frame["reference"], frame["code"], strict=True)]


def test_a_query_returns_codings_with_what_stands_around_them(coded: Project) -> None:
    frame = coded.query("=awareness AND motivation WHERE kind = interview")
    (row,) = frame.to_dict("records")
    assert (row["reference"], row["neighbours"]) == ("W1-zul.2", "motivation")
    assert (row["before"][-3:], row["after"]) == ("I: ", ". Tidak ada pelatihan dari")
    assert row["question"] == "Bagaimana awalnya, Pak Zul?"


def test_its_frame_is_the_codings_frame_with_more_columns(coded: Project) -> None:
    frame = coded.query("*", language="en")
    codings = coded.codings(language="en")
    pd.testing.assert_frame_equal(frame[list(codings.columns)], codings)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("source = W1", ["W1-zul.2 awareness", "W1-zul.2 motivation", "W1-zul.4 capital"]),
        ("case = lina", ["W2-lina.2 capacity"]),
        ("speaker = bu", ["W2-lina.2 capacity"]),
        ("case.trade = *", ["W2-lina.2 capacity"]),
        ("case.umur > 40", ["W2-lina.2 capacity"]),
        ("coder = rani AND negative", ["W1-zul.4 capital"]),
        ("memo ~ ragu", ["W1-zul.2 awareness"]),
        ("text ~ 'pelatihan ~1 hari'", ["W2-lina.2 capacity"]),
        ("awareness NEAR/2 capital", ["W1-zul.2 awareness", "W1-zul.2 motivation"]),
        ("theme = maju", ["W1-zul.4 capital", "W2-lina.2 capacity", "O1-pelatihan.2 capacity"]),
        ("pinned", ["W1-zul.4 capital"]),
        ("review = queried", ["W2-lina.2 capacity"]),
        ("tahap:* NOT awareness", ["O1-pelatihan.2 capacity", "W2-lina.2 capacity"]),
    ],
)
def test_names_attributes_themes_and_reviews_are_those_of_the_study(
    coded: Project, study: Study, query: str, found: list[str]
) -> None:
    coded.set_case("Bu Lina", attributes={"Umur": "52 tahun", "trade": "kue"})
    coded.theme("Maju", "Maju.", change=ThemeChange(codes=["capacity"], evidence_for=["W1-zul.4"]))
    coded.mark_pinned("W1-zul.4 capital")
    coded.release("rani")
    study.opened_by("bayu").review_coding("W2-lina.2 capacity", "query", text="Yakin?")
    assert sorted(references(coded.query(query))) == sorted(found)


def test_tables_counts_and_pictures_take_a_query_as_a_filter(coded: Project) -> None:
    asked = Filters(where="stage:* WHERE kind = interview", coders=["rani"])
    assert references(coded.table(filters=asked)) == [
        "W1-zul.2 awareness", "W1-zul.2 motivation", "W2-lina.2 capacity",
    ]  # fmt: skip
    assert coded.frequencies(filters=asked)["code"].tolist() == ["awareness", "motivation", "capacity"]
    summaries = coded.summary(filters=Filters(where="capital"), language="en")
    assert [each.title for each in summaries] == ["Capital"]


def test_what_a_query_cannot_ask_for_has_no_row_and_no_column_in_a_matrix(coded: Project) -> None:
    coded.set_case("Bu Lina", attributes={"Umur": "52"})
    found = coded.matrix(filters=Filters(where="capacity OR awareness WHERE case.umur > 40"), language="en")
    assert found.codes["code"].tolist() == ["awareness", "motivation", "capacity"]
    assert list(found.counts.columns) == ["Bu Lina"]
    assert found.states["Bu Lina"].tolist() == [State.UNREAD, State.UNREAD, State.CODED]


def test_a_second_coder_asks_only_what_is_released_to_them(coded: Project, study: Study) -> None:
    bayu = study.opened_by("bayu")
    bayu.code("W1-zul", "belajar sendiri di rumah", "capacity")
    assert bayu.query("capacity AND awareness").empty
    coded.release("rani")
    assert bayu.query("capacity AND awareness")["neighbours"].tolist() == ["awareness, motivation"]


def test_a_file_has_the_columns_of_context(coded: Project, study: Study) -> None:
    path = study.folder / "found.csv"
    coded.query("=awareness", path, columns=["reference", "neighbours", "after"], pseudonyms=False)
    assert path.read_text().splitlines() == [
        "reference,neighbours,after",
        "W1-zul.2,motivation,. Tidak ada pelatihan dari",
    ]


def test_nothing_found_is_an_answer_but_no_file(coded: Project, tmp_path: Path) -> None:
    query = "capital WHERE kind = observation"
    assert coded.query(query).empty
    assert coded.query_parts(query) == [("capital", 1), ("kind = observation", 1)]
    with pytest.raises(NothingToShow):
        coded.query(query, tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("query", "position", "says"),
    [
        ("awarness", 0, "did you mean awareness"),
        ("awareness WHERE case = Linda", 23, "did you mean Lina"),
        ("WHERE source = X", 15, "there is no source 'X'"),
        ("WHERE speaker = Tut", 16, "there is no speaker 'Tut'"),
        ("WHERE coder = rini", 14, "did you mean rani"),
        ("WHERE theme = maju", 14, "there is no theme 'maju'"),
        ("WHERE case.umr = 3", 6, "no case has umr (set one with `qualcode cases set`)"),
    ],
)
def test_what_is_not_in_the_study_is_told_with_its_place(
    coded: Project, query: str, position: int, says: str
) -> None:
    with pytest.raises(QueryProblem) as caught:
        coded.query(query)
    assert says in str(caught.value)
    assert caught.value.position == position
