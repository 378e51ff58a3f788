from pathlib import Path

import pandas as pd
import pytest

from qualcode.actions.exporting import NothingToShow
from qualcode.actions.filters import Filters
from qualcode.actions.theming import ThemeChange
from qualcode.errors import CodeNotFound, UsageError
from qualcode.model import ConsentState
from qualcode.project import Project
from qualcode.tables.columns import CODINGS
from tests.study import Study


@pytest.fixture
def coded(rani: Project) -> Project:
    """The study with four codings, the first interview coded through."""
    rani.code("W2-lina", "pelatihan tiga hari", "capacity")
    rani.code("W1-zul", "belajar sendiri", "awareness", turn=2, memo="satu", condensation="otodidak")
    rani.code("W1-zul", "Modal keluarga", "capital", negative=True)
    rani.code("O1-pelatihan", "memegang alat sendiri", "capacity")
    rani.mark_read("W1-zul")
    return rani


def cells(project: Project, filters: Filters | None = None, **options: str) -> dict[str, dict[str, str]]:
    """Code to case to what is shown."""
    found = project.matrix(filters=filters, **options)  # type: ignore[arg-type]  # by
    shown = found.shown("en").drop(columns="code_path")
    return dict(zip(found.codes["code"], shown.to_dict("records"), strict=True))


def test_one_row_per_coding_in_reading_order(coded: Project) -> None:
    frame = coded.codings()
    assert list(frame.columns) == [column.name for column in CODINGS]
    assert list(frame["reference"]) == ["O1-pelatihan.2", "W1-zul.2", "W1-zul.4", "W2-lina.2"]
    assert list(frame.index) == [0, 1, 2, 3]


