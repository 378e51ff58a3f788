import pytest

from qualcode.actions.disguising import entries_of
from qualcode.errors import RecordNotFound, UsageError
from qualcode.model import NameKind
from qualcode.project import Project
from tests.study import Study


def names(project: Project) -> dict[str, tuple[str, str]]:
    return {each.record.name: (each.record.replacement, each.case) for each in project.pseudonyms()}


def test_a_pseudonym_is_kept_with_the_case_that_is_called_so(rani: Project) -> None:
    rani.set_pseudonym("Lina", "Ratna")
    rani.set_pseudonym("Pak Joni", "Budiman")

    assert names(rani) == {"Lina": ("Ratna", "Bu Lina"), "Pak Joni": ("Budiman", "")}


def test_a_nickname_is_given_its_case_by_name(rani: Project) -> None:
    rani.set_pseudonym("Lin", "Rat", case="Bu Lina")

    assert names(rani)["Lin"] == ("Rat", "Bu Lina")


def test_of_two_cases_with_one_name_it_is_whose_name_is_written_so(rani: Project, study: Study) -> None:
    rani.add([study.file("W3-lina.txt", "Q: How was it?\nMrs. Lina: We began at home.\n")])
    rani.set_pseudonym("Bu Lina", "Bu Ratna")

    assert names(rani) == {"Bu Lina": ("Bu Ratna", "Bu Lina")}
    assert rani.check_pseudonyms().unnamed == ("zul",)


def test_a_second_one_takes_the_place_of_the_first_however_it_is_addressed(rani: Project) -> None:
    rani.set_pseudonym("Lina", "Ratna")
    rani.set_pseudonym("Ibu Lina", "Dewi")

    assert names(rani) == {"Lina": ("Dewi", "Bu Lina")}


@pytest.mark.parametrize("pseudonym", ["Lina", "Pak ZUL", "Siti Lina", "Anda Lin", "zul"])
def test_a_real_name_of_the_project_is_no_pseudonym(rani: Project, pseudonym: str) -> None:
    rani.leave_name("Lin")

    with pytest.raises(UsageError, match="real name"):
        rani.set_pseudonym("Bu Darmi", pseudonym)
    assert "Bu Darmi" not in names(rani)


def test_a_pseudonym_does_not_give_its_name_away(rani: Project) -> None:
    with pytest.raises(UsageError, match="real name"):
        rani.set_pseudonym("Zulkifli", "Pak Zulkif")


def test_what_is_a_pseudonym_already_is_no_name(rani: Project) -> None:
    rani.set_pseudonym("Lina", "Ratna")

    with pytest.raises(UsageError, match="pseudonym of Lina"):
        rani.set_pseudonym("Bu Ratna", "Dewi")


@pytest.mark.parametrize(("name", "pseudonym"), [("", "Rudi"), ("Zul", " ")])
def test_both_names_are_needed(rani: Project, name: str, pseudonym: str) -> None:
    with pytest.raises(UsageError, match="both names"):
        rani.set_pseudonym(name, pseudonym)


def test_two_people_with_the_same_are_told_but_not_two_names_of_one(rani: Project) -> None:
    rani.set_pseudonym("Lina", "Ratna")

    assert rani.set_pseudonym("Lin", "Ratna", case="Bu Lina").also == ()
    assert rani.set_pseudonym("Darmi", "Ratna").also == ("Lin", "Lina")
    assert rani.set_pseudonym("0812-345-678", "Ratna").also == ()


def test_the_kind_is_seen_from_the_name(rani: Project) -> None:
    assert rani.set_pseudonym("0812-3456-789", "[telepon]").record.kind is NameKind.PHONE
    assert rani.set_pseudonym("Cinde", "[pasar]", kind=NameKind.PLACE).record.kind is NameKind.PLACE


def test_all_of_it_can_be_undone(rani: Project) -> None:
    rani.set_pseudonym("Lina", "Ratna")
    rani.leave_name("Palembang")
    rani.remove_pseudonym("lina")
    rani.undo()
    rani.undo()

    assert names(rani) == {"Lina": ("Ratna", "Bu Lina")}
    rani.undo()
    assert names(rani) == {}


def test_nothing_known_of_a_name_is_said(rani: Project) -> None:
    with pytest.raises(RecordNotFound):
        rani.remove_pseudonym("Siapa")


def test_a_pseudonym_of_a_case_set_before_follows(rani: Project) -> None:
    rani.set_case("Bu Lina", pseudonym="Bu Dewi")
    rani.set_pseudonym("Lina", "Ratna")

    with rani.view() as view:
        assert {each.replacement for each in entries_of(view, pseudonyms=True) if "Lina" in each.name} == {
            "Ratna"
        }


def test_places_are_counted_in_texts_and_memos(rani: Project) -> None:
    rani.set_pseudonym("zul", "Rudi")
    rani.memo("Zul lagi, dan ZULnya.")

    assert rani.pseudonyms()[0].places == 3


def test_an_erased_case_takes_its_pseudonyms_along(rani: Project) -> None:
    rani.set_pseudonym("Lina", "Ratna")
    rani.set_pseudonym("Lin", "Rat", case="Bu Lina")
    rani.set_pseudonym("Joni", "Budiman")
    rani.erase("Bu Lina")

    assert list(names(rani)) == ["Joni"]
    told = rani.store.path.read_bytes()
    assert b'"name":"Lin"' not in told
    assert b'"name":"Joni"' in told
    assert not [event for event in rani.log(limit=None) if "Lin" in event.summary]
