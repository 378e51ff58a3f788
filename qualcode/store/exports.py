"""The log of what left the project, outside the history."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

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
    disguised
        Names were replaced in it.
    """

    at: str
    actor: str
    path: str
    case_ids: tuple[Guid, ...]
    disguised: bool = False


def log_export(
    connection: Connection,
    actor: Coder,
    at: str,
    path: str,
    case_ids: Iterable[Guid],
    *,
    disguised: bool = False,
) -> None:
    """Note that a file was written; what is known of the cases in it is kept in one column."""
    values = {"at": at, "actor_id": actor.id, "actor": actor.handle, "path": path}
    known = {"cases": sorted(case_ids), "disguised": True} if disguised else sorted(case_ids)
    connection.execute(insert(exports).values(case_ids=dumps(known), **values))


def read_exports(connection: Connection, *, case_id: Guid | None = None) -> list[Export]:
    """Return the log, oldest first; with a case, the exports it is in."""
    c = exports.c
    rows = connection.execute(select(c.at, c.actor, c.path, c.case_ids).order_by(c.number))
    found = [Export(row.at, row.actor, row.path, *_known(loads(row.case_ids))) for row in rows]
    return [each for each in found if case_id is None or case_id in each.case_ids]


def _known(cases: Any) -> tuple[tuple[Guid, ...], bool]:
    if isinstance(cases, dict):
        return tuple(cases["cases"]), cases["disguised"]
    return tuple(cases), False
