from pathlib import Path

import pytest

from qualcode.actions.coding import Passage
from qualcode.actions.noting import Subject
from qualcode.actions.theming import ThemeChange
from qualcode.errors import AlreadyThere, CodeNotFound, RecordNotFound, StaleEdit, UsageError
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
    assert {(each.subject, each.memo.text) for each in rani.named_memos()} == {
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
    assert bayu.named_memos() == []
    rani.release("rani")
    assert [(each.memo.text, each.coder) for each in bayu.named_memos()] == [("rahasia", "rani")]
    with pytest.raises(RecordNotFound):
        bayu.remove_memo(bayu.named_memos()[0].memo.id)


def test_a_memo_is_taken_away_by_the_beginning_of_its_id(rani: Project) -> None:
    memo = rani.memo("salah")
    with pytest.raises(RecordNotFound):
        rani.remove_memo(memo.id[:2])
    rani.remove_memo(memo.id[:8])
    assert rani.named_memos() == []


def test_a_memo_is_written_anew_in_its_place(rani: Project, bayu: Project) -> None:
    memo = rani.memo("salah", Subject(source="W1-zul"))
    changed = rani.change_memo(memo.id, " benar ", seen=memo.seq)
    assert [(each.memo.text, each.subject) for each in rani.named_memos()] == [("benar", "W1-zul")]
    with pytest.raises(StaleEdit):
        rani.change_memo(memo.id, "lagi", seen=memo.seq)
    with pytest.raises(UsageError):
        rani.change_memo(memo.id, " ", seen=changed.seq)
    with pytest.raises(RecordNotFound):
        bayu.change_memo(memo.id, "bukan punyaku")
    rani.undo()
    assert rani.named_memos()[0].memo.text == "salah"


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


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (ThemeChange(verdicts={"surat": "?"}), r"'surat' is no kind of source .*observation.*conclusion"),
        (ThemeChange(relations={"conclusion": "aligned"}), r"'conclusion' is no kind of source"),
        (ThemeChange(relations={"interview": "maybe"}), r"'maybe' is no relation .*complements"),
    ],
)
def test_a_judgement_is_on_a_kind_of_source_and_of_a_known_kind(
    rani: Project, change: ThemeChange, message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        rani.theme("x", "Y.", change=change)


def test_how_kinds_of_source_stand_to_a_theme_is_said_in_either_language_and_taken_back(
    rani: Project,
) -> None:
    said = {"interviews": "sejalan", "Dokumentasi": "Contradicts", "observation": "complement"}
    theme = rani.theme("x", "Y.", change=ThemeChange(relations=said, verdicts={"conclusion": "Cukup."}))
    assert theme.relations == {
        "interview": "aligned",
        "document": "contradicts",
        "observation": "complements",
    }
    less = ThemeChange(relations={"document": ""}, verdicts={"conclusion": ""})
    theme = rani.theme("x", change=less)
    assert (set(theme.relations), theme.verdicts) == ({"interview", "observation"}, {})
    rani.undo()
    (theme,) = rani.themes()
    assert (len(theme.relations), theme.verdicts) == (3, {"conclusion": "Cukup."})


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


def test_a_table_of_themes_brings_evidence_and_judgements(study: Study, rani: Project) -> None:
    pro = rani.code("W1-zul", "di rumah", "awareness")
    contra = rani.code("W1-zul", "Modal keluarga", "capital")
    table = """name,claim,for,against,relation_interview,relation_observation,conclusion
otodidak,Orang belajar sendiri.,W1-zul.2; ,W1-zul.4 capital,sejalan,,Cukup didukung.
"""
    (theme,) = rani.import_themes(study.file("t.csv", table))
    assert (theme.evidence_for, theme.evidence_against) == ((pro.id,), (contra.id,))
    assert (theme.relations, theme.verdicts) == ({"interview": "aligned"}, {"conclusion": "Cukup didukung."})


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
