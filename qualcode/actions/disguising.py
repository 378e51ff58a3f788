"""Pseudonyms: what stands for a name in what leaves the project. Stored texts stay as they are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from qualcode.actions.acting import acting
from qualcode.actions.lookup import case_named
from qualcode.errors import RecordNotFound, UsageError
from qualcode.model import (
    Case,
    Coder,
    ConsentScope,
    ConsentState,
    Guid,
    NameKind,
    Naming,
    Pseudonym,
    Speaker,
    fresh,
)
from qualcode.pseudonyms import Disguise, Entry, core, folded, initials, is_personal, kind_of_name
from qualcode.store import Action, Store, View


@dataclass(frozen=True, slots=True)
class Named:
    """A pseudonym as it was set, and what is doubtful about it.

    Attributes
    ----------
    record
        As stored.
    also
        Other names with the same pseudonym, of somebody else.
    """

    record: Pseudonym
    also: tuple[str, ...] = ()


def set_pseudonym(
    store: Store,
    actor: Coder,
    name: str,
    replacement: str,
    *,
    kind: NameKind | None = None,
    case: str = "",
) -> Named:
    """Say what stands for a name in everything that leaves the project.

    Parameters
    ----------
    store, actor
        Where, and who says so.
    name
        As it is said; words of address and degrees do not matter. Several words that hold a name, such as
        ``memang Anda``, settle one place.
    replacement
        What stands for it.
    kind
        What the name is; by default as it looks.
    case
        The case whose name it is; by default the one that is called so.

    Raises
    ------
    UsageError
        There is no name or no pseudonym; the pseudonym is a real name of the project, or gives it away.
    """
    if not name.strip() or not replacement.strip():
        raise UsageError(
            "a pseudonym needs both names", remedy="to leave a name as it is, say `qualcode pseudonyms leave`"
        )
    with acting(store, actor, "set_pseudonym", summary=name.strip()) as act:
        check_tells_nothing(act, name, replacement)
        return put_pseudonym(act, name, replacement, kind=kind, case=case)


def leave_name(store: Store, actor: Coder, name: str, *, kind: NameKind | None = None) -> Pseudonym:
    """Note that a name, or a word that looks like one, was looked at and stays as it is."""
    if not name.strip():
        raise UsageError("there is no name to leave")
    with acting(store, actor, "leave_name", summary=name.strip()) as act:
        return put_pseudonym(act, name, "", kind=kind).record


def remove_pseudonym(store: Store, actor: Coder, name: str) -> Pseudonym:
    """Forget what stands for a name.

    Raises
    ------
    RecordNotFound
        Nothing is known of that name.
    """
    with acting(store, actor, "remove_pseudonym", summary=name.strip()) as act:
        known = _known(act, name)
        if known is None:
            raise RecordNotFound(
                "there is no pseudonym for {name!r}", remedy="see `qualcode pseudonyms`", name=name
            )
        act.remove(known)
        return known


def put_pseudonym(
    act: Action, name: str, replacement: str, *, kind: NameKind | None = None, case: str = ""
) -> Named:
    """Put a pseudonym within an action, over the one that the name has."""
    kind = kind or kind_of_name(name)
    whose = case_named(act, case) if case else _called(act, name) if kind is NameKind.PERSON else None
    known = _known(act, name) or Pseudonym(id=fresh(), name=name.strip())
    changed = replace(
        known, replacement=replacement.strip(), kind=kind, case_id=whose.id if whose else known.case_id
    )
    stored = act.put(changed) if changed != known or not known.seq else known
    if whose and whose.pseudonym and replacement and folded(whose.name) == folded(name):
        act.put(replace(whose, pseudonym=replacement.strip()))
    return Named(stored, tuple(_sharing(act, stored)))


def _sharing(view: View, record: Pseudonym) -> Iterator[str]:
    """Yield the names of other people with the same pseudonym."""
    if record.kind is not NameKind.PERSON or not record.replacement:
        return
    taken = [
        (each.name, each.replacement, each.case_id) for each in view.all(Pseudonym) if each.id != record.id
    ]
    taken += [(case.name, case.pseudonym, case.id) for case in view.all(Case)]
    for name, replacement, case_id in taken:
        another = case_id is None or case_id != record.case_id
        if another and replacement and folded(replacement) == folded(record.replacement):
            yield name


def _known(view: View, name: str) -> Pseudonym | None:
    records = view.all(Pseudonym)
    exact = [each for each in records if each.name == name.strip()]
    return next(iter(exact or [each for each in records if folded(each.name) == folded(name)]), None)


def _called(view: View, name: str) -> Case | None:
    """Return the one case with that name, as written or at all, or with that word in its name."""
    cases, wanted = view.all(Case), folded(name)
    written = [case for case in cases if case.name.casefold() == name.strip().casefold()]
    exact = [case for case in cases if folded(case.name) == wanted]
    partly = [case for case in cases if wanted in folded(case.name).split()]
    return next((found[0] for found in (written, exact, partly) if len(found) == 1), None)


def check_tells_nothing(view: View, name: str, replacement: str) -> None:
    """Refuse a pseudonym that is somebody's real name, whole or in part."""
    names = {name, *real_names(view), *(each.name for each in view.all(Pseudonym))}
    real = Disguise([Entry(each, "*", kind_of_name(each)) for each in sorted(names)])
    told = {found.form.entry.name for found in real.found(core(replacement)) if found.form}
    if told:
        raise UsageError(
            "{pseudonym!r} is or has in it a real name of this project: {names}",
            remedy="take another name", pseudonym=replacement, names=", ".join(sorted(told)),
        )  # fmt: skip
    taken = [each.name for each in view.all(Pseudonym) if folded(each.replacement) == folded(name)]
    if taken:
        raise UsageError(
            "{name!r} is the pseudonym of {other}", remedy="give {other} another one first",
            name=name, other=taken[0],
        )  # fmt: skip


