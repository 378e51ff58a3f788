"""What a changed codebook puts up for review: codings of another meaning, sources read before a code was."""

from dataclasses import dataclass, replace

from qualcode.actions.acting import acting, now
from qualcode.actions.codes import hand_over_notes
from qualcode.actions.lookup import code_named, coding_named
from qualcode.actions.marking import not_read_for
from qualcode.actions.texts import counted_sources, natural, text_of
from qualcode.model import Code, Coder, Coding, Guid, Reading, Revision, Source, fresh
from qualcode.store import Action, Store, View


@dataclass(frozen=True, slots=True)
class Unread:
    """A source coded through before some codes existed."""

    source: Source
    revision: Revision
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class RecodeQueue:
    """What the actor has to look at again.

    Attributes
    ----------
    codings
        The actor's codings of codes whose meaning changed since, in reading order.
    unread
        Sources the actor coded through before codes were made.
    """

    codings: tuple[Coding, ...]
    unread: tuple[Unread, ...]


def recode_queue(store: Store, actor: Coder) -> RecodeQueue:
    """Return what the actor has to look at again since the codebook changed."""
    with store.view(actor) as view:
        return _queue(view, actor)


def _queue(view: View, actor: Coder) -> RecodeQueue:
    codebook = view.codebook()
    if codebook is None:
        return RecodeQueue((), ())
    codes = {code.id: code for code in codebook.codes}
    names = {source.id: natural(source.name) for source in view.all(Source)}
    stale = [
        coding
        for coding in view.all(Coding, coder_id=actor.id)
        if coding.code_id in codes and coding.codebook_version < codes[coding.code_id].changed_in
    ]
    stale.sort(key=lambda coding: (names.get(coding.source_id, ()), coding.start or 0, coding.id))
    return RecodeQueue(tuple(stale), tuple(_unread(view, actor, codebook.codes)))


def _unread(view: View, actor: Coder, codes: tuple[Code, ...]) -> list[Unread]:
    found = []
    for source in counted_sources(view):
        source_text = text_of(view, source)
        readings = view.all(Reading, coder_id=actor.id, revision_id=source_text.revision.id)
        first = min((reading.codebook_version for reading in readings), default=None)
        made_since = [code for code in codes if first is not None and code.created_in > first]
        later = tuple(not_read_for(readings, made_since, source_text))
        if later:
            found.append(Unread(source, source_text.revision, later))
    return found


def confirm(store: Store, actor: Coder, coding: str) -> Coding:
    """Keep a coding under its code's present meaning."""
    with acting(store, actor, "confirm", summary=coding) as act:
        found = coding_named(act, actor, coding)
        codebook = act.codebook()
        assert codebook is not None
        return act.put(replace(found, codebook_version=codebook.version))


def recode(store: Store, actor: Coder, coding: str, code: str) -> Coding:
    """Give one of the actor's codings another code; where that was given already, the two become one."""
    with acting(store, actor, "recode") as act:
        found = coding_named(act, actor, coding)
        codebook = act.codebook()
        target = code_named(codebook, code)
        assert codebook is not None
        act.summary = f"{found.reference} {codebook.code(found.code_id).key} -> {target.key}"
        return put_recoded(act, found, target.id)


def put_recoded(act: Action, coding: Coding, code_id: Guid) -> Coding:
    """Give a coding another code, within an action; where its coder gave that already, the two become one."""
    codebook = act.codebook()
    assert codebook is not None
    same = act.all(Coding, coder_id=coding.coder_id, revision_id=coding.revision_id, code_id=code_id)
    twins = [each for each in same if each.span == coding.span and each.id != coding.id]
    if not twins:
        return act.put(replace(coding, code_id=code_id, codebook_version=codebook.version))
    hand_over_notes(act, coding, twins[0])
    act.remove(coding)
    return twins[0]


def mark_reread(store: Store, actor: Coder, unread: Unread) -> Reading:
    """Mark that a source was now read for the codes made since."""
    with acting(store, actor, "mark_read", summary=unread.source.name) as act:
        codebook = act.codebook()
        assert codebook is not None
        return act.put(
            Reading(
                id=fresh(), coder_id=actor.id, source_id=unread.source.id, revision_id=unread.revision.id,
                start=0, end=len(act.text(unread.revision.id)),
                code_ids=tuple(code.id for code in unread.codes),
                codebook_version=codebook.version, at=now(),
            )
        )  # fmt: skip
