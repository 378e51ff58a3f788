"""What refers to a record, so that nothing in use is removed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Column, Connection, func, select

from qualcode.model import Guid
from qualcode.store.schema import metadata, table_of

_CHUNK = 5_000


@dataclass(frozen=True, slots=True)
class InUse:
    """Records that refer to one that is to go.

    Attributes
    ----------
    kind, count
        What they are, and how many.
    seq
        The event that last touched one of them.
    """

    kind: str
    count: int
    seq: int


def in_use(connection: Connection, kind: str, ids: Sequence[Guid]) -> InUse | None:
    """Return what refers to any of these records, if anything does."""
    for column in _references(kind):
        table = column.table
        for start in range(0, len(ids), _CHUNK):
            chunk = list(ids[start : start + _CHUNK])
            found = connection.execute(
                select(func.count(), func.max(table.c.seq)).where(column.in_(chunk))
            ).one()
            if found[0]:
                return InUse(str(table.description), found[0], found[1])
    return None


def _references(kind: str) -> Iterator[Column[str]]:
    """Yield the columns that refer to records of a kind; derived data is not in the way."""
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table.name == kind and key.ondelete is None:
                yield key.parent
    yield table_of("memo").c.target_id
