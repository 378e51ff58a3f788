import pytest

from qualcode.actions.filters import Filters
from qualcode.actions.lookup import code_named
from qualcode.errors import CodeNotFound, CoderNotFound, RecordNotFound, SourceNotFound
from qualcode.project import Project
from tests.study import Study


def test_a_source_is_found_by_other_capitals_and_by_its_beginning(rani: Project) -> None:
    assert rani.code("w1-ZUL", "Kami dibina", "awareness").reference == "W1-zul.6"
    assert rani.code("W1", "di rumah", "awareness").reference == "W1-zul.2"


def test_a_beginning_that_fits_two_is_not_guessed(rani: Project) -> None:
    with pytest.raises(SourceNotFound):
        rani.code("W", "Kami dibina", "awareness")


def test_a_source_that_is_not_there_brings_the_nearest(rani: Project) -> None:
    with pytest.raises(SourceNotFound, match=r"no source 'W1-zull' \(did you mean W1-zul"):
        rani.code("W1-zull", "Kami dibina", "awareness")


def test_a_code_is_found_by_key_and_by_name_in_each_language(rani: Project) -> None:
    quotes = iter(["di rumah", "Kami dibina", "Modal keluarga", "tiga hari", "modal juga"])
    for name in ("awareness", "Penyadaran", "AWARENESS", "stage:awareness"):
        assert rani.code("W1-zul", next(quotes), name).code_id == rani.codebook.find("awareness").id  # type: ignore[union-attr]  # there is one


def test_a_code_of_another_framework_is_not_meant(rani: Project) -> None:
    with pytest.raises(CodeNotFound):
        rani.code("W1-zul", "di rumah", "problems:awareness")


def test_a_code_that_is_not_there_brings_the_nearest(rani: Project) -> None:
    with pytest.raises(CodeNotFound, match=r"no code 'awarness' \(did you mean awareness"):
        rani.code("W1-zul", "di rumah", "awarness")


def test_a_name_with_a_colon_is_a_name(rani: Project) -> None:
    made = rani.add_code("Modal: keluarga", framework="problems")
    assert rani.code("W1-zul", "Modal keluarga", "Modal: keluarga").code_id == made.id


def test_a_name_that_two_codes_have_is_not_guessed(rani: Project) -> None:
    rani.add_code("Modal awal", framework="problems")
    rani.add_code("Modal awal", framework="stage")
    with pytest.raises(CodeNotFound, match=r"several codes .*modal_awal_2, modal_awal"):
        rani.rename_code("modal awal", "x")
    assert rani.rename_code("modal_awal", "x").key == "modal_awal"


def test_cases_and_coders_bring_the_nearest_too(rani: Project, study: Study) -> None:
    with pytest.raises(RecordNotFound, match="did you mean Bu Lina"):
        rani.codings(filters=Filters(cases=["Bu Lena"]))
    with pytest.raises(CoderNotFound, match="did you mean rani"):
        rani.codings(filters=Filters(coders=["ranu"]))


@pytest.mark.parametrize("typed", ["modal_awal", "Modal Awal", "MODAL_AWAL", "modal aw"])
def test_a_code_is_found_by_what_people_type_for_its_key(rani: Project, typed: str) -> None:
    rani.add_code("Modal awal")
    assert code_named(rani.codebook, typed).key == "modal_awal"


def test_each_near_code_is_offered_once_and_by_its_key(rani: Project) -> None:
    with pytest.raises(CodeNotFound) as caught:
        code_named(rani.codebook, "awarenes s")
    assert str(caught.value).count("awareness") == 1
