import pytest

from qualcode.pseudonyms import core, initials, is_personal


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Pak Zul", "Zul"),
        ("Mrs. Astuti", "Astuti"),
        ("Dr. Hj. Siti Aminah, S.Pd., M.M.", "Siti Aminah"),
        ("Bapak Anda Rahan, S.E.", "Anda Rahan"),
        ("Ibu Lina (bukan nama sebenarnya)", "Lina"),
        ("  Yu  Sri ", "Sri"),
        ("Informan 3", "Informan 3"),
        ("Bu RT", "RT"),
        ("Ibu", "Ibu"),
        ("", ""),
    ],
)
def test_a_name_is_known_without_address_and_degrees(name: str, bare: str) -> None:
    assert core(name) == bare


def test_initials_are_those_of_the_name_alone() -> None:
    assert initials("Hj. Siti Nur Aminah, M.Si") == "S. N. A."


@pytest.mark.parametrize("label", ["P", "I1", "Peneliti", "Responden 12", "Interviewer", "Bapak", ""])
def test_a_role_is_nobodys_name(label: str) -> None:
    assert not is_personal(label)
