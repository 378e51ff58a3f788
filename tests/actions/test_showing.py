import pytest

from qualcode.errors import RecordNotFound
from qualcode.model import CoderRole
from qualcode.project import Project
from tests.study import Study

CORRECTED = """\
P: Bagaimana awalnya, Pak Zul?
I: Awalnya saya mencoba-coba sesudah sekolah.
P: Soal modal bagaimana?
I: Modal keluarga saja. Saya belajar sendiri, modal juga sendiri.
"""


@pytest.fixture
def coded(rani: Project) -> Project:
    """A study with two codings of one turn, and one of another."""
    rani.code(
        "W1-zul", "belajar sendiri di rumah", "motivation", memo="mulai", condensation="Belajar sendiri"
    )
    rani.code("W1-zul", "Tidak ada pelatihan dari kantor", "capacity", negative=True)
    rani.code("W1-zul", "Modal keluarga saja", "capital")
    return rani


def test_a_reference_leads_to_its_passage_with_the_turns_around(coded: Project) -> None:
    (passage,) = coded.show("W1-zul.2")
    assert (passage.source, passage.case) == ("W1-zul", "zul")
    assert passage.question == "Bagaimana awalnya, Pak Zul?"
    assert [turn.number for turn in (*passage.before, *passage.turns, *passage.after)] == [1, 2, 3]
    (wide,) = coded.show("W1-zul.2", context=9)
    assert [turn.number for turn in wide.after] == [3, 4, 5, 6]
    (narrow,) = coded.show("W1-zul.2", context=0)
    assert (narrow.before, narrow.after) == ((), ())


def test_all_codings_that_bear_it_are_shown_with_what_is_known_of_them(coded: Project) -> None:
    coded.theme("Sadar", "Orang mulai dari diri sendiri.")
    (passage,) = coded.show("w1-ZUL.2")
    first, second = passage.codings
    assert (first.path, first.memos, first.condensation) == (
        "Penyadaran > Motivasi", ("mulai",), "Belajar sendiri",
    )  # fmt: skip
    assert passage.words[first.start : first.end] == first.quotation == "belajar sendiri di rumah"
    assert (second.code, second.negative) == ("capacity", True)


def test_a_code_behind_it_and_the_beginning_of_an_id_lead_there_too(coded: Project) -> None:
    (passage,) = coded.show("W1-zul.2")
    assert coded.show("W1-zul.2 motivation") == [passage]
    assert coded.show(passage.codings[0].id[:8]) == [passage]


def test_what_was_said_of_a_coding_is_shown(coded: Project, study: Study) -> None:
    coded.set_coder("dewi", role=CoderRole.SUPERVISOR)
    study.opened_by("dewi").review_coding("W1-zul.4", "query", "Dari siapa?")
    (passage,) = coded.show("W1-zul.4")
    assert [(each.reviewer, each.review.text) for each in passage.codings[0].reviews] == [
        ("dewi", "Dari siapa?")
    ]


def test_a_code_that_was_issued_leads_to_its_passage_after_the_pattern_changed(coded: Project) -> None:
    coded.set("reference_pattern", "({case}, baris {line})")
    made = coded.code("W1-zul", "Kami dibina", "capacity")
    assert made.reference == "(zul, baris 8)"
    assert coded.show("(zul, baris 8)")[0].turns[0].number == 6
    assert coded.show("W1-zul.2")[0].turns[0].number == 2


def test_an_unplaced_coding_is_shown_by_its_words(coded: Project, study: Study) -> None:
    coded.revise("W1-zul", study.file("corrected.txt", CORRECTED))
    (passage,) = coded.show("W1-zul.2")
    assert {each.start for each in passage.codings} == {None}
    assert passage.codings[0].quotation in ("belajar sendiri di rumah", "Tidak ada pelatihan dari kantor")


def test_passages_of_several_sources_under_one_code_are_all_shown(rani: Project) -> None:
    rani.set("reference_pattern", "J{answer}")
    rani.code("W1-zul", "belajar sendiri di rumah", "awareness")
    rani.code("W2-lina", "ikut pelatihan", "capacity")
    assert [passage.source for passage in rani.show("J1")] == ["W1-zul", "W2-lina"]


def test_an_unknown_code_is_answered_with_the_nearest(coded: Project) -> None:
    with pytest.raises(RecordNotFound, match=r"nearest are W1-zul\.2"):
        coded.show("W1.ZUL.2")
    with pytest.raises(RecordNotFound, match="qualcode table"):
        coded.show("???")


def test_what_a_coder_may_not_see_is_not_shown(coded: Project, bayu: Project) -> None:
    with pytest.raises(RecordNotFound):
        bayu.show("W1-zul.2")
