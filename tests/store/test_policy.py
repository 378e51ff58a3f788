from dataclasses import replace

import pytest

from qualcode.errors import NotAllowed
from qualcode.model import (
    Coder,
    CoderRole,
    Coding,
    Condensation,
    Decision,
    Evidence,
    Guid,
    Memo,
    MemoOn,
    NotAsked,
    Reading,
    Record,
    Remark,
    Review,
    Setting,
    Suggestion,
    Verdict,
    fresh,
)
from tests.store.study import AWARENESS, BUDI, CAPACITY, GROUP, RANI, SRI, ZUL, Study, at, coding

LEARN, JOIN = ZUL.spans["learn"], GROUP.spans["join"]
NEWCOMER = Coder(id=fresh(), handle="newcomer", role=CoderRole.SUPERVISOR)


def everything_of(who: Coder, coding_id: Guid) -> list[Record]:
    place = at(ZUL, LEARN)
    return [
        Reading(id=fresh(), coder_id=who.id, **place),
        Decision(
            id=fresh(),
            coder_id=who.id,
            verdict=Verdict.REJECT,
            at="",
            code_id=CAPACITY.id,
            method="keywords",
            version="1",
            score=0.5,
            **place,
        ),
        Condensation(id=fresh(), coding_id=coding_id, coder_id=who.id, text="otodidak"),
        NotAsked(id=fresh(), coder_id=who.id, source_id=GROUP.source.id, code_id=AWARENESS.id),
        Memo(id=fresh(), coder_id=who.id, text="?", about=MemoOn.PROJECT),
        Review(id=fresh(), coding_id=coding_id, coder_id=who.id, remark=Remark.COMMENT),
    ]


def test_a_second_coder_is_blind_to_the_first_until_released(made: Study) -> None:
    stored = made.code(RANI, LEARN)
    records: list[Record] = everything_of(RANI, stored.id)
    with made.store.action(RANI, "work") as act:
        act.put_all(records)
    assert act.event is not None
    with made.store.view(BUDI) as view:
        for kind in (Coding, *map(type, records)):
            assert view.all(kind) == []
            assert view.count(kind) == 0
            assert view.columns(kind, ["id"]) == {"id": []}
        assert view.get(Coding, stored.id) is None
        assert view.changes(act.event.seq - 1) == []
        assert view.events()[-1].summary == ""
    with made.store.action(RANI, "release") as act:
        act.put(replace(act.all(Coder, handle="rani")[0], released=True))
    with made.store.view(BUDI) as view:
        assert view.get(Coding, stored.id) == stored
        assert all(view.count(type(record)) == 1 for record in records)
        assert view.events()[-2].action == "work"


def test_a_supervisor_sees_everything_and_changes_nothing_of_others(made: Study) -> None:
    stored = made.code(RANI, LEARN)
    assert made.codings(SRI) == [stored]
    with pytest.raises(NotAllowed, match="leave a review"), made.store.action(SRI, "uncode") as act:
        act.remove(stored)


def test_a_review_shows_to_the_coder_it_is_about(made: Study) -> None:
    stored = made.code(RANI, LEARN)
    with made.store.action(SRI, "review") as act:
        review = act.put(Review(id=fresh(), coding_id=stored.id, coder_id=SRI.id, remark=Remark.QUERY))
    with made.store.view(RANI) as view:
        assert view.all(Review) == [review]
    with made.store.view(BUDI) as view:
        assert view.all(Review) == []


def test_nobody_writes_in_anothers_name_but_imports_for_who_never_acted_here(made: Study) -> None:
    with pytest.raises(NotAllowed, match="rani"), made.store.action(RANI, "code") as act:
        act.put(coding(BUDI, LEARN))
    with made.store.action(RANI, "import_codings") as act:
        act.put(coding(BUDI, LEARN))
    assert len(made.codings(BUDI)) == 1


def test_only_a_supervisor_imports_for_somebody_who_works_here_too(made: Study) -> None:
    made.code(BUDI, LEARN)
    with (
        pytest.raises(NotAllowed, match="rani cannot add or take away work of budi"),
        made.store.action(RANI, "import_codings") as act,
    ):
        act.put(coding(BUDI, ZUL.spans["poor"]))
    with made.store.action(SRI, "import_codings") as act:
        act.put(coding(BUDI, ZUL.spans["poor"]))
    assert len(made.codings(BUDI)) == 2


