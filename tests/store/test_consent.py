from dataclasses import replace
from pathlib import Path

import pytest

from qualcode.errors import NotAllowed, RecordNotFound, UndoRefused
from qualcode.model import (
    Case,
    Coding,
    Condensation,
    ConsentState,
    Decision,
    Event,
    Memo,
    MemoOn,
    Remark,
    Review,
    Revision,
    Source,
    Speaker,
    Suggestion,
    Theme,
    Translation,
    Verdict,
    fresh,
)
from qualcode.store import Store
from tests.store.study import AWARENESS, BUDI, CASES, GROUP, RANI, SRI, ZUL, Study, at, coding

LEARN, JOIN, CASH = ZUL.spans["learn"], GROUP.spans["join"], GROUP.spans["cash"]
BLOCK = "\u2588"


def test_withdrawal_takes_a_case_out_of_sight_everywhere_at_once(made: Study) -> None:
    hers = made.code(RANI, JOIN, of=GROUP)
    his = made.code(RANI, CASH, of=GROUP)
    with made.store.action(RANI, "memo") as act:
        for about, target in ((MemoOn.CODING, hers.id), (MemoOn.CASE, CASES["Astuti"].id)):
            act.put(Memo(id=fresh(), coder_id=RANI.id, text="?", about=about, target_id=target))
        act.put(Condensation(id=fresh(), coding_id=hers.id, coder_id=RANI.id, text="menenun"))
        act.put(
            Translation(
                id=fresh(),
                **at(GROUP, JOIN),
                language="en",
                text="I joined in weaving",
            )
        )
    made.withdraw("Astuti")
    with made.store.view(SRI) as view:
        assert view.all(Coding) == [his]
        assert view.all(Memo) == []
        assert view.all(Condensation) == []
        assert view.all(Translation) == []
        text = view.text(GROUP.revision.id)
        assert view.events()[-2] not in [event for event, _ in view.changes()]
        with pytest.raises(NotAllowed):
            view.original(GROUP.source.id)
    assert len(text) == len(GROUP.text)
    assert JOIN.of(text) == BLOCK * len(JOIN)
    assert CASH.of(text) == "pakai tunai"


def test_a_source_whose_informants_all_withdrew_is_out_of_sight(made: Study) -> None:
    made.code(RANI, LEARN)
    made.code(RANI, ZUL.spans["begin"])
    made.withdraw("Zul")
    with made.store.view(RANI) as view:
        assert [source.name for source in view.all(Source)] == ["G1"]
        assert view.all(Coding) == []
        assert view.all(Revision, source_id=ZUL.source.id) == []
        assert view.all(Speaker, source_id=ZUL.source.id) == []
        with pytest.raises(RecordNotFound):
            view.text(ZUL.revision.id)
        with pytest.raises(RecordNotFound):
            view.original(ZUL.source.id)


def test_consent_given_again_brings_everything_back(made: Study) -> None:
    stored = made.code(RANI, LEARN)
    made.withdraw("Zul")
    made.store.undo(RANI)
    assert made.codings(RANI) == [stored]
    with made.store.view(RANI) as view:
        assert view.text(ZUL.revision.id) == ZUL.text


def test_a_quote_that_runs_into_withdrawn_words_is_out_of_sight(made: Study) -> None:
    across = GROUP.at("Herman: Saya")
    made.code(RANI, replace(across, start=JOIN.start), of=GROUP)
    made.withdraw("Astuti")
    assert made.codings(RANI) == []


def work_on(made: Study) -> Coding:
    """Leave traces of Zul of every kind."""
    stored = made.code(RANI, LEARN)
    removed = made.code(BUDI, ZUL.spans["poor"])
    made.code(RANI, ZUL.spans["begin"])
    place = at(ZUL, LEARN)
    with made.store.action(RANI, "work", summary="W1-zul") as act:
        (zul,) = act.all(Case, id=CASES["Zul"].id)
        act.put(Condensation(id=fresh(), coding_id=stored.id, coder_id=RANI.id, text="otodidak"))
        act.put(Translation(id=fresh(), language="en", text="taught myself", **place))
        act.put(
            Memo(id=fresh(), coder_id=RANI.id, text="duafa", about=MemoOn.CASE, target_id=CASES["Zul"].id)
        )
        act.put(Theme(id=fresh(), name="t", claim="c", coder_id=RANI.id, evidence_for=(stored.id,)))
        act.put(
            Decision(
                id=fresh(),
                coder_id=RANI.id,
                verdict=Verdict.ACCEPT,
                at="",
                code_id=AWARENESS.id,
                method="keywords",
                version="1",
                score=1.0,
                **place,
            )
        )
        act.put(replace(coding(RANI, ZUL.spans["training"]), start=None, end=None, quote="kata lepas"))
        act.put(replace(zul, attributes={"usaha": "pelat motor"}))
    with made.store.action(SRI, "review") as act:
        act.put(Review(id=fresh(), coding_id=stored.id, coder_id=SRI.id, remark=Remark.COMMENT, text="bagus"))
    with made.store.action(BUDI, "uncode") as act:
        act.remove(removed)
    made.store.log_export(RANI, Path("outputs/coded.docx"), [CASES["Zul"].id])
    made.store.log_export(RANI, Path("outputs/other.docx"), [CASES["Herman"].id])
    proposed = Suggestion(id=fresh(), code_id=AWARENESS.id, method="k", version="1", score=1.0, **place)
    made.store.replace_suggestions(RANI, "k", [proposed], revision_ids=[ZUL.revision.id])
    return stored


