import pytest

from qualcode.errors import AlreadyThere, CodeNotFound, SourceNotFound
from qualcode.model import NotAsked, Reading
from qualcode.project import Project
from tests.study import unread


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
