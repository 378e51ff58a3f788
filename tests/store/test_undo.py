from dataclasses import replace

import pytest

from qualcode.errors import UndoRefused
from qualcode.model import Code, Coding, Condensation, Memo, MemoOn, Source, fresh
from tests.store.study import BUDI, CAPACITY, RANI, SRI, ZUL, Study, coding

LEARN, POOR = ZUL.spans["learn"], ZUL.spans["poor"]


def test_undo_takes_back_the_whole_action_by_a_new_event(made: Study) -> None:
    with made.store.action(RANI, "code", summary="two") as act:
        act.put(coding(RANI, LEARN))
        act.put(coding(RANI, POOR))
    assert act.event is not None
    event = made.store.undo(RANI)
    assert (event.action, event.undoes, event.summary) == ("undo", act.event.id, "code two")
    assert made.codings(RANI) == []


def test_what_is_named_is_taken_back_or_nothing(made: Study) -> None:
    first, second = made.code(RANI, LEARN), made.code(RANI, POOR)
    with pytest.raises(UndoRefused, match="something else since"):
        made.store.undo(RANI, seen=first.seq)
    made.store.undo(RANI, seen=second.seq)
    with pytest.raises(UndoRefused, match="something else since"):
        made.store.undo(RANI, seen=second.seq)
    assert made.codings(RANI) == [first]
    made.store.undo(RANI, seen=first.seq)
    assert made.codings(RANI) == []


def test_what_another_did_right_after_does_not_stand_in_the_way(made: Study) -> None:
    made.code(RANI, LEARN)
    later = made.code(BUDI, POOR)
    made.store.undo(RANI, seen=later.seq)
    assert made.codings(RANI) == []
    with pytest.raises(UndoRefused, match="something else since"):
        made.store.undo(RANI, seen=later.seq)


def test_redo_brings_it_back_as_it_was(made: Study) -> None:
    stored = made.code(RANI, LEARN)
    made.store.undo(RANI)
    made.store.redo(RANI)
    assert made.codings(RANI) == [stored]
    assert made.codings(RANI)[0].quote == stored.quote


def test_undo_goes_back_step_by_step_and_redo_forth(made: Study) -> None:
    stored = made.code(RANI, LEARN)
    with made.store.action(RANI, "mark_negative") as act:
        marked = act.put(replace(stored, negative=True))
    made.store.undo(RANI)
    assert made.codings(RANI) == [stored]
    made.store.undo(RANI)
    assert made.codings(RANI) == []
    made.store.redo(RANI)
    made.store.redo(RANI)
    assert made.codings(RANI) == [marked]
    made.store.undo(RANI)
    assert made.codings(RANI) == [stored]


def test_undo_is_for_ones_own_actions(made: Study) -> None:
    mine = made.code(RANI, LEARN)
    made.code(BUDI, LEARN)
    made.store.undo(BUDI)
    assert made.codings(SRI) == [mine]
    with pytest.raises(UndoRefused, match="nothing to undo"):
        made.store.undo(BUDI)


def test_a_new_action_ends_redo(made: Study) -> None:
    made.code(RANI, LEARN)
    made.store.undo(RANI)
    made.code(RANI, POOR)
    with pytest.raises(UndoRefused, match="nothing to redo"):
        made.store.redo(RANI)


def test_redo_is_refused_where_nothing_was_undone(made: Study) -> None:
    made.code(RANI, LEARN)
    with pytest.raises(UndoRefused, match="nothing to redo"):
        made.store.redo(RANI)


def test_undo_is_refused_where_somebody_changed_the_same_later(made: Study) -> None:
    with made.store.action(RANI, "rename_code") as act:
        act.put(replace(act.all(Code, key="awareness")[0], key="sadar"))
    with made.store.action(BUDI, "recolour", summary="sadar") as act:
        act.put(replace(act.all(Code, key="sadar")[0], color="#aa0000"))
    with pytest.raises(UndoRefused, match=r"budi changed the same code later \(recolour sadar\)"):
        made.store.undo(RANI)
    made.store.undo(BUDI)
    made.store.undo(RANI)
    with made.store.view(RANI) as view:
        assert [code.key for code in view.all(Code)] == ["awareness", "capacity"]


def test_two_coders_undo_their_own_codes_of_one_codebook(made: Study) -> None:
    for who, key in ((RANI, "one"), (BUDI, "two")):
        with made.store.action(who, "add_code") as act:
            act.put(replace(CAPACITY, id=fresh(), key=key, position=5))
    made.store.undo(RANI)
    with made.store.view(RANI) as view:
        assert [code.key for code in view.all(Code)] == ["awareness", "capacity", "two"]
    made.store.redo(RANI)
    made.store.undo(BUDI)
    with made.store.view(RANI) as view:
        assert [code.key for code in view.all(Code)] == ["awareness", "capacity", "one"]


def test_undo_is_refused_where_others_depend_on_what_would_go(made: Study) -> None:
    with made.store.action(RANI, "add_code") as act:
        new = act.put(replace(CAPACITY, id=fresh(), key="new", position=2))
    made.code(BUDI, LEARN, code=new)
    with pytest.raises(UndoRefused, match="1 coding by budi"):
        made.store.undo(RANI)
    made.store.undo(BUDI)
    made.store.undo(RANI)


def test_a_removal_with_all_that_hung_on_it_is_undone_whole(made: Study) -> None:
    stored = made.code(RANI, LEARN)
    with made.store.action(RANI, "condense") as act:
        note = act.put(Condensation(id=fresh(), coding_id=stored.id, coder_id=RANI.id, text="otodidak"))
        memo = act.put(Memo(id=fresh(), coder_id=RANI.id, text="!", about=MemoOn.CODING, target_id=stored.id))
    with made.store.action(RANI, "uncode") as act:
        for record in (note, memo, stored):
            act.remove(record)
    made.store.undo(RANI)
    with made.store.view(RANI) as view:
        assert view.all(Coding) == [stored]
        assert view.all(Condensation) == [note]
        assert view.all(Memo) == [memo]


def test_adding_a_source_is_undone_and_redone_with_its_text(made: Study) -> None:
    with made.store.action(RANI, "apply_codebook") as act:
        for code in act.all(Code):
            act.remove(code)
    for _ in range(3):
        made.store.undo(RANI)
    with made.store.view(RANI) as view:
        assert view.all(Source) == []
    made.store.redo(RANI)
    with made.store.view(RANI) as view:
        assert view.text(ZUL.revision.id) == ZUL.text
        assert view.original(ZUL.source.id) == ZUL.text.encode()


def test_joining_and_founding_are_not_undone(made: Study) -> None:
    with pytest.raises(UndoRefused, match="nothing to undo"):
        made.store.undo(SRI)
