"""The history: events with their changes, written beside the tables; and the tables' state told from it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, or_, select

from qualcode.model.history import FORMAT, Change, Event
from qualcode.model.ids import Guid
from qualcode.store.formats import upgraded
from qualcode.store.rows import loads
from qualcode.store.schema import changes as changes_table
from qualcode.store.schema import events as events_table
from qualcode.store.statements import insert_rows

Key = tuple[str, Guid]
"""Kind and id of a record."""


@dataclass(frozen=True, slots=True)
class Written:
    """A change as it is written: forms as JSON text, both None where an erased case took them along."""

    seq: int
    kind: str
    id: Guid
    before: str | None
    after: str | None

    @property
    def key(self) -> Key:
        """Which record it is about."""
        return self.kind, self.id

    @property
    def erased(self) -> bool:
        """Whether its content went with an erased case."""
        return self.before is None and self.after is None


def write_event(connection: Connection, event: Event) -> None:
    """Write one event."""
    e = event
    row = (e.seq, e.id, e.actor_id, e.actor, e.at, e.action, e.undoes, e.summary)
    insert_rows(connection, events_table, [row])


def write_changes(connection: Connection, changed: Iterable[Written], *, start: int = 0) -> None:
    """Write an event's changes, numbered from `start`."""
    rows = (
        (change.seq, position, change.kind, change.id, change.before, change.after, FORMAT)
        for position, change in enumerate(changed, start)
    )
    insert_rows(connection, changes_table, rows)


def read_events(connection: Connection, *, since: int = 0, limit: int | None = None) -> list[Event]:
    """Return the events after `since`, oldest first; with a limit, the latest that many."""
    statement = select(events_table).where(events_table.c.seq > since)
    statement = statement.order_by(events_table.c.seq.desc()).limit(limit)
    return [Event(**row) for row in connection.execute(statement).mappings()][::-1]


def event_at(connection: Connection, seq: int) -> Event | None:
    """Return the event of that number."""
    row = connection.execute(select(events_table).where(events_table.c.seq == seq)).mappings().first()
    return None if row is None else Event(**row)


def last_event_of(connection: Connection, kind: str, record_id: Guid) -> Event | None:
    """Return the last event that touched a record."""
    c = changes_table.c
    latest = select(func.max(c.event_seq)).where(c.kind == kind, c.id == record_id)
    seq = connection.execute(latest).scalar()
    return None if seq is None else event_at(connection, seq)


def read_written(
    connection: Connection,
    *,
    since: int = 0,
    seq: int | None = None,
    kinds: Iterable[str] = (),
    naming: Guid = "",
) -> Iterator[Written]:
    """Yield changes in order: those after `since`, or those of one event, of all kinds or of some.

    With `naming`, only those of the record of that id, and of records whose forms name it.
    """
    c = changes_table.c
    statement = select(c.event_seq, c.kind, c.id, c.before, c.after, c.format)
    statement = statement.order_by(c.event_seq, c.position)
    statement = statement.where(c.event_seq > since if seq is None else c.event_seq == seq)
    if naming:
        about = (c.id == naming, c.before.contains(naming), c.after.contains(naming))
        statement = statement.where(or_(*about))
    if kinds:
        statement = statement.where(c.kind.in_(list(kinds)))
    for number, kind, record_id, *forms, written in connection.execute(statement):
        before, after = forms if written == FORMAT else [upgraded(kind, form, written) for form in forms]
        yield Written(number, kind, record_id, before, after)


def as_change(written: Written) -> Change:
    """Return a change with its forms read."""
    before, after = (None if text is None else loads(text) for text in (written.before, written.after))
    return Change(kind=written.kind, id=written.id, before=before, after=after)
