"""What refers to a record, so that nothing in use is removed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import Column, Connection, func, select

from qualcode.errors import QualcodeError
from qualcode.model import Guid
from qualcode.store.history import Key, event_at
from qualcode.store.schema import metadata, table_of

_CHUNK = 5_000


class StillInUse(QualcodeError):
    """What would be removed is referred to by something that stays."""


def refuse_dangling(connection: Connection, removed: Iterable[Key]) -> None:
    """Refuse where something still refers to records that were removed.

    Raises
    ------
    StillInUse
        It names what refers to them, how many there are, and who last touched one.
    """
    ids: dict[str, list[Guid]] = defaultdict(list)
    for kind, record_id in removed:
        ids[kind].append(record_id)
    for kind, gone in ids.items():
        for column in _references(kind):
            for start in range(0, len(gone), _CHUNK):
                _refuse(connection, kind, column, gone[start : start + _CHUNK])


def _refuse(connection: Connection, kind: str, column: Column[str], gone: list[Guid]) -> None:
    table = column.table
    found = select(func.count(), func.max(table.c.seq)).where(column.in_(gone))
    count, seq = connection.execute(found).one()
    if count:
        event = event_at(connection, seq)
        raise StillInUse(
            "this {kind} is still in use: {count} {by} by {actor}",
            remedy="move or remove those first",
            kind=kind,
            count=count,
            by=table.description,
            actor=event.actor if event else "?",
        )


def _references(kind: str) -> Iterator[Column[str]]:
    """Yield the columns that refer to records of a kind; derived data is not in the way."""
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table.name == kind and key.ondelete is None:
                yield key.parent
    yield table_of("memo").c.target_id
