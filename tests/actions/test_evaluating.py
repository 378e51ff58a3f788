from pathlib import Path

import pytest

from qualcode.actions.evaluating import evaluate_table
from qualcode.errors import FileProblem, UsageError
from qualcode.project import Project
from qualcode.suggest.outside import Columns
from tests.study import Study
from tests.suggest.materials import CAPITAL, OTHER, TRAINING


def interview(number: int) -> str:
    lines = [f"P: Lalu?\nI: {words} {number}\n" for each in (CAPITAL, TRAINING, OTHER) for words in each]
    return "".join(lines)


@pytest.fixture
def coded(study: Study, rani: Project) -> Project:
    """Three more interviews that talk alike, coded through by rani."""
    rani.add([study.file(f"W{number}-x.txt", interview(number)) for number in (3, 4, 5)])
    for number in (3, 4, 5):
        for code, each in (("capital", CAPITAL), ("capacity", TRAINING)):
            for words in each:
                rani.code(f"W{number}-x", words, code)
        rani.mark_read(f"W{number}-x")
    return rani


def test_each_source_is_measured_by_the_others(coded: Project) -> None:
    found = coded.evaluate(model="none")
    frame = found.frame().set_index("code")
    assert frame["support"].to_dict() == {"awareness": 0, "motivation": 0, "capacity": 12, "capital": 12}
    assert frame["f1"].to_dict()["capital"] > 0.8
    assert found.figures.sources == 3


def test_the_curve_has_a_point_for_every_source_but_the_last(coded: Project) -> None:
    frame = coded.evaluate(model="none", curve=True).curve_frame()
    assert frame["learnt"].tolist() == [0, 1, 2]
    assert frame["codings"].tolist() == [0, 8, 16]


def test_another_coder_can_be_what_is_to_be_found(coded: Project, bayu: Project) -> None:
    bayu.code("W3-x", "Modal dari bank.", "capital")
    bayu.mark_read("W3-x")
    bayu.release("bayu")
    with pytest.raises(UsageError, match="too few codings"):
        coded.evaluate(model="none", against="bayu")
    for words in (*CAPITAL[1:], *TRAINING):
        bayu.code("W3-x", words, "capital")
    for words in CAPITAL:
        bayu.code("W4-x", words, "capital")
    found = coded.evaluate(model="none", against="bayu").frame().set_index("code")
    assert found["support"].to_dict()["capital"] == 12
    assert 0 < found["recall"].to_dict()["capital"] < 1


def test_too_little_is_not_measured(rani: Project) -> None:
    with pytest.raises(UsageError, match="qualcode mark --read"):
        rani.evaluate(model="none")


def test_what_was_found_alone_is_told_from_what_was_added(rani: Project) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital")
    rani.suggest(method="keywords")
    rani.mark_read("W1-zul")
    first, second, *_others = rani.pending("W1-zul")
    rani.decide(first.id, "accept")
    rani.decide(second.id, "reject")
    found = {each.code: each for each in rani.compare_blind()}
    assert found["capital"].alone == 1
    assert sum(each.accepted for each in found.values()) == 1
    assert sum(each.rejected for each in found.values()) == 1


def test_what_is_left_is_estimated_from_what_was_read(study: Study, coded: Project) -> None:
    coded.add([study.file("W6-x.txt", interview(6))])
    left = coded.estimate_left("capital", model="none")
    assert (left.found, left.read) == (12, 36)
    assert left.low <= 4 <= left.high
    assert 2 < left.expected < 8


def table(folder: Path, text: str) -> Path:
    path = folder / "data.csv"
    path.write_text(text, encoding="utf-8")
    return path


ROWS = "".join(
    f'"{words} {number}",{row}\n'
    for number in range(3)
    for each, row in ((CAPITAL, "1,0"), (TRAINING, "0,1"), (OTHER, "0,0"))
    for words in each
)
COLUMNS = Columns("Text", ["capital", "training"])


def test_a_table_of_texts_is_measured_without_a_project(tmp_path: Path) -> None:
    found = evaluate_table(table(tmp_path, f"text,capital,training\n{ROWS}"), COLUMNS, model="none")
    assert found.keys == ("capital", "training")
    assert found.figures.micro.value > 0.9


def test_a_second_table_is_measured_by_the_first(tmp_path: Path) -> None:
    test = tmp_path / "test.csv"
    test.write_text(
        "text,capital,training\n" + '"Modal dari koperasi",1,0\n' * 6 + '"Pelatihan desain",0,1\n' * 6,
        encoding="utf-8",
    )
    path = table(tmp_path, f"text,capital,training\n{ROWS}")
    found = evaluate_table(path, COLUMNS, test=test, model="none")
    assert found.figures.passages == 12
    assert found.figures.micro.value == 1


def test_values_that_mean_no_can_be_said(tmp_path: Path) -> None:
    path = table(tmp_path, f"text,capital,training\n{ROWS}".replace("1", "good").replace("0,", "neutral,"))
    columns = Columns("text", ["capital"], absent=["neutral"])
    assert evaluate_table(path, columns, model="none").figures.codes[0].support == 12


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("text,capital\nModal,1\n", "has no column 'training'"),
        ("text,capital,training\nModal,perhaps,0\n", "row 2, capital: 'perhaps' is neither yes nor no"),
        ("text,capital,training\n", "has no rows"),
        ("text,capital,training\nModal,1,0\n", "too few codings to measure on"),
    ],
)
def test_a_table_that_cannot_be_measured_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises((UsageError, FileProblem), match=message):
        evaluate_table(table(tmp_path, text), COLUMNS, model="none")
