"""Whether words that are written like a name are one where they stand."""

import re

from qualcode.lang.detect import detect
from qualcode.lang.language import language
from qualcode.pseudonyms.forms import Sureness
from qualcode.pseudonyms.words import ADDRESS, NAMED, OF_OTHERS, SHORT

_BEFORE = re.compile(rf"(?:\b((?i:{'|'.join(sorted(SHORT))}))\.\s*|([^\W\d_]+)(?:\s+|-))$")
_NAMED = re.compile(NAMED, re.IGNORECASE)
_BEGINNING = re.compile(r"(?:^|[.?!:…\n])[\s\"'“”‘’(\[*_-]*$")
_END = re.compile(r"[.?!…\n]")
_LINE = re.compile(r"(?:^|\n)[^\S\n]*$")
_REACH = 60
"""Characters before a name that are looked at."""


def is_name(text: str, start: int, end: int, sureness: Sureness) -> bool | None:
    """Say whether a form at a place is a name; None where a person has to decide.

    Examples
    --------
    >>> def said(text): return is_name(text, text.index("Anda"), text.index("Anda") + 4, Sureness.PRONOUN)
    >>> said("Baik, Pak Anda."), said("Menurut Anda bagaimana?"), said("Kami bertemu Anda kemarin.")
    (True, False, None)
    """
    word, before = text[start:end], text[max(start - _REACH, 0) : start]
    if sureness is Sureness.NAME or text.strip() == word or _is_marked(text, start, end, before):
        return True
    previous = _word_before(before)
    if previous in ADDRESS:
        return None if word[0].islower() and sureness is Sureness.PRONOUN else True
    if sureness is Sureness.NICKNAME:
        return True if word[1:].islower() and word[0].isupper() else None if word.isupper() else False
    if not word[0].isupper():
        return False
    if sureness is Sureness.WORD:
        unclear = _BEGINNING.search(before) or (word.isupper() and len(word) > 1)
        return None if unclear else True
    return _is_not_you(text, end, before)


def _word_before(before: str) -> str:
    found = _BEFORE.search(before)
    return (found[1] or found[2]).casefold() if found else ""


def _is_marked(text: str, start: int, end: int, before: str) -> bool:
    """Say whether a name is the only thing that can stand here."""
    label = _LINE.search(before) and re.match(r"[^\S\n]*:", text[end:])
    named = text[start].isupper() and _NAMED.search(before)
    return bool(label or named or _in_identifier(text, start, end))


def _in_identifier(text: str, start: int, end: int) -> bool:
    """Say whether this is part of a name of a source or file, or of a reference code: ``W4-anda.12``."""
    left = re.search(r"\S*$", text[max(start - _REACH, 0) : start])
    right = re.match(r"\S*", text[end : end + _REACH])
    run_before, run_after = left[0] if left else "", right[0] if right else ""
    joined = re.search(r"\w[-._/]$", run_before) or re.match(r"[-._/]\w", run_after)
    return bool(joined and re.search(r"\d", run_before + run_after))


def _is_not_you(text: str, end: int, before: str) -> bool | None:
    """Say whether a word such as ``Anda`` is a name and not the pronoun."""
    if detect(text) == "en":
        return True
    stop = _END.search(text, end)
    if stop and stop[0] == "?":
        return False
    if _BEGINNING.search(before):
        return None
    return False if _word_before(before) in language("id").stop_words - OF_OTHERS else None
