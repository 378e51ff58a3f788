"""What is put up for review, and what a reviewer is shown beside each coding."""

import pytest

from qualcode.actions.filters import Filters
from qualcode.actions.queueing import Queued, Standing, stands
from qualcode.project import Project


def codes(queue: list[Queued]) -> list[str]:
    return [each.row["code"] for each in queue]


@pytest.fixture
def bayu(rani: Project, bayu: Project) -> Project:
    """Two coders have been through a source, and their work shows."""
    rani.code("W1-zul", "belajar sendiri di rumah", "awareness")
    rani.code("W1-zul", "Modal keluarga saja", "capital")
    bayu.code("W1-zul", "belajar sendiri di", "motivation")
    bayu.code("W1-zul", "keluarga saja", "capital")
    for project in (rani, bayu):
        project.mark_read("W1-zul")
        project.release(project.coder.handle)
    return bayu


def test_beside_a_coding_stand_the_others_of_its_words(bayu: Project) -> None:
    queue = bayu.review_queue()
    assert codes(queue) == ["motivation", "awareness", "capital", "capital"]
    beside = [[(other["code"], other["coder"]) for other in each.neighbours] for each in queue]
    assert beside == [
        [("awareness", "rani")], [("motivation", "bayu")], [("capital", "bayu")], [("capital", "rani")]
    ]  # fmt: skip
    first = queue[1].row
    assert (first["before"], first["after"]) == ("Awalnya saya ", ". Tidak ada pelatihan dari kantor.")


def test_who_read_for_a_code_and_did_not_give_it_says_otherwise(rani: Project, bayu: Project) -> None:
    assert [each.otherwise for each in bayu.review_queue()] == [("rani",), ("bayu",), (), ()]
    bayu.mark_unread("W1-zul")
    assert [each.otherwise for each in rani.review_queue()] == [("rani",), (), (), ()]


def test_where_a_coding_stands_depends_on_who_looks(rani: Project, bayu: Project) -> None:
    bayu.review_coding("W1-zul.2 awareness", "query", "Sudah sadar?")

    def standing(project: Project) -> list[set[Standing]]:
        return [stands(each, project.coder.handle) for each in project.review_queue()]

    said = {Standing.SAID, Standing.OPEN}
    assert standing(rani) == [{Standing.UNSEEN}, {*said, Standing.WAITING}, set(), {Standing.UNSEEN}]
    assert standing(bayu) == [set(), said, {Standing.UNSEEN}, set()]
    rani.answer("W1-zul.2 awareness", "Baru tahu.")
    assert standing(bayu)[1] == {Standing.SAID, Standing.WAITING}
    bayu.review_coding("W1-zul.2 awareness", "deviant")
    assert standing(bayu)[1] == {Standing.SAID, Standing.DEVIANT}


def test_a_queue_can_be_of_a_code_a_coder_or_what_is_open(rani: Project, bayu: Project) -> None:
    assert codes(bayu.review_queue(filters=Filters(codes=["awareness"]))) == ["motivation", "awareness"]
    assert codes(bayu.review_queue(filters=Filters(codes=["awareness"], coders=["rani"]))) == ["awareness"]
    assert codes(bayu.review_queue(open_only=True)) == []
    bayu.review_coding("W1-zul.2 awareness", "propose", code="motivation")
    assert codes(rani.review_queue(open_only=True)) == ["awareness"]


def test_a_coder_is_shown_nothing_of_who_is_not_released(rani: Project, bayu: Project) -> None:
    rani.release("rani", released=False)
    assert codes(bayu.review_queue()) == ["motivation", "capital"]
    assert [each.neighbours + each.otherwise for each in bayu.review_queue()] == [(), ()]


def test_the_words_of_a_source_that_share_some_are_told_from_the_rest(rani: Project) -> None:
    for start in range(20, 60):
        rani.code("W1-zul", code="capital", at=(start, start + 3))
    assert [len(each.neighbours) for each in rani.review_queue()] == [2, 3, *([4] * 36), 3, 2]
