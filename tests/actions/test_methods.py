from pathlib import Path

import pytest

from qualcode.actions.checking import Answer
from qualcode.actions.translating import Into
from qualcode.exports.blocks import Heading, Paragraph
from qualcode.exports.methods import methods_blocks
from qualcode.model import ConsentState, Verdict
from qualcode.project import Project
from tests.study import Study


def told(project: Project, language: str = "en") -> str:
    """The account as running text, headings on lines of their own."""
    blocks = methods_blocks(project.methods(language=language), language=language)
    return "\n".join(str(each.text) for each in blocks if isinstance(each, Heading | Paragraph))


def test_figures_are_those_of_the_project(rani: Project) -> None:
    rani.code("W1-zul", "belajar sendiri di rumah", "awareness", memo="satu")
    rani.code("W1-zul", "belajar sendiri di rumah", "capacity", negative=True)
    rani.code("W1-zul", "Modal keluarga", in_vivo=True, framework="problems")
    rani.mark_read("W1-zul")
    facts = rani.methods()
    assert [(each.name, each.kind) for each in facts.sources] == [
        ("O1-pelatihan", "observation"), ("W1-zul", "interview"), ("W2-lina", "interview"),
    ]  # fmt: skip
    assert (facts.informants, facts.codings, facts.passages, facts.negative, facts.memos) == (2, 3, 2, 1, 1)
    assert facts.origins == {"by_hand": 2, "in_vivo": 1}
    assert (facts.codes, facts.codes_first, facts.version) == (5, 4, 2)
    assert [(each.handle, each.codings, each.read) for each in facts.coders] == [("rani", 3, 1)]


def test_who_withdrew_is_no_longer_an_informant(rani: Project, study: Study) -> None:
    rani.add([study.file("F1.txt", "P: Modal?\nAni: Sendiri.\nBudi: Dari bank.\nAni: Begitu.\nBudi: Ya.\n")])
    rani.set_consent("Ani", ConsentState.WITHDRAWN)
    assert rani.methods().informants == 3


def test_a_study_without_anything_claims_nothing(study: Study) -> None:
    with Project.create(study.folder.parent / "bare", coder="rani") as bare:
        text = told(bare)
    assert [line for line in text.splitlines()[1:] if not line.startswith("Coding was done with")] == [
        "Software"
    ]


def test_decisions_and_when_suggestions_were_shown_are_told(rani: Project) -> None:
    assert "No code was suggested" not in told(rani)
    rani.mark_read("W1-zul")
    rani.suggest()
    first, second, *_ = rani.pending()
    rani.decide(first.id, Verdict.ACCEPT)
    rani.decide(second.id, Verdict.REJECT)
    facts = rani.methods()
    assert (facts.suggested, facts.accepted, facts.rejected, facts.origins) == (True, 1, 1, {"decision": 1})
    assert "Decided were 2: 1 accepted (50%), 1 rejected." in told(rani)
    assert "only after that coder had coded it through" in told(rani)
    rani.set("show_suggestions", "always")
    assert "When suggestions are shown was changed while the study went on." in told(rani)


def test_coders_who_coded_before_a_release_are_told_to_have_coded_apart(rani: Project, bayu: Project) -> None:
    for project in (rani, bayu):
        project.code("W1-zul", "belajar sendiri di rumah", "awareness")
        project.mark_read("W1-zul")
    rani.release("rani")
    bayu.release("bayu")
    assert "Sources coded through by two coders or more: 1." in told(rani)
    assert "Each had coded before the work of any other was released" in told(rani)


def test_a_coder_who_does_not_see_all_is_told_so(rani: Project, bayu: Project) -> None:
    bayu.code("W1-zul", "belajar sendiri di rumah", "awareness")
    assert "Only work that is released is counted here" in told(rani)
    assert rani.methods().codings == 0


@pytest.mark.parametrize(
    ("approach", "first", "there"),
    [
        ("codebook", "Material", "how far the coders agreed"),
        ("reflexive", "The researcher", "to see more in them and not to agree"),
        ("content", "In figures", "the unit of counting"),
    ],
)
def test_the_approach_decides_what_belongs(
    rani: Project, bayu: Project, approach: str, first: str, there: str
) -> None:
    for project in (rani, bayu):
        project.code("W1-zul", "belajar sendiri di rumah", "awareness")
        project.mark_read("W1-zul")
    bayu.release("bayu")
    rani.set("approach", approach)
    text = told(rani)
    assert text.splitlines()[1] == first
    assert there in text
    assert ("who you are to the people" in text, "the coders agreed" in text) == (
        approach == "reflexive", approach != "reflexive",
    )  # fmt: skip


def test_a_study_of_agreement_says_where_nothing_can_be_compared(rani: Project) -> None:
    rani.code("W1-zul", "belajar sendiri di rumah", "awareness")
    rani.set("approach", "reliability")
    assert "agreement cannot be stated" in told(rani)


def test_checks_revisions_and_translations_are_counted(study: Study, rani: Project) -> None:
    rani.record_answer("zul", Answer.CORRECTED, date="2024-07-01")
    rani.code("W2-lina", "Modal dari bank.", "capital")
    rani.translate("W2-lina.4", "Bank money.", into=Into(translator="dewi"))
    corrected = study.file("lina.txt", "P: Bagaimana mulainya, Bu?\nBu Lina: Begitulah. Modal dari bank.\n")
    rani.revise("W2-lina", corrected)
    facts = rani.methods()
    assert (facts.checks, facts.translated_passages, facts.translators) == ({"corrected": 1}, 1, ("dewi",))
    assert [each.revisions for each in facts.sources] == [0, 0, 1]


@pytest.mark.parametrize(
    ("language", "filled", "blank"),
    [("en", "No.", "filled in by the researcher"), ("id", "No.", "diisi peneliti")],
)
def test_both_checklists_are_in_the_document_filled_or_blank(
    rani: Project, tmp_path: Path, language: str, filled: str, blank: str
) -> None:
    rani.code("W1-zul", "belajar sendiri di rumah", "awareness")
    rani.methods(tmp_path / "methods.md", language=language)
    text = (tmp_path / "methods.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    numbers = [row.split("|")[1].strip() for row in rows]
    assert [numbers.count(str(place)) for place in (1, 21, 22, 32, 33)] == [2, 2, 1, 1, 0]
    assert text.count(blank) > 20
    assert "1 (rani)" in text
    assert "10.1093/intqhc/mzm042" in text


def test_equal_projects_give_equal_bytes(rani: Project, tmp_path: Path) -> None:
    for name in ("one.docx", "other.docx"):
        rani.methods(tmp_path / name)
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "other.docx").read_bytes()


def test_what_there_is_none_of_is_left_out_and_a_translator_told_once(study: Study, rani: Project) -> None:
    rani.code("W2-lina", "Modal dari bank", "capital")
    text = told(rani)
    assert "coder rani (1)" in text
    assert "How the codings came about: by hand (1)." in text
    assert "Notes written on the way" not in text
    assert "were added later" not in text
