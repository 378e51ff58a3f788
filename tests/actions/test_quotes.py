import pytest

from qualcode.errors import QuoteNotFound, UsageError
from qualcode.model import Coding
from qualcode.project import Project
from tests.study import LINA, ZUL, Study


def place(project: Project, quote: str, *, source: str = "W1-zul", turn: int | None = None) -> str:
    """The words that a quote was taken for."""
    made = project.code(source, quote, "awareness", turn=turn)
    with project.view() as view:
        (stored,) = view.all(Coding, id=made.id)
    assert stored.span
    return stored.span.of(LINA if "lina" in source else ZUL)


def test_words_that_are_said_once_are_found(rani: Project) -> None:
    assert place(rani, "Modal keluarga") == "Modal keluarga"


def test_words_that_are_not_said_are_refused_with_a_way_to_look(rani: Project) -> None:
    with pytest.raises(QuoteNotFound, match=r"W1-zul: 'belajar menari' is not said there .*qualcode find"):
        place(rani, "belajar menari")


def test_words_that_are_said_twice_are_listed_with_turn_and_place(rani: Project) -> None:
    first, second = ZUL.index("belajar sendiri"), ZUL.rindex("belajar sendiri")
    with pytest.raises(QuoteNotFound) as refused:
        place(rani, "belajar sendiri")
    text = str(refused.value)
    assert "is said in 2 places" in text
    assert f"{first}:{first + 15} (turn 2)" in text
    assert f"{second}:{second + 15} (turn 4)" in text
    assert "--turn or --at" in text


def test_a_turn_narrows_the_search(rani: Project) -> None:
    made = rani.code("W1-zul", "belajar sendiri", "awareness", turn=4)
    assert (made.start, made.turn) == (ZUL.rindex("belajar sendiri"), 4)


def test_words_of_another_turn_are_not_found_in_this_one(rani: Project) -> None:
    with pytest.raises(QuoteNotFound, match="W1-zul, turn 6"):
        place(rani, "belajar sendiri", turn=6)


def test_a_turn_that_is_not_there_is_named(rani: Project) -> None:
    with pytest.raises(UsageError, match=r"no turn 60 .*1 to 6"):
        place(rani, "belajar sendiri", turn=60)


def test_a_turn_without_words_is_the_whole_turn(rani: Project) -> None:
    assert place(rani, "", turn=6) == "Kami dibina, lalu ikut pelatihan tiga hari."


def test_neither_words_nor_turn_is_too_little(rani: Project) -> None:
    with pytest.raises(UsageError, match="say which words"):
        place(rani, "  ")


def test_a_stretch_is_taken_as_it_is(rani: Project) -> None:
    start = ZUL.index("di rumah")
    assert rani.code("W1-zul", "", "awareness", at=(start, start + 8)).quote == "di rumah"


def test_a_stretch_beyond_the_text_is_refused(rani: Project) -> None:
    with pytest.raises(UsageError, match=f"0 to {len(ZUL.strip())}|0 to {len(ZUL)}"):
        rani.code("W1-zul", "", "awareness", at=(0, 100_000))


@pytest.mark.parametrize(
    "written",
    [
        "SEKARANG “jualan” lewat  HP",
        'Sekarang "jualan" lewat HP',
        "sekarang \u201ejualan\u201d lewat\nHP",
        "Sekarang\u00a0“jualan” lewat\tHP",
    ],
)
def test_other_capitals_spaces_and_quotation_marks_are_forgiven(rani: Project, written: str) -> None:
    assert place(rani, written, source="W2-lina") == "Sekarang “jualan” lewat  HP"


@pytest.mark.parametrize("written", ["lalu... begini", "lalu… begini"])
@pytest.mark.parametrize("said", ["lalu... begini", "lalu… begini"])
def test_three_dots_are_one_character_or_three(study: Study, rani: Project, written: str, said: str) -> None:
    rani.add([study.file("W5.txt", f"P: Kapan?\nI: Dulu, {said}.\n")])
    assert rani.code("W5", written, "awareness").quote == said


def test_words_run_across_lines(study: Study, rani: Project) -> None:
    rani.add([study.file("W6.txt", "P: Kapan?\nI: Dulu saya\nikut saja.\n")])
    assert rani.code("W6", "saya ikut", "awareness").quote == "saya\nikut"


def test_an_exact_place_comes_before_a_forgiven_one(rani: Project) -> None:
    assert place(rani, "Modal") == "Modal"


def test_an_emoji_before_the_words_moves_nothing(rani: Project) -> None:
    made = rani.code("W2-lina", "pelatihan tiga hari", "capacity")
    assert (made.start, made.quote) == (LINA.index("pelatihan"), "pelatihan tiga hari")
    assert made.before.endswith("🙂 Saya ikut ")


def test_what_the_interviewer_echoes_is_not_taken_for_the_informants_words(study: Study) -> None:
    path = study.file(
        "W5-sari.txt", "P: Siapa?\nI: Saya jual kue basah.\nP: Jual kue basah di mana?\nI: Pasar.\n"
    )
    with study.opened_by("rani") as project:
        project.add([path])
        assert project.code("W5-sari", "kue basah", "awareness").turn == 2
