import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import OperationalError

from qualcode.errors import FileProblem, StoreProblem
from qualcode.model import Coding, Memo, Source
from qualcode.store import Store
from qualcode.store.engine import make_engine
from qualcode.store.migrations import HEAD, newest
from qualcode.store.schema import metadata
from tests.store.study import RANI, ZUL, Study, note, run, study

LEARN = ZUL.spans["learn"]


def test_a_closed_store_is_one_file(tmp_path: Path) -> None:
    with study(tmp_path) as made:
        made.code(RANI, LEARN)
    assert [file.name for file in tmp_path.iterdir()] == ["qualcode.db"]


def test_a_view_is_of_one_moment(made: Study) -> None:
    with made.store.view(RANI) as view:
        assert view.all(Coding) == []
        made.code(RANI, LEARN)
        assert view.all(Coding) == []
    assert len(made.codings(RANI)) == 1


def test_filters_take_one_value_or_several(made: Study) -> None:
    with made.store.view(RANI) as view:
        assert [each.name for each in view.all(Source, name="G1")] == ["G1"]
        assert view.count(Source, name=["G1", "W1-zul", "?"]) == 2
        assert view.count(Source, name=[*map(str, range(20_000)), "G1"]) == 1
        assert view.columns(Source, ["name", "attributes"], name={"G1"}) == {
            "name": ["G1"],
            "attributes": [{}],
        }
        assert view.all(Source, translates=None) == view.all(Source)
        assert view.columns(Source, ["name"], name=[]) == {"name": []}


def test_followers_learn_what_was_touched(made: Study) -> None:
    with made.store.view(RANI) as view:
        seq = view.seq
    stored = made.code(RANI, LEARN)
    ((what, keys),) = made.store.changes_since(seq)
    assert (what.action, keys) == ("code", (("coding", stored.id),))


def test_making_a_store_where_one_is_already_is_refused(made: Study) -> None:
    with pytest.raises(FileProblem, match="already"):
        Store.create(made.store.path)


def test_no_file_and_no_folder_get_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(StoreProblem, match="no database here"):
        Store.open(tmp_path / "qualcode.db")
    with pytest.raises(StoreProblem, match="cannot be opened"):
        Store.create(tmp_path / "missing" / "qualcode.db")


@pytest.mark.parametrize("content", [b"this is a letter, not a database" * 100, b"", b"SQLite format 3\0"])
def test_what_is_no_database_of_ours_gets_one_clear_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "qualcode.db"
    path.write_bytes(content)
    with pytest.raises(StoreProblem, match="not a qualcode database"):
        Store.open(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "qualcode.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE letters (text)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreProblem, match="not a qualcode database"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_database_of_a_newer_version_says_so(tmp_path: Path) -> None:
    with study(tmp_path) as made:
        path = made.store.path
    tamper(path, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreProblem, match=r"newer qualcode \(version 9999\).*upgrade"):
        Store.open(path)


def test_a_damaged_database_gets_a_clear_error(tmp_path: Path) -> None:
    with study(tmp_path) as made:
        path = made.store.path
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(StoreProblem, match="damaged"):
        Store.open(path)


def test_check_tells_of_damage(tmp_path: Path) -> None:
    with study(tmp_path) as made, made.store.action(RANI, "memo") as act:
        act.put_all([note("x" * 2000) for _ in range(100)])
        path = made.store.path
    data = bytearray(path.read_bytes())
    data[-40_000:-20_000] = os.urandom(20_000)
    path.write_bytes(data)
    with Store.open(path) as store:
        assert "the database file is damaged" in [fault.what for fault in store.check()]


def test_a_read_only_folder_is_read_and_not_written(tmp_path: Path) -> None:
    with study(tmp_path):
        pass
    folder = shutil.copytree(tmp_path, open_to_all(tmp_path) / "study")
    path = folder / "qualcode.db"
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        out = run(READER, str(path))
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder.parent)
    count, error = out.splitlines()
    assert count == "2"
    assert error.startswith("StoreProblem")
    assert "cannot be written" in error


READER = """
import os, sys
from sqlalchemy.dialects import sqlite
from tests.store.test_store import *
if os.getuid() == 0:
    os.setuid(65534)  # root may write everywhere
with Store.open(Path(sys.argv[1])) as store:
    with store.view(RANI) as view:
        print(view.count(Source))
    try:
        with store.action(RANI, "add"):
            pass
    except Exception as error:
        print(type(error).__name__, error)
"""


def open_to_all(tmp_path: Path) -> Path:
    """A folder that another user can reach; pytest's own are closed to them."""
    folder = Path("/tmp") / f"qualcode-{tmp_path.parent.name}-{tmp_path.name}"
    folder.mkdir(exist_ok=True)
    return folder


def test_a_full_disk_changes_nothing_and_says_so(made: Study) -> None:
    with made.store.action(RANI, "memo") as act:
        act.put(note("x"))

    @event.listens_for(made.store._engine, "checkout")
    def limit(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute("PRAGMA max_page_count = 100")

    with pytest.raises(StoreProblem, match="disk is full"), made.store.action(RANI, "memo") as act:
        act.put(note("x" * 1_000_000))
    with made.store.view(RANI) as view:
        assert view.count(Memo) == 1


def tamper(path: Path, sql: str) -> None:
    """Change a database behind the store's back."""
    with sqlite3.connect(path) as connection:
        connection.execute(sql)
    connection.close()


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        ("UPDATE coding SET negative = 1", "it is not what its history says"),
        ("UPDATE coding SET seq = 1", "it names another event than its history"),
        ("UPDATE coding SET quote = 'other'", "its quote is not what stands in the text"),
        ("DELETE FROM coding", "it is in the history, but no longer there"),
        ("DELETE FROM changes WHERE kind = 'coding'", "the history does not know it"),
        ("UPDATE changes SET before = '{}' WHERE kind = 'coding'", "the history does not follow on"),
        ("UPDATE texts SET text = text || '!'", "the text is not what its hash says"),
        ("DELETE FROM events WHERE seq = 2", "events are missing"),
        ("UPDATE coding SET code_id = 'none'", "the database file is damaged"),
    ],
)
def test_check_finds_what_was_changed_by_hand(tmp_path: Path, sql: str, fault: str) -> None:
    with study(tmp_path) as made:
        made.code(RANI, LEARN)
        path = made.store.path
    tamper(path, sql)
    with Store.open(path) as store:
        assert fault in [each.what for each in store.check()]


def test_the_migrations_make_the_tables_that_the_program_knows(made: Study) -> None:
    engine = create_engine(f"sqlite:///{made.store.path}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()
    assert newest() == HEAD


def test_times_come_from_the_clock_given(tmp_path: Path) -> None:
    with study(tmp_path, clock=lambda: "2024-03-01T08:00:00Z") as made:
        made.code(RANI, LEARN)
        with made.store.view(RANI) as view:
            assert view.events()[-1].at == "2024-03-01T08:00:00Z"


def test_an_error_of_the_database_does_not_quote_what_was_to_be_stored(tmp_path: Path) -> None:
    with make_engine(tmp_path / "x.db", mode="rwc").connect() as connection:
        statement, words = text("INSERT INTO nowhere VALUES (:words)"), {"words": "modal keluarga"}
        with pytest.raises(OperationalError) as found:
            connection.execute(statement, words)
        assert "nowhere" in str(found.value)
        assert "modal" not in str(found.value)
