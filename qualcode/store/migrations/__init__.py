"""The database's versions, from the first day."""

import glob
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert, inspect, select, table
from sqlalchemy.sql import column

from qualcode.errors import StoreProblem
from qualcode.store.engine import copy_to, reading, writing
from qualcode.store.schema import counter

HEAD = "0002"
"""The version that this program writes; a test compares it with the newest migration."""

SCRIPTS = Path(__file__).parent
"""Where the migrations are."""


def build(engine: Engine) -> None:
    """Make every table of a new database."""
    with writing(engine) as connection:
        _upgrade(connection)
        connection.execute(insert(counter).values(one=1, seq=0))


def bring_up_to_date(
    engine: Engine, path: Path, *, writable: bool, on_copy: Callable[[Path], None] = lambda copy: None
) -> None:
    """Check a database's version, and migrate an older one after keeping a copy beside it.

    `on_copy` hears of the copy before anything is changed.

    Raises
    ------
    StoreProblem
        It is not ours, of a newer version, or older and cannot be written.
    """
    version = _version(engine)
    if version == HEAD:
        return
    if version is None:
        raise StoreProblem("this is not a qualcode database", where=str(path), remedy="check the path")
    if version not in _known():
        raise StoreProblem(
            "the database was made by a newer qualcode (version {version})",
            where=str(path),
            remedy="upgrade: `pip install --upgrade qualcode`",
            version=version,
        )
    if not writable:
        raise StoreProblem(
            "the database is of an older version and cannot be written",
            where=str(path),
            remedy="copy the project to where you may write, and open the copy",
        )
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    copy = path.with_name(f"{path.stem}-before-{HEAD}-{stamp}{path.suffix}")
    copy_to(engine, copy)
    on_copy(copy)
    with writing(engine) as connection:
        _upgrade(connection)


def copies_beside(path: Path) -> list[Path]:
    """Return the copies of a database that migrations kept."""
    return sorted(path.parent.glob(f"{glob.escape(path.stem)}-before-*{path.suffix}"))


def newest() -> str:
    """Return the version that the newest migration makes."""
    head: str = _scripts().get_current_head()
    return head


def _version(engine: Engine) -> str | None:
    with reading(engine) as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        versions = table("alembic_version", column("version_num"))
        return connection.execute(select(versions.c.version_num)).scalar()


def _upgrade(connection: Connection) -> None:
    from alembic.runtime.environment import EnvironmentContext

    scripts = _scripts()

    def steps(version: Any, _: Any) -> Any:
        return scripts._upgrade_revs("head", version)  # what Alembic's own `upgrade` command calls

    with EnvironmentContext(_config(), scripts, fn=steps, destination_rev="head") as context:
        context.configure(connection=connection, render_as_batch=True)
        context.run_migrations()


def _known() -> set[str]:
    return {script.revision for script in _scripts().walk_revisions()}


def _scripts() -> Any:
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(_config())


def _config() -> Any:
    from alembic.config import Config

    config = Config()  # no alembic.ini: nothing of this is the user's to set
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
