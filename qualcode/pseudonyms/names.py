"""The parts of a person's name: what people are called by, without address and degrees."""

import re
from functools import cache

from qualcode.lang.language import language
from qualcode.model import NameKind
from qualcode.pseudonyms.words import ADDRESS, DEGREES, KINSHIP, STREET

_BRACKETS = re.compile(r"\s*\([^()]*\)")
_DEGREES = re.compile(rf"(?:{DEGREES})+\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def core(name: str) -> str:
    """Return a name without what is said before and behind it; whole where nothing else would be left.

    Examples
    --------
    >>> core("Bapak Anda Rahan, S.E."), core("Hj. Siti Aminah"), core("Ibu Lina (bukan nama sebenarnya)")
    ('Anda Rahan', 'Siti Aminah', 'Lina')
    >>> core("Pak Haji")
    'Pak Haji'
    """
    bare = _DEGREES.sub("", _BRACKETS.sub("", name)).split(",")[0].strip()
    parts = bare.split()
    while parts and is_address(parts[0]):
        parts.pop(0)
    return " ".join(parts) or name.strip()


def is_address(word: str) -> bool:
    """Say whether a word is said before names.

    Examples
    --------
    >>> is_address("Mrs."), is_address("Ibu"), is_address("Lina")
    (True, True, False)
    """
    folded = word.rstrip(".").casefold()
    return folded in ADDRESS or folded in KINSHIP


def initials(name: str) -> str:
    """Return the initials of a name.

    Examples
    --------
    >>> initials("Bapak Anda Rahan, S.E."), initials("zul")
    ('A. R.', 'Z.')
    """
    return " ".join(f"{word[0].upper()}." for word in _WORD.findall(core(name)))


def folded(name: str) -> str:
    """Return a name's core as it is compared: in small letters, single spaces."""
    return " ".join(core(name).casefold().split())


def is_personal(label: str) -> bool:
    """Say whether a speaker's label is a name, and not a letter or a word for what somebody does.

    Examples
    --------
    >>> is_personal("Bu Lina"), is_personal("Informan 3"), is_personal("P"), is_personal("Ibu")
    (True, False, False, False)
    """
    word = label.rstrip(" 0123456789.").casefold()
    return len(word) > 2 and word not in _roles() and not is_address(word)


@cache
def _roles() -> frozenset[str]:
    known = (language(code).speaker_labels.values() for code in ("id", "en"))
    return frozenset(word for labels in known for each in labels for word in each) | {"speaker"}


def kind_of_name(name: str) -> NameKind:
    """Return what a name looks like.

    Examples
    --------
    >>> [kind_of_name(name).value for name in ("Pak Zul", "zul@x.id", "0812-3456-789", "Jl. Veteran No. 5")]
    ['person', 'email', 'phone', 'place']
    """
    digits = len(re.sub(r"\D", "", name))
    if "@" in name:
        return NameKind.EMAIL
    if digits >= 6 and not re.search(r"[^\W\d_]", name):
        return NameKind.PHONE if digits < 16 else NameKind.OTHER
    return NameKind.PLACE if re.match(STREET, name, re.IGNORECASE) else NameKind.PERSON
