from pathlib import Path

from qualcode.model import Naming
from qualcode.project import Project
from tests.study import Study


def proposed(project: Project) -> list[str]:
    return [each.name for each in project.propose_pseudonyms()]


def test_speakers_and_the_people_they_name_are_proposed_until_somebody_looked(rani: Project) -> None:
    assert proposed(rani) == ["zul", "Lina"] or proposed(rani) == ["Lina", "zul"]
    rani.set_pseudonym("zul", "Rudi")
    rani.leave_name("Lina")

    assert proposed(rani) == []


def test_memos_are_looked_through_too(rani: Project) -> None:
    rani.memo("Tanya lagi ke Yuk Mala, 0812-3456-7890.")

    assert {"Mala", "0812-3456-7890"} <= set(proposed(rani))


def test_a_check_says_all_that_may_identify(rani: Project, study: Study) -> None:
    said = "T: Menurut Anda bagaimana?\nJ: Kata Anda begitu, tanya Siti Aminah dan Siti Nurhaliza.\n"
    rani.add([study.file("W4-anda.txt", said)])
    rani.set_pseudonym("anda", "Hasan")
    rani.set_pseudonym("Siti Aminah", "Rina Kusuma")
    rani.set_pseudonym("Siti Nurhaliza", "Dewi Lestari")
    rani.set_pseudonym("Lina", "Hasan")
    rani.set_case("Bu Lina", attributes={"usaha": "pempek"})
    found = rani.check_pseudonyms()

    assert found.unnamed == ("zul",)
    assert [each.name for each in found.candidates] == ["zul"]
    assert [(each.word, each.place) for each in found.doubts] == [("Anda", "W4-anda")]
    assert found.same == (("Hasan", ("Lina", "anda")),)
    assert found.shared == (("siti", ("Siti Aminah", "Siti Nurhaliza")),)
    assert [(each.case, each.share) for each in found.telling] == [("Bu Lina", 1)]


def test_who_goes_by_their_own_name_needs_none_and_is_known_anyway(rani: Project) -> None:
    rani.set_case("zul", naming=Naming.NAME, attributes={"usaha": "kunci"})
    found = rani.check_pseudonyms()

    assert found.unnamed == ("Bu Lina",)
    assert found.telling == ()


def test_a_pseudonym_that_somebody_bears_by_now_is_told(rani: Project, study: Study) -> None:
    rani.set_pseudonym("zul", "Ratna")
    rani.add([study.file("W3-ratna.txt", "P: Siapa?\nRatna: Saya.\n")])

    assert rani.check_pseudonyms().real == ("Ratna",)


def test_nothing_left_is_clear(rani: Project) -> None:
    rani.set_pseudonym("zul", "Rudi")
    rani.set_pseudonym("Lina", "Ratna")

    assert rani.check_pseudonyms().clear


def test_pseudonyms_come_from_a_table_and_go_into_one(rani: Project, study: Study, tmp_path: Path) -> None:
    table = study.file(
        "names.csv", "Nama;Samaran;Kasus\nzul;Rudi;\nLin;Rat;Bu Lina\nPalembang;;\nDarmi;Lina;\n;x;\n"
    )
    report = rani.import_pseudonyms(table)

    assert report.named == ("zul", "Lin", "Palembang")
    assert [fault.row for fault in report.faults] == [5, 6]
    assert len(rani.export_pseudonyms(tmp_path / "key.csv")) == 3
    assert (tmp_path / "key.csv").read_text().splitlines() == [
        "name,pseudonym,kind,case",
        "Lin,Rat,person,Bu Lina",
        "Palembang,,person,",
        "zul,Rudi,person,zul",
    ]
    rani.undo()
    assert rani.pseudonyms() == []
