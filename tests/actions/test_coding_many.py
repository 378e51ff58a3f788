import pytest

from qualcode.actions.coding import Passage
from qualcode.errors import CodeNotFound, UsageError
from qualcode.project import Project


def belajar(project: Project) -> list[Passage]:
    """Every place of a word, as a search gives it."""
    return [Passage(source=line.source, at=line.span) for line in project.find("belajar")]


def test_many_places_are_coded_in_one_action_that_is_undone_as_one(rani: Project) -> None:
    coded = rani.code_many(belajar(rani), ["awareness", "Modal"])
    assert [each.quote for each in coded.made] == ["belajar", "belajar", "belajar", "belajar"]
    assert set(rani.codings()["code"]) == {"awareness", "capital"}
    rani.undo()
    assert rani.codings().empty


def test_the_sentence_or_the_turn_around_the_words_is_coded_once(rani: Project) -> None:
    words = Passage(source="W1-zul", quote="belajar", turn=4), Passage(source="W1-zul", quote="juga", turn=4)
    sentence = rani.code_many(words, ["awareness"], reach="sentence")
    assert [each.quote for each in sentence.made] == ["Saya belajar sendiri, modal juga sendiri."]
    turn = rani.code_many(words, ["capital"], reach="turn")
    assert [each.quote for each in turn.made] == [
        "Modal keluarga saja. Saya belajar sendiri, modal juga sendiri."
    ]


def test_what_was_coded_so_before_stays_as_it_is(rani: Project) -> None:
    first, _ = belajar(rani)
    rani.code("W1-zul", code="awareness", at=first.at)
    coded = rani.code_many(belajar(rani), ["awareness"])
    assert (len(coded.made), coded.there) == (1, 1)


def test_nothing_is_coded_where_one_place_or_code_is_wrong(rani: Project) -> None:
    with pytest.raises(CodeNotFound):
        rani.code_many(belajar(rani), ["awareness", "nothing"])
    with pytest.raises(UsageError, match="nothing to code"):
        rani.code_many([], ["awareness"])
    assert rani.codings().empty
