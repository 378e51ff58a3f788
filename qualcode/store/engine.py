"""Everything that is SQLite's own: connections, pragmas, and what its errors mean to a user."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from qualcode.errors import AlreadyThere, QualcodeError, StaleEdit, StoreProblem

PATIENCE = 10.0
"""Seconds a writer waits for its turn."""
SOON = 1.0
"""Seconds after which it is said that somebody waits."""


def make_engine(path: Path, *, patience: float = PATIENCE, mode: str = "rw") -> Engine:
    """Return an engine on a database file.

    Parameters
    ----------
    path
        The file.
    patience
        Seconds to wait for another writer.
    mode
        ``"rwc"`` makes the file, ``"rw"`` opens it, ``"ro"`` reads it; ``"immutable"`` reads a file in a
        folder where nothing can be written.
    """
    query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    uri = f"{path.resolve().as_uri()}?{query}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri, uri=True, timeout=patience, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        if mode in ("rw", "rwc"):
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")  # erased words are overwritten, not just freed
        return connection

    # an error is written to logs: it must not quote what was to be stored
    return create_engine("sqlite://", creator=connect, poolclass=QueuePool, hide_parameters=True)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Begin a transaction that sees one moment of the database."""
    with engine.connect() as connection, connection.begin():
        connection.exec_driver_sql(
            "BEGIN"
        )  # the driver, told to leave transactions alone, begins none itself
        yield connection


@contextmanager
def writing(engine: Engine, *, on_wait: Callable[[], None] = lambda: None) -> Iterator[Connection]:
    """Begin a transaction that writes; it takes its turn at once, lest what it reads be outdated by then.

    Parameters
    ----------
    engine
        The database.
    on_wait
        Called once where another writer is not done soon.
    """
    with engine.connect() as connection, connection.begin():
        driver = _driver(connection)
        (patience,) = driver.execute("PRAGMA busy_timeout").fetchone()
        soon = min(patience, int(SOON * 1000))
        try:
            if not _has_turn(driver, soon):
                on_wait()
                _wait_at_most(driver, patience - soon)
                driver.execute("BEGIN IMMEDIATE")
        finally:
            _wait_at_most(driver, patience)
        yield connection


def _has_turn(driver: sqlite3.Connection, milliseconds: int) -> bool:
    _wait_at_most(driver, milliseconds)
    try:
        driver.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if not error.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise
        return False
    return True


def _wait_at_most(driver: sqlite3.Connection, milliseconds: int) -> None:
    driver.execute(f"PRAGMA busy_timeout = {milliseconds}")


def keep_log(engine: Engine) -> None:
    """Have changes go to a log first (WAL), so that readers and a writer do not wait for one another."""
    with engine.connect() as connection:
        _driver(connection).execute("PRAGMA journal_mode = WAL")


def file_at(path: Path) -> tuple[int, int] | None:
    """Return what tells the file at a path from any other, None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def can_write(path: Path) -> bool:
    """Say whether a database file, and the folder its log stands in, can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def reading_mode(path: Path) -> str:
    """Return how a database is opened that cannot be written.

    Raises
    ------
    StoreProblem
        Its last changes are in a log that can only be read with the right to write.
    """
    log = path.with_name(path.name + "-wal")
    if not log.exists() or log.stat().st_size == 0:
        return "immutable"
    if path.with_name(path.name + "-shm").exists():
        return "ro"
    raise StoreProblem(
        "the database was not closed, and its folder cannot be written",
        where=str(path),
        remedy="copy the folder to where you may write, and open the copy",
    )


def close(engine: Engine, *, writable: bool) -> None:
    """Move what is in the log into the database file, unless another process is at it, and let go."""
    if writable:
        try:
            with engine.connect() as connection:
                _wait_at_most(_driver(connection), 0)
                _driver(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except (DBAPIError, sqlite3.Error):
            pass  # the next one to open the database does it
    engine.dispose()


def compact(engine: Engine) -> bool:
    """Write the database file anew, without anything that was removed from it.

    Returns
    -------
    bool
        Whether that reached the file; not while another program still reads an older state.
    """
    with engine.connect() as connection:
        driver = _driver(connection)
        driver.execute("VACUUM")
        busy, *_ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy


def copy_to(engine: Engine, path: Path) -> None:
    """Write a copy of the database as it is now."""
    with engine.connect() as connection, sqlite3.connect(path) as target:
        _driver(connection).backup(target)
    target.close()


def integrity_faults(connection: Connection) -> list[str]:
    """Return what SQLite itself finds wrong in the file."""
    found = [str(row[0]) for row in _driver(connection).execute("PRAGMA integrity_check")]
    broken = [f"{row[0]} {row[1]}" for row in _driver(connection).execute("PRAGMA foreign_key_check")]
    return [line for line in found if line != "ok"] + broken


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the database's errors into ours."""
    try:
        yield
    except DBAPIError as error:
        raise _explanation(error.orig, path) from error
    except sqlite3.Error as error:
        raise _explanation(error, path) from error


def _driver(connection: Connection) -> sqlite3.Connection:
    driver: Any = connection.connection.driver_connection
    return driver  # type: ignore[no-any-return]  # SQLAlchemy types it as any driver's


_MEANINGS = {
    "SQLITE_BUSY": (
        "another program is writing to the database",
        "wait until it is done, or close it, and try again; nothing was changed",
    ),
    "SQLITE_FULL": ("the disk is full", "make room and try again; nothing was changed"),
    "SQLITE_READONLY": (
        "the database cannot be written",
        "give yourself the right to write the file and its folder, or copy the project elsewhere",
    ),
    "SQLITE_CANTOPEN": (
        "the database cannot be opened",
        "check that the folder exists and that you may read and write it",
    ),
    "SQLITE_CORRUPT": (
        "the database is damaged",
        "restore it from a backup, or recover it with `sqlite3 qualcode.db .recover`",
    ),
    "SQLITE_NOTADB": ("this is not a qualcode database", "check the path, or restore it from a backup"),
    "SQLITE_IOERR": ("the disk failed while reading or writing", "check the disk; nothing was changed"),
}


def _explanation(error: BaseException | None, path: Path) -> QualcodeError:
    name = getattr(error, "sqlite_errorname", "SQLITE_ERROR")
    if name in ("SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"):
        kind = str(error).partition("failed: ")[2].partition(".")[0]
        return AlreadyThere("the same {kind} is there already", remedy="nothing was changed", kind=kind)
    if name == "SQLITE_CONSTRAINT_FOREIGNKEY":
        return StaleEdit(
            "something that this refers to, or that refers to this, was changed meanwhile",
            remedy="read it again and repeat; nothing was changed",
        )
    base = "_".join(name.split("_")[:2]).replace("SQLITE_LOCKED", "SQLITE_BUSY")
    what, remedy = _MEANINGS.get(base, ("the database refused: {reason}", "run `qualcode check`"))
    return StoreProblem(what, where=str(path), remedy=remedy, reason=str(error))
