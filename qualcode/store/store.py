"""The store: a project's database, opened, looked at and acted on."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import time_ns
from types import TracebackType

from sqlalchemy import Connection, Engine, delete, func, select
from sqlalchemy.exc import DatabaseError

from qualcode.errors import AlreadyThere, FileProblem, StaleEdit, StoreProblem, UndoRefused
from qualcode.model import Coder, Event, Guid, Suggestion
from qualcode.store import engine as engines
from qualcode.store import exports, undo
from qualcode.store.action import Action
from qualcode.store.check import Fault, check
from qualcode.store.dependents import StillInUse
from qualcode.store.engine import PATIENCE, explained
from qualcode.store.erasure import Erasure, erase
from qualcode.store.history import Key, read_events, read_written
from qualcode.store.migrations import bring_up_to_date, build, copies_beside
from qualcode.store.rows import row_of
from qualcode.store.schema import table_of
from qualcode.store.standing import ERASE, REDO, UNDO
from qualcode.store.statements import insert_rows
from qualcode.store.view import View

MILLISECOND = 1_000_000
"""In nanoseconds."""


def utc_now() -> str:
    """Return the time as UTC, ISO 8601 to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Store:
    """A project's database.

    Made by `create` or `open`; a context manager that closes it.

    Attributes
    ----------
    path
        The database file.
    writable
        Whether the file and its folder can be written.
    closed
        It was closed, and refuses to be used.
    on_wait
        Called where another program is writing and this one has to wait.
    """

    def __init__(self, path: Path, engine: Engine, *, writable: bool, clock: Callable[[], str]) -> None:
        self.path = path
        self.writable = writable
        self.on_wait: Callable[[], None] = lambda: None
        self._place = path.resolve()
        self._file = engines.file_at(self._place)
        self._pool = engine
        self.closed = False
        self._clock = clock

    @property
    def _engine(self) -> Engine:
        """The connections to the file at the path, as it is now: it may have been taken away, or exchanged.

        A file that is open is written on where it was moved to: what is written there might never be seen.
        """
        if self.closed:
            raise StoreProblem(
                "the project was closed", where=str(self.path), remedy="open it again: `Project.open(folder)`"
            )
        found = engines.file_at(self._place)
        if found is None:
            raise StoreProblem(
                "the database is no longer where it was", where=str(self.path),
                remedy="bring its folder back to this place; nothing is written until then",
            )  # fmt: skip
        if found != self._file:
            self._pool.dispose()
            self._file = found
        return self._pool

    @classmethod
    def create(cls, path: Path, *, clock: Callable[[], str] = utc_now, patience: float = PATIENCE) -> "Store":
        """Make a new database.

        Parameters
        ----------
        path
            The file; its folder exists already.
        clock
            Gives the time of events, as UTC text.
        patience
            Seconds to wait for another writer.

        Raises
        ------
        FileProblem
            There is a file already.
        StoreProblem
            It cannot be written.
        """
        if path.exists():
            raise FileProblem("there is a database already", where=str(path), remedy="open it instead")
        engine = engines.make_engine(path, patience=patience, mode="rwc")
        try:
            with explained(path):
                engines.keep_log(engine)
                build(engine)
        except StoreProblem:
            engine.dispose()
            for suffix in ("", "-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
            raise
        return cls(path, engine, writable=True, clock=clock)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        clock: Callable[[], str] = utc_now,
        patience: float = PATIENCE,
        on_copy: Callable[[Path], None] = lambda copy: None,
    ) -> "Store":
        """Open a database; where its folder cannot be written, for reading only.

        One of an older version is migrated; `on_copy` hears of the copy that is kept, before that.

        Raises
        ------
        StoreProblem
            There is none, it is damaged, of another program, or of a newer version.
        """
        if not path.is_file():
            raise StoreProblem(
                "there is no database here", where=str(path), remedy="make one: `qualcode init`"
            )
        writable = engines.can_write(path)
        engine = engines.make_engine(
            path, patience=patience, mode="rw" if writable else engines.reading_mode(path)
        )
        try:
            with explained(path):
                bring_up_to_date(engine, path, writable=writable, on_copy=on_copy)
                if writable:
                    engines.keep_log(engine)
        except StoreProblem:
            engine.dispose()
            raise
        return cls(path, engine, writable=writable, clock=clock)

    def close(self) -> None:
        """Let go of the file, with nothing left in its log; from then on it refuses to be used."""
        self.closed = True
        there = engines.file_at(self._place) == self._file
        engines.close(self._pool, writable=self.writable and there)

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def view(self, actor: Coder) -> Iterator[View]:
        """Look at the project through an actor's eyes, as it is now and until the view is left."""
        with explained(self.path), engines.reading(self._engine) as connection:
            yield View(connection, actor)

    @contextmanager
    def action(self, actor: Coder, action: str, *, summary: str = "") -> Iterator[Action]:
        """Do one action: all that is written becomes one event, or nothing where an exception leaves it.

        Parameters
        ----------
        actor
            Who acts.
        action
            A verb, for the history.
        summary
            What is done, short; never an interview's words.

        Raises
        ------
        StoreProblem
            Another writer does not finish, or the disk is full.
        """
        with self._acting(actor, action) as (act, _):
            act.summary = summary
            yield act

    def erase(self, actor: Coder, case_id: Guid) -> Erasure:
        """Erase a case, for good: texts are overwritten, quotes and history contents go, the event stays.

        Raises
        ------
        RecordNotFound
            There is no such case.
        """
        with self._acting(actor, ERASE) as (act, connection):
            done = erase(act, connection, case_id)
        copies = tuple(copies_beside(self.path))
        for copy in copies:
            copy.unlink()
        with explained(self.path):
            return replace(done, copies=copies, complete=engines.compact(self._engine))

    def check(self) -> list[Fault]:
        """Replay the history, compare it with the present, and return what does not hold."""
        try:
            with engines.reading(self._engine) as connection:
                return check(connection)
        except DatabaseError as error:
            return [Fault("the database file is damaged", str(error.orig))]

    def undo(
        self,
        actor: Coder,
        *,
        seen: int | None = None,
        on_passed: Callable[[Event], None] = lambda event: None,
    ) -> Event:
        """Take back the actor's own latest action, whole, and return the new event.

        Actions of which words were erased are passed over; `on_passed` is called with each. `seen` is the
        number of what is meant, or the history's right after it.

        Raises
        ------
        UndoRefused
            There is nothing to take back, something later builds on it, or it is not what was `seen`.
        """
        return self._take_back(actor, UNDO, lambda act: undo.undo(act, on_passed, seen=seen))

    def redo(self, actor: Coder) -> Event:
        """Take back the actor's own latest undo, unless they have acted since.

        Raises
        ------
        UndoRefused
            There is nothing to redo, or something later builds on it.
        """
        return self._take_back(actor, REDO, undo.redo)

    def replace_suggestions(
        self, actor: Coder, method: str, suggestions: Iterable[Suggestion], *, revision_ids: Sequence[Guid]
    ) -> None:
        """Replace what a method suggested on these revisions; outside the history.

        Each time gets a number of its own, for those who follow (`View.suggested`).
        """
        self._require_writable()
        table = table_of("suggestion")
        with explained(self.path), engines.writing(self._engine, on_wait=self.on_wait) as connection:
            last = connection.execute(select(func.max(table.c.seq))).scalar() or 0
            number = max(last + 1, time_ns() // MILLISECOND)  # those with the last one may have gone before
            for revision_id in revision_ids:
                connection.execute(
                    delete(table).where(table.c.revision_id == revision_id, table.c.method == method)
                )
            insert_rows(connection, table, (row_of(replace(each, seq=number)) for each in suggestions))

    def log_export(
        self, actor: Coder, path: Path | str, case_ids: Iterable[Guid], *, disguised: bool = False
    ) -> None:
        """Note that a file with something of these cases left the project, and whether under pseudonyms."""
        self._require_writable()
        with explained(self.path), engines.writing(self._engine, on_wait=self.on_wait) as connection:
            exports.log_export(connection, actor, self._clock(), str(path), case_ids, disguised=disguised)

    def changes_since(self, seq: int) -> list[tuple[Event, tuple[Key, ...]]]:
        """Return the events after `seq` with the kinds and ids of what they touched: for followers."""
        with explained(self.path), engines.reading(self._engine) as connection:
            touched: dict[int, list[Key]] = {}
            for change in read_written(connection, since=seq):
                touched.setdefault(change.seq, []).append(change.key)
            found = read_events(connection, since=seq)
            return [(event, tuple(touched.get(event.seq, ()))) for event in found]

    @contextmanager
    def _acting(self, actor: Coder, action: str) -> Iterator[tuple[Action, Connection]]:
        self._require_writable()
        with explained(self.path), engines.writing(self._engine, on_wait=self.on_wait) as connection:
            act = Action(connection, actor, action, at=self._clock(), path=self.path)
            yield act, connection
            event = act.finish()
            if event is None:
                connection.rollback()
        act.event = event

    def _take_back(self, actor: Coder, which: str, take_back: Callable[[Action], None]) -> Event:
        try:
            with self.action(actor, which) as act:
                take_back(act)
        except (StillInUse, AlreadyThere, StaleEdit) as error:
            remedy = "take that back first"
            raise UndoRefused(error.what, remedy=remedy, where="", **error.values) from error
        if act.event is None:
            raise UndoRefused("there is nothing to take back: it is so already")
        return act.event

    def _require_writable(self) -> None:
        if not self.writable:
            raise StoreProblem(
                "the database cannot be written",
                where=str(self.path),
                remedy="give yourself the right to write the file and its folder, or copy the project",
            )
