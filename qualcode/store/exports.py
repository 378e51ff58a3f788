"""The log of what left the project, outside the history."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from qualcode.model import Coder, Guid
from qualcode.store.rows import dumps, loads
from qualcode.store.schema import exports


@dataclass(frozen=True, slots=True)
class Export:
    """A file that was written from the project.

    Attributes
    ----------
    at
        UTC, ISO 8601 to the second.
    actor
        Handle of who wrote it.
    path
        Where to.
    case_ids
        The cases whose words or counts are in it.
    """

    at: str
    actor: str
    path: str
    case_ids: tuple[Guid, ...]


def log_export(connection: Connection, actor: Coder, at: str, path: str, case_ids: Iterable[Guid]) -> None:
    """Note that a file was written."""
    values = {"at": at, "actor_id": actor.id, "actor": actor.handle, "path": path}
    connection.execute(insert(exports).values(case_ids=dumps(sorted(case_ids)), **values))


def read_exports(connection: Connection, *, case_id: Guid | None = None) -> list[Export]:
    """Return the log, oldest first; with a case, the exports it is in."""
    c = exports.c
    rows = connection.execute(select(c.at, c.actor, c.path, c.case_ids).order_by(c.number))
    found = [Export(row.at, row.actor, row.path, tuple(loads(row.case_ids))) for row in rows]
    return [each for each in found if case_id is None or case_id in each.case_ids]
