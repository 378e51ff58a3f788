import shutil
import sqlite3
from pathlib import Path

import pytest

from qualcode.errors import StoreProblem
from qualcode.model import Source
from qualcode.store import Store, migrations
from tests.store.study import RANI, study

NOW = migrations.HEAD

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "later"
down_revision = "{head}"


def upgrade() -> None:
    op.add_column("source", sa.Column("later", sa.Text(), nullable=True))
    {more}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A study made by this version, and a program one version on."""
    with study(tmp_path):
        pass
    scripts = tmp_path / "scripts"
    shutil.copytree(Path(migrations.__file__).parent, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrations, "SCRIPTS", scripts)
    monkeypatch.setattr(migrations, "HEAD", "later")
    return tmp_path


def add(folder: Path, more: str = "pass") -> None:
    (folder / "scripts" / "versions" / "later_next.py").write_text(NEXT.format(more=more, head=NOW))


def columns(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        found = [row[1] for row in connection.execute("PRAGMA table_info(source)")]
    connection.close()
    return found


def test_an_older_database_is_migrated_after_a_copy_is_kept(folder: Path) -> None:
    add(folder)
    with Store.open(folder / "qualcode.db") as store, store.view(RANI) as view:
        assert view.count(Source) == 2
    (copy,) = migrations.copies_beside(folder / "qualcode.db")
    assert "later" in columns(folder / "qualcode.db")
    assert "later" not in columns(copy)


def test_a_migration_that_fails_leaves_the_database_as_it_was(folder: Path) -> None:
    add(folder, more="op.execute('INSERT INTO nowhere VALUES (1)')")
    with pytest.raises(StoreProblem):
        Store.open(folder / "qualcode.db")
    assert "later" not in columns(folder / "qualcode.db")
