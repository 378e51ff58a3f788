"""The parts of a person's name: what people are called by, without address and degrees."""

import re

from qualcode.pseudonyms.words import ADDRESS, DEGREES, KINSHIP

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
