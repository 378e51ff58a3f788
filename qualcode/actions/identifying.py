"""What in a project may still identify somebody: names that nobody looked at, and telling attributes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qualcode.actions.disguising import entries_of, nameless, naming_of, real_names
from qualcode.actions.texts import natural, text_of
from qualcode.model import (
    Case,
    Condensation,
    ConsentState,
    Memo,
    NameKind,
    Naming,
    Pseudonym,
    Source,
    Theme,
)
from qualcode.pseudonyms import (
    Candidate,
    Disguise,
    Passage,
    Telling,
    around,
    candidates,
    core,
    folded,
    telling,
)
from qualcode.store import View


@dataclass(frozen=True, slots=True)
class Listed:
    """A pseudonym with the name of its case and the number of places where the name stands."""

    record: Pseudonym
    case: str
    places: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that may be a name or not, and stays as it is: where, and the words around."""

    word: str
    name: str
    place: str
    context: str


@dataclass(frozen=True, slots=True)
class Check:
    """What may identify somebody in what leaves the project.

    Attributes
    ----------
    unnamed
        Cases to be disguised that have no pseudonym.
    candidates
        What may be a name and nobody looked at.
    doubts
        Words that may be a name that is to be replaced, or another word.
    same
        Names that share a pseudonym, by pseudonym.
    shared
        Names that somebody is called by, and that more than one of those known have.
    real
        Pseudonyms that somebody in the project is really called, or that stand in its texts.
    telling
        Attributes by which a case is known.
    """

    unnamed: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    same: tuple[tuple[str, tuple[str, ...]], ...] = ()
    shared: tuple[tuple[str, tuple[str, ...]], ...] = ()
    real: tuple[str, ...] = ()
    telling: tuple[Telling, ...] = ()

    @property
    def clear(self) -> bool:
        """Nothing was found."""
        return self == Check()


def pseudonyms(view: View) -> list[Listed]:
    """Return the pseudonyms by name, and in how many places each name stands."""
    disguise = Disguise(entries_of(view, pseudonyms=True))
    places = Counter(
        found.form.entry.name
        for passage in passages_of(view)
        for found in disguise.found(passage.text)
        if found.form and found.sure
    )
    cases = {case.id: case.name for case in view.all(Case)}
    counts: Counter[str] = Counter()
    for name, count in places.items():
        counts[folded(name)] += count
    return [
        Listed(record, cases.get(record.case_id or "", ""), counts[folded(record.name)])
        for record in view.all(Pseudonym)
    ]


def propose_pseudonyms(view: View) -> list[Candidate]:
    """Return what may identify somebody and nobody has looked at yet, the surest first."""
    disguise = Disguise(entries_of(view, pseudonyms=True))
    looked_at = {folded(record.name) for record in view.all(Pseudonym)}

    def known(name: str) -> bool:
        return folded(name) in looked_at or any(found.form or found.text for found in disguise.found(name))

    return candidates(passages_of(view), speakers=real_names(view), known=known)


def check_pseudonyms(view: View, *, few: int = 1) -> Check:
    """Return what may identify somebody in what leaves the project.

    Parameters
    ----------
    view
        Of the project.
    few
        So many cases may share a combination of attributes that is named.
    """
    disguise = Disguise(entries_of(view, pseudonyms=True))
    cases = view.all(Case, consent=ConsentState.GIVEN)
    records = view.all(Pseudonym)
    hidden = [case for case in cases if naming_of(case, pseudonyms=True) is not Naming.NAME]
    return Check(
        unnamed=tuple(case.name for case in nameless(cases, records)),
        candidates=tuple(propose_pseudonyms(view)),
        doubts=tuple(_doubts(view, disguise)),
        same=tuple(_same(records, cases)),
        shared=tuple((key, tuple(sorted(names))) for key, names in sorted(disguise.shared.items())),
        real=tuple(_real(view, records)),
        telling=tuple(telling({case.name: case.attributes for case in hidden}, few=few)),
    )  # fmt: skip


def name_places(view: View, name: str) -> list[str]:
    """Return where a name stands, as it is written: once for each text with it."""
    finder = re.compile(rf"(?<!\w){re.escape(core(name))}(?!\w)")
    return [passage.place for passage in passages_of(view) if finder.search(passage.text)]


def passages_of(view: View) -> Iterator[Passage]:
    """Yield every text of the project that may have names in it, with where it stands."""
    for source in sorted(view.all(Source), key=lambda each: natural(each.name)):
        yield Passage(text_of(view, source).text, source.name)
    yield from (Passage(memo.text, "memo") for memo in view.all(Memo))
    yield from (Passage(each.text, "condensation") for each in view.all(Condensation))
    yield from (Passage(theme.claim, theme.name) for theme in view.all(Theme))


def _doubts(view: View, disguise: Disguise) -> Iterator[Doubt]:
    for passage in passages_of(view):
        for found in disguise.unsure(passage.text):
            name = found.form.entry.name if found.form else ""
            words = around(passage.text, found.start, found.end)
            yield Doubt(passage.text[found.start : found.end], name, passage.place, words)


def _same(records: Iterable[Pseudonym], cases: Iterable[Case]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the pseudonyms that different people have."""
    people: dict[str, dict[str, str]] = {}
    shown: dict[str, str] = {}
    taken = [
        (each.name, each.replacement, each.case_id or each.id)
        for each in records if each.kind is NameKind.PERSON
    ]  # fmt: skip
    taken += [(case.name, case.pseudonym, case.id) for case in cases]
    for name, replacement, who in taken:
        if replacement:
            shown.setdefault(folded(replacement), replacement)
            people.setdefault(folded(replacement), {}).setdefault(who, name)
    for key, names in people.items():
        if len(names) > 1:
            yield shown[key], tuple(sorted(names.values()))


def _real(view: View, records: Iterable[Pseudonym]) -> Iterator[str]:
    real = {folded(name) for name in real_names(view)} | {folded(record.name) for record in records}
    people = {each.replacement for each in records if each.replacement and each.kind is NameKind.PERSON}
    met = {name for name in people if name_places(view, name)}
    yield from sorted(met | {each.replacement for each in records if folded(each.replacement) in real})
