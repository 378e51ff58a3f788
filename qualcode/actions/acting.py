"""Who acts, and the one way in which actions write."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from qualcode.model import Coder
from qualcode.settings import Identity
from qualcode.store import Action, Store


def now() -> str:
    """Return the time in UTC, ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def actor_of(store: Store, identity: Identity) -> Coder:
    """Return the project's coder of that handle, else a new one who joins with their first action."""
    newcomer = Coder(id=identity.guid, handle=identity.handle)
    with store.view(newcomer) as view:
        known = view.all(Coder, handle=identity.handle)
    return known[0] if known else newcomer


@contextmanager
def acting(store: Store, actor: Coder, action: str, *, summary: str = "") -> Iterator[Action]:
    """Open one action of `actor`, who joins the project first where they are new."""
    join(store, actor)
    with store.action(actor, action, summary=summary) as act:
        yield act


def join(store: Store, actor: Coder) -> None:
    """Make `actor` a coder of the project, in an event of its own, unless they are one."""
    if actor.seq:
        return
    with store.view(actor) as view:
        if view.get(Coder, actor.id):
            return
    with store.action(actor, "join", summary=actor.handle) as act:
        act.put(actor)
