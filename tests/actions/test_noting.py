from pathlib import Path

import pytest

from qualcode.actions.coding import Passage
from qualcode.actions.noting import Subject
from qualcode.actions.theming import ThemeChange
from qualcode.errors import AlreadyThere, CodeNotFound, RecordNotFound, UsageError
from qualcode.project import Project
from tests.study import ZUL, Study


def test_a_memo_can_be_about_anything(rani: Project) -> None:
    rani.code("W1-zul", "di rumah", "awareness")
    rani.theme("otodidak", "Orang belajar sendiri.")
    start = ZUL.index("Kami dibina")
    subjects = {
        "project": None,
        "W1-zul": Subject(source="W1-zul"),
        f"W1-zul {start}:{start + 11}": Subject(passage=Passage(source="W1-zul", quote="Kami dibina")),
        "capital": Subject(code="Modal"),
        "W1-zul.2 awareness": Subject(coding="W1-zul.2"),
        "zul": Subject(case="zul"),
        "otodidak": Subject(theme="otodidak"),
        "zul x capital": Subject(case="zul", code="capital"),
    }
    for name, subject in subjects.items():
        rani.memo(f"tentang {name}", subject)
    assert {(each.subject, each.memo.text) for each in rani.memos()} == {
        (name, f"tentang {name}") for name in subjects
    }


def test_a_memo_about_two_things_at_once_is_refused(rani: Project) -> None:
    for subject in (Subject(source="W1-zul", code="capital"), Subject(theme="x", case="zul")):
        with pytest.raises(UsageError, match="one thing"):
            rani.memo("?", subject)


def test_an_empty_memo_is_refused(rani: Project) -> None:
    with pytest.raises(UsageError):
        rani.memo(" \n")


def test_memos_are_each_coders_own_until_released(rani: Project, bayu: Project) -> None:
    rani.memo("rahasia")
    assert bayu.memos() == []
    rani.release("rani")
    assert [(each.memo.text, each.coder) for each in bayu.memos()] == [("rahasia", "rani")]
    with pytest.raises(RecordNotFound):
        bayu.remove_memo(bayu.memos()[0].memo.id)


def test_a_memo_is_taken_away_by_the_beginning_of_its_id(rani: Project) -> None:
    memo = rani.memo("salah")
    with pytest.raises(RecordNotFound):
        rani.remove_memo(memo.id[:2])
    rani.remove_memo(memo.id[:8])
    assert rani.memos() == []


def test_a_theme_needs_a_claim_and_grows(rani: Project) -> None:
    with pytest.raises(UsageError, match="a claim"):
        rani.theme("otodidak")
    made = rani.code("W1-zul", "di rumah", "awareness")
    rani.theme("otodidak", "Orang belajar sendiri.", change=ThemeChange(codes=["awareness"]))
    more = ThemeChange(codes=["Modal"], evidence_for=["W1-zul.2"], verdicts={"document": "diam"})
    theme = rani.theme("otodidak", change=more)
    assert (theme.claim, len(theme.code_ids), theme.evidence_for) == ("Orang belajar sendiri.", 2, (made.id,))
    assert theme.verdicts == {"document": "diam"}


def test_evidence_for_becomes_evidence_against(rani: Project) -> None:
    made = rani.code("W1-zul", "di rumah", "awareness")
    rani.theme("otodidak", "Orang belajar sendiri.", change=ThemeChange(evidence_for=["W1-zul.2"]))
    theme = rani.theme("otodidak", change=ThemeChange(evidence_against=["W1-zul.2"]))
    assert (theme.evidence_for, theme.evidence_against) == ((), (made.id,))


def test_a_verdict_is_on_a_kind_of_source(rani: Project) -> None:
    with pytest.raises(UsageError, match=r"'surat' is no kind of source .*observation"):
        rani.theme("x", "Y.", change=ThemeChange(verdicts={"surat": "?"}))


def test_themes_are_imported_all_or_none(study: Study, rani: Project) -> None:
    head = "name,claim,codes,verdict_observation\n"
    good = "otodidak,Orang belajar sendiri.,awareness;capital,sejalan\n"
    with pytest.raises(CodeNotFound, match=r"t\.csv, row 3.*'nothing'"):
        rani.import_themes(study.file("t.csv", head + good + "b,C.,nothing,\n"))
    assert rani.themes() == []
    rani.import_themes(study.file("t.csv", head + good))
    (theme,) = rani.themes()
    assert (theme.name, len(theme.code_ids), theme.verdicts) == ("otodidak", 2, {"observation": "sejalan"})
    with pytest.raises(AlreadyThere, match="row 2"):
        rani.import_themes(study.file("t.csv", head + good))
    with pytest.raises(UsageError, match="no name"):
        rani.import_themes(study.file("t.csv", "claim\nBegitu.\n"))


def test_a_theme_is_taken_away_and_brought_back(rani: Project, tmp_path: Path) -> None:
    rani.theme("otodidak", "Orang belajar sendiri.")
    rani.remove_theme("OTO")
    assert rani.themes() == []
    rani.undo()
    assert [theme.name for theme in rani.themes()] == ["otodidak"]


def test_a_coding_that_goes_is_evidence_no_more(rani: Project) -> None:
    rani.code("W1-zul", "di rumah", "awareness")
    rani.theme("otodidak", "Orang belajar sendiri.", change=ThemeChange(evidence_for=["W1-zul.2"]))
    rani.uncode("W1-zul.2")
    assert rani.themes()[0].evidence_for == ()
    rani.undo()
    assert len(rani.themes()[0].evidence_for) == 1
