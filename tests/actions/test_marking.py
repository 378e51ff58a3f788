import pytest

from qualcode.errors import AlreadyThere, CodeNotFound, SourceNotFound, UsageError
from qualcode.model import NotAsked, Reading, Span
from qualcode.project import Project
from tests.study import ZUL, unread


def test_a_source_is_read_for_the_codes_there_are(rani: Project) -> None:
    rani.mark_read("W1-zul", codes=["Modal"])
    assert unread(rani, "W1-zul") == ["awareness", "motivation", "capacity"]
    rani.mark_read("W1-zul")
    assert unread(rani, "W1-zul") == []
    rani.add_code("Rumah", framework="stage")
    assert unread(rani, "W1-zul") == ["rumah"]


def test_the_marks_are_taken_back(rani: Project, bayu: Project) -> None:
    bayu.mark_read("W1-zul")
    rani.mark_read("W1-zul")
    rani.mark_read("W1-zul")
    assert rani.mark_unread("W1-zul") == 2
    with bayu.view() as view:
        assert len(view.all(Reading)) == 1


def turns(*numbers: int) -> Span:
    """The stretch of turns of the first interview, counted from 1."""
    lines = ZUL.splitlines(keepends=True)
    return Span(sum(map(len, lines[: numbers[0] - 1])), sum(map(len, lines[: numbers[-1]])) - 1)


def stretches(project: Project) -> list[tuple[int, int]]:
    with project.view() as view:
        return sorted((each.start, each.end) for each in view.all(Reading))


def test_a_source_is_read_turn_by_turn(rani: Project) -> None:
    rani.mark_read("W1-zul", at=turns(1, 4))
    assert len(unread(rani, "W1-zul")) == 4
    rani.mark_read("W1-zul", at=turns(5, 6), frameworks=["stage"])
    assert unread(rani, "W1-zul") == ["capital"]
    rani.mark_read("W1-zul", at=turns(6), codes=["capital"])
    assert unread(rani, "W1-zul") == []


def test_of_a_stretch_that_is_not_read_after_all_the_rest_stays_read(rani: Project) -> None:
    rani.mark_read("W1-zul")
    kept = stretches(rani)
    middle = turns(3, 4)
    assert rani.mark_unread("W1-zul", at=middle) == 1
    assert stretches(rani) == [(0, middle.start), (middle.end, len(ZUL))]
    assert len(unread(rani, "W1-zul")) == 4
    rani.undo()
    assert stretches(rani) == kept
    rani.mark_unread("W1-zul", at=Span(0, len(ZUL)))
    assert stretches(rani) == []


def test_a_stretch_or_framework_that_is_not_there_is_refused(rani: Project) -> None:
    with pytest.raises(UsageError, match="no stretch"):
        rani.mark_read("W1-zul", at=Span(0, 10_000))
    with pytest.raises(UsageError, match="no framework"):
        rani.mark_read("W1-zul", frameworks=["stage", "nothing"])
    assert stretches(rani) == []


def test_names_that_are_not_there_are_refused(rani: Project) -> None:
    with pytest.raises(SourceNotFound):
        rani.mark_read("W9")
    with pytest.raises(CodeNotFound):
        rani.mark_read("W1-zul", codes=["nothing"])
    with rani.view() as view:
        assert view.all(Reading) == []


def test_not_asked_is_noted_once_and_taken_back(rani: Project) -> None:
    rani.mark_not_asked("W1-zul", "capital")
    with pytest.raises(AlreadyThere, match="W1-zul, capital"):
        rani.mark_not_asked("W1-zul", "Modal")
    rani.mark_not_asked("W1-zul", "capital", asked=True)
    with rani.view() as view:
        assert view.all(NotAsked) == []


def test_a_coding_becomes_a_negative_case_and_back(rani: Project) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital")
    assert rani.mark_negative("W1-zul.4").negative
    events = rani.log()
    rani.mark_negative("W1-zul.4")
    assert rani.log() == events
    assert not rani.mark_negative("W1-zul.4", negative=False).negative


def test_a_coding_is_pinned_and_the_pin_taken_out(rani: Project) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital")
    assert rani.mark_pinned("W1-zul.4").pinned
    assert list(rani.codings()["pinned"]) == [True]
    events = rani.log()
    rani.mark_pinned("W1-zul.4")
    assert rani.log() == events
    rani.undo()
    assert list(rani.codings()["pinned"]) == [False]
    rani.redo()
    assert not rani.mark_pinned("W1-zul.4", pinned=False).pinned


def test_a_paraphrase_is_set_changed_and_taken_away(rani: Project) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital")
    rani.condense("W1-zul.4", "Modal dari keluarga.")
    rani.condense("W1-zul.4", "Modal keluarga besar.")
    assert list(rani.codings()["condensation"]) == ["Modal keluarga besar."]
    assert rani.condense("W1-zul.4", " ") is None
    assert list(rani.codings()["condensation"]) == [""]
