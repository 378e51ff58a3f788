import pytest

from qualcode.actions.casting import case_name
from qualcode.model import Case, Source
from qualcode.project import Project
from tests.study import Study

HEAD = "Informan: Bu Sari\nUmur: 41\nUsaha: kue basah\nTanggal: 12-03-2024\n\n"


def attributes(project: Project, name: str) -> dict[str, str]:
    with project.view() as view:
        return dict(next(case for case in view.all(Case) if case.name == name).attributes)


def test_what_the_header_says_of_the_one_informant_is_said_of_the_case(study: Study, rani: Project) -> None:
    talk = HEAD + "P: Siapa?\nI: Saya Sari.\nP: Jualan apa?\nI: Kue.\n"
    rani.add([study.file("W9-sari.txt", talk)])
    assert attributes(rani, "Bu Sari") == {"Umur": "41", "Usaha": "kue basah"}


def test_of_several_informants_the_header_says_nothing(study: Study, rani: Project) -> None:
    talk = "Umur: 41\n\nP: Siapa?\nBu Sari: Saya.\nBu Tuti: Saya.\nP: Lalu?\nBu Sari: Dulu.\nBu Tuti: Baru.\n"
    rani.add([study.file("G9.txt", talk)])
    assert attributes(rani, "Bu Sari") == attributes(rani, "Bu Tuti") == {}


@pytest.mark.parametrize(
    ("source", "label", "name"),
    [
        ("W1-zul", "I", "zul"),
        ("utf-8", "I", "utf-8"),
        ("Goodboy Galaxy - Rik", "Informan", "Goodboy Galaxy - Rik"),
        ("W5-lina", "Bu Lina", "Bu Lina"),
    ],
)
def test_a_case_is_named_after_who_speaks_or_the_source(source: str, label: str, name: str) -> None:
    assert case_name(Source(id="s", name=source), label, 1) == name
