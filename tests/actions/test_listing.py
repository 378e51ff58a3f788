"""The schema of the frames that a project gives: names and kinds of columns stay as they are."""

import inspect

import pandas as pd
import pytest

from qualcode.project import Project

SCHEMA = {
    "sources": """source kind language turns:int speakers cases codings:int read_by translates file
        source_id""",
    "turns": """source turn:int answer:int speaker role case text start:int end:int time:float page:int
        line:int source_id""",
    "segments": """source turn:int speaker start:int end:int text source_id segment_id""",
    "codings": """reference source case speaker kind turn:int time:float code:category code_path
        framework:category quotation translation translated translator question condensation memo coder date
        origin review negative:bool pinned:bool whole:bool language start:int end:int code_id coding_id
        source_id""",
    "codes": """code:category name parent framework:category level:int path definition keywords color
        codings:int code_id""",
    "cases": """case sources codings:int consent scope case_id""",
    "speakers": """source speaker name role confirmed:bool case source_id speaker_id""",
    "suggestions": """source turn:int code:category score:float method quotation evidence start:int end:int
        code_id source_id suggestion_id""",
    "memos": """about subject text coder at memo_id""",
    "history": """seq:int at:datetime coder action summary undoes:int event_id""",
}
"""Columns in their order, with their kind where it is not text."""


def kind(dtype: object) -> str:
    if isinstance(dtype, pd.CategoricalDtype):
        return ":category"
    name = str(dtype).lower()
    return next((f":{each}" for each in ("int", "float", "datetime", "bool") if name.startswith(each)), "")


@pytest.fixture
def coded(rani: Project) -> Project:
    """The study with something of everything in it."""
    rani.code("W1-zul", "Modal keluarga", "capital")
    rani.code("W1-zul", "belajar sendiri di rumah", "awareness")
    rani.memo("Perlu ditanyakan lagi.")
    rani.mark_read("W2-lina")
    rani.suggest(method="keywords")
    return rani


@pytest.mark.parametrize("name", SCHEMA)
def test_a_frame_has_these_columns_in_this_order(coded: Project, name: str) -> None:
    frame = getattr(coded, name)()
    assert not frame.empty
    assert [f"{column}{kind(frame[column].dtype)}" for column in frame] == SCHEMA[name].split()


@pytest.mark.parametrize("name", sorted({*SCHEMA} - {"history"}))
def test_a_frame_of_an_empty_project_has_the_same_columns(
    tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    with Project.create(tmp_path_factory.mktemp("bare"), coder="rani") as bare:
        frame = getattr(bare, name)()
    assert frame.empty
    assert [f"{column}{kind(frame[column].dtype)}" for column in frame] == SCHEMA[name].split()


@pytest.mark.parametrize("name", sorted({*SCHEMA} - {"turns"}))
def test_a_frame_is_indexed_by_guid_on_demand(coded: Project, name: str) -> None:
    plain, indexed = getattr(coded, name)(), getattr(coded, name)(by_id=True)
    assert indexed.index.is_unique
    pd.testing.assert_frame_equal(indexed.reset_index()[plain.columns], plain)


def test_the_help_of_a_frame_explains_each_of_its_columns(coded: Project) -> None:
    for name in SCHEMA:
        told = inspect.getdoc(getattr(Project, name)) or ""
        unexplained = [each for each in getattr(coded, name)() if f"``{each}``" not in told]
        assert unexplained == [], name


def test_grouping_follows_the_codebook_and_counts_nothing_that_was_not_coded(coded: Project) -> None:
    codings = coded.codings(language="en")
    assert list(codings.groupby("code", observed=False)["coding_id"].count().index) == [
        "awareness",
        "capital",
    ]
    assert list(codings["framework"].cat.categories) == ["Stages", "Problems"]


def test_codes_are_categories_in_codebook_order_wherever_they_stand(coded: Project) -> None:
    coded.code("W1-zul", "belajar sendiri di rumah", "motivation")
    order = list(coded.codes()["code"])
    frames = {
        "codings": coded.codings(),
        "table": coded.table(),
        "query": coded.query("stage:* OR problems:*"),
        "frequencies": coded.frequencies(),
        "matrix": coded.matrix().codes,
        "cooccurrence": coded.cooccurrence(),
        "timeline": coded.timeline("W1-zul").frame,
    }
    for name, frame in frames.items():
        for column in {"code", "other", "framework"} & set(frame):
            assert isinstance(frame[column].dtype, pd.CategoricalDtype), (name, column)
        categories = list(frame["code"].cat.categories)
        assert categories == [code for code in order if code in categories], name


def test_turns_know_who_says_what_where(coded: Project) -> None:
    turns = coded.turns("W1-zul")
    second = turns.iloc[1]
    with coded.view() as view:
        text = next(view.text(each) for each in [coded.open_source("W1-zul").text.revision.id])
    assert (second["turn"], second["answer"], second["role"], second["case"]) == (2, 1, "informant", "zul")
    assert second["text"] == text[second["start"] : second["end"]]
    assert turns["answer"].isna().sum() == 3


def test_cases_have_their_attributes_as_columns(coded: Project) -> None:
    coded.set_case("zul", attributes={"Umur": "41", "case": "ours stays"})
    cases = coded.cases()
    assert dict(zip(cases["case"], cases["umur"], strict=True)) == {"Bu Lina": "", "zul": "41"}
    assert dict(zip(cases["case"], cases["codings"], strict=True)) == {"Bu Lina": 0, "zul": 2}


def test_a_suggestion_of_the_frame_can_be_decided_on(coded: Project) -> None:
    first = coded.suggestions("W2-lina").iloc[0]
    assert first["quotation"]
    assert first["evidence"]
    coded.decide(first["suggestion_id"], "accept")
    assert first["suggestion_id"] not in set(coded.suggestions()["suggestion_id"])


def test_the_history_says_what_undoes_what(coded: Project) -> None:
    taken_back = coded.undo()
    last = coded.history().iloc[-1]
    assert (last["action"], last["seq"]) == ("undo", taken_back.seq)
    assert last["undoes"] == taken_back.seq - 1
    assert str(coded.history()["at"].dt.tz) == "UTC"
