import pytest

from qualcode.errors import AlreadyThere, NotAllowed, RecordNotFound, UsageError
from qualcode.model import Remark
from qualcode.project import Project
from tests.study import Study


@pytest.fixture
def dewi(study: Study, rani: Project) -> Project:
    """A supervisor of a study in which rani has coded one passage."""
    rani.code("W1-zul", "belajar sendiri di rumah", "awareness")
    rani.set_coder("dewi")
    dewi = study.opened_by("dewi")
    dewi.set_coder("dewi", role="supervisor")  # type: ignore[arg-type]  # a StrEnum's value
    return study.opened_by("dewi")


def state(project: Project) -> str:
    return str(project.codings()["review"].iloc[0])


def test_a_query_is_open_until_its_coder_answers(rani: Project, dewi: Project) -> None:
    dewi.review_coding("W1-zul.2 awareness", "query", "Sudah sadar, atau baru tahu?")
    (asked,) = rani.reviews(open_only=True)
    assert (asked.reviewer, asked.coder, asked.code) == ("dewi", "rani", "awareness")
    assert state(rani) == "queried"
    rani.answer("W1-zul.2", "Baru tahu.")
    assert rani.reviews(open_only=True) == []
    assert [(each.reviewer, each.is_answer) for each in rani.reviews()] == [("dewi", False), ("rani", True)]
    assert state(rani) == "answered"


def test_the_coding_itself_is_untouched(rani: Project, dewi: Project) -> None:
    before = rani.codings()[["code", "quotation", "coder", "date"]]
    made = dewi.review_coding("W1-zul.2", Remark.PROPOSE, code="capacity")
    assert before.equals(rani.codings()[["code", "quotation", "coder", "date"]])
    (found,) = rani.reviews()
    assert (found.review.id, found.proposed, found.is_open) == (made.id, "capacity", True)


def test_a_review_can_be_taken_back(rani: Project, dewi: Project) -> None:
    dewi.review_coding("W1-zul.2", "agree")
    assert state(rani) == "agreed"
    dewi.undo()
    assert (rani.reviews(), state(rani)) == ([], "")


def test_one_asks_what_another_coded_and_answers_for_oneself(rani: Project, dewi: Project) -> None:
    with pytest.raises(NotAllowed, match="of your own"):
        rani.review_coding("W1-zul.2", "agree")
    with pytest.raises(NotAllowed, match="only its coder answers"):
        dewi.answer("W1-zul.2", "ya")


@pytest.mark.parametrize(
    ("remark", "text", "code"),
    [("query", " ", ""), ("comment", "", ""), ("propose", "lihat", ""), ("agree", "", "capacity")],
)
def test_what_says_nothing_is_refused(dewi: Project, remark: str, text: str, code: str) -> None:
    with pytest.raises(UsageError):
        dewi.review_coding("W1-zul.2", remark, text, code=code)


def test_the_same_is_not_said_twice(dewi: Project) -> None:
    dewi.review_coding("W1-zul.2", "agree")
    with pytest.raises(AlreadyThere):
        dewi.review_coding("W1-zul.2", "agree")
    dewi.review_coding("W1-zul.2", "deviant")


def test_what_a_coder_may_not_see_they_cannot_review(rani: Project, bayu: Project) -> None:
    bayu.code("W1-zul", "belajar sendiri di rumah", "awareness")
    with pytest.raises(RecordNotFound, match="no coding"):
        bayu.review_coding(rani.code("W1-zul", "Modal keluarga", "capital").id, "agree")


def test_the_table_of_codings_says_what_a_review_came_to(rani: Project, dewi: Project) -> None:
    for remark, expected in (("agree", "agreed"), ("deviant", "deviant"), ("query", "queried")):
        dewi.review_coding("W1-zul.2", remark, "Mengapa?")
        assert state(rani) == expected


def test_two_proposals_are_both_open_until_answered(rani: Project, dewi: Project) -> None:
    dewi.review_coding("W1-zul.2", "propose", code="capacity")
    dewi.review_coding("W1-zul.2", "propose", code="capital")
    assert [each.proposed for each in rani.reviews(open_only=True)] == ["capacity", "capital"]
    rani.answer("W1-zul.2", "Tetap.")
    assert rani.reviews(open_only=True) == []


def test_agreement_of_somebody_else_leaves_a_question_open(
    rani: Project, dewi: Project, study: Study
) -> None:
    dewi.review_coding("W1-zul.2", "query", "Sudah sadar?")
    dewi.set_coder("sari", role="supervisor")  # type: ignore[arg-type]  # a StrEnum's value
    study.opened_by("sari").review_coding("W1-zul.2", "agree")
    assert (len(rani.reviews(open_only=True)), state(rani)) == (1, "queried")
    dewi.review_coding("W1-zul.2", "agree")
    assert (rani.reviews(open_only=True), state(rani)) == ([], "agreed")


