"""Marks that give absence and evidence their meaning: coded through, not asked, negative case, pinned."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qualcode.actions.acting import acting, now
from qualcode.actions.coding import Passage, current_version, put_notes
from qualcode.actions.filters import Filters
from qualcode.actions.lookup import code_named, coding_named, source_named
from qualcode.actions.texts import SourceText, text_of
from qualcode.errors import AlreadyThere
from qualcode.model import (
    Code,
    Coder,
    Coding,
    Condensation,
    Guid,
    NotAsked,
    Reading,
    Span,
    derived,
    fresh,
    is_read_for,
)
from qualcode.store import Store, View


def mark_read(
    store: Store,
    actor: Coder,
    source_name: str,
    *,
    codes: Sequence[str] = (),
    frameworks: Sequence[str] = (),
    at: Span | None = None,
) -> Reading:
    """Mark a source as coded through: what is not coded in it from now on means that it was not found.

    Parameters
    ----------
    store, actor
        Where, and who has read.
    source_name
        Which source.
    codes, frameworks
        The codes, and the families of codes, looked for; the whole codebook where none is named.
    at
        The stretch that was read, in code points; the whole source where none is named. A turn counts as
        read once all of it is.

    Raises
    ------
    SourceNotFound, CodeNotFound
        As their names say.
    UsageError
        There is no such framework, or no such stretch.
    """
    with acting(store, actor, "mark_read", summary=source_name) as act:
        source = source_named(act, source_name)
        source_text = text_of(act, source)
        span = Passage(source=source.name, at=at).find(source_text) if at else source_text.whole()
        reading = Reading(
            id=fresh(), coder_id=actor.id, source_id=source.id, revision_id=source_text.revision.id,
            start=span.start, end=span.end, code_ids=_looked_for(act, codes, frameworks),
            codebook_version=current_version(act), at=now(),
        )  # fmt: skip
        return act.put(reading)


def _looked_for(view: View, codes: Sequence[str], frameworks: Sequence[str]) -> tuple[Guid, ...]:
    codebook = view.codebook()
    named = [code_named(codebook, name).id for name in codes]
    families = (Filters(frameworks=frameworks).code_ids(view) or set()) if frameworks else set()
    of_families = [code.id for code in codebook.codes if code.id in families] if codebook else []
    return tuple(dict.fromkeys([*named, *of_families]))


def mark_unread(store: Store, actor: Coder, source_name: str, *, at: Span | None = None) -> int:
    """Take the actor's marks of having coded a source through away; return how many that touched.

    With `at`, a stretch in code points, a mark that reaches beyond it stays for what lies outside.
    """
    with acting(store, actor, "mark_unread", summary=source_name) as act:
        source = source_named(act, source_name)
        readings = act.all(Reading, coder_id=actor.id, source_id=source.id)
        if at is not None:
            source_text = text_of(act, source)
            span = Passage(source=source.name, at=at).find(source_text)
            of_text = [each for each in readings if each.revision_id == source_text.revision.id]
            readings = [each for each in of_text if Span(each.start, each.end).overlaps(span)]
            for rest in (part for reading in readings for part in _outside(reading, span)):
                act.put(rest)
        for reading in readings:
            act.remove(reading)
        return len(readings)


def _outside(reading: Reading, span: Span) -> Iterator[Reading]:
    """Yield what a reading covers before and after a stretch."""
    if reading.start < span.start:
        yield replace(reading, id=fresh(), seq=0, end=span.start)
    if span.end < reading.end:
        yield replace(reading, id=fresh(), seq=0, start=span.end)


def not_read_for(readings: Sequence[Reading], codes: Sequence[Code], source_text: SourceText) -> list[Code]:
    """Return the codes that readings of a source's latest revision do not cover all of it for."""
    wanted = source_text.wanted()
    return [code for code in codes if not is_read_for(readings, code.id, code.created_in, wanted)]


def mark_not_asked(
    store: Store, actor: Coder, source_name: str, code_name: str, *, asked: bool = False
) -> None:
    """Note that a source was never asked about a code, or (with `asked`) take the note back."""
    with acting(store, actor, "mark_not_asked", summary=f"{source_name} {code_name}") as act:
        source = source_named(act, source_name)
        code = code_named(act.codebook(), code_name)
        known = act.all(NotAsked, coder_id=actor.id, source_id=source.id, code_id=code.id)
        if asked:
            for note in known:
                act.remove(note)
        elif known:
            raise AlreadyThere("that is noted already", where=f"{source.name}, {code.key}")
        else:
            act.put(
                NotAsked(
                    id=derived("notasked", actor.id, source.id, code.id), coder_id=actor.id,
                    source_id=source.id, code_id=code.id,
                )
            )  # fmt: skip


def mark_negative(store: Store, actor: Coder, coding: str, *, negative: bool = True) -> Coding:
    """Mark one of the actor's codings as a negative case, or take the mark back."""
    with acting(store, actor, "mark_negative", summary=coding) as act:
        found = coding_named(act, actor, coding)
        return act.put(replace(found, negative=negative)) if found.negative != negative else found


def mark_pinned(store: Store, actor: Coder, coding: str, *, pinned: bool = True) -> Coding:
    """Pin one of the actor's codings, so that its words are quoted before others, or take the pin out."""
    with acting(store, actor, "mark_pinned", summary=coding) as act:
        found = coding_named(act, actor, coding)
        return act.put(replace(found, pinned=pinned)) if found.pinned != pinned else found


def condense(store: Store, actor: Coder, coding: str, text: str) -> Condensation | None:
    """Set the paraphrase of one of the actor's codings; nothing takes it away."""
    with acting(store, actor, "condense", summary=coding) as act:
        found = coding_named(act, actor, coding)
        known = act.all(Condensation, coding_id=found.id, coder_id=actor.id)
        for condensation in known:
            if text.strip():
                return act.put(replace(condensation, text=text.strip(), at=now()))
            act.remove(condensation)
        if not known:
            put_notes(act, actor, replace(found, at=now()), condensation=text)
        made = act.all(Condensation, coding_id=found.id, coder_id=actor.id)
        return made[0] if made else None
