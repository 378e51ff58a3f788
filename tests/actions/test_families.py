import pytest

from qualcode.actions.families import FrameworkChange
from qualcode.errors import CodebookProblem, RecordNotFound, StaleEdit, UsageError
from qualcode.project import Project


def families(project: Project) -> list[str]:
    assert project.codebook
    return [each.key for each in project.codebook.frameworks]


def codes(project: Project) -> list[str]:
    assert project.codebook
    held = {each.id: each.key for each in project.codebook.frameworks}
    return [f"{held[code.framework_id]}:{code.key}" for code in project.codebook.codes]


def test_a_family_is_named_in_one_language_or_in_all_and_its_codes_stay(rani: Project) -> None:
    before = codes(rani)
    changed = rani.edit_framework("Masalah", FrameworkChange(name={"id": "Hambatan"}))
    assert changed.name.as_mapping() == {"id": "Hambatan", "en": "Problems"}
    rani.edit_framework("hambatan", FrameworkChange(name="Obstacles", definition={"en": "What hinders."}))
    assert rani.codebook
    family = rani.codebook.framework(changed.id)
    assert (family.name.get("id"), family.definition.as_mapping()) == ("Obstacles", {"en": "What hinders."})
    assert codes(rani) == before
    rani.undo()
    rani.undo()
    assert rani.codebook.framework(changed.id).name.as_mapping() == {"id": "Masalah", "en": "Problems"}


def test_families_are_reordered_with_their_codes(rani: Project) -> None:
    rani.edit_framework("problems", FrameworkChange(position=0))
    assert families(rani) == ["problems", "stage"]
    assert codes(rani)[0] == "problems:capital"
    rani.undo()
    assert families(rani) == ["stage", "problems"]


def test_saying_what_is_so_already_makes_no_version(rani: Project) -> None:
    assert rani.codebook
    version = rani.codebook.version
    rani.edit_framework("stage", FrameworkChange(position=0, name={"id": "Tahap"}))
    assert rani.codebook.version == version


def test_what_cannot_be_is_refused(rani: Project) -> None:
    seen = rani.edit_framework("stage", FrameworkChange(name={"en": "Steps"})).seq
    with pytest.raises(StaleEdit, match="stage"):
        rani.edit_framework("stage", FrameworkChange(name={"en": "Stairs"}), seen=seen - 1)
    with pytest.raises(CodebookProblem, match="two frameworks"):
        rani.edit_framework("stage", FrameworkChange(key="problems"))
    with pytest.raises(RecordNotFound, match="problem"):
        rani.edit_framework("problem", FrameworkChange(position=0))


def test_a_family_goes_only_when_its_codes_go_elsewhere_and_no_coding_is_lost(
    rani: Project, bayu: Project
) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital")
    bayu.code("W2-lina", "Modal dari bank", "capital")
    assert rani.framework_touches("problems").codings == {"capital": 2}
    with pytest.raises(CodebookProblem, match="problems"):
        rani.remove_framework("problems")
    with pytest.raises(UsageError, match="need another"):
        rani.remove_framework("problems", codes_to="problems")
    assert rani.remove_framework("problems", codes_to="stage", agree=lambda affected: False) is None
    assert families(rani) == ["stage", "problems"]
    moved = rani.remove_framework("problems", codes_to="stage")
    assert moved
    assert moved.total == 2
    assert codes(rani) == ["stage:awareness", "stage:motivation", "stage:capacity", "stage:capital"]
    assert list(rani.codings()["code"]) == ["capital"]
    rani.undo()
    assert codes(rani)[-1] == "problems:capital"


def test_an_empty_family_goes_unasked_for_a_place(rani: Project) -> None:
    rani.add_code("Lain-lain")
    rani.remove_code("lain_lain")
    done = rani.remove_framework("inductive")
    assert done
    assert done.codings == {}
    assert families(rani) == ["stage", "problems"]
