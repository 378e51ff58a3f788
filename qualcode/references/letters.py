"""The letter that stands for an informant's sex in a reference code."""

from collections.abc import Mapping

_NAMES = ("gender", "jenis kelamin", "sex", "kelamin", "l/p", "jk")
_MALE = {"l", "laki-laki", "laki laki", "lelaki", "pria", "male", "man", "m"}
_FEMALE = {"p", "perempuan", "wanita", "female", "woman", "f", "w"}
_LETTERS = {"id": ("L", "P"), "en": ("M", "F")}


def gender_letter(attributes: Mapping[str, str], language: str) -> str:
    """Return what a case's attributes say of its sex: L or P in Indonesian, M or F in English.

    Anything else is shown as it is written; empty where nothing is said.

    Examples
    --------
    >>> gender_letter({"Jenis kelamin": "Laki-laki"}, "id"), gender_letter({"Gender": "P"}, "en")
    ('L', 'F')
    """
    named = {" ".join(name.casefold().split()): value.strip() for name, value in attributes.items()}
    said = next((named[name] for name in _NAMES if named.get(name)), "")
    male, female = _LETTERS.get(language, _LETTERS["en"])
    folded = said.casefold()
    return male if folded in _MALE else female if folded in _FEMALE else said
