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
