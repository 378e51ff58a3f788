"""What in texts may identify somebody: names, numbers, addresses, for a person to look through."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from qualcode.model import NameKind
from qualcode.pseudonyms.forms import SHORTEST, is_ordinary
from qualcode.pseudonyms.names import core, folded, is_address
from qualcode.pseudonyms.words import ADDRESS, KINSHIP, NOT_NAMES, PLACES, ROLES, SHORT, STREET

CONTEXTS = 2
"""Contexts that are kept of each candidate."""

REPEATED = 2
"""Times from which a capitalised word that no lexicon knows is a candidate."""

_AROUND = 32
_CAPITAL = r"[^\W\d_a-zß-ÿ][^\W\d_]*(?:['’-][^\W\d_]+)*"
_NAME = rf"{_CAPITAL}(?: {_CAPITAL})" + "{0,2}"
_SHORT = "|".join(sorted(SHORT))
_LONG = "|".join(sorted((ADDRESS | KINSHIP) - SHORT))
_ADDRESSED = re.compile(rf"\b(?:(?i:{_SHORT})\b\.? *|(?i:{_LONG}) +)({_NAME})")
_CAPITALISED = re.compile(rf"(?<![\w'’-]){_NAME}(?![\w'’-])")
_BEGINNING = re.compile(r"(?:^|[.?!:…\n])[\s\"'“”‘’()\[\]*_#>–—-]*$")
_POSSESSIVE = re.compile(r"['’]s$")
_HOUSE = rf"(?: (?!(?i:no)\b)(?:{_CAPITAL}|\d+))*(?:,? (?i:no)\.? ?\d+\w?)?"
_PLACE = re.compile(
    r"\b(?i:di|ke|dari|in|at|from|pasar|dusun|kampung|desa|kelurahan|kecamatan|kabupaten|kota|provinsi)\s$"
)
_PATTERNS = (
    (NameKind.EMAIL, re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    (NameKind.OTHER, re.compile(r"(?<!\d)\d{16}(?!\d)")),
    (NameKind.PHONE, re.compile(r"(?<![\d.,])(?:\+62[ .-]?|62|0)\d{2,3}(?:[ .-]?\d{2,4}){2,3}(?![\d.,]\d)")),
    (NameKind.PLACE, re.compile(rf"(?i:{STREET}) *(?<=\W){_CAPITAL}{_HOUSE}")),
)


class Reason(StrEnum):
    """Why something may identify somebody, the surest first."""

    SPEAKER = "speaker"
    ADDRESSED = "addressed"
    PATTERN = "pattern"
    NICKNAME = "nickname"
    CAPITAL = "capital"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to be looked through, and where it stands."""

    text: str
    place: str


@dataclass(slots=True)
class Candidate:
    """Something that may identify somebody.

    Attributes
    ----------
    name
        As it is said.
    kind, reason
        What it looks like, and why.
    count
        Places where it stands.
    contexts
        The first few of them: where, and the words around.
    """

    name: str
    kind: NameKind
    reason: Reason
    count: int = 0
    contexts: list[tuple[str, str]] = field(default_factory=list)


def candidates(
    passages: Iterable[Passage],
    *,
    speakers: Iterable[str] = (),
    known: Callable[[str], bool] = lambda name: False,
    ordinary: Callable[[str], bool] = is_ordinary,
) -> list[Candidate]:
    """Return what may identify somebody, the surest and most frequent first.

    Parameters
    ----------
    passages
        Texts.
    speakers
        Names of speakers and cases.
    known
        Says what somebody has looked at already; it is left out.
    ordinary
        Says which words in small letters are ordinary ones.

    Examples
    --------
    >>> said = Passage("Baik, Bu Tuti. Kata Si Jon, Tut, 0812-3456-7890.", "W1")
    >>> [(each.name, each.reason.value) for each in candidates([said], speakers=["Tuti"])]
    [('Tuti', 'speaker'), ('Jon', 'addressed'), ('0812-3456-7890', 'pattern'), ('Tut', 'nickname')]
    """
    names = [core(name) for name in speakers]
    looking = _Looking(ordinary, names)
    found = {folded(name): Candidate(name, NameKind.PERSON, Reason.SPEAKER) for name in names}
    for passage in passages:
        for name, kind, reason, span in looking.through(passage.text):
            key = name if reason is Reason.PATTERN else folded(name)
            candidate = found.setdefault(key, Candidate(name, kind, reason))
            candidate.count += 1
            if _ORDER.index(reason) < _ORDER.index(candidate.reason):
                candidate.reason, candidate.kind = reason, kind
            if len(candidate.contexts) < CONTEXTS:
                candidate.contexts.append((passage.place, around(passage.text, *span)))
    kept = [
        each for each in found.values()
        if not known(each.name) and (each.reason is not Reason.CAPITAL or each.count >= REPEATED)
    ]  # fmt: skip
    return sorted(kept, key=lambda each: (_ORDER.index(each.reason), -each.count, each.name))


