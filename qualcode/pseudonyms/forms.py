"""How a name may stand in a text: whole, in part, or as a nickname, and how surely it is then a name."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from qualcode.lang.lexicon import lexicon
from qualcode.model import NameKind
from qualcode.pseudonyms.names import core
from qualcode.pseudonyms.words import ALWAYS_CAPITAL

SHORTEST = 3
"""Letters from which a word is known as a name in small letters too, and that a nickname has."""

_LONG = 6
"""Letters from which a name is likely to be called by its beginning (``Zulkifli``, ``Zul``)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name and what stands for it; nothing where the name is left as it is."""

    name: str
    replacement: str = ""
    kind: NameKind = NameKind.PERSON


class Sureness(Enum):
    """How surely words that are written like a name are one."""

    NAME = "no other word is written so"
    NICKNAME = "the beginning of a name"
    WORD = "also an ordinary word"
    PRONOUN = "also a word with a capital of its own"


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a name may be written.

    Attributes
    ----------
    text
        As in the name.
    replacement
        What stands for it, empty where it is left.
    entry
        The name that it is a form of.
    sureness
        How surely it is a name.
    """

    text: str
    replacement: str
    entry: Entry
    sureness: Sureness = Sureness.NAME


def is_ordinary(word: str) -> bool:
    """Say whether a word is known to Indonesian or English as something else than a name."""
    return any(word in lexicon(code) for code in ("id", "en"))


def forms_of(
    entries: Iterable[Entry], *, ordinary: Callable[[str], bool] = is_ordinary
) -> tuple[dict[str, Form], dict[str, set[str]]]:
    """Return every form by its key, and the names that share a form without being told apart by it.

    A name as it was given comes before parts of others, and parts before nicknames.

    Examples
    --------
    >>> found, _ = forms_of([Entry("Pak Zulkifli Hasan", "Rudi Hartono")])
    >>> [(form.text, form.replacement) for form in found.values()][:3]
    [('Zulkifli Hasan', 'Rudi Hartono'), ('Zulkifli', 'Rudi'), ('Hasan', 'Hartono')]
    """
    known = list(entries)
    found: dict[str, Form] = {}
    shared: dict[str, set[str]] = {}
    for make in (_whole, _parts, _nicknames):
        made: dict[str, Form] = {}
        for form in (form for entry in known for form in make(entry, ordinary)):
            key = key_of(form.text)
            first = made.setdefault(key, form)
            if key not in found and first.replacement != form.replacement:
                shared.setdefault(key, {first.entry.name}).add(form.entry.name)
        found |= {key: form for key, form in made.items() if key not in found}
    return found, shared


def key_of(text: str) -> str:
    """Return what a form is looked up by: small letters and single spaces, of a telephone number its digits.

    Examples
    --------
    >>> key_of("ANDA  Rahan"), key_of("+62 812-3456-7890") == key_of("0812 3456 7890")
    ('anda rahan', True)
    """
    digits = re.sub(r"\D", "", text)
    if len(digits) >= 6 and not re.search(r"[^\W\d_]", text):
        return "tel " + re.sub(r"^(?:62|0)", "", digits)
    return " ".join(text.casefold().split())


def _whole(entry: Entry, ordinary: Callable[[str], bool]) -> Iterator[Form]:
    person = entry.kind is NameKind.PERSON
    text = core(entry.name) if person else entry.name.strip()
    yield Form(text, _bare(entry), entry, _sureness(text, ordinary) if person else Sureness.NAME)


def _parts(entry: Entry, ordinary: Callable[[str], bool]) -> Iterator[Form]:
    """Yield the words of a name of several, each with its part of the replacement."""
    parts, instead = core(entry.name).split(), _bare(entry).split()
    if entry.kind is not NameKind.PERSON or len(parts) < 2 or not all(part[:1].isupper() for part in parts):
        return
    for place, part in enumerate(parts):
        if len(part.rstrip(".")) > 1:
            at = -1 if place == len(parts) - 1 else min(place, len(instead) - 1)
            yield Form(part, instead[at] if instead else "", entry, _sureness(part, ordinary))


def _nicknames(entry: Entry, ordinary: Callable[[str], bool]) -> Iterator[Form]:
    """Yield the beginnings of long names by which their bearers may be called."""
    for form in (*_whole(entry, ordinary), *_parts(entry, ordinary)):
        word = form.text
        if entry.kind is NameKind.PERSON and entry.replacement and word.isalpha() and len(word) >= _LONG:
            for length in range(len(word) - 2, SHORTEST - 1, -1):
                if not ordinary(word[:length].casefold()):
                    yield Form(word[:length], form.replacement, entry, Sureness.NICKNAME)


def _bare(entry: Entry) -> str:
    return core(entry.replacement) if entry.kind is NameKind.PERSON else entry.replacement


def _sureness(text: str, ordinary: Callable[[str], bool]) -> Sureness:
    folded = text.casefold()
    if " " in folded:
        return Sureness.NAME
    if folded in ALWAYS_CAPITAL:
        return Sureness.PRONOUN
    return Sureness.WORD if len(folded) < SHORTEST or ordinary(folded) else Sureness.NAME
