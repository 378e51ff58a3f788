"""Taking back one's own latest action by a new event, and taking that back again."""

from collections.abc import Callable, Iterable

from qualcode.errors import UndoRefused
from qualcode.model import Event, Guid
from qualcode.store.action import Action
from qualcode.store.history import Key
from qualcode.store.rows import loads
from qualcode.store.standing import ERASE, redoable, standing, undoable


def undo(act: Action, on_passed: Callable[[Event], None], *, seen: int | None = None) -> None:
    """Take back the actor's latest action that stands; those of which words were erased are passed over.

    Parameters
    ----------
    act
        The undoing.
    on_passed
        Called with each action that is passed over.
    seen
        What is to be taken back: the action's number, or the history's right after it.

    Raises
    ------
    UndoRefused
        There is none, something later builds on it, or it is not what was `seen`.
    """
    events = act.history()
    erased = _erased(act, events)
    remedy = ""
    for event in undoable(events, act.actor.id):
        if event.seq not in erased:
            _refuse_if_another(event, [each.seq for each in events if each.actor_id == act.actor.id], seen)
            return _take_back(act, event, events, standing(events))
        on_passed(event)
        remedy = "what else you did is about words that were erased"
    raise UndoRefused("there is nothing to undo", remedy=remedy)


def redo(act: Action) -> None:
    """Take back the actor's latest undo, unless they have acted since.

    Raises
    ------
    UndoRefused
        There is none, or something later builds on what it took back.
    """
    events = act.history()
    event = redoable(events, act.actor.id)
    if event is None:
        raise UndoRefused("there is nothing to redo")
    _take_back(act, event, events, standing(events))


def _erased(act: Action, events: Iterable[Event]) -> set[int]:
    """Return the numbers of the events that an erasure took words from, or something else that it changed."""
    erasures = [event.seq for event in events if event.action == ERASE]
    if not erasures:
        return set()
    touched = {
        change.key: seq
        for seq in erasures
        for change in act.written(seq=seq)
        if not _is_only_version(change.kind, change.before, change.after)
    }
    return {
        change.seq for change in act.written() if change.erased or change.seq < touched.get(change.key, 0)
    }


def _refuse_if_another(event: Event, own: list[int], seen: int | None) -> None:
    """Refuse where an event is not the one that was seen; what others did right after it does not matter."""
    if seen is None or event.seq == seen or event.seq == max(own) < seen:
        return
    remedy = "take that back first" if event.seq > seen else ""
    raise UndoRefused("you have done something else since", where=event.summary, remedy=remedy)


def _take_back(act: Action, event: Event, events: list[Event], stand: set[Guid]) -> None:
    ends: dict[Key, tuple[str | None, str | None]] = {}
    for change in act.written(seq=event.seq):
        if change.erased:
            raise UndoRefused("the words that {action!r} was about are erased", action=event.action)
        if not _is_only_version(change.kind, change.before, change.after):
            first = ends[change.key][0] if change.key in ends else change.before
            ends[change.key] = (first, change.after)
    _refuse_if_touched(act, ends, event, events, stand)
    for (kind, record_id), (before, _) in reversed(ends.items()):
        act.restore(kind, record_id, before)
    act.undoes = event.id
    act.summary = f"{event.action} {event.summary}".strip()


def _refuse_if_touched(
    act: Action, keys: Iterable[Key], event: Event, events: list[Event], stand: set[Guid]
) -> None:
    """Refuse where a later event that stands touched one of the rows."""
    own = set(keys)
    later = {
        each.seq: each for each in events if each.seq > event.seq and each.id in stand and each.undoes is None
    }
    if not later:
        return
    for change in act.written(since=event.seq):
        if change.seq in later and change.key in own:
            if _is_only_version(change.kind, change.before, change.after):
                continue
            by = later[change.seq]
            raise UndoRefused(
                "{actor} changed the same {kind} later ({action} {summary})",
                remedy="let {actor} undo that first, or change it by hand",
                actor=by.actor,
                kind=change.kind,
                action=by.action,
                summary=by.summary,
            )


def _is_only_version(kind: str, before: str | None, after: str | None) -> bool:
    """Say whether a change is the codebook's version alone, which rises and is never taken back."""
    if kind != "codebook" or before is None or after is None:
        return False
    return {**loads(before), "version": 0} == {**loads(after), "version": 0}
