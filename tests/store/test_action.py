from dataclasses import fields, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualcode.errors import AlreadyThere, QualcodeError, RecordNotFound, StaleEdit, UsageError
from qualcode.model import CONTEXT, Code, Codebook, Coding, Memo, MemoOn, Setting, Span, clean, fresh
from qualcode.model.forms import KINDS
from qualcode.store import rows
from qualcode.store.schema import ORDER, table_of
from tests.store.study import AWARENESS, BUDI, CAPACITY, RANI, ZUL, Study, coding, note

LEARN = ZUL.spans["learn"]


def test_every_kind_has_a_table_with_its_fields_as_columns() -> None:
    for kind, record_type in KINDS.items():
        names = [field.name for field in fields(record_type) if field.name not in ("frameworks", "codes")]
        assert list(table_of(kind).columns.keys()) == names
        assert kind in ORDER


def test_a_record_comes_back_from_its_row_as_it_was() -> None:
    for record in (ZUL.source, ZUL.revision, AWARENESS, coding(RANI, LEARN), *ZUL.speakers):
        kind = type(record).__name__.lower()
        assert rows.record_of(kind, rows.row_of(record)) == record


def test_a_coding_takes_its_quote_and_context_from_the_text(made: Study) -> None:
    stored = made.code(RANI, LEARN, quote="what anyone claims")
    assert stored.quote == "belajar sendiri"
    assert stored.before == ZUL.text[max(0, LEARN.start - CONTEXT) : LEARN.start]
    assert made.codings(RANI) == [stored]


def test_an_unplaced_coding_keeps_the_quote_it_came_with(made: Study) -> None:
    with made.store.action(RANI, "import_codings") as act:
        act.put(replace(coding(RANI, LEARN), start=None, end=None, quote="kata orang"))
    assert made.codings(RANI)[0].quote == "kata orang"
    made.store.undo(RANI)
    made.store.redo(RANI)
    assert made.codings(RANI)[0].quote == "kata orang"


def test_a_place_outside_the_text_is_refused(made: Study) -> None:
    with pytest.raises(UsageError, match="no place"):
        made.code(RANI, Span(0, len(ZUL.text) + 1))


def test_an_action_is_one_event_with_its_changes(made: Study) -> None:
    with made.store.action(RANI, "code", summary="two") as act:
        act.put(coding(RANI, LEARN))
        act.put(coding(RANI, LEARN, code=CAPACITY))
    assert act.event is not None
    with made.store.view(RANI) as view:
        assert view.events()[-1] == act.event
        changes = [change for _, change in view.changes(act.event.seq - 1)]
    assert [(change.kind, change.before) for change in changes] == [("coding", None)] * 2
    assert "belajar" not in str(changes)


def test_an_exception_leaves_nothing_behind(made: Study) -> None:
    with made.store.view(RANI) as view:
        before = view.seq
    with pytest.raises(RecordNotFound), made.store.action(RANI, "code") as act:
        act.text(act.put(coding(RANI, LEARN)).id)  # which is no revision
    assert made.codings(RANI) == []
    with made.store.view(RANI) as view:
        assert view.seq == before


def test_an_action_that_changes_nothing_is_no_event(made: Study) -> None:
    stored = made.code(RANI, LEARN)
    with made.store.action(RANI, "code") as act:
        assert act.put(stored) == stored
        act.remove(act.put(coding(RANI, LEARN, code=CAPACITY)))
    assert act.event is None


def test_putting_and_removing_in_one_action_cancel_out(made: Study) -> None:
    with made.store.action(RANI, "code") as act:
        kept = act.put(coding(RANI, LEARN))
        act.remove(act.put(coding(RANI, LEARN, code=CAPACITY)))
        act.put(replace(kept, negative=True))
    with made.store.view(RANI) as view:
        assert act.event is not None
        ((_, change),) = view.changes(act.event.seq - 1)
    assert change.before is None
    assert change.after is not None
    assert change.after["negative"] is True


def test_an_edit_of_what_somebody_changed_since_is_refused_by_name(made: Study) -> None:
    with made.store.view(RANI) as view:
        (read,) = view.all(Code, key="awareness")
    with made.store.action(BUDI, "rename_code") as act:
        act.put(replace(read, color="#ff0000"))
    with pytest.raises(StaleEdit, match="budi"), made.store.action(RANI, "rename_code") as act:
        act.put(replace(read, color="#00ff00"))


def test_an_edit_of_what_somebody_removed_since_is_refused_by_name(made: Study) -> None:
    with made.store.view(RANI) as view:
        (read,) = view.all(Code, key="awareness")
    with made.store.action(BUDI, "remove_code") as act:
        act.remove(read)
    with pytest.raises(StaleEdit, match="budi"), made.store.action(RANI, "rename_code") as act:
        act.put(replace(read, color="#00ff00"))


