"""Correct what was guessed when a source was added: kind, language, name, speakers' roles and cases."""

from dataclasses import replace

from qualcode.actions.acting import acting
from qualcode.actions.casting import case_name, put_case
from qualcode.actions.lookup import source_named
from qualcode.errors import AlreadyThere, UsageError
from qualcode.lang import language_code
from qualcode.model import (
    Case,
    Coder,
    ConsentScope,
    Guid,
    Memo,
    Naming,
    Role,
    Source,
    SourceKind,
    Speaker,
)
from qualcode.store import Action, Store


def set_source(
    store: Store,
    actor: Coder,
    name: str,
    *,
    rename: str | None = None,
    kind: SourceKind | None = None,
    language: str | None = None,
    translates: str | None = None,
) -> Source:
    """Correct what a source is.

    Parameters
    ----------
    store, actor, name
        Where, who, which source.
    rename
        Its new name; reference codes issued before stay as they are.
    kind, language
        What it is, and what it is written in, by code or name.
    translates
        Name of the source it is a translation of; empty for none.

    Raises
    ------
    SourceNotFound, AlreadyThere, UsageError
        No such source; the new name is taken; a source cannot translate itself.
    """
    with acting(store, actor, "set_source", summary=name) as act:
        source = source_named(act, name)
        changed = source
        if rename and rename != source.name:
            if act.all(Source, name=rename):
                raise AlreadyThere("there is a source {name!r} already", name=rename)
            changed = replace(changed, name=rename)
        if translates is not None:
            original = source_named(act, translates) if translates else None
            if original and original.id == source.id:
                raise UsageError("a source is not its own translation", where=name)
            if original and original.translates:
                raise UsageError("{name} is itself a translation", where=name, name=original.name)
            changed = replace(changed, translates=original.id if original else None)
        written_in = language_code(language) if language else changed.language
        changed = replace(changed, kind=kind or changed.kind, language=written_in)
        return act.put(changed) if changed != source else source


def set_speaker(
    store: Store,
    actor: Coder,
    source_name: str,
    label: str,
    *,
    role: Role | None = None,
    case: str | None = None,
) -> Speaker:
    """Set a speaker's role, or the case they speak for.

    Parameters
    ----------
    store, actor
        Where, and who corrects.
    source_name, label
        Which speaker of which source.
    role
        Their role. One who becomes an informant gets a case; one who ceases to be one loses it.
    case
        Name of their case, made where there is none.

    Raises
    ------
    SourceNotFound, UsageError
        No such source; no such speaker in it.
    """
    with acting(store, actor, "set_speaker", summary=f"{source_name} {label}") as act:
        source = source_named(act, source_name)
        speakers = {speaker.label: speaker for speaker in act.all(Speaker, source_id=source.id)}
        if label not in speakers:
            raise UsageError(
                "there is no speaker {label!r}", where=source.name, remedy="it has {labels}",
                label=label, labels=", ".join(speakers) or "none",
            )  # fmt: skip
        speaker = speakers[label]
        new_role = role or speaker.role
        changed = replace(
            speaker, role=new_role, confirmed=True, case_id=_case_of(act, source, speaker, new_role, case)
        )
        stored = act.put(changed) if changed != speaker else speaker
        if speaker.case_id and speaker.case_id != stored.case_id:
            _drop_unused(act, speaker.case_id)
        return stored


def _drop_unused(act: Action, case_id: Guid) -> None:
    """Take away a case that was made for a speaker and of which nothing else is known."""
    case = act.get(Case, case_id)
    known = any(act.all(Speaker, case_id=case_id)) or any(act.everyone(Memo, target_id=case_id))
    if case and not known and case == Case(id=case_id, name=case.name):
        act.remove(case)


def _case_of(act: Action, source: Source, speaker: Speaker, role: Role, case: str | None) -> str | None:
    if role is not Role.INFORMANT:
        return None
    if case:
        return put_case(act, case).id
    if speaker.case_id or source.translates:
        return speaker.case_id
    others = [each for each in act.all(Speaker, source_id=source.id) if each.case_id]
    return put_case(act, case_name(source, speaker.name or speaker.label, len(others) + 1)).id


def set_case(
    store: Store,
    actor: Coder,
    name: str,
    *,
    rename: str | None = None,
    pseudonym: str | None = None,
    naming: Naming | None = None,
    scope: ConsentScope | None = None,
    attributes: dict[str, str] | None = None,
) -> Case:
    """Set a case's name, pseudonym, naming in exports, scope of consent, or attributes.

    An attribute set to nothing is taken away.
    """
    from qualcode.actions.lookup import case_named

    with acting(store, actor, "set_case", summary=name) as act:
        case = case_named(act, name)
        if rename and rename != case.name and act.all(Case, name=rename):
            raise AlreadyThere("there is a case {name!r} already", name=rename)
        if pseudonym and any(pseudonym == each.shown for each in act.all(Case) if each.id != case.id):
            raise AlreadyThere("there is a case {name!r} already", name=pseudonym)
        merged = {**case.attributes, **(attributes or {})}
        changed = replace(
            case,
            name=rename or case.name,
            pseudonym=case.pseudonym if pseudonym is None else pseudonym,
            naming=naming or case.naming,
            consent_scope=case.consent_scope if scope is None else scope.value,
            attributes={key: value for key, value in merged.items() if value},
        )
        return act.put(changed) if changed != case else case
