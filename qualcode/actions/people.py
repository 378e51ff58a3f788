"""Who takes part, as what, and whose work the others may see."""

from dataclasses import replace

from qualcode.actions.acting import acting
from qualcode.actions.lookup import choice_named, coder_named
from qualcode.model import Coder, CoderRole, fresh
from qualcode.settings import check_handle
from qualcode.store import Action, Store


def coders(store: Store, actor: Coder) -> list[Coder]:
    """Return the project's coders by handle."""
    with store.view(actor) as view:
        return sorted(view.all(Coder), key=lambda coder: coder.handle)


def put_coder(act: Action, handle: str, role: CoderRole = CoderRole.CODER) -> Coder:
    """Return the coder of that handle, made where there is none.

    Raises
    ------
    UsageError
        Nobody could sign in with that handle.
    """
    check_handle(handle)
    known = act.all(Coder, handle=handle)
    return known[0] if known else act.put(Coder(id=fresh(), handle=handle, role=role))


def set_coder(
    store: Store, actor: Coder, handle: str, *, role: CoderRole | None = None, released: bool | None = None
) -> Coder:
    """Make a coder, or set their role or whether the others see their work.

    Raises
    ------
    NotAllowed
        The actor may not release or hide another coder's work.
    UsageError
        There is no such role.
    """
    role = choice_named(CoderRole, role, "role") if role else None
    with acting(store, actor, "set_coder", summary=handle) as act:
        coder = put_coder(act, handle, role or CoderRole.CODER)
        changed = replace(
            coder, role=role or coder.role, released=coder.released if released is None else released
        )
        return act.put(changed) if changed != coder else coder


def release(store: Store, actor: Coder, handle: str, *, released: bool = True) -> Coder:
    """Let the other coders see a coder's work, or hide it again."""
    with acting(store, actor, "release", summary=handle) as act:
        coder = coder_named(act, handle)
        return act.put(replace(coder, released=released)) if coder.released != released else coder
