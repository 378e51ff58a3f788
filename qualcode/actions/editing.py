"""Change one of one's own codings: its words, its code, what is noted on it; all in one event."""

from dataclasses import dataclass, replace

from qualcode.actions.acting import acting, now
from qualcode.actions.codes import hand_over_notes
from qualcode.actions.coding import Passage, current_version, reference_of
from qualcode.actions.lookup import code_named, coding_named
from qualcode.actions.stale import refuse_gone, refuse_stale
from qualcode.actions.texts import SourceText, text_of
from qualcode.model import Coder, Coding, Condensation, Memo, MemoOn, Source, Span, fresh, is_guid
from qualcode.store import Action, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingChange:
    """What is to be changed on a coding; None leaves a thing as it is.

    Attributes
    ----------
    at
        Its new place, in code points of the source's latest text.
    code
        Key or name of another code.
    negative, pinned
        See `qualcode.model.Coding`.
    memo, condensation
        In place of the actor's own on it; nothing takes them away.
    """

    at: Span | None = None
    code: str | None = None
    negative: bool | None = None
    pinned: bool | None = None
    memo: str | None = None
    condensation: str | None = None


def change_coding(
    store: Store, actor: Coder, coding: str, change: CodingChange, *, seen: int | None = None
) -> Coding:
    """Change one of the actor's codings, as one event.

    Its reference code stays, as it may have been cited. Where its words have the other code already, the two
    become one.

    Parameters
    ----------
    store, actor
        Where, and whose it is.
    coding
        The coding; see `coding_named`.
    change
        What is to be changed.
    seen
        The coding's `seq` when it was looked at.

    Raises
    ------
    StaleEdit
        It was changed since it was `seen`, or taken away.
    RecordNotFound
        The actor has no such coding.
    """
    with acting(store, actor, "change_coding") as act:
        if is_guid(coding) and act.get(Coding, coding) is None:
            refuse_gone(act, actor, coding)
        found = coding_named(act, actor, coding)
        refuse_stale(act, found, seen)
        changed = _put(act, actor, _changed(act, found, change))
        _note(act, actor, changed, change)
        act.summary = changed.reference
        return changed


def _changed(act: Action, found: Coding, change: CodingChange) -> Coding:
    changed = found
    if change.at is not None:
        changed = _moved(act, changed, change.at)
    if change.code is not None:
        code = code_named(act.codebook(), change.code)
        if code.id != found.code_id:
            changed = replace(changed, code_id=code.id, codebook_version=current_version(act))
    return replace(
        changed,
        negative=found.negative if change.negative is None else change.negative,
        pinned=found.pinned if change.pinned is None else change.pinned,
    )


def _moved(act: Action, found: Coding, span: Span) -> Coding:
    source = act.get(Source, found.source_id)
    assert source is not None
    text: SourceText = text_of(act, source)
    Passage(source=source.name, at=span).find(text)
    return replace(found, **text.place(span), reference=found.reference or reference_of(act, text, span))


def _put(act: Action, actor: Coder, changed: Coding) -> Coding:
    same = act.all(Coding, coder_id=actor.id, revision_id=changed.revision_id, code_id=changed.code_id)
    twins = [each for each in same if each.span == changed.span and each.id != changed.id]
    if not twins:
        return act.put(changed)
    hand_over_notes(act, changed, twins[0])
    act.remove(changed)
    return twins[0]


def _note(act: Action, actor: Coder, coding: Coding, change: CodingChange) -> None:
    if change.memo is not None:
        memos = act.all(Memo, about=MemoOn.CODING, target_id=coding.id, coder_id=actor.id)
        memo = Memo(id=fresh(), coder_id=actor.id, text="", about=MemoOn.CODING, target_id=coding.id)
        put_words(act, memos, memo, change.memo)
    if change.condensation is not None:
        known = act.all(Condensation, coding_id=coding.id, coder_id=actor.id)
        condensation = Condensation(id=fresh(), coding_id=coding.id, coder_id=actor.id, text="")
        put_words(act, known, condensation, change.condensation)


def put_words(
    act: Action, known: list[Memo] | list[Condensation], new: Memo | Condensation, words: str
) -> None:
    """Let these words stand in place of what is known; nothing where there are none."""
    if "\n".join(each.text for each in known) == words.strip():
        return
    kept, *others = known or [new]
    for each in [*others, *([kept] if known and not words.strip() else [])]:
        act.remove(each)
    if words.strip():
        act.put(replace(kept, text=words.strip(), at=now()))
