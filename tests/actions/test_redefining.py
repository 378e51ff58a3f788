import pytest

from qualcode.actions.redefining import CodeChange
from qualcode.errors import CodebookProblem, KeywordSyntaxError, StaleEdit
from qualcode.project import Project


def test_texts_change_in_their_languages_only_and_codings_come_up_for_review(rani: Project) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital")
    changed = rani.edit_code("capital", CodeChange(texts={"definition": {"en": "Money."}}))
    assert changed.definition.as_mapping() == {"id": "Uang untuk memulai.", "en": "Money."}
    assert len(rani.recode_queue().codings) == 1


def test_keywords_colour_and_name_change_no_meaning(rani: Project) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital")
    change = CodeChange(
        color="#112233", lists={"keywords": {"id": ["modal", "uang"]}}, texts={"name": {"id": "Uang"}}
    )
    changed = rani.edit_code("capital", change)
    assert (changed.color, changed.keywords.get("id"), changed.name.get("id")) == (
        "#112233", ("modal", "uang"), "Uang",
    )  # fmt: skip
    assert rani.recode_queue().codings == ()


def test_a_language_is_taken_away_by_saying_nothing_in_it(rani: Project) -> None:
    nothing = CodeChange(texts={"definition": {"en": ""}}, lists={"keywords": {"id": []}})
    changed = rani.edit_code("capital", nothing)
    assert changed.definition.as_mapping() == {"id": "Uang untuk memulai."}
    assert not changed.keywords


def test_a_code_moves_among_its_siblings_or_below_another(rani: Project) -> None:
    assert rani.edit_code("capacity", CodeChange(position=0)).position == 0
    below = rani.edit_code("capacity", CodeChange(parent="awareness", position=0))
    assert rani.codebook is not None
    assert [code.key for code in rani.codebook.children(below.parent_id)] == ["capacity", "motivation"]
    assert rani.edit_code("capacity", CodeChange(framework="problems")).parent_id is None


def test_a_change_that_cannot_be_changes_nothing(rani: Project) -> None:
    before = rani.codebook
    with pytest.raises(KeywordSyntaxError):
        rani.edit_code("capital", CodeChange(lists={"keywords": {"id": ["~"]}}))
    with pytest.raises(CodebookProblem):
        rani.edit_code("awareness", CodeChange(parent="motivation", color="#112233"))
    with pytest.raises(StaleEdit, match="capital"):
        rani.edit_code("capital", CodeChange(color="#112233"), seen=1)
    assert rani.codebook == before


def test_what_a_change_touches_counts_everyones_codings_and_names_those_that_show(
    rani: Project, bayu: Project
) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital")
    bayu.code("W2-lina", "Modal dari bank", "capital")
    rani.theme("uang", "Uang datang dari keluarga.")
    touches = rani.touches("Modal")
    assert (touches.codings, touches.own, touches.coders, touches.sources) == (
        2,
        1,
        {"rani": 1},
        {"W1-zul": 1},
    )
    assert rani.touches("awareness").below == {"motivation": 0}
