import pytest

from qualcode.actions.batches import AddOptions
from qualcode.actions.noting import Subject
from qualcode.actions.removing import Removal
from qualcode.actions.theming import ThemeChange
from qualcode.errors import NotAllowed, UsageError
from qualcode.model import Case, CoderRole, ConsentState, Record, Source
from qualcode.model.forms import KINDS
from qualcode.project import Project
from tests.study import LINA, Study


def everything(project: Project) -> dict[str, list[Record]]:
    with project.view() as view:
        return {kind: view.all(each) for kind, each in KINDS.items() if kind != "suggestion"}


def work_on(project: Project) -> None:
    """Leave work of every sort on W1-zul."""
    made = project.code("W1-zul", "Modal keluarga", "capital", memo="dari keluarga", condensation="sendiri")
    evidence = ThemeChange(codes=["capital"], evidence_for=[made.id])
    project.theme("modal", "Modal dari keluarga.", change=evidence)
    project.mark_not_asked("W1-zul", "capacity")
    project.memo("belum lengkap", Subject(source="W1-zul"))
    project.suggest()
    project.mark_read("W1-zul")
    project.decide(project.pending()[0].id, "accept")


def test_a_source_goes_with_all_that_was_made_on_it_and_comes_back_with_it(rani: Project) -> None:
    work_on(rani)
    before = everything(rani)
    assert rani.remove_sources(["W1-zul"]) == (Removal("W1-zul", codings=2, others=6),)
    assert list(rani.sources()["source"]) == ["O1-pelatihan", "W2-lina"]
    assert rani.codings().empty
    assert rani.log()[0].summary == "W1-zul"
    with rani.view() as view:
        assert [case.name for case in view.all(Case)] == ["Bu Lina"]
    rani.undo()
    assert everything(rani) == before


def test_a_preview_takes_nothing_away(rani: Project) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital")
    events = rani.log()
    assert rani.remove_sources(["W1-zul", "O1"], preview=True) == (
        Removal("W1-zul", codings=1, others=0), Removal("O1-pelatihan", codings=0, others=0),
    )  # fmt: skip
    assert (rani.log(), len(rani.sources())) == (events, 3)


def test_what_another_coder_made_only_a_supervisor_takes_away(study: Study, rani: Project) -> None:
    bayu = study.opened_by("bayu")
    bayu.code("W1-zul", "Modal keluarga", "capital")
    with pytest.raises(NotAllowed, match="work of bayu"):
        rani.remove_sources(["W1-zul"])
    rani.set_coder("sri", role=CoderRole.SUPERVISOR)
    study.opened_by("sri").remove_sources(["W1-zul"])
    assert bayu.codings().empty


def test_a_translation_does_not_stay_behind_without_its_source(study: Study, rani: Project) -> None:
    file = study.file("W2-en.txt", LINA.replace("Saya", "I"))
    rani.add([file], options=AddOptions(translates="W2-lina"))
    with pytest.raises(UsageError, match="W2-en is a translation of it"):
        rani.remove_sources(["W2-lina"])
    rani.remove_sources(["W2-lina", "W2-en"])
    rani.undo()
    with rani.view() as view:
        assert view.count(Source) == 4


def test_a_case_that_is_known_besides_stays(rani: Project) -> None:
    rani.set_consent("zul", ConsentState.GIVEN, date="2024-03-02")
    rani.memo("pandai bercerita", Subject(case="Bu Lina"))
    rani.remove_sources(["W1-zul", "W2-lina"])
    with rani.view() as view:
        assert [case.name for case in view.all(Case)] == ["Bu Lina", "zul"]


def test_a_file_that_was_taken_out_can_be_added_again(study: Study, rani: Project) -> None:
    rani.remove_sources(["W1-zul"])
    (again,) = rani.add([study.folder / "files" / "W1-zul.txt"]).files
    assert (again.status, again.source) == ("added", "W1-zul")


def test_erasing_a_case_reaches_the_sources_that_were_taken_out(study: Study, rani: Project) -> None:
    second = study.file("W5.txt", "P: Apa lagi?\nBu Lina: Rahasia dapur tetap rahasia.\n" * 2)
    rani.add([second])
    rani.code("W5", "Rahasia dapur", "capital", turn=2, memo="resep keluarga")
    rani.mark_read("W5")
    rani.remove_sources(["W5"])
    rani.erase("Bu Lina")
    rani.undo()
    rani.close()
    kept = (study.folder / "qualcode.db").read_bytes()
    assert [words for words in ("Rahasia", "resep", "W5") if words.encode() in kept] == []
