"""Refusing to change what somebody else changed meanwhile, with who it was."""

from qualcode.errors import StaleEdit
from qualcode.model import Coder, Coding, Guid
from qualcode.store import View


def refuse_changed(now: int, seen: int | None, what: str, *, where: str = "") -> None:
    """Refuse where a record's event number is no longer the one `seen`; None for not having looked.

    Raises
    ------
    StaleEdit
        With the sentence `what`.
    """
    if seen is not None and seen != now:
        raise StaleEdit(what, where=where, remedy="look at it again and repeat")


def refuse_stale(view: View, coding: Coding, seen: int | None) -> None:
    """Refuse where a coding is no longer as it was `seen`; None for not having looked.

    Raises
    ------
    StaleEdit
        It names who changed it.
    """
    if seen is None or seen == coding.seq:
        return
    raise StaleEdit(
        "{actor} changed this coding since it was read",
        where=coding.reference, remedy="look at it again and repeat", actor=_last_actor(view, coding.id),
    )  # fmt: skip


def refuse_gone(view: View, actor: Coder, coding_id: Guid) -> None:
    """Refuse where one of the actor's codings, named by its GUID, was taken away.

    Raises
    ------
    StaleEdit
        It names who took it away.
    """
    steps = view.changes_of(coding_id, kinds=["coding"])
    last = steps[-1][1] if steps else None
    if last is None or last.id != coding_id or last.after is not None or last.before is None:
        return
    if last.before["coder_id"] == actor.id:
        raise StaleEdit(
            "{actor} took this coding away since it was read", remedy="undo brings it back",
            actor=_last_actor(view, coding_id),
        )  # fmt: skip


def _last_actor(view: View, coding_id: Guid) -> str:
    """Return who changed a coding last, its notes aside."""
    return view.changes_of(coding_id, kinds=["coding"])[-1][0].actor
