import pytest

from qualcode.references import gender_letter


@pytest.mark.parametrize(
    ("attributes", "indonesian", "english"),
    [
        ({"Jenis Kelamin": "laki-laki"}, "L", "M"),
        ({"Gender": "Perempuan"}, "P", "F"),
        ({"sex": " F "}, "P", "F"),
        ({"L/P": "L"}, "L", "M"),
        ({"Gender": "tidak disebut"}, "tidak disebut", "tidak disebut"),
        ({"Umur": "44"}, "", ""),
    ],
)
def test_what_a_case_says_of_its_sex_is_one_letter(
    attributes: dict[str, str], indonesian: str, english: str
) -> None:
    assert gender_letter(attributes, "id") == indonesian
    assert gender_letter(attributes, "en") == english
