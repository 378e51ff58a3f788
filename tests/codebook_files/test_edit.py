import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.codebook_files.edit import (
    add_code,
    code_of,
    merge_codes,
    move_code,
    remove_code,
    rename_code,
    split_code,
)
from qualcode.errors import CodebookProblem, CodeNotFound
from qualcode.model import Codebook
from tests.codebook_files.books import book, codebooks, outline

BOOK = book("stage: awareness > motivation > hope, training; problem: modal")


def dates(codebook: Codebook) -> dict[str, tuple[int, int]]:
    return {
        code.key: (code.created_in, code.changed_in)
        for code in codebook.codes
        if (code.created_in, code.changed_in) != (1, 1)
    }


def test_a_code_is_added_under_another_or_at_the_top() -> None:
    under = add_code(BOOK, "online", name={"id": "Daring"}, parent="training", keywords=["online"])
    assert outline(under) == "stage: awareness, >motivation, >>hope, training, >online; problem: modal"
    top = add_code(BOOK, "izin", name="Izin", framework="problem")
    assert outline(top).endswith("problem: modal, izin")
    assert (top.version, dates(top)) == (2, {"izin": (2, 2)})


def test_the_first_code_of_an_empty_codebook_makes_its_framework() -> None:
    made = add_code(Codebook(id="b", key="mine"), "belajar", name="belajar sendiri")
    assert outline(made) == "mine: belajar"


def test_a_code_needs_to_be_told_which_of_several_frameworks() -> None:
    with pytest.raises(CodebookProblem, match=r"several frameworks \(name one of stage, problem"):
        add_code(BOOK, "izin", name="Izin")
    with pytest.raises(CodebookProblem, match="no framework 'stages'"):
        add_code(BOOK, "izin", name="Izin", framework="stages")
    with pytest.raises(CodebookProblem, match="two codes 'modal'"):
        add_code(BOOK, "modal", name="Modal", framework="problem")


def test_renaming_keeps_the_guid_and_the_meaning() -> None:
    renamed = rename_code(BOOK, "modal", name={"en": "Capital"}, to="capital")
    code = code_of(renamed, "capital")
    assert code.id == code_of(BOOK, "modal").id
    assert code.name.as_mapping() == {"": "Modal", "en": "Capital"}
    assert dates(renamed) == {}


def test_a_code_whose_key_was_used_before_gets_its_own_guid() -> None:
    renamed = rename_code(BOOK, "modal", to="capital")
    again = add_code(renamed, "modal", name="Modal", framework="problem")
    assert code_of(again, "modal").id != code_of(again, "capital").id


def test_a_code_moves_with_what_is_below_it() -> None:
    moved = move_code(BOOK, "motivation", parent="modal")
    assert outline(moved) == "stage: awareness, training; problem: modal, >motivation, >>hope"
    assert outline(move_code(BOOK, "training", position=0)).startswith("stage: training, awareness")
    assert outline(move_code(BOOK, "hope")).startswith("stage: awareness, >motivation, training, hope")
    assert code_of(moved, "hope").framework_id == code_of(moved, "modal").framework_id


def test_a_code_cannot_go_below_itself() -> None:
    with pytest.raises(CodebookProblem, match="motivation, hope, awareness would be above themselves"):
        move_code(BOOK, "awareness", parent="hope")


def test_merging_takes_over_keywords_and_sub_codes() -> None:
    source = add_code(BOOK, "online", name="Online", parent="training", keywords=["daring", "online"])
    source = add_code(source, "zoom", name="Zoom", parent="online", keywords=["online", "zoom"])
    merged = merge_codes(source, ["online", "training"], into="awareness")
    assert outline(merged) == "stage: awareness, >motivation, >>hope, >zoom; problem: modal"
    assert [text for _, text in code_of(merged, "awareness").keywords] == ["daring", "online"]
    assert code_of(merged, "awareness").changed_in == merged.version


def test_a_target_below_a_merged_code_takes_its_place() -> None:
    assert (
        outline(merge_codes(BOOK, ["awareness"], into="hope"))
        == "stage: hope, >motivation, training; problem: modal"
    )


def test_splitting_makes_a_sibling_and_dates_both() -> None:
    split = split_code(BOOK, "training", "practice", name="Praktik")
    assert outline(split) == "stage: awareness, >motivation, >>hope, training, practice; problem: modal"
    assert dates(split) == {"training": (1, 2), "practice": (2, 2)}


def test_removing_a_code_with_sub_codes_has_to_be_meant() -> None:
    with pytest.raises(CodebookProblem, match="has 2 codes below it"):
        remove_code(BOOK, "awareness")
    assert outline(remove_code(BOOK, "awareness", with_children=True)) == "stage: training; problem: modal"


def test_an_unknown_code_is_answered_with_the_nearest() -> None:
    with pytest.raises(CodeNotFound, match="did you mean 'training'"):
        move_code(BOOK, "trainig")


@settings(max_examples=40, deadline=None)
@given(codebooks(), st.data())
def test_merging_any_codes_into_any_loses_no_other(codebook: Codebook, data: st.DataObject) -> None:
    keys = [code.key for code in codebook.codes]
    into = data.draw(st.sampled_from(keys))
    gone = data.draw(st.sets(st.sampled_from(keys)))
    merged = merge_codes(codebook, gone, into=into)
    assert {code.key for code in merged.codes} == set(keys) - gone | {into}
