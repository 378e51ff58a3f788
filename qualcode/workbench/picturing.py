"""Pictures as they are sent: what is drawn, and its numbers as a table that says what each cell is about."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from qualcode.actions.theming import themes
from qualcode.charts import Figure
from qualcode.locale import translator
from qualcode.model import Case, Codebook, Source
from qualcode.store import View
from qualcode.tables.columns import column, title
from qualcode.tables.summary import readable
from qualcode.workbench.schemas.retrieval import About, FigureOut, HeadOut, RowOut, TableOut

UNSHOWN = ("framework",)
"""Columns of numbers that a reader of the table has no use for."""


def figure_out(view: View, figure: Figure) -> FigureOut:
    """Return a picture as it is sent, with the table that says the same."""
    names = _Names(view, figure.language)
    numbers = figure.numbers
    columns = [name for name in map(str, numbers.columns) if name not in UNSHOWN]
    if "code_path" in columns and "code" in columns:
        columns.remove("code")
    rows = [
        RowOut(about=names.of_row(row), cells=[_written(row[name], name, names) for name in columns])
        for row in numbers.to_dict("records")
    ]
    heads = [HeadOut(title=title(name, figure.language), about=names.of(name)) for name in columns]
    return FigureOut(
        title=figure.title, notes=list(figure.notes), alt=figure.alt, spec=figure.alone.to_dict(),
        table=TableOut(columns=heads, rows=rows),
    )  # fmt: skip


class _Names:
    """What the names in a table stand for."""

    def __init__(self, view: View, language: str) -> None:
        codebook = view.codebook() or Codebook(id="", key="")
        self.paths = {code.key: codebook.path(code, language) for code in codebook.codes}
        self._codes = {path: key for key, path in self.paths.items()} | {key: key for key in self.paths}
        self.tr = translator(language)
        self._themes = {readable(theme.name): theme.name for theme in themes(view)}
        self._cases = {case.shown for case in view.all(Case)}
        self._sources = {source.name for source in view.all(Source)}

    def of(self, name: str) -> About:
        """Return what a column is about: a code, a case, a source, or none of them."""
        if name in self._codes:
            return About(code=self._codes[name])
        return About(
            case=name if name in self._cases else "",
            source=name if name in self._sources and name not in self._cases else "",
        )

    def of_row(self, row: dict[Any, Any]) -> About:
        """Return what a row is about."""
        first = str(row.get("code") or row.get("code_path") or "")
        return About(
            code=self._codes.get(first, ""), other=self._codes.get(str(row.get("other") or ""), ""),
            source=str(row.get("source") or ""),
            theme=self._themes.get(str(row.get("title") or ""), ""), kind=str(row.get("kind") or ""),
        )  # fmt: skip


def _written(value: Any, name: str, names: _Names) -> str:
    if pd.isna(value):
        return ""
    if name in ("code", "other"):
        return names.paths.get(str(value), str(value))
    known = column(name).values
    if known and value in known:
        return names.tr(known[value]) if known[value] else ""
    return f"{value:.3g}" if isinstance(value, float) else str(value)


def charts_that_fit(view: View, known: Iterable[str]) -> list[str]:
    """Return the kinds of pictures that this study has enough for."""
    codebook = view.codebook()
    enough = {
        "frameworks": codebook is not None and len(codebook.frameworks) > 1,
        "triangulation": bool(themes(view)),
    }
    return [name for name in known if enough.get(name, True)]
