"""Reading rows of one kind: equality filters, a stable order, fast columns."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from qualcode.errors import UsageError
from qualcode.store.heap import uncollected
from qualcode.store.rows import column_names, record_of, value_readers
from qualcode.store.schema import ORDER, table_of

MANY = 10_000
"""Longer lists of wanted values are looked up here instead of in the database, which takes only so many."""

Filters = Mapping[str, Any]
Conditions = Sequence[ColumnElement[bool]]


def read_records(
    connection: Connection, kind: str, where: Conditions = (), filters: Filters | None = None
) -> list[Any]:
    """Return the records that meet the conditions and filters, in the kind's order."""
    with uncollected():
        rows = _rows(connection, kind, column_names(kind), where, filters or {})
        return [record_of(kind, row) for row in rows]


def read_columns(
    connection: Connection, kind: str, names: Sequence[str], where: Conditions, filters: Filters
) -> dict[str, list[Any]]:
    """Return the named columns as lists of plain values: enums as text, composite values as JSON has them."""
    with uncollected():
        rows = _rows(connection, kind, names, where, filters)
        return {
            name: [row[place] for row in rows] if read is None else [read(row[place]) for row in rows]
            for place, (name, read) in enumerate(zip(names, value_readers(kind, names), strict=True))
        }


def count_rows(connection: Connection, kind: str, where: Conditions, filters: Filters) -> int:
    """Return how many records meet the conditions and filters."""
    if any(_is_long(value) for value in filters.values()):
        return len(_rows(connection, kind, ["id"], where, filters))
    table = table_of(kind)
    found = [*where, *_equalities(kind, filters)]
    return connection.execute(select(func.count()).select_from(table).where(*found)).scalar_one()


def _rows(
    connection: Connection, kind: str, names: Sequence[str], where: Conditions, filters: Filters
) -> Sequence[Sequence[Any]]:
    table = table_of(kind)
    long = {name: frozenset(value) for name, value in filters.items() if _is_long(value)}
    short = {name: value for name, value in filters.items() if name not in long}
    statement = select(*(table.c[name] for name in [*names, *long]))
    statement = statement.where(*where, *_equalities(kind, short)).order_by(*_order(kind))
    rows = connection.execute(statement).cursor.fetchall()  # without SQLAlchemy's row objects
    for place, wanted in enumerate(long.values(), start=len(names)):
        rows = [row for row in rows if row[place] in wanted]
    return [row[: len(names)] for row in rows] if long else rows


def _equalities(kind: str, filters: Filters) -> list[ColumnElement[bool]]:
    table = table_of(kind)
    found: list[ColumnElement[bool]] = []
    for name, value in filters.items():
        if name not in table.c or table.c[name].info.get("json"):
            raise UsageError("a {kind} cannot be looked up by {name!r}", kind=kind, name=name)
        column = table.c[name]
        if isinstance(value, (list, tuple, set, frozenset)):
            found.append(column.in_([_plain(item) for item in value]))
        else:
            found.append(column.is_(None) if value is None else column == _plain(value))
    return found


def _plain(value: Any) -> Any:
    return getattr(value, "value", value)


def _is_long(value: Any) -> bool:
    return isinstance(value, (list, tuple, set, frozenset)) and len(value) > MANY


def _order(kind: str) -> list[ColumnElement[Any]]:
    table = table_of(kind)
    return [
        table.c[name].asc().nulls_first() if table.c[name].nullable else table.c[name].asc()
        for name in ORDER[kind]
    ]
