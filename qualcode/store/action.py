"""One action: what it writes, and the one event it becomes."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Index, insert, select

from qualcode.errors import StaleEdit, UsageError
from qualcode.model import Codebook, Coder, Coding, Event, Guid, Record, fresh, sha256
from qualcode.model.forms import kind_of
from qualcode.store import codebooks, consent, policy
from qualcode.store.dependents import refuse_dangling
from qualcode.store.engine import explained
from qualcode.store.heap import uncollected
from qualcode.store.history import (
    Key,
    Written,
    event_at,
    last_event_of,
    read_events,
    read_written,
    write_changes,
    write_event,
)
from qualcode.store.queries import read_records
from qualcode.store.rows import R, form_text, loads, record_from_form, record_of, row_of
from qualcode.store.schema import originals, table_of
from qualcode.store.statements import NEXT_SEQ, delete_row, insert_rows, select_row, update_row
from qualcode.store.view import View
from qualcode.store.words import Words

BULK = 10_000
"""From so many records on, an empty table gets its indexes after its rows; also the size of a batch."""

_CONSENT_GOES_BY = frozenset({"case", "source", "speaker", "revision"})


class Action(View):
    """A view that also writes. It becomes one event, or nothing at all.

    Attributes
    ----------
    summary
        What is being done, short, for the log; settable while it is being done.
    event
        Once the action is over, its event; None where nothing changed.
    emptied
        Records whose earlier content is no longer in the history; filled by an erasure.
    """

    def __init__(self, connection: Connection, actor: Coder, action: str, *, at: str, path: Path) -> None:
        super().__init__(connection, actor)
        self.action = action
        self.summary = ""
        self.undoes: Guid | None = None
        self.event: Event | None = None
        self._at, self._path = at, path
        self._seq: int = NEXT_SEQ.first(connection)[0]  # type: ignore[index]  # the counter's one row is always there
        self._changes: dict[Key, tuple[str | None, str | None]] = {}
        self._streamed = 0
        self._touched_kinds: set[str] = set()
        self._words = Words(connection)
        self._known_rights: policy.Rights | None = None
        self.emptied: set[Key] = set()

    def put(self, record: R) -> R:
        """Store a new record (its ``seq`` is 0) or a changed one, and return it as stored.

        A coding's quote and context are read off its revision's text.

        Raises
        ------
        AlreadyThere
            It is new, and the same is there already.
        StaleEdit
            It was changed since it was read.
        NotAllowed
            It belongs to another coder.
        """
        with explained(self._path):
            kind = kind_of(record)
            before: Record | None = self._current(kind, record) if record.seq else None
            after = self._as_stored(record)
            if before is not None and form_text(before) == form_text(after):
                return self._keep(kind, before, after)
            self._write(kind, before, after)
            return after

    def put_all(self, records: Iterable[R]) -> list[R]:
        """Store many records, all or none, and return them as stored; fast for new ones of one kind."""
        with explained(self._path), self._all_or_none(), uncollected():
            stored: list[R] = []
            dropped: list[Index] = []
            remaining = iter(records)
            while batch := list(islice(remaining, BULK)):
                kinds = {kind_of(record) for record in batch}
                if len(kinds) == 1 and len(batch) == BULK and not any(record.seq for record in batch):
                    kind = kinds.pop()
                    dropped = dropped or self._drop_indexes(kind)
                    stored += self._put_batch(kind, batch)
                else:
                    stored += [self.put(record) for record in batch]
            for index in dropped:
                index.create(self._connection)
            return stored

    def remove(self, record: Record) -> None:
        """Remove a record.

        Raises
        ------
        StaleEdit
            It was changed since it was read, or is gone.
        NotAllowed
            It belongs to another coder.
        """
        with explained(self._path):
            kind = kind_of(record)
            self._write(kind, self._current(kind, record), None)

    def add_text(self, text: str) -> str:
        """Keep a text, once, and return its SHA-256."""
        with explained(self._path):
            return self._words.keep(text)

    def add_original(self, source_id: Guid, data: bytes) -> None:
        """Keep the bytes of a file that a source is read from, beside those of earlier ones."""
        digest = sha256(data)
        with explained(self._path):
            known = select(originals.c.sha256).where(originals.c.source_id == source_id)
            if digest not in self._connection.execute(known).scalars().all():
                self._connection.execute(
                    insert(originals).values(source_id=source_id, sha256=digest, data=data)
                )

    def everyone(self, record_type: type[R], **filters: Any) -> list[R]:
        """Return the records that match, whoever's they are: for what concerns the whole codebook."""
        found: list[R] = read_records(self._connection, kind_of(record_type), (), filters)
        return found

    def restore(self, kind: str, record_id: Guid, form: str | None) -> None:
        """Bring a record back to what a form in the history says; None for not being there."""
        row = select_row(self._connection, table_of(kind), record_id)
        before = None if row is None else record_of(kind, row)
        after = None if form is None else self._as_stored(self._from_history(kind, form))
        if before != after:
            self._write(kind, before, after)

    def raw_text(self, revision_id: Guid) -> str:
        """Return a revision's text, whoever withdrew: for what overwrites it."""
        return self._words.of(revision_id)

    def history(self) -> list[Event]:
        """Return every event, oldest first, whoever's."""
        return read_events(self._connection)

    def written(self, *, since: int = 0, seq: int | None = None) -> Iterator[Written]:
        """Yield the changes after an event, or of one, whoever's."""
        return read_written(self._connection, since=since, seq=seq)

    def finish(self) -> Event | None:
        """Write the event with its changes; None where nothing changed in the end."""
        if self._touched_kinds.intersection(codebooks.KINDS):
            self._raise_codebook_version()
        for key in sorted(self.emptied):
            self._touch(*key)
        changed = [
            Written(self._seq, *key, None if key in self.emptied else before, after)
            for key, (before, after) in self._changes.items()
            if key in self.emptied or (before, after) != (None, None)
        ]
        if not self._streamed and all(change.before == change.after for change in changed):
            return None
        refuse_dangling(self._connection, [change.key for change in changed if change.after is None])
        if self._touched_kinds & _CONSENT_GOES_BY:
            consent.rebuild(self._connection)
        event = Event(
            id=fresh(),
            seq=self._seq,
            actor_id=self.actor.id,
            actor=self.actor.handle,
            at=self._at,
            action=self.action,
            undoes=self.undoes,
            summary=self.summary,
        )
        write_event(self._connection, event)
        write_changes(self._connection, changed, start=self._streamed)
        return event

    @contextmanager
    def _all_or_none(self) -> Iterator[None]:
        changes, streamed = dict(self._changes), self._streamed
        try:
            with self._connection.begin_nested():
                yield
        except BaseException:
            self._changes, self._streamed = changes, streamed
            self._codebooks.clear()
            raise

    def _drop_indexes(self, kind: str) -> list[Index]:
        """Take the indexes off an empty table: made after its rows, they cost half as much."""
        table = table_of(kind)
        if self._connection.execute(select(table.c.id).limit(1)).first() is not None:
            return []
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        for index in indexes:
            index.drop(self._connection)
        return indexes

    def _put_batch(self, kind: str, records: Sequence[R]) -> list[R]:
        for record in records:
            policy.check_write(self.actor, self.action, None, record, rights=self._rights)
        stored = [self._as_stored(record) for record in records]
        insert_rows(self._connection, table_of(kind), map(row_of, stored))
        changed = (Written(self._seq, kind, each.id, None, form_text(each)) for each in stored)
        write_changes(self._connection, changed, start=self._streamed)
        self._streamed += len(stored)
        self._touch_kind(kind)
        return stored

    def _keep(self, kind: str, before: Record, after: R) -> R:
        """Leave a record that is as it was, but for words that were read off an overwritten text again."""
        kept = replace(after, seq=before.seq)
        if row_of(before) != row_of(kept):
            update_row(self._connection, table_of(kind), row_of(kept))
        return kept

    def _touch_kind(self, kind: str) -> None:
        self._touched_kinds.add(kind)
        if kind in codebooks.KINDS:
            self._codebooks.clear()

    def _write(self, kind: str, before: Record | None, after: Record | None) -> None:
        if kind == "suggestion":
            raise UsageError("suggestions are derived data: replace them as a whole")
        policy.check_write(self.actor, self.action, before, after, rights=self._rights)
        table = table_of(kind)
        if after is None:
            assert before is not None
            delete_row(self._connection, table, before.id)
        elif before is None:
            insert_rows(self._connection, table, [row_of(after)])
        else:
            update_row(self._connection, table, row_of(after))
        old, new = (None if each is None else form_text(each) for each in (before, after))
        key = (kind, (after or before).id)  # type: ignore[union-attr]  # one of the two is there
        self._words.forget(key[1])
        self._changes[key] = (self._changes[key][0] if key in self._changes else old, new)
        self._touch_kind(kind)
        if kind == "coder":
            self._known_rights = None

    def _touch(self, kind: str, record_id: Guid) -> None:
        """State a record anew in this event, unless it is gone or was changed by it anyway."""
        row = select_row(self._connection, table_of(kind), record_id)
        before: Record | None = None if row is None else record_of(kind, row)
        if before is not None and before.seq != self._seq:
            self._write(kind, before, replace(before, seq=self._seq))

    def _current(self, kind: str, record: Record) -> Record:
        """Return the record as it is now; refuse if it is not as it was read."""
        row = select_row(self._connection, table_of(kind), record.id)
        current: Record | None = None if row is None else record_of(kind, row)
        if current is not None and current.seq == record.seq:
            return current
        event = (
            event_at(self._connection, current.seq)
            if current
            else last_event_of(self._connection, kind, record.id)
        )
        raise StaleEdit(
            "{actor} changed or removed this {kind} since it was read",
            remedy="look at it again and repeat",
            kind=kind,
            actor=event.actor if event else "?",
        )

    def _as_stored(self, record: R) -> R:
        """Return the record with this event's number, and a coding with its words."""
        if isinstance(record, Coding):
            return self._words.read_for(record, seq=self._seq)
        if isinstance(record, Codebook):
            return replace(record, seq=self._seq, frameworks=(), codes=())
        return replace(record, seq=self._seq)

    def _from_history(self, kind: str, form: str) -> Record:
        record = record_from_form(kind, form, seq=self._seq)
        if isinstance(record, Coding) and record.start is None:
            return replace(record, quote=self._words.kept(loads(form)["quote_sha256"]) or "")
        return record

    def _raise_codebook_version(self) -> None:
        """Give the codebook the version after the one it had; a version never comes twice."""
        row = self._connection.execute(select(table_of("codebook"))).first()
        if row is None:
            return
        codebook: Codebook = record_of("codebook", row)
        before = self._changes.get(("codebook", codebook.id), (form_text(codebook), None))[0]
        if before is not None:
            version = loads(before)["version"] + 1
            if codebook.version != version:
                self._write("codebook", codebook, replace(codebook, version=version, seq=self._seq))

    def _rights(self) -> policy.Rights:
        if self._known_rights is None:
            self._known_rights = policy.rights_of(self._connection, self.actor)
        return self._known_rights