_ORDER = list(Reason)


class _Looking:
    """Looks through texts for what may identify somebody, each place once, the surest reason first."""

    def __init__(self, ordinary: Callable[[str], bool], names: Iterable[str]) -> None:
        self._ordinary = ordinary
        self._names = sorted(set(names), key=lambda name: (-len(name), name))
        self._speakers = {word.casefold() for name in self._names for word in name.split()}

    def through(self, text: str) -> Iterator[tuple[str, NameKind, Reason, tuple[int, int]]]:
        taken: list[tuple[int, int]] = []
        for name, kind, reason, start in (*_numbers(text), *self._addressed(text), *self._capitalised(text)):
            span = start, start + len(name)
            if name and not any(start < until and since < span[1] for since, until in taken):
                taken.append(span)
                yield name, kind, reason, span

    def _addressed(self, text: str) -> "Iterator[_Place]":
        for match in _ADDRESSED.finditer(text):
            parts = _POSSESSIVE.sub("", match[1]).split(" ")
            skipped = 0
            while parts and is_address(parts[0]) and parts[0].casefold() not in ROLES:
                skipped += len(parts.pop(0)) + 1
            name = self._beginning(parts)
            yield _POSSESSIVE.sub("", name), NameKind.PERSON, Reason.ADDRESSED, match.start(1) + skipped

    def _beginning(self, parts: list[str]) -> str:
        """Return the name at the beginning of what follows a word of address, if it is one."""
        if not parts or parts[0].casefold() in ROLES or parts[0].isupper():
            return ""
        stop = next((place for place, part in enumerate(parts) if place and not self._is_strange(part)), None)
        return " ".join(parts[:stop])

    def _capitalised(self, text: str) -> "Iterator[_Place]":
        for match in _CAPITALISED.finditer(text):
            words = _POSSESSIVE.sub("", match[0])
            yield from self._speakers_in(words, match.start())
            parts = [part for part in words.split(" ") if not part[:2].isupper()]
            if not parts or not all(map(self._is_strange, parts)):
                continue
            name, start = " ".join(parts), match.start() + words.index(parts[0])
            if self._is_nickname(name):
                yield name, NameKind.PERSON, Reason.NICKNAME, start
            elif name in words and not _BEGINNING.search(text[max(start - 9, 0) : start]):
                place = folded(name) in PLACES or _PLACE.search(text[max(start - 12, 0) : start])
                yield name, NameKind.PLACE if place else NameKind.PERSON, Reason.CAPITAL, start

    def _speakers_in(self, words: str, start: int) -> "Iterator[_Place]":
        """Yield speakers who are named, though their names be ordinary words."""
        for name in self._names:
            at = words.find(name)
            if at >= 0 and words[at + len(name) : at + len(name) + 1] in ("", " ", "-"):
                yield name, NameKind.PERSON, Reason.SPEAKER, start + at

    def _is_strange(self, word: str) -> bool:
        """Say whether a word is none that people know: no ordinary one, no abbreviation, no month."""
        fold = word.casefold()
        return not (word.isupper() or self._ordinary(fold) or fold in NOT_NAMES or is_address(fold))

    def _is_nickname(self, name: str) -> bool:
        """Say whether a word is a part of a speaker's name: ``Tut`` of ``Astuti``."""
        fold = name.casefold()
        return len(fold) >= SHORTEST and any(fold in each and fold != each for each in self._speakers)


_Place = tuple[str, NameKind, Reason, int]


def _numbers(text: str) -> Iterator[_Place]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield match[0].rstrip(" .-"), kind, Reason.PATTERN, match.start()


def around(text: str, start: int, end: int) -> str:
    """Return the words around a place on one line, cut between words where they go on.

    Examples
    --------
    >>> around("Baik, Pak Anda.", 10, 14)
    'Baik, Pak Anda.'
    """
    left, right = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
    left = "…" + left.partition(" ")[2] if start > _AROUND else left
    right = right.rpartition(" ")[0] + "…" if end + _AROUND < len(text) else right
    return " ".join(f"{left}{text[start:end]}{right}".split())