def real_names(view: View) -> Iterator[str]:
    """Yield the names of cases, and of whoever speaks by name."""
    yield from (case.name for case in view.all(Case) if case.consent is not ConsentState.ERASED)
    for speaker in view.all(Speaker):
        yield from (each for each in (speaker.name, speaker.label) if is_personal(each))


def naming_of(case: Case, *, pseudonyms: bool) -> Naming:
    """Return how a case is named in what leaves the project; a consent to less than quoting asks for more."""
    if case.scope is ConsentScope.QUOTED:
        return case.naming if pseudonyms else Naming.NAME
    return Naming.PSEUDONYM if case.naming is Naming.NAME else case.naming


def entries_of(view: View, *, pseudonyms: bool) -> list[Entry]:
    """Return what stands for which name when something leaves the project.

    Parameters
    ----------
    view
        Of the project.
    pseudonyms
        Names are disguised; if not, only those of cases whose consent asks for it.
    """
    cases = {case.id: case for case in view.all(Case) if case.consent is not ConsentState.ERASED}
    records = view.all(Pseudonym)
    instead = {key: instead_of(case, records, pseudonyms=pseudonyms) for key, case in cases.items()}
    settled = {
        key: case for key, case in cases.items()
        if instead[key] or naming_of(case, pseudonyms=pseudonyms) is Naming.NAME
    }  # fmt: skip
    found = {case.name: Entry(case.name, instead[key]) for key, case in settled.items()}
    for speaker in view.all(Speaker):
        for name in (speaker.name, speaker.label):
            if speaker.case_id in settled and is_personal(name):
                found.setdefault(name, Entry(name, instead[speaker.case_id]))
    called = {folded(case.name) for case in settled.values()}
    for record in records:
        if folded(record.name) not in called:
            found[record.name] = _entry(record, cases, instead, pseudonyms=pseudonyms)
    hidden = any(entry.replacement for entry in found.values())
    return list(found.values()) if hidden else []


def instead_of(case: Case, records: Sequence[Pseudonym], *, pseudonyms: bool) -> str:
    """Return what stands for a case's name; nothing where it is left, or nobody said what."""
    naming = naming_of(case, pseudonyms=pseudonyms)
    if naming is Naming.NAME:
        return ""
    own = [each for each in records if each.case_id == case.id and each.replacement]
    own.sort(key=lambda each: (folded(each.name) != folded(case.name), each.name))
    said = case.pseudonym or next((each.replacement for each in own), "")
    if naming is Naming.INITIALS or (not said and case.scope is not ConsentScope.QUOTED):
        return initials(case.name)
    return said


def nameless(cases: Iterable[Case], records: Sequence[Pseudonym]) -> list[Case]:
    """Return the cases to be disguised for whom nothing stands, and whose name nobody has looked at."""
    looked_at = {folded(record.name) for record in records}
    return [
        case for case in cases
        if naming_of(case, pseudonyms=True) is not Naming.NAME
        and not instead_of(case, records, pseudonyms=True) and folded(case.name) not in looked_at
    ]  # fmt: skip


def _entry(
    record: Pseudonym, cases: Mapping[Guid, Case], instead: Mapping[Guid, str], *, pseudonyms: bool
) -> Entry:
    case = cases.get(record.case_id or "")
    if case is None:
        return Entry(record.name, record.replacement if pseudonyms else "", record.kind)
    naming = naming_of(case, pseudonyms=pseudonyms)
    if not record.replacement or naming is not Naming.PSEUDONYM:
        return Entry(record.name, instead[case.id] if record.replacement else "", record.kind)
    return Entry(record.name, record.replacement, record.kind)
