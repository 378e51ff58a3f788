"""The store against what it stands on: bare SQLite, and pandas reading the same rows.

``QUALCODE_BENCH_CODINGS`` makes the large import smaller or larger; the number is 1,000,000.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from qualcode.model import Coding, Revision, Span, derived, fresh, sha256
from qualcode.store import Store
from qualcode.store.rows import column_names
from tests.benchmarks.conftest import Compare
from tests.store.study import AWARENESS, CAPACITY, RANI, ZUL, coding, study

LARGE = int(os.environ.get("QUALCODE_BENCH_CODINGS", "1000000"))
FRAME = 100_000
LENGTH = 1_000
"""Characters of each revision's text."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with study(tmp_path) as made:
        yield made.store


def seconds(function: Callable[[], object]) -> float:
    """How long a call takes."""
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def measure(
    benchmark: BenchmarkFixture, function: Callable[[], object], rounds: int, **options: Any
) -> float:
    """Measure a call so many times, after a warm-up where there are several, and return the median."""
    pedantic: Callable[..., object] = benchmark.pedantic
    pedantic(function, rounds=rounds, iterations=1, warmup_rounds=min(20, rounds - 1), **options)
    assert benchmark.stats is not None
    return float(benchmark.stats.stats.median)


def bare(path: Path) -> sqlite3.Connection:
    """SQLite alone, as durable as the store."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def marks(count: int) -> str:
    """Placeholders for so many values."""
    return ", ".join("?" * count)


def rows_of(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    """Every row of a table."""
    return connection.execute(f'SELECT * FROM "{table}"').fetchall()


def test_one_coding_with_its_event(
    benchmark: BenchmarkFixture, compare: Compare, store: Store, tmp_path: Path
) -> None:
    """One coding commits within twice the time of one bare transaction that writes the same rows.

    The two take turns, each on a database of its own, so that a disk busy with something else slows both.
    """
    spans = iter([Span(start, end) for start in range(100) for end in range(start + 1, 130)])
    with store.action(RANI, "code", summary="W1-zul.2 awareness") as act:
        act.put(coding(RANI, next(spans)))
    connection = bare(copied(store, tmp_path / "bare.db"))
    samples = {
        name: connection.execute(f"SELECT * FROM {name} ORDER BY {order} DESC").fetchone()
        for name, order in (("coding", "seq"), ("events", "seq"), ("changes", "event_seq"))
    }
    times: list[float] = []

    def theirs() -> None:
        span = next(spans)
        times.append(seconds(lambda: write_bare(connection, samples, span)))

    def ours() -> None:
        with store.action(RANI, "code", summary="W1-zul.2 awareness") as act:
            act.put(coding(RANI, next(spans)))

    median = measure(benchmark, ours, 500, setup=theirs)
    connection.close()
    compare("one coding with its event, to one bare transaction", median, sorted(times)[len(times) // 2], 2)


def copied(store: Store, path: Path) -> Path:
    """Copy a store's database as it is now."""
    with sqlite3.connect(store.path) as source, sqlite3.connect(path) as target:
        source.backup(target)
    source.close()
    target.close()
    return path


def write_bare(connection: sqlite3.Connection, samples: dict[str, tuple[Any, ...]], span: Span) -> None:
    """Write a coding, its event and its change as one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    seq = connection.execute("UPDATE counter SET seq = seq + 1 RETURNING seq").fetchone()[0]
    new, row = fresh(), samples["coding"]
    values = (new, seq, *row[2:6], span.start, span.end, *row[8:])
    connection.execute(f"INSERT INTO coding VALUES ({marks(len(values))})", values)
    event, change = samples["events"], samples["changes"]
    connection.execute(f"INSERT INTO events VALUES ({marks(8)})", (seq, fresh(), *event[2:]))
    connection.execute(f"INSERT INTO changes VALUES ({marks(7)})", (seq, 0, "coding", new, *change[4:]))
    connection.execute("COMMIT")


def many(store: Store, count: int) -> list[Coding]:
    """Put as many revisions as so many codings need, and return the codings, not stored."""
    text = ("Saya belajar sendiri di rumah, karena tidak ada modal. " * 20)[:LENGTH]
    revisions: list[Revision] = []
    with store.action(RANI, "revise") as act:
        digest = act.add_text(text)
        for number in range(2, 2 + -(-count // (LENGTH * 20))):
            revision = Revision(
                id=derived("revision", number),
                source_id=ZUL.source.id,
                number=number,
                text_sha256=digest,
            )
            revisions.append(act.put(revision))
    assert digest == sha256(text)
    like = coding(RANI, ZUL.spans["learn"], reference="W1-zul.2", at="2024-03-01T08:00:00Z")
    return [
        replace(
            like,
            id=fresh(),
            revision_id=revisions[number // (LENGTH * 20)].id,
            code_id=(AWARENESS, CAPACITY)[number % 2].id,
            start=number // 20 % (LENGTH - 60),
            end=number // 20 % (LENGTH - 60) + 20 + number % 20 + (number // 20 % LENGTH >= LENGTH - 60) * 20,
        )
        for number in range(count)
    ]


def test_a_large_import(benchmark: BenchmarkFixture, compare: Compare, store: Store, tmp_path: Path) -> None:
    """A million codings come in within four times a bare executemany into the same tables and indexes."""
    codings = many(store, LARGE)

    def ours() -> None:
        with store.action(RANI, "import_codings") as act:
            act.put_all(codings)

    our_time = measure(benchmark, ours, 1)
    store.close()
    other = tmp_path / "bare.db"
    other.write_bytes(store.path.read_bytes())
    connection = bare(other)
    rows = rows_of(connection, "coding")
    changes = connection.execute("SELECT * FROM changes WHERE kind = 'coding'").fetchall()
    indexes = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'coding' AND sql IS NOT NULL"
    ).fetchall()
    connection.execute("DELETE FROM changes WHERE kind = 'coding'")
    connection.execute("DELETE FROM coding")

    def theirs() -> None:
        connection.execute("BEGIN IMMEDIATE")
        for name, _ in indexes:
            connection.execute(f"DROP INDEX {name}")
        connection.executemany(f"INSERT INTO coding VALUES ({marks(len(rows[0]))})", rows)
        connection.executemany(f"INSERT INTO changes VALUES ({marks(7)})", changes)
        for _, sql in indexes:
            connection.execute(sql)
        connection.execute("COMMIT")

    bare_time = seconds(theirs)
    connection.close()
    compare(f"{LARGE:,} codings imported, to a bare executemany", our_time, bare_time, 4)


def test_columns_for_a_frame(benchmark: BenchmarkFixture, compare: Compare, store: Store) -> None:
    """Opening a project and reading columns for a frame stays close to pandas reading the same rows."""
    codings = many(store, FRAME)
    with store.action(RANI, "import_codings") as act:
        act.put_all(codings)
    store.close()
    names = [name for name in column_names("coding") if name != "seq"]

    def ours() -> pd.DataFrame:
        with Store.open(store.path) as opened, opened.view(RANI) as view:
            return pd.DataFrame(view.columns(Coding, names))

    assert len(ours()) == FRAME
    median = measure(benchmark, ours, 5)
    columns = ", ".join(f'"{name}"' for name in names)
    connection = bare(store.path)
    times = [seconds(lambda: pd.read_sql(f"SELECT {columns} FROM coding", connection)) for _ in range(5)]
    connection.close()
    compare(f"columns of {FRAME:,} codings, to read_sql", median, sorted(times)[2], 3)
