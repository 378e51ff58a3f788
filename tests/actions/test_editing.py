import pytest

from qualcode.actions.editing import CodingChange
from qualcode.errors import RecordNotFound, StaleEdit, UsageError
from qualcode.model import Coding, Memo, Span
from qualcode.project import Project


def coded(rani: Project) -> Coding:
    return rani.code("W1-zul", "Modal keluarga", "capital", memo="Satu", condensation="Uang keluarga")


def test_a_coding_moves_to_other_words_with_its_turn_and_keeps_its_reference(rani: Project) -> None:
    made = coded(rani)
    text = rani.open_source("W1-zul").text.text
    start = text.index("belajar sendiri di rumah")
    moved = rani.change_coding(made.id, CodingChange(at=Span(start, start + 15)), seen=made.seq)
    assert (moved.quote, moved.turn, moved.reference) == ("belajar sendiri", 2, made.reference)
    rani.undo()
    with rani.view() as view:
        assert view.all(Coding) == [made]


def test_what_nobody_changes_makes_no_event(rani: Project) -> None:
    made = coded(rani)
    before = rani.log(limit=1)
    same = CodingChange(code="capital", negative=False, memo="Satu", condensation="Uang keluarga")
    assert rani.change_coding(made.id, same) == made
    assert rani.log(limit=1) == before


def test_notes_are_replaced_and_taken_away(rani: Project) -> None:
    made = coded(rani)
    rani.change_coding(made.id, CodingChange(memo="Dua", condensation=""))
    with rani.view() as view:
        assert [memo.text for memo in view.all(Memo)] == ["Dua"]
    assert rani.condense(made.id, "") is None


def test_an_edit_of_what_was_changed_since_is_refused(rani: Project, bayu: Project) -> None:
    made = coded(rani)
    rani.mark_pinned(made.id)
    with pytest.raises(StaleEdit, match="rani changed this coding since"):
        rani.change_coding(made.id, CodingChange(negative=True), seen=made.seq)
    with pytest.raises(RecordNotFound):
        bayu.change_coding(made.id, CodingChange(negative=True))


def test_a_place_outside_of_the_text_is_refused(rani: Project) -> None:
    made = coded(rani)
    with pytest.raises(UsageError, match="is no stretch"):
        rani.change_coding(made.id, CodingChange(at=Span(0, 10_000)))
