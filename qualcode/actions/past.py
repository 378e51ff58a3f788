"""The history a page at a time, newest first: what was done, and whether it was taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from qualcode.actions.lookup import coder_named, source_named
from qualcode.model import Change, Event, Guid, Revision
from qualcode.store import View
from qualcode.store.standing import standing

PAGE = 50


@dataclass(frozen=True, slots=True)
class Past:
    """An event of the history.

    Attributes
    ----------
    event
        What was done.
    undone
        It was taken back, and not done again.
    back
        Which of the actor's next steps would take it back: ``undo``, ``redo`` (an undo), or none.
    """

    event: Event
    undone: bool
    back: Literal["", "undo", "redo"]


def past(
    view: View, *, before: int | None = None, limit: int = PAGE, source: str = "", coder: str = ""
) -> tuple[list[Past], bool]:
    """Return a page of the history, newest first, and whether there is more.

    Parameters
    ----------
    view
        Of the actor.
    before
        Only events with a lower number: where the page before ended.
    limit
        How many at most.
    source, coder
        Only what was done to this source, and to codings of it; only what this coder did.
    """
    events = view.events()
    stand, (undo, redo) = standing(events), view.next_back()
    chosen = [each for each in reversed(events) if before is None or each.seq < before]
    if coder:
        actor_id = coder_named(view, coder).id
        chosen = [each for each in chosen if each.actor_id == actor_id]
    if source:
        touching = _touching(view, source_named(view, source).id)
        chosen = [each for each in chosen if each.id in touching]
    backs: dict[Guid, Literal["undo", "redo"]] = {}
    if undo:
        backs[undo.id] = "undo"
    if redo:
        backs[redo.id] = "redo"
    found = [Past(each, each.id not in stand, backs.get(each.id, "")) for each in chosen[:limit]]
    return found, len(chosen) > limit


def _touching(view: View, source_id: Guid) -> set[Guid]:
    """Return the events that touched a source, its text, or what was coded in it and said of that."""
    about = {source_id, *view.columns(Revision, ["id"], source_id=source_id)["id"]}
    found = set()
    for event, change in view.changes():
        if any(_is_about(form, about) for form in _forms(change)):
            about.add(change.id)
            found.add(event.id)
    return found


def _is_about(form: dict[str, Any], about: set[Guid]) -> bool:
    return any(form.get(name) in about for name in ("id", "source_id", "coding_id", "target_id"))


def _forms(change: Change) -> Sequence[dict[str, Any]]:
    return [{**form, "id": change.id} for form in (change.before, change.after) if form is not None]