def test_the_same_coding_twice_is_refused_and_the_action_can_go_on(made: Study) -> None:
    made.code(RANI, LEARN)
    with made.store.action(RANI, "import_codings") as act:
        with pytest.raises(AlreadyThere, match="coding"):
            act.put(coding(RANI, LEARN))
        act.put(coding(RANI, LEARN, code=CAPACITY))
        act.put(coding(BUDI, LEARN))
    with made.store.action(RANI, "look") as act:
        assert len(act.everyone(Coding)) == 3


def test_many_at_once_are_all_or_none(made: Study) -> None:
    one, other = coding(RANI, LEARN), coding(RANI, LEARN, code=CAPACITY)
    with made.store.action(RANI, "code") as act:
        with pytest.raises(AlreadyThere):
            act.put_all([one, other, replace(one, id=fresh())])
        assert act.all(Coding) == []


def test_a_bulk_load_equals_single_puts(made: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qualcode.store.action.BULK", 3)
    spans = [Span(start, start + 4) for start in range(20, 30)]
    with made.store.action(RANI, "import_codings") as act:
        stored = act.put_all([coding(RANI, span) for span in spans])
    assert sorted(made.codings(RANI), key=lambda each: each.start or 0) == stored
    assert stored[0].quote == spans[0].of(ZUL.text)
    with pytest.raises(AlreadyThere):
        made.code(RANI, spans[0])
    made.store.undo(RANI)
    assert made.codings(RANI) == []


def test_a_bulk_load_with_a_double_is_refused_whole(made: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qualcode.store.action.BULK", 3)
    with pytest.raises(AlreadyThere, match="coding"), made.store.action(RANI, "import_codings") as act:
        act.put_all([coding(RANI, LEARN) for _ in range(7)])
    assert made.codings(RANI) == []
    made.code(RANI, LEARN)
    with pytest.raises(AlreadyThere):
        made.code(RANI, LEARN)


def test_nothing_in_use_is_removed(made: Study) -> None:
    made.code(RANI, LEARN)
    in_use = pytest.raises(QualcodeError, match="still in use: 1 coding by rani")
    with in_use, made.store.action(RANI, "remove_code") as act:
        act.remove(act.all(Code, key="awareness")[0])


def test_a_memo_keeps_what_it_is_about(made: Study) -> None:
    stored = made.code(RANI, LEARN)
    with made.store.action(RANI, "memo") as act:
        act.put(Memo(id=fresh(), coder_id=RANI.id, text="?", about=MemoOn.CODING, target_id=stored.id))
    with pytest.raises(QualcodeError, match="1 memo"), made.store.action(RANI, "uncode") as act:
        act.remove(stored)


def test_what_refers_to_nothing_is_refused(made: Study) -> None:
    with pytest.raises(StaleEdit), made.store.action(RANI, "code") as act:
        act.put(replace(coding(RANI, LEARN), code_id=fresh()))


def test_the_codebook_version_rises_with_every_event_that_changes_it(made: Study) -> None:
    with made.store.action(RANI, "rename_code") as act:
        act.put(replace(act.all(Code, key="awareness")[0], key="sadar"))
    made.code(RANI, LEARN)
    with made.store.action(RANI, "setting") as act:
        act.put(Setting.of("title", "UMKM"))
    made.store.undo(RANI)
    with made.store.view(RANI) as view:
        now, then = view.codebook(), view.codebook(at_version=1)
    assert now is not None
    assert then is not None
    assert (now.version, [code.key for code in now.codes]) == (2, ["sadar", "capacity"])
    assert (then.version, [code.key for code in then.codes]) == (1, ["awareness", "capacity"])


def test_undoing_a_change_of_the_codebook_is_a_new_version(made: Study) -> None:
    with made.store.action(RANI, "rename_code") as act:
        act.put(replace(act.all(Code, key="awareness")[0], key="sadar"))
        act.put(replace(act.all(Codebook)[0], version=2))
    made.store.undo(RANI)
    with made.store.view(RANI) as view:
        versions = [view.codebook(at_version=version) for version in (1, 2, 3)]
    keys = [[code.key for code in each.codes] for each in versions if each]
    assert keys == [["awareness", "capacity"], ["sadar", "capacity"], ["awareness", "capacity"]]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.text())
def test_any_text_comes_back_as_it_was(made: Study, raw: str) -> None:
    with made.store.action(RANI, "memo") as act:
        stored = act.put(note(clean(raw).text))
    with made.store.view(RANI) as view:
        assert view.get(Memo, stored.id) == stored
