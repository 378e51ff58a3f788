import pytest

from qualcode.errors import AlreadyThere, UsageError
from qualcode.model import Case, Role, Source, SourceKind, Speaker
from qualcode.project import Project


def cases(project: Project) -> set[str]:
    with project.view() as view:
        return {case.name for case in view.all(Case)}


def speaker(project: Project, label: str) -> Speaker:
    with project.view() as view:
        return next(each for each in view.all(Speaker) if each.label == label)


def test_a_source_is_corrected(rani: Project) -> None:
    made = rani.set_source("W1-zul", kind=SourceKind.FOCUS_GROUP, language="en", rename="F1")
    assert (made.name, made.kind, made.language) == ("F1", SourceKind.FOCUS_GROUP, "en")
    rani.undo()
    with rani.view() as view:
        assert view.all(Source, name="W1-zul")


def test_a_name_that_is_taken_is_refused(rani: Project) -> None:
    with pytest.raises(AlreadyThere, match="W2-lina"):
        rani.set_source("W1-zul", rename="W2-lina")


def test_a_translation_is_counted_no_more(rani: Project) -> None:
    rani.code("W2-lina", "Modal dari bank", "capital")
    rani.set_source("W2-lina", translates="W1-zul")
    assert rani.codings().empty
    rani.set_source("W2-lina", translates="")
    assert len(rani.codings()) == 1


def test_a_source_does_not_translate_itself_or_another_translation(rani: Project) -> None:
    with pytest.raises(UsageError, match="not its own translation"):
        rani.set_source("W1-zul", translates="W1-zul")
    rani.set_source("W2-lina", translates="W1-zul")
    with pytest.raises(UsageError, match="W2-lina is itself a translation"):
        rani.set_source("O1-pelatihan", translates="W2-lina")


def test_one_who_becomes_an_interviewer_loses_the_case_made_for_them(rani: Project) -> None:
    made = rani.set_speaker("W1-zul", "I", role=Role.INTERVIEWER)
    assert (made.case_id, made.confirmed) == (None, True)
    assert "zul" not in cases(rani)


def test_one_who_becomes_an_informant_gets_a_case(rani: Project) -> None:
    made = rani.set_speaker("W1-zul", "P", role=Role.INFORMANT)
    assert made.case_id
    assert len(cases(rani)) == 3


def test_a_speaker_may_speak_for_a_named_case(rani: Project) -> None:
    rani.set_speaker("W1-zul", "I", case="Pak Zul")
    assert cases(rani) == {"Pak Zul", "Bu Lina"}
    rani.undo()
    assert cases(rani) == {"zul", "Bu Lina"}


def test_a_case_about_which_something_is_known_stays(rani: Project) -> None:
    rani.set_case("zul", attributes={"umur": "41"})
    rani.set_speaker("W1-zul", "I", case="Pak Zul")
    assert "zul" in cases(rani)


def test_confirming_a_guess_is_a_correction_too(rani: Project) -> None:
    assert not speaker(rani, "I").confirmed
    rani.set_speaker("W1-zul", "I", role=Role.INFORMANT)
    assert speaker(rani, "I").confirmed


def test_a_label_that_is_not_there_brings_those_that_are(rani: Project) -> None:
    with pytest.raises(UsageError, match=r"W1-zul: there is no speaker 'Q' \(it has I, P\)"):
        rani.set_speaker("W1-zul", "Q", role=Role.OTHER)


def test_a_cases_attributes_are_set_and_taken_away(rani: Project) -> None:
    rani.set_case("zul", attributes={"umur": "41", "usaha": "pelat"})
    assert rani.set_case("zul", attributes={"umur": ""}).attributes == {"usaha": "pelat"}


def test_two_cases_never_look_the_same(rani: Project) -> None:
    with pytest.raises(AlreadyThere):
        rani.set_case("zul", rename="Bu Lina")
    with pytest.raises(AlreadyThere):
        rani.set_case("zul", pseudonym="Bu Lina")
    rani.set_case("zul", pseudonym="Informan 1")
    with pytest.raises(AlreadyThere):
        rani.set_case("Bu Lina", pseudonym="Informan 1")
