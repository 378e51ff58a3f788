"""Statements compiled once and run by the driver, for the few that run often or a million times."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, literal_column, select, update
from sqlalchemy.engine import Dialect
from sqlalchemy.sql import ClauseElement

from qualcode.store.schema import counter, table_of, texts

Row = Sequence[Any]


class Prepared:
    """A statement that is compiled once per kind of database.

    Parameters
    ----------
    statement
        The statement.
    names
        Its parameters, in the order in which their values will be given and in which they stand in it.
    """

    def __init__(self, statement: ClauseElement, names: Iterable[str]) -> None:
        self._statement = statement
        self._names = tuple(names)
        self._compiled: dict[str, tuple[str, bool]] = {}

    def first(self, connection: Connection, *values: Any) -> Row | None:
        """Run it and return the first row."""
        sql, positional = self._sql(connection.dialect)
        cursor = connection.connection.cursor()
        cursor.execute(sql, self._parameters(values, positional))
        return cursor.fetchone()

    def run(self, connection: Connection, rows: Iterable[Row]) -> None:
        """Run it once per row of values."""
        sql, positional = self._sql(connection.dialect)
        parameters = [self._parameters(row, positional) for row in rows]
        connection.connection.cursor().executemany(sql, parameters)

    def _parameters(self, values: Row, positional: bool) -> Any:
        return tuple(values) if positional else dict(zip(self._names, values, strict=True))

    def _sql(self, dialect: Dialect) -> tuple[str, bool]:
        if dialect.name not in self._compiled:
            compiled: Any = self._statement.compile(dialect=dialect)
            self._compiled[dialect.name] = (str(compiled), compiled.positional)
        return self._compiled[dialect.name]


NEXT_SEQ = Prepared(
    update(counter).values(seq=counter.c.seq + literal_column("1")).returning(counter.c.seq), ()
)
"""Takes the number of the next event."""

_revision = table_of("revision")
TEXT_OF_REVISION = Prepared(
    select(texts.c.text)
    .join(_revision, _revision.c.text_sha256 == texts.c.id)
    .where(_revision.c.id == bindparam("which")),
    ["which"],
)
"""Finds a revision's text."""


def insert_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Insert rows whose values are in the order of the table's columns."""
    _insert(table).run(connection, rows)


def update_row(connection: Connection, table: Table, row: Row) -> None:
    """Overwrite the row with that id; `row` is in the order of the table's columns, the id first."""
    _update(table).run(connection, [[*row[1:], row[0]]])


def delete_row(connection: Connection, table: Table, record_id: str) -> None:
    """Remove the row with that id."""
    _delete(table).run(connection, [[record_id]])


def select_row(connection: Connection, table: Table, record_id: str) -> Row | None:
    """Return the row with that id, in the order of the table's columns."""
    return _select(table).first(connection, record_id)


@cache
def _insert(table: Table) -> Prepared:
    return Prepared(insert(table), table.columns.keys())


@cache
def _update(table: Table) -> Prepared:
    names = table.columns.keys()[1:]
    values: dict[str, Any] = {name: bindparam(name) for name in names}
    return Prepared(update(table).where(table.c.id == bindparam("which")).values(values), [*names, "which"])


@cache
def _select(table: Table) -> Prepared:
    return Prepared(select(table).where(table.c.id == bindparam("which")), ["which"])


@cache
def _delete(table: Table) -> Prepared:
    return Prepared(delete(table).where(table.c.id == bindparam("which")), ["which"])
