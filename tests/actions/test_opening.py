from qualcode.actions.noting import Subject
from qualcode.project import Project


def test_a_source_opens_with_what_is_marked_on_it_in_reading_order(rani: Project) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital", condensation="Uang keluarga")
    rani.code("W1-zul", "di rumah", "awareness", memo="Satu")
    opened = rani.open_source("w1")
    assert [(mark["code"], mark["memo"], mark["condensation"]) for mark in opened.codings] == [
        ("awareness", "Satu", ""), ("capital", "", "Uang keluarga"),
    ]  # fmt: skip
    assert opened.unread == ["awareness", "motivation", "capacity", "capital"]
    assert opened.text.source.name == "W1-zul"


def test_a_second_coder_sees_nothing_of_the_first_until_released(rani: Project, bayu: Project) -> None:
    rani.code("W1-zul", "Modal keluarga", "capital")
    rani.mark_read("W1-zul")
    opened = bayu.open_source("W1-zul")
    assert (opened.codings, opened.readings) == ([], [])
    rani.release("rani")
    assert [(mark["coder"], mark["mine"]) for mark in bayu.open_source("W1-zul").codings] == [("rani", False)]


def test_progress_is_each_coders_own(rani: Project, bayu: Project) -> None:
    rani.mark_read("W1-zul", codes=["capital"])
    rani.mark_read("W2-lina")
    found = {each.source.name: (each.begun, each.read) for each in rani.progress()}
    assert found == {"O1-pelatihan": (False, False), "W1-zul": (True, False), "W2-lina": (True, True)}
    assert not any(each.begun for each in bayu.progress())


def test_notes_on_a_source_come_with_those_on_the_cases_that_speak_in_it(rani: Project) -> None:
    rani.memo("Ia ragu", Subject(case="zul"))
    rani.memo("Lain", Subject(case="lina"))
    rani.memo("Di rumahnya", Subject(source="W1-zul"))
    opened = rani.open_source("W1-zul")
    assert sorted(opened.cases.values()) == ["zul"]
    assert [each.text for each in opened.notes] == ["Ia ragu", "Di rumahnya"]
