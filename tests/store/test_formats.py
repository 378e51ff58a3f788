import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from qualcode.model import Coding, Theme, fresh
from qualcode.model.history import FORMAT
from qualcode.store import Store
from qualcode.store.formats import ADDED, upgraded
from tests.store.study import AWARENESS, RANI, ZUL, study

COLUMNS = {("case", "naming"), ("coding", "pinned"), ("theme", "relations")}
"""What the tables of the first version do not have."""


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """The database of a study with a coding and a theme, as the first version left it."""
    with study(tmp_path) as made:
        made.code(RANI, ZUL.spans["learn"])
        with made.store.action(RANI, "put_theme") as act:
            act.put(Theme(id=fresh(), name="hak", claim="?", coder_id=RANI.id, code_ids=(AWARENESS.id,)))
    path = tmp_path / "qualcode.db"
    with closing(sqlite3.connect(path)) as database, database:
        for table, column in sorted(COLUMNS):
            database.execute(f'ALTER TABLE "{table}" DROP COLUMN {column}')
        database.execute("DROP TABLE pseudonym")
        for seq, position, kind, *forms in database.execute(
            "SELECT event_seq, position, kind, before, after FROM changes"
        ).fetchall():
            older = [form and _older(kind, form) for form in forms]
            database.execute(
                "UPDATE changes SET before = ?, after = ?, format = 1 WHERE event_seq = ? AND position = ?",
                (*older, seq, position),
            )
        database.execute("UPDATE alembic_version SET version_num = '0001'")
    return path


def _older(kind: str, form: str) -> str:
    values = json.loads(form)
    for table, column in COLUMNS:
        if table == kind:
            del values[column]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def test_a_database_of_the_first_version_is_opened_with_its_history_whole(first: Path) -> None:
    with Store.open(first) as store, store.view(RANI) as view:
        assert [each.pinned for each in view.all(Coding)] == [False]
        assert [each.relations for each in view.all(Theme)] == [{}]
        assert store.check() == []


def test_what_the_first_version_did_can_be_undone(first: Path) -> None:
    with Store.open(first) as store:
        store.undo(RANI)
        store.undo(RANI)
        with store.view(RANI) as view:
            assert (view.count(Theme), view.count(Coding)) == (0, 0)
        assert store.check() == []


def test_a_form_of_the_present_format_is_left_alone() -> None:
    assert upgraded("coding", '{"id":"c"}', FORMAT) == '{"id":"c"}'


def test_the_hash_beside_a_form_stays_last() -> None:
    assert (
        upgraded("coding", '{"id":"c","quote_sha256":"0"}', 1)
        == '{"id":"c","pinned":false,"quote_sha256":"0"}'
    )


def test_every_format_says_what_came_with_it() -> None:
    assert [*ADDED] == [*range(2, FORMAT + 1)]
