"""Sources that by name, language and turns look like translations of one another: proposed, never set."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from qualcode.actions.texts import latest_revision
from qualcode.model import Source
from qualcode.store import View

CALLED = {
    "id": "id", "ind": "id", "indonesia": "id", "indonesian": "id",
    "en": "en", "eng": "en", "inggris": "en", "english": "en",
}  # fmt: skip
"""What the end of a file's name calls a language."""

ALIKE = 0.8
"""Share of the turns of the longer that the shorter of a pair has at least."""

_ENDING = re.compile(rf"(.+?)[ ._(-]+({'|'.join(sorted(CALLED, key=len, reverse=True))})\)?", re.IGNORECASE)


class Pair(NamedTuple):
    """Names of a source and of what looks like its translation."""

    original: str
    translation: str


def proposed_pairs(view: View, names: Sequence[str]) -> list[Pair]:
    """Return what looks like translations among sources of which one is named, unless it is said of them.

    Two sources are a pair where their names differ in a language at the end (``W3`` and ``W3-en``, ``W3.id``
    and ``W3.en``), they are in different languages, and have about as many turns. The one without a language
    in its name is the original, else the Indonesian one.
    """
    sources = view.all(Source)
    said = {source.translates for source in sources} | {each.id for each in sources if each.translates}
    stems: dict[str, list[tuple[str, Source]]] = {}
    for source in sources:
        match = _ENDING.fullmatch(source.name)
        stem, language = (match[1], CALLED[match[2].casefold()]) if match else (source.name, "")
        stems.setdefault(stem.casefold(), []).append((language, source))
    found = []
    for family in stems.values():
        if len(family) != 2 or not {each.name for _, each in family} & set(names):
            continue
        (called, original), (_, other) = sorted(family, key=lambda each: (each[0] not in ("", "id"), each[0]))
        if original.language == other.language or called == "en" or {original.id, other.id} & said:
            continue
        turns = sorted(len(latest_revision(view, each).turns) for _, each in family)
        if turns[0] >= ALIKE * turns[1]:
            found.append(Pair(original.name, other.name))
    return sorted(found)
