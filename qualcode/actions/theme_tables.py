"""Themes out of a table."""

from collections.abc import Mapping
from pathlib import Path

from qualcode.actions.acting import acting
from qualcode.actions.rows import read_rows
from qualcode.actions.theming import ThemeChange, put_within
from qualcode.errors import AlreadyThere, QualcodeError, UsageError
from qualcode.model import Coder, Theme
from qualcode.store import Store
from qualcode.tables.triangulation import CONCLUSION


def import_themes(store: Store, actor: Coder, path: str | Path) -> list[Theme]:
    """Make themes of a table.

    Its columns are ``name``, ``claim``, ``codes``, ``for``, ``against`` (these three separated by ``;``),
    ``relation_KIND`` and ``verdict_KIND`` for kinds of sources, and ``conclusion``.

    Raises
    ------
    AlreadyThere
        A theme of that name is there.
    """
    path, made = Path(path), []
    with acting(store, actor, "import_themes", summary=path.name) as act:
        for number, row in read_rows(path):
            name, where = row.get("name", ""), f"{path.name}, row {number}"
            if not name:
                raise UsageError("the theme has no name", where=where, remedy="fill the column name")
            if act.all(Theme, name=name):
                raise AlreadyThere("there is a theme {name!r} already", where=where, name=name)
            change = ThemeChange(
                claim=row.get("claim", ""),
                codes=_listed(row, "codes"),
                evidence_for=_listed(row, "for"),
                evidence_against=_listed(row, "against"),
                verdicts=_by_kind(row, "verdict_") | {CONCLUSION: row.get(CONCLUSION, "")},
                relations=_by_kind(row, "relation_"),
            )
            try:
                made.append(put_within(act, actor, name, change))
            except QualcodeError as error:
                error.where = f"{where}: {error.where}" if error.where else where
                raise
    return made


def _listed(row: Mapping[str, str], column: str) -> list[str]:
    return [each.strip() for each in row.get(column, "").split(";") if each.strip()]


def _by_kind(row: Mapping[str, str], prefix: str) -> dict[str, str]:
    return {name.removeprefix(prefix): text for name, text in row.items() if name.startswith(prefix) and text}