def test_a_row_says_all_about_its_coding(coded: Project) -> None:
    row = coded.codings(language="en").query("code == 'awareness'").to_dict("records")[0]
    expected = {
        "source": "W1-zul", "case": "zul", "speaker": "I", "kind": "interview", "turn": 2,
        "code_path": "Awareness", "framework": "Stages", "quotation": "belajar sendiri",
        "question": "Bagaimana awalnya, Pak Zul?", "condensation": "otodidak", "memo": "satu",
        "coder": "rani", "origin": "by_hand", "review": "", "negative": False, "language": "id",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected
    assert pd.isna(row["time"])


def test_a_row_says_whether_its_sentences_are_whole(coded: Project) -> None:
    coded.code("W1-zul", "Tidak ada pelatihan dari kantor.", "capacity")
    whole = coded.codings().query("whole")["quotation"]
    assert list(whole) == ["Tidak ada pelatihan dari kantor."]


def test_a_project_without_codings_has_an_empty_frame_of_the_same_columns(rani: Project) -> None:
    frame = rani.codings()
    assert (len(frame), list(frame.columns)) == (0, [column.name for column in CODINGS])


def test_a_project_without_anything_has_frames_too(study: Study) -> None:
    with Project.create(study.folder.parent / "bare", coder="rani") as bare:
        assert bare.codings().empty
        assert bare.sources().empty
        assert bare.frequencies().empty
        assert bare.summary() == []
        assert bare.matrix().codes.empty


@pytest.mark.parametrize(
    ("filters", "quotations"),
    [
        (Filters(codes=["awareness"]), ["belajar sendiri"]),
        (Filters(codes=["Modal", "capacity"], sources=["W1"]), ["Modal keluarga"]),
        (Filters(frameworks=["problems"]), ["Modal keluarga"]),
        (Filters(cases=["bu lina"]), ["pelatihan tiga hari"]),
        (Filters(kinds=["observation"]), ["memegang alat sendiri"]),
        (Filters(coders=["rani"], cases=["zul"]), ["belajar sendiri", "Modal keluarga"]),
    ],
)
def test_filters_choose_codings(coded: Project, filters: Filters, quotations: list[str]) -> None:
    assert list(coded.codings(filters=filters)["quotation"]) == quotations


def test_a_code_brings_those_below_it_along(coded: Project) -> None:
    coded.code("W1-zul", "Kami dibina", "motivation")
    assert set(coded.codings(filters=Filters(codes=["awareness"]))["code"]) == {"awareness", "motivation"}


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        (Filters(frameworks=["stages"]), "frameworks are stage, problems"),
        (Filters(kinds=["interviw"]), "kinds are interview"),
    ],
)
def test_a_filter_of_an_unknown_name_is_refused(coded: Project, filters: Filters, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        coded.codings(filters=filters)


def test_an_unknown_code_in_a_filter_is_refused(coded: Project) -> None:
    with pytest.raises(CodeNotFound):
        coded.frequencies(filters=Filters(codes=["nothing"]))


def test_informants_are_counted_before_codings(coded: Project) -> None:
    coded.code("W1-zul", "Kami dibina", "awareness")
    row = coded.frequencies().set_index("code").loc["awareness"]
    assert (row["informants"], row["sources"], row["codings"]) == (1, 1, 2)


def test_frequencies_of_one_code_show_that_code(coded: Project) -> None:
    assert list(coded.frequencies(filters=Filters(codes=["awareness"]))["code"]) == [
        "awareness",
        "motivation",
    ]
    assert list(coded.frequencies(filters=Filters(frameworks=["problems"]))["code"]) == ["capital"]


def test_absence_is_one_of_three(coded: Project) -> None:
    coded.mark_not_asked("W1-zul", "motivation")
    shown = cells(coded)
    assert shown["awareness"] == {"zul": "1", "Bu Lina": "…"}
    assert shown["capacity"] == {"zul": "0", "Bu Lina": "1"}
    assert shown["motivation"] == {"zul": "–", "Bu Lina": "…"}


def test_a_code_made_later_was_not_looked_for(coded: Project) -> None:
    coded.add_code("Rumah", framework="stage")
    assert cells(coded)["rumah"] == {"zul": "…", "Bu Lina": "…"}
    coded.mark_read("W1-zul")
    assert cells(coded)["rumah"] == {"zul": "0", "Bu Lina": "…"}


def test_reading_for_some_codes_says_nothing_of_the_others(coded: Project) -> None:
    coded.mark_read("W2-lina", codes=["capital"])
    shown = cells(coded)
    assert (shown["capital"]["Bu Lina"], shown["awareness"]["Bu Lina"]) == ("0", "…")


def test_what_is_filtered_out_is_no_absence(coded: Project) -> None:
    assert set(cells(coded, Filters(cases=["zul"]))["capital"]) == {"zul"}
    assert set(cells(coded, Filters(codes=["capital"]))) == {"capital"}
    assert set(cells(coded, Filters(sources=["W2-lina"]), by="source")["capital"]) == {"W2-lina"}
    assert set(cells(coded, Filters(kinds=["observation"]), by="source")["capital"]) == {"O1-pelatihan"}


def test_what_another_coder_read_is_not_what_this_one_did(coded: Project, bayu: Project) -> None:
    coded.release("rani")
    bayu.code("W2-lina", "Modal dari bank", "capital")
    assert cells(bayu)["capital"] == {"zul": "1", "Bu Lina": "1"}
    assert cells(bayu, Filters(coders=["bayu"]))["capital"] == {"zul": "…", "Bu Lina": "1"}
    for where in (
        "capital WHERE coder = bayu",
        "WHERE coder = bayu AND kind = interview",
        "WHERE NOT coder = rani",
    ):
        assert cells(bayu, Filters(where=where))["capital"] == {"zul": "…", "Bu Lina": "1"}
    both = Filters(where="WHERE coder = rani OR coder = bayu")
    assert cells(bayu, both)["capital"] == {"zul": "1", "Bu Lina": "1"}


def test_a_pseudonym_is_the_name_in_reports(coded: Project, tmp_path: Path) -> None:
    coded.set_case("zul", pseudonym="Informan 1")
    assert set(coded.codings()["case"]) == {"", "Informan 1", "Bu Lina"}
    assert set(cells(coded)["capital"]) == {"Informan 1", "Bu Lina"}
    for name in ("zul", "Informan 1"):
        assert len(coded.codings(filters=Filters(cases=[name]))) == 2
    coded.table(tmp_path / "coded.csv")
    with coded.view() as view:
        (export,) = view.exports()
    assert len(export.case_ids) == 2


def test_a_withdrawn_case_is_nowhere(coded: Project) -> None:
    coded.set_consent("zul", ConsentState.WITHDRAWN, date="2024-07-01")
    assert "zul" not in set(coded.codings()["case"])
    assert set(cells(coded)["capital"]) == {"Bu Lina"}
    assert [each.title for each in coded.summary()] == ["Pengkapasitasan"]
    assert list(coded.find("modal")) == list(coded.find("modal", sources=["W2-lina"]))
    coded.set_consent("zul", ConsentState.GIVEN)
    assert set(cells(coded)["capital"]) == {"zul", "Bu Lina"}


def test_one_who_withdraws_from_a_group_is_no_column(study: Study, rani: Project) -> None:
    group = "P: Siapa yang ikut?\nHerman: Saya ikut.\nAstuti: Saya juga.\nP: Kapan?\n" * 2
    rani.add([study.file("F1-pasar.txt", group)])
    rani.mark_read("F1-pasar")
    rani.set_consent("Herman", ConsentState.WITHDRAWN)
    assert set(cells(rani)["capital"]) == {"zul", "Bu Lina", "Astuti"}


def test_a_summary_goes_by_code_until_there_are_themes(coded: Project) -> None:
    assert [each.title for each in coded.summary(language="en")] == [
        "Awareness",
        "Capacity building",
        "Capital",
    ]
    coded.theme("otodidak", "Orang belajar sendiri.", change=ThemeChange(codes=["awareness"]))
    assert [each.title for each in coded.summary()] == ["Otodidak"]
    assert [each.title for each in coded.summary(filters=Filters(codes=["capital"]))] == ["Modal"]
    assert len(coded.summary(by="code")) == 3


def test_negative_cases_stand_apart_in_a_summary(coded: Project) -> None:
    (capital,) = coded.summary(filters=Filters(codes=["capital"]))
    assert [each.text for each in capital.negative] == ["Modal keluarga"]
    assert capital.quotations == ()


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "docx", "html", "md"])
def test_results_are_written_by_suffix_and_the_same_each_time(
    coded: Project, tmp_path: Path, suffix: str
) -> None:
    for number in (1, 2):
        coded.table(tmp_path / f"table{number}.{suffix}")
        coded.summary(tmp_path / f"summary{number}.{suffix}")
        coded.matrix(tmp_path / f"matrix{number}.{suffix}")
        coded.frequencies(tmp_path / f"frequencies{number}.{suffix}")
    for name in ("table", "summary", "matrix", "frequencies"):
        first, second = (tmp_path / f"{name}{number}.{suffix}" for number in (1, 2))
        assert first.read_bytes() == second.read_bytes()


def test_nothing_is_not_written(rani: Project, tmp_path: Path) -> None:
    for make in (rani.table, rani.summary):
        with pytest.raises(NothingToShow):
            make(tmp_path / "out.csv")
    assert list(tmp_path.glob("out*")) == []


def test_an_export_is_noted_with_its_cases(coded: Project, tmp_path: Path) -> None:
    coded.table(tmp_path / "coded.csv", filters=Filters(cases=["zul"]))
    with coded.view() as view:
        (export,) = view.exports()
    assert (Path(export.path), len(export.case_ids)) == (tmp_path / "coded.csv", 1)


def test_a_single_name_needs_no_list_around_it() -> None:
    assert Filters(codes="awareness", cases="") == Filters(codes=("awareness",), cases=())