def test_one_thing_is_said_of_several_codings_in_one_action(rani: Project, dewi: Project) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital")
    rani.code("W2-lina", "Modal dari bank", "capital")
    dewi.review_coding("W1-zul.2", "agree")
    made = dewi.review_codings(["W1-zul.2", "W1-zul.4", "W2-lina.4", "W2-lina.4"], "agree")
    assert (len(made), dewi.log()[0].summary) == (2, "agree W1-zul.4 +1")
    with pytest.raises(AlreadyThere):
        dewi.review_codings(["W1-zul.2", "W1-zul.4"], "agree")
    dewi.undo()
    assert [each.coding.reference for each in rani.reviews()] == ["W1-zul.2"]


def test_where_one_of_several_cannot_be_nothing_is_said_of_any(rani: Project, dewi: Project) -> None:
    own = dewi.code("W2-lina", "Modal dari bank", "capital")
    with pytest.raises(NotAllowed):
        dewi.review_codings(["W1-zul.2", own.id], "agree")
    with pytest.raises(UsageError, match="no coding is named"):
        dewi.review_codings([], "agree")
    assert rani.reviews() == []


def test_the_coder_accepts_a_proposal_in_one_action(rani: Project, dewi: Project) -> None:
    dewi.review_coding("W1-zul.2", "propose", code="capital")
    dewi.review_coding("W1-zul.2", "propose", code="capacity")
    assert rani.accept_proposal("W1-zul.2", "Benar.").reference == "W1-zul.2"
    assert (list(rani.codings()["code"]), state(rani)) == (["capacity"], "answered")
    assert [(each.reviewer, each.review.text) for each in rani.reviews()][-1] == ("rani", "Benar.")
    rani.undo()
    assert (list(rani.codings()["code"]), state(rani)) == (["awareness"], "proposed")
    rani.accept_proposal("W1-zul.2", code="capital")
    assert list(rani.codings()["code"]) == ["capital"]


def test_accepting_a_code_that_the_words_have_already_makes_the_two_one(rani: Project, dewi: Project) -> None:
    dewi.review_coding("W1-zul.2", "propose", code="capacity")
    there = rani.code("W1-zul", "belajar sendiri di rumah", "capacity")
    assert rani.accept_proposal("W1-zul.2 awareness").id == there.id
    assert len(rani.codings()) == 1
    assert {each.coding.id for each in rani.reviews()} == {there.id}


def test_what_nobody_proposed_cannot_be_accepted(rani: Project, dewi: Project) -> None:
    with pytest.raises(UsageError, match="no such proposal"):
        rani.accept_proposal("W1-zul.2")
    dewi.review_coding("W1-zul.2", "propose", code="capacity")
    with pytest.raises(UsageError, match="no such proposal"):
        rani.accept_proposal("W1-zul.2", code="capital")
    with pytest.raises(NotAllowed):
        dewi.accept_proposal("W1-zul.2")
    rani.answer("W1-zul.2", "Tetap.")
    with pytest.raises(UsageError, match="no such proposal"):
        rani.accept_proposal("W1-zul.2")


def test_what_waits_is_counted_for_whoever_must_act(rani: Project, dewi: Project, study: Study) -> None:
    def counts() -> list[tuple[int, int]]:
        return [(each.waiting().to_answer, each.waiting().answered) for each in (rani, dewi)]

    assert counts() == [(0, 0), (0, 0)]
    dewi.review_coding("W1-zul.2", "query", "Sudah sadar?")
    dewi.review_coding("W1-zul.2", "comment", "Menarik.")
    assert counts() == [(1, 0), (0, 0)]
    rani.answer("W1-zul.2", "Baru tahu.")
    assert counts() == [(0, 0), (0, 1)]
    dewi.review_coding("W1-zul.2", "agree")
    assert counts() == [(0, 0), (0, 0)]


def test_a_coding_that_was_asked_about_can_be_taken_away_and_brought_back(
    rani: Project, dewi: Project
) -> None:
    dewi.review_coding("W1-zul.2", "query", "Sudah sadar?")
    rani.uncode("W1-zul.2")
    assert (len(rani.codings()), rani.reviews()) == (0, [])
    rani.undo()
    assert [each.review.text for each in dewi.reviews(open_only=True)] == ["Sudah sadar?"]
    assert rani.check() == []


def test_a_remark_that_there_is_not_is_answered_with_those_there_are(dewi: Project) -> None:
    with pytest.raises(UsageError, match=r"disagree is none of the values of remark.*deviant"):
        dewi.review_coding("W1-zul.2", "disagree")
