"""Which events stand, and which of them their actor could take back."""

from collections.abc import Iterable, Iterator, Sequence

from qualcode.model import Event, Guid

UNDO, REDO, ERASE = "undo", "redo", "erase"
LASTING = frozenset({UNDO, REDO, ERASE, "init", "join"})
"""Actions that `undo` passes over."""


def standing(events: Iterable[Event]) -> set[Guid]:
    """Return the events that no standing event takes back."""
    taken_back: set[Guid] = set()
    found: set[Guid] = set()
    for event in reversed(list(events)):
        if event.id not in taken_back:
            found.add(event.id)
            if event.undoes:
                taken_back.add(event.undoes)
    return found


def undoable(events: Sequence[Event], actor_id: Guid) -> Iterator[Event]:
    """Yield the actor's actions that stand, latest first; `events` may be the end of the history alone."""
    stand = standing(events)
    for event in reversed(events):
        if event.actor_id == actor_id and event.action not in LASTING and event.id in stand:
            yield event


def redoable(events: Sequence[Event], actor_id: Guid) -> Event | None:
    """Return the actor's latest undo, unless they have acted since."""
    stand = standing(events)
    for event in reversed([each for each in events if each.actor_id == actor_id]):
        if event.action == UNDO and event.id in stand:
            return event
        if event.action not in (UNDO, REDO):
            break
    return None
