"""Statements compiled once and run by the driver, for the few that run often or a million times."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, bindparam, insert, select, update
from sqlalchemy.engine import Dialect
from sqlalchemy.sql import ClauseElement

from qualcode.store.schema import metadata

Rows = Iterable[Sequence[Any]]


def insert_rows(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert rows whose values are in the order of the table's columns."""
    _run(connection, "insert", table, rows)


def update_row(connection: Connection, table: Table, row: Sequence[Any]) -> None:
    """Overwrite the row with that id; `row` is in the order of the table's columns, the id first."""
    _run(connection, "update", table, [[*row[1:], row[0]]])


def select_row(connection: Connection, table: Table, record_id: str) -> Sequence[Any] | None:
    """Return the row with that id, in the order of the table's columns."""
    sql, names = _compiled("select", table.name, connection.dialect)
    return connection.exec_driver_sql(sql, _values(names, [record_id])).fetchone()


def _run(connection: Connection, verb: str, table: Table, rows: Rows) -> None:
    sql, names = _compiled(verb, table.name, connection.dialect)
    values = [_values(names, row) for row in rows]
    if values:
        connection.exec_driver_sql(sql, values if len(values) > 1 else values[0])


def _values(names: tuple[str, ...] | None, row: Sequence[Any]) -> Any:
    return tuple(row) if names is None else dict(zip(names, row, strict=True))


@cache
def _compiled(verb: str, table_name: str, dialect: Dialect) -> tuple[str, tuple[str, ...] | None]:
    """Return a statement's SQL, and its parameters' names where the driver wants names."""
    table = metadata.tables[table_name]
    names = tuple(table.columns.keys())
    statement: ClauseElement
    if verb == "insert":
        statement = insert(table)
    elif verb == "update":
        names = (*names[1:], "which")
        values: dict[str, Any] = {name: bindparam(name) for name in names[:-1]}
        statement = update(table).where(table.c.id == bindparam("which")).values(values)
    else:
        names = ("which",)
        statement = select(table).where(table.c.id == bindparam("which"))
    compiled: Any = statement.compile(dialect=dialect)
    return str(compiled), None if compiled.positional else names
