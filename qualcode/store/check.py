"""Is the database sound? The history is replayed and compared with the present; texts with their hashes."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from qualcode.model import CONTEXT, Guid, sha256
from qualcode.model.forms import KINDS
from qualcode.store.engine import integrity_faults
from qualcode.store.history import Key, Written, read_written
from qualcode.store.queries import read_records
from qualcode.store.rows import form_text, loads
from qualcode.store.schema import counter, events, table_of, texts


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not hold.

    Attributes
    ----------
    what
        What is wrong.
    where
        The record, text or event.
    """

    what: str
    where: str


def check(connection: Connection) -> list[Fault]:
    """Return every fault there is; none when the database is sound."""
    damaged = [Fault("the database file is damaged", line) for line in integrity_faults(connection)]
    return damaged or [*_replayed(connection), *_texts(connection), *_words(connection), *_events(connection)]


def _replayed(connection: Connection) -> Iterator[Fault]:
    state: dict[Key, Written] = {}
    for change in read_written(connection):
        known = state.get(change.key)
        if not change.erased and not (known and known.erased) and change.before != (known and known.after):
            yield Fault("the history does not follow on", f"{_name(*change.key)}, event {change.seq}")
        state[change.key] = change
    for kind in KINDS:
        if kind != "suggestion":
            yield from _compared(connection, kind, state)
    for key, change in state.items():
        if change.after is not None:
            yield Fault("it is in the history, but no longer there", _name(*key))


def _compared(connection: Connection, kind: str, state: dict[Key, Written]) -> Iterator[Fault]:
    """Compare a table with what the history says of it, and take that out of the state."""
    for record in read_records(connection, kind):
        told = state.pop((kind, record.id), None)
        if told is None or told.after is None:
            yield Fault("the history does not know it", _name(kind, record.id))
            continue
        form = form_text(record)
        if told.after != form and loads(told.after) != loads(form):
            yield Fault("it is not what its history says", _name(kind, record.id))
        elif told.seq != record.seq:
            yield Fault("it names another event than its history", _name(kind, record.id))


def _texts(connection: Connection) -> Iterator[Fault]:
    for digest, text in connection.execute(select(texts.c.id, texts.c.text)):
        if sha256(text) != digest:
            yield Fault("the text is not what its hash says", digest)


def _words(connection: Connection) -> Iterator[Fault]:
    """Compare the words kept with codings with the texts they were read off."""
    coding, revision = table_of("coding"), table_of("revision")
    c = coding.c
    found = connection.execute(
        select(texts.c.text, revision.c.id).join(revision, revision.c.text_sha256 == texts.c.id)
    )
    text_of = {row.id: row.text for row in found}
    rows = connection.execute(
        select(c.id, c.revision_id, c.start, c.end, c.quote, c.before, c.after).where(c.start.is_not(None))
    )
    for id_, revision_id, start, end, quote, before, after in rows:
        text = text_of.get(revision_id, "")
        words = (text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])
        if words != (quote, before, after):
            yield Fault("its quote is not what stands in the text", _name("coding", id_))


def _events(connection: Connection) -> Iterator[Fault]:
    last = connection.execute(select(counter.c.seq)).scalar_one()
    count, highest = connection.execute(select(func.count(), func.max(events.c.seq))).one()
    if count != last or (highest or 0) != last:
        yield Fault("events are missing", f"{count} of {last}")


def _name(kind: str, record_id: Guid) -> str:
    return f"{kind} {record_id}"