def test_nobody_makes_another_persons_coding_their_own(made: Study) -> None:
    stored = made.code(RANI, LEARN)
    with pytest.raises(NotAllowed), made.store.action(BUDI, "code") as act:
        act.put(replace(stored, coder_id=BUDI.id))


def test_a_coder_releases_only_themself_and_a_supervisor_anyone(made: Study) -> None:
    with pytest.raises(NotAllowed, match="ask a supervisor"), made.store.action(BUDI, "release") as act:
        act.put(replace(act.all(Coder, handle="rani")[0], released=True))
    with made.store.action(SRI, "release") as act:
        act.put(replace(act.all(Coder, handle="rani")[0], released=True))


def test_nobody_makes_themself_supervisor_where_there_is_one(made: Study) -> None:
    with pytest.raises(NotAllowed), made.store.action(BUDI, "set_coder") as act:
        act.put(replace(act.all(Coder, handle="budi")[0], role=CoderRole.SUPERVISOR))


def test_who_is_not_in_the_project_has_no_rights_by_saying_so(made: Study) -> None:
    made.code(RANI, LEARN)
    assert made.codings(NEWCOMER) == []
    with made.store.action(NEWCOMER, "join") as act:
        act.put(NEWCOMER)


def suggestion(code_id: Guid = AWARENESS.id, evidence: tuple[Evidence, ...] = ()) -> Suggestion:
    return Suggestion(
        id=fresh(),
        source_id=ZUL.source.id,
        revision_id=ZUL.revision.id,
        start=LEARN.start,
        end=LEARN.end,
        code_id=code_id,
        method="keywords",
        version="1",
        score=0.5,
        evidence=evidence,
    )


def suggest(made: Study, *suggestions: Suggestion) -> None:
    made.store.replace_suggestions(RANI, "keywords", suggestions, revision_ids=[ZUL.revision.id])


def read(made: Study, who: Coder, start: int, end: int, code_ids: tuple[Guid, ...] = ()) -> None:
    with made.store.action(who, "mark_read") as act:
        act.put(
            Reading(
                id=fresh(),
                coder_id=who.id,
                source_id=ZUL.source.id,
                revision_id=ZUL.revision.id,
                start=start,
                end=end,
                code_ids=code_ids,
            )
        )


def test_suggestions_show_once_the_source_is_coded_through(made: Study) -> None:
    proposed = suggestion(evidence=(Evidence(kind="keyword", label="belajar", start=0, end=7),))
    suggest(made, proposed)
    with made.store.view(RANI) as view:
        assert view.all(Suggestion) == []
        assert view.hidden_suggestions() == {ZUL.source.id: 1}
    read(made, RANI, 0, LEARN.end)
    with made.store.view(RANI) as view:
        assert view.all(Suggestion) == []
    read(made, RANI, LEARN.end, len(ZUL.text))
    with made.store.view(RANI) as view:
        assert view.all(Suggestion) == [proposed]
        assert view.hidden_suggestions() == {}
    with made.store.view(BUDI) as view:
        assert view.all(Suggestion) == []


def test_reading_for_some_codes_shows_the_suggestions_of_these(made: Study) -> None:
    mine, other = suggestion(), suggestion(CAPACITY.id)
    suggest(made, mine, other)
    read(made, RANI, 0, len(ZUL.text), (AWARENESS.id,))
    with made.store.view(RANI) as view:
        assert view.all(Suggestion) == [mine]
        assert view.hidden_suggestions() == {ZUL.source.id: 1}


def test_a_setting_shows_suggestions_always(made: Study) -> None:
    proposed = suggestion()
    suggest(made, proposed)
    with made.store.action(RANI, "set_setting") as act:
        act.put(Setting.of("show_suggestions", "always"))
    with made.store.view(BUDI) as view:
        assert view.all(Suggestion) == [proposed]


def test_suggestions_are_replaced_per_method_and_leave_no_event(made: Study) -> None:
    with made.store.view(RANI) as view:
        before = view.seq
    suggest(made, suggestion())
    suggest(made, suggestion(), suggestion(CAPACITY.id))
    with made.store.view(RANI) as view:
        assert view.hidden_suggestions() == {ZUL.source.id: 2}
        assert view.seq == before


def test_suggestions_of_a_removed_code_go_with_it(made: Study) -> None:
    suggest(made, suggestion())
    with made.store.action(RANI, "remove_code") as act:
        act.remove(act.codebook().find("awareness"))  # type: ignore[union-attr, arg-type]  # both are there
    with made.store.view(RANI) as view:
        assert view.hidden_suggestions() == {}