WORDS = [
    "belajar sendiri",
    "modal",
    "pelatihan",
    "otodidak",
    "taught",
    "duafa",
    "kata lepas",
    "pelat motor",
    "bagus",
    "Zul",
    "zul",
]


def test_erasure_leaves_no_word_of_the_case_in_the_files(tmp_path: Path) -> None:
    from tests.store.study import study

    with study(tmp_path) as made:
        work_on(made)
        report = made.store.erase(RANI, CASES["Zul"].id)
        assert report.complete
        for file in tmp_path.iterdir():
            data = file.read_bytes()
            assert [word for word in WORDS if word.encode() in data] == []
        assert made.store.check() == []
    with Store.open(tmp_path / "qualcode.db") as store:
        assert store.check() == []


def test_erasure_says_what_it_removed_and_where_else_the_case_is(made: Study) -> None:
    work_on(made)
    report = made.store.erase(RANI, CASES["Zul"].id)
    assert report.source_ids == (ZUL.source.id,)
    assert report.removed == {
        "coding": 2,
        "condensation": 1,
        "decision": 1,
        "memo": 1,
        "review": 1,
        "translation": 1,
    }
    assert [export.path for export in report.exports] == ["outputs/coded.docx"]


def test_erasure_keeps_offsets_the_event_and_others_words(made: Study) -> None:
    made.code(RANI, JOIN, of=GROUP)
    his = made.code(RANI, CASH, of=GROUP)
    made.store.erase(RANI, CASES["Astuti"].id)
    with made.store.view(RANI) as view:
        (left,) = view.all(Coding)
        (revision,) = view.all(Revision, source_id=GROUP.source.id)
        text = view.text(GROUP.revision.id)
        last = view.events()[-1]
        (case,) = view.all(Case, id=CASES["Astuti"].id)
    assert (left.id, left.quote, left.span) == (his.id, his.quote, his.span)
    assert revision.redacted
    assert (len(text), CASH.of(text)) == (len(GROUP.text), "pakai tunai")
    assert "menenun" not in text
    assert "Astuti" not in text
    assert (last.action, case.consent) == ("erase", ConsentState.ERASED)
    assert "Astuti" not in case.name


def test_undo_passes_over_what_was_erased_and_says_so(made: Study) -> None:
    before = made.code(RANI, CASH, of=GROUP)
    erased = made.code(RANI, LEARN)
    with made.store.action(RANI, "uncode") as act:
        act.remove(erased)
    made.store.erase(RANI, CASES["Zul"].id)
    passed: list[Event] = []
    made.store.undo(RANI, on_passed=passed.append)
    assert made.codings(RANI) == []
    assert [each.action for each in passed] == ["uncode", "code"]
    made.store.redo(RANI)
    assert made.codings(RANI) == [before]
    assert made.store.check() == []


def test_where_only_what_was_erased_is_left_nothing_is_undone(made: Study) -> None:
    with made.store.action(BUDI, "memo") as act:
        act.put(Memo(id=fresh(), coder_id=BUDI.id, text="?", about=MemoOn.CASE, target_id=CASES["Zul"].id))
    made.store.erase(RANI, CASES["Zul"].id)
    with pytest.raises(UndoRefused, match=r"nothing to undo .* words that were erased"):
        made.store.undo(BUDI)


def test_copies_kept_before_migrations_go_with_an_erasure(made: Study) -> None:
    copy = made.store.path.with_name("qualcode-before-0001-20240301T080000Z.db")
    copy.write_bytes(b"an older state")
    report = made.store.erase(RANI, CASES["Zul"].id)
    assert report.copies == (copy,)
    assert not copy.exists()


def test_there_must_be_such_a_case(made: Study) -> None:
    with pytest.raises(RecordNotFound):
        made.store.erase(RANI, fresh())
