import pytest

from qualcode.errors import AlreadyThere, RecordNotFound
from qualcode.model import Coding, Decision, Origin, Suggestion, Verdict
from qualcode.project import Project
from tests.study import Study


@pytest.fixture
def suggested(rani: Project) -> Project:
    """The study with suggestions, its first interview coded through by rani."""
    rani.suggest()
    rani.mark_read("W1-zul")
    return rani


def one(project: Project, code: str) -> Suggestion:
    """The first suggestion of a code."""
    book = project.codebook
    assert book
    return next(each for each in project.pending() if book.code(each.code_id).key == code)


def codings(project: Project) -> list[Coding]:
    with project.view() as view:
        return view.all(Coding)


def test_accepting_makes_a_coding_of_the_passage(suggested: Project) -> None:
    shown = one(suggested, "capital")
    decision = suggested.decide(shown.id, "accept", memo="jelas", condensation="modal sendiri", negative=True)
    (made,) = codings(suggested)
    assert (made.origin, made.decision_id, made.span) == (Origin.DECISION, decision.id, shown.span)
    assert (made.suggestion_shown, made.negative) == (True, True)
    assert list(suggested.codings()["memo"]) == ["jelas"]


def test_a_decision_freezes_what_was_shown(suggested: Project) -> None:
    shown = one(suggested, "capital")
    decision = suggested.decide(shown.id, Verdict.REJECT)
    assert (decision.score, decision.evidence, decision.method) == (shown.score, shown.evidence, shown.method)
    assert codings(suggested) == []


def test_the_beginning_of_an_id_will_do(suggested: Project) -> None:
    shown = one(suggested, "capital")
    assert suggested.decide(shown.id[:8], "reject").start == shown.start
    with pytest.raises(RecordNotFound, match="review --list"):
        suggested.decide("zz", "reject")


def test_what_was_decided_is_not_asked_again(suggested: Project) -> None:
    everything = len(suggested.pending())
    suggested.decide(one(suggested, "capital").id, "reject")
    suggested.decide(one(suggested, "awareness").id, "accept")
    assert len(suggested.pending()) == everything - 2
    suggested.suggest()
    assert len(suggested.pending()) == everything - 2


def test_nothing_is_decided_twice(suggested: Project) -> None:
    shown = one(suggested, "capital")
    suggested.decide(shown.id, "reject")
    with pytest.raises(AlreadyThere, match="decided"):
        suggested.decide(shown.id, "accept")
    assert codings(suggested) == []


def test_undo_brings_the_suggestion_back(suggested: Project) -> None:
    shown = one(suggested, "capital")
    suggested.decide(shown.id, "accept")
    suggested.undo()
    assert codings(suggested) == []
    assert shown in suggested.pending()
    suggested.decide(shown.id, "reject")


def test_another_code_may_be_given_instead(suggested: Project) -> None:
    decision = suggested.decide(one(suggested, "capital").id, "reject", code="motivation")
    (made,) = codings(suggested)
    assert suggested.codebook
    assert suggested.codebook.code(made.code_id).key == "motivation"
    assert (decision.verdict, decision.given_code_id) == (Verdict.REJECT, made.code_id)


def test_decisions_are_each_coders_own(suggested: Project, bayu: Project) -> None:
    shown = one(suggested, "capital")
    suggested.decide(shown.id, "reject")
    with pytest.raises(RecordNotFound):
        bayu.decide(shown.id, "accept")
    bayu.mark_read("W1-zul")
    assert shown in bayu.pending()
    bayu.decide(shown.id, "accept")
    assert (len(codings(bayu)), codings(suggested)) == (1, [])
    with suggested.view() as view:
        assert [each.verdict for each in view.all(Decision)] == [Verdict.REJECT]


def test_what_was_coded_by_hand_is_not_proposed(suggested: Project) -> None:
    suggested.code("W1-zul", "Modal keluarga", "capital")
    keys = [suggested.codebook.code(each.code_id).key for each in suggested.pending() if suggested.codebook]
    assert "capital" not in keys


def test_a_changed_keyword_changes_what_waits_and_keeps_what_was_decided(
    study: Study, suggested: Project
) -> None:
    suggested.decide(one(suggested, "capital").id, "accept")
    book = (study.folder / "files" / "book.yaml").read_text().replace("[modal]", "[rumah]")
    suggested.apply_codebook(study.file("book2.yaml", book))
    suggested.suggest()
    assert len(codings(suggested)) == 1
    assert "rumah" in {each.evidence[0].label for each in suggested.pending()}
