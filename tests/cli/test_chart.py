import json
from pathlib import Path

import pytest

from tests.cli.command import done, run


@pytest.fixture
def coded(here: Path) -> Path:
    """The study with codings of two interviews, both coded through."""
    done(here, "code", "W1-zul", "Modal keluarga", "capital", "--negative")
    done(here, "code", "W1-zul", "di rumah", "awareness")
    done(here, "code", "W2-lina", "Modal dari bank", "capital")
    done(here, "mark", "--read", "W1-zul", "W2-lina")
    return here


def test_the_charts_are_listed(coded: Path) -> None:
    assert [row[0] for row in done(coded, "chart").rows] == [
        "frequencies", "matrix", "frameworks", "cooccurrence", "timeline", "saturation",
        "triangulation",
    ]  # fmt: skip


def test_without_a_file_the_numbers_are_printed(coded: Path) -> None:
    out = done(coded, "chart", "frequencies", "--lang", "en").out
    assert out.startswith("Informants per code\n")
    assert ["Capital", "2", "2", "2"] in [line.split("\t") for line in out.splitlines()]
    out = done(coded, "chart", "saturation", "--base", "1", "--run", "1", "--threshold", "0").out
    assert "Saturation is reached with W2-lina: the run of 1" in out
    rows = done(coded, "chart", "timeline", "w1").rows
    assert [row[0] for row in rows[1:]] == ["awareness", "capital"]
    assert ["Awareness", "1", "0"] in done(coded, "chart", "matrix").rows
    assert done(coded, "chart", "cooccurrence").rows == [
        ["Code", "Other code", "Informants", "Sources", "Places"]
    ]


def test_themes_are_laid_against_kinds_of_source(coded: Path) -> None:
    refused = run(coded, "chart", "triangulation")
    assert refused.code == 1
    assert "qualcode theme" in refused.err
    claim = ["Modal keluarga dulu.", "--code", "capital", "--relation", "interview=contradicts"]
    done(coded, "theme", "modal", *claim)
    rows = done(coded, "chart", "triangulation", "--lang", "en").rows
    assert ["Theme", "Interview", "Observation", "Document"] in rows
    assert ["Modal", "contradicts +1 −1", "0", ""] in rows or ["Modal", "contradicts +1 −1", "…", ""] in rows


def test_scripts_get_json_without_gaps(coded: Path) -> None:
    rows = json.loads(done(coded, "chart", "saturation", "--json").out)
    assert [(row["source"], row["new"], row["share"]) for row in rows] == [
        ("W1-zul", 2, None),
        ("W2-lina", 0, None),
    ]


def test_a_file_is_named_with_what_it_shows(coded: Path) -> None:
    done(coded, "chart", "frameworks", "--out", "outputs/f.svg", "--width", "12", "--lang", "id")
    assert 'width="12cm"' in (coded / "outputs" / "f.svg").read_text()
    out = done(coded, "chart", "frequencies", "--out", "outputs/f.csv", "--lang", "id").out
    assert out.startswith("Jumlah informan per kode: outputs")
    assert (coded / "outputs" / "f.csv").read_text().startswith("code,code_path")


@pytest.mark.parametrize(
    ("args", "offered"),
    [
        (["pie"], "frequencies"),
        (["timeline"], "qualcode chart timeline W1-zul"),
        (["timeline", "W9"], "qualcode sources"),
        (["frameworks", "--rows", "x"], "stage, problems"),
        (["matrix", "--out", "a.docx"], ".svg"),
        (["matrix", "--out", "none/a.svg"], "none"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_one_line(coded: Path, args: list[str], offered: str) -> None:
    result = run(coded, "chart", *args)
    assert result.code in (1, 2)
    assert (result.out, result.err.count("\n")) == ("", 1)
    assert offered in result.err


def test_nothing_coded_is_said(here: Path) -> None:
    result = run(here, "chart", "matrix")
    assert (result.code, result.out) == (1, "")
