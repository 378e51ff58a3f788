"""Erasing a case: its words go from texts, quotes and history; what stays is that something was there."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection, delete, select, update

from qualcode.errors import RecordNotFound
from qualcode.model import (
    Case,
    Code,
    Coding,
    Condensation,
    ConsentState,
    Decision,
    Guid,
    Memo,
    Pseudonym,
    Record,
    Review,
    Revision,
    Source,
    Suggestion,
    Theme,
    Translation,
    sha256,
)
from qualcode.model.forms import kind_of, to_form
from qualcode.store.action import Action
from qualcode.store.coined import coined, unworded
from qualcode.store.consent import BLOCK, blocked
from qualcode.store.erasure_scope import Scope, finder, forms_of, scope_of
from qualcode.store.exports import Export, read_exports
from qualcode.store.history import Key
from qualcode.store.schema import changes, events, originals, table_of, texts

_GOING: tuple[type[Record], ...] = (Coding, Decision, Translation, Condensation, Review, Memo, Pseudonym)
"""Kinds of which records go with a case; codings first, since others go with them."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """What an erasure did.

    Attributes
    ----------
    case_id
        The case.
    source_ids
        The sources whose texts were overwritten.
    removed
        How many records of which kind went.
    exports
        Files written before that hold something of the case, for the user to see to.
    copies
        Copies of the database, kept before migrations, that were deleted since the case is in them.
    complete
        Whether the words are gone from the database file; if not, another program has it open, and they go
        when that one closes it.
    """

    case_id: Guid
    source_ids: tuple[Guid, ...]
    removed: Mapping[str, int]
    exports: tuple[Export, ...]
    copies: tuple[Path, ...] = ()
    complete: bool = True


def erase(act: Action, connection: Connection, case_id: Guid) -> Erasure:
    """Overwrite and remove, within an action, what is a case's.

    Raises
    ------
    RecordNotFound
        There is no such case.
    """
    case = next(iter(act.everyone(Case, id=case_id)), None)
    if case is None:
        raise RecordNotFound("there is no case {case}", case=case_id)
    scope = scope_of(act, case)
    going = _going(act, scope)
    past = _past(act, scope)
    telling = _telling(act, scope)
    digests = _digests(act, scope)
    for record in going:
        act.remove(record)
    _forget_suggestions(act, connection, scope)
    rewritten = [*_overwritten(act, scope), *_anonymous(act, scope), *_unworded(act, scope)]
    _mend_themes(act, scope)
    changed = [record for record in rewritten if record.seq == act.seq]
    _empty_history(act, connection, {*past, *map(_key, going), *map(_key, changed)}, telling)
    connection.execute(
        delete(originals).where(originals.c.source_id.in_(sorted(scope.source_ids | scope.gone)))
    )
    _drop_texts(act, connection, digests)
    return Erasure(
        case_id=case_id,
        source_ids=tuple(sorted(scope.source_ids)),
        removed=dict(sorted(Counter(map(kind_of, going)).items())),
        exports=tuple(read_exports(connection, case_id=case_id)),
    )


def _going(act: Action, scope: Scope) -> list[Record]:
    """Return the records that go, and note the codings among them, now and in the past."""
    found: list[Record] = []
    for change in act.written():
        if change.kind == kind_of(Coding) and any(
            scope.is_about(change.kind, form) for form in forms_of(change)
        ):
            scope.coding_ids.add(change.id)
    scope.coined.update(coined(act.written(), scope.coding_ids))
    for record_type in _GOING:
        kind = kind_of(record_type)
        found += [each for each in act.everyone(record_type) if scope.is_about(kind, to_form(each))]
    return found


def _past(act: Action, scope: Scope) -> set[Key]:
    """Return the records, there or not, whose history tells of the case."""
    return {
        change.key
        for change in act.written()
        if any(
            scope.is_about(change.kind, form)
            or (change.kind == "revision" and form["source_id"] in scope.source_ids)
            or change.id in {scope.case.id, *scope.alone, *scope.speaker_ids, *scope.coined}
            for form in forms_of(change)
        )
    }


def _telling(act: Action, scope: Scope) -> re.Pattern[str] | None:
    """Find, in what was said of events, names that the case, its sources or its codes have or had."""
    names = set().union(*scope.coined.values())
    for change in act.written():
        for form in (
            forms_of(change) if change.id in {scope.case.id, *scope.alone, *scope.gone, *scope.coined} else ()
        ):
            named = form.get("name", "")
            names |= {form.get("key", ""), *(named.values() if isinstance(named, dict) else [named])}
    return finder(names, least=2)


def _digests(act: Action, scope: Scope) -> set[str]:
    """Return the hashes of texts that hold, or held, words of the case."""
    found: set[str] = set()
    for change in act.written():
        for form in forms_of(change):
            if change.kind == "revision" and form["source_id"] in scope.source_ids | scope.gone:
                found.add(form["text_sha256"])
            elif change.kind == "coding" and change.id in scope.coding_ids and form["start"] is None:
                found.add(form["quote_sha256"])
    return found


def _overwritten(act: Action, scope: Scope) -> Iterator[Record]:
    """Overwrite the texts, and read the words of the codings that stay off them again."""
    labels = _new_labels(scope)
    for revision in act.everyone(Revision, source_id=sorted(scope.source_ids)):
        text = act.raw_text(revision.id)
        named = [match.span() for match in scope.names.finditer(text)] if scope.names else []
        digest = act.add_text(blocked(text, [*scope.stretches[revision.id], *named]))
        turns = tuple(
            replace(turn, speaker=labels.get((revision.source_id, turn.speaker), turn.speaker))
            for turn in revision.turns
        )
        yield act.put(replace(revision, text_sha256=digest, turns=turns, redacted=True))
        for coding in act.everyone(Coding, revision_id=revision.id):
            reference = coding.reference.replace(scope.case.name, _nameless(scope.case))
            if revision.source_id in scope.alone:
                (source,) = act.everyone(Source, id=revision.source_id)
                reference = reference.replace(source.name, _nameless(source))
            yield act.put(replace(coding, reference=reference))


def _anonymous(act: Action, scope: Scope) -> Iterator[Record]:
    """Take the names and attributes out of the case, its speakers, and the sources it has to itself."""
    labels = _new_labels(scope)
    for speaker in scope.speakers:
        yield act.put(replace(speaker, label=labels[speaker.source_id, speaker.label], name=""))
    for source in act.everyone(Source, id=sorted(scope.alone)):
        yield act.put(replace(source, name=_nameless(source), file_name="", attributes={}))
    yield act.put(
        replace(
            scope.case, name=_nameless(scope.case), attributes={}, pseudonym="", consent=ConsentState.ERASED
        )
    )


def _unworded(act: Action, scope: Scope) -> Iterator[Record]:
    """Give codes that are words of the case names that say nothing."""
    for code in act.everyone(Code, id=sorted(scope.coined)):
        yield act.put(unworded(code, scope.coined[code.id], _nameless(code)))


def _mend_themes(act: Action, scope: Scope) -> None:
    def left(ids: tuple[Guid, ...]) -> tuple[Guid, ...]:
        return tuple(each for each in ids if each not in scope.coding_ids)

    for theme in act.everyone(Theme):
        sides = left(theme.evidence_for), left(theme.evidence_against)
        act.put(replace(theme, evidence_for=sides[0], evidence_against=sides[1]))


def _forget_suggestions(act: Action, connection: Connection, scope: Scope) -> None:
    table = table_of("suggestion")
    for suggestion in act.everyone(Suggestion, source_id=sorted(scope.source_ids)):
        if scope.is_about("suggestion", to_form(suggestion)):
            connection.execute(delete(table).where(table.c.id == suggestion.id))


def _empty_history(
    act: Action, connection: Connection, keys: set[Key], telling: re.Pattern[str] | None
) -> None:
    """Take the content out of what the history tells of these records; the events stay, without a summary."""
    act.emptied |= keys
    told = {change.seq for change in act.written() if change.key in keys}
    for kind, record_id in sorted(keys):
        here = (changes.c.kind == kind, changes.c.id == record_id)
        connection.execute(update(changes).where(*here).values(before=None, after=None))
    for event in act.history():
        summary = "" if event.seq in told else telling.sub(BLOCK, event.summary) if telling else event.summary
        if summary != event.summary:
            connection.execute(update(events).where(events.c.seq == event.seq).values(summary=summary))


def _drop_texts(act: Action, connection: Connection, digests: set[str]) -> None:
    kept = set(connection.execute(select(table_of("revision").c.text_sha256)).scalars())
    kept |= {sha256(coding.quote) for coding in act.everyone(Coding, start=None)}
    for digest in sorted(digests - kept):
        connection.execute(delete(texts).where(texts.c.id == digest))


def _new_labels(scope: Scope) -> dict[tuple[Guid, str], str]:
    """Return new labels for the case's speakers; initials stay."""
    return {
        (each.source_id, each.label): each.label if len(each.label) <= 2 else f"{BLOCK}{number}"
        for number, each in enumerate(scope.speakers, 1)
    }


def _nameless(record: Record) -> str:
    """Return a name that says nothing of who it was."""
    return f"erased-{record.id[:8]}"


def _key(record: Record) -> Key:
    return kind_of(record), record.id
