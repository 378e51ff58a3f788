"""Coded-segment tables, counts and summaries, as frames and as files."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from qualcode.actions.codes import the_codebook
from qualcode.actions.filters import Filters
from qualcode.actions.frames import codings_frame
from qualcode.actions.lookup import code_named, theme_named
from qualcode.actions.overview import coverage_frame
from qualcode.actions.theming import themes
from qualcode.errors import QualcodeError, StoreProblem
from qualcode.exports import write_summary, write_table
from qualcode.model import Case, Coder, Guid, Memo, MemoOn
from qualcode.tables import Matrix, frequencies, legend, matrix
from qualcode.tables.frequencies import scope
from qualcode.tables.summary import Note, Summary, of_codes, of_theme

if TYPE_CHECKING:
    import pandas as pd

    from qualcode.store import Store, View


class NothingToShow(QualcodeError):
    """No coding fits what was asked for, so nothing was written."""


def codings(
    store: "Store", actor: Coder, *, filters: Filters | None = None, language: str = "id"
) -> "pd.DataFrame":
    """Return the codings the actor may see as a frame (see `qualcode.tables.columns.CODINGS`)."""
    with store.view(actor) as view:
        return (filters or Filters()).apply(view, codings_frame(view, language=language))


def counts(
    store: "Store",
    actor: Coder,
    *,
    filters: Filters | None = None,
    language: str = "id",
    roll_up: bool = False,
) -> "pd.DataFrame":
    """Return per code how many informants, sources and codings it has; of the codes that are wanted."""
    filters = filters or Filters()
    with store.view(actor) as view:
        frame = filters.apply(view, codings_frame(view, language=language))
        found = frequencies(frame, the_codebook(view), language=language, roll_up=roll_up)
        return found[found["code"].isin(_keys(view, filters))].reset_index(drop=True)


def case_matrix(
    store: "Store",
    actor: Coder,
    *,
    filters: Filters | None = None,
    by: Literal["case", "source"] = "case",
    language: str = "id",
    roll_up: bool = False,
) -> Matrix:
    """Return codes against cases or sources, with the three kinds of absence told apart.

    What is filtered out is no absence: it has no row and no column.
    """
    filters = filters or Filters()
    with store.view(actor) as view:
        frame = filters.apply(view, codings_frame(view, language=language))
        codebook = the_codebook(view)
        coverage = filters.apply(view, coverage_frame(view, codebook, coders=filters.coders))
        units = [name for name in dict.fromkeys(coverage[by]) if name]
        found = matrix(frame, codebook, units, coverage, by=by, language=language, roll_up=roll_up)
        wanted = found.codes["code"].isin(_keys(view, filters))
    parts = (found.codes, found.counts, found.states)
    return Matrix(*(cells[wanted].reset_index(drop=True) for cells in parts))


def _keys(view: "View", filters: Filters) -> set[str]:
    wanted = filters.code_ids(view)
    return {code.key for code in the_codebook(view).codes if wanted is None or code.id in wanted}


def summaries(
    store: "Store",
    actor: Coder,
    *,
    filters: Filters | None = None,
    theme: str = "",
    by: Literal["code", "theme"] | None = None,
    language: str = "id",
    quotations: int = 5,
) -> list[Summary]:
    """Summarise per theme where there are themes, else per code.

    Parameters
    ----------
    store, actor
        Where, and who looks.
    filters
        Which codings count; a filter by code gives summaries of codes.
    theme
        One theme only.
    by
        Codes or themes, whatever there is.
    language
        Of names and definitions.
    quotations
        At most so many for each.
    """
    filters = filters or Filters()
    with store.view(actor) as view:
        frame = filters.apply(view, codings_frame(view, language=language))
        codebook = the_codebook(view)
        notes = _notes(view)
        chosen = [theme_named(view, theme)] if theme else themes(view)
        if by == "theme" or (by is None and chosen and not filters.codes and not filters.frameworks):
            return [
                of_theme(
                    each, frame, codebook, language=language, most=quotations, memos=notes.get(each.id, [])
                )
                for each in chosen
            ]
        keys = _wanted(view, filters.codes)
        return of_codes(frame, codebook, keys=keys, language=language, most=quotations, memos=notes)


def _wanted(view: "View", names: Iterable[str]) -> list[str] | None:
    codebook = the_codebook(view)
    found = [code_named(codebook, name) for name in names]
    keys = [each.key for code in found for each in [code, *codebook.descendants(code)]]
    return list(dict.fromkeys(keys)) or None


def _notes(view: "View") -> dict[Guid, list[Note]]:
    handles = {coder.id: coder.handle for coder in view.all(Coder)}
    found: dict[Guid, list[Note]] = {}
    for memo in sorted(
        view.all(Memo, about=[MemoOn.CODE, MemoOn.THEME]), key=lambda each: (each.at, each.seq, each.id)
    ):
        found.setdefault(memo.target_id or "", []).append(
            Note(text=memo.text, coder=handles.get(memo.coder_id, ""))
        )
    return found


def log_export(store: "Store", actor: Coder, path: Path, names: Iterable[str]) -> None:
    """Note that a file with words of these cases was made, so that a withdrawal can name it.

    A project that cannot be written still exports.
    """
    with store.view(actor) as view:
        cases = {case.shown: case.id for case in view.all(Case)}
    try:
        store.log_export(actor, str(path), [cases[name] for name in dict.fromkeys(names) if name in cases])
    except StoreProblem:
        return


def table(
    store: "Store",
    actor: Coder,
    path: str | Path | None = None,
    *,
    filters: Filters | None = None,
    language: str = "id",
    columns: Sequence[str] | None = None,
) -> "pd.DataFrame":
    """Return the coded-segment table, and write it to a file where one is named.

    Raises
    ------
    NothingToShow
        No coding fits, so nothing was written.
    """
    frame = codings(store, actor, filters=filters, language=language)
    if path:
        path = Path(path)
        _refuse_nothing(frame.empty)
        with store.view(actor) as view:
            codes = [code.key for code in the_codebook(view).codes]
        write_table(frame, path, title=_title(store, actor), language=language, columns=columns, codes=codes)
        log_export(store, actor, path, frame["case"])
    return frame


def summary(
    store: "Store",
    actor: Coder,
    path: str | Path | None = None,
    *,
    filters: Filters | None = None,
    theme: str = "",
    by: Literal["code", "theme"] | None = None,
    language: str = "id",
    quotations: int = 5,
) -> list[Summary]:
    """Return summaries as `summaries` does, and write them to a file where one is named.

    Raises
    ------
    NothingToShow
        There is nothing to summarise, so nothing was written.
    """
    found = summaries(
        store, actor, filters=filters, theme=theme, by=by, language=language, quotations=quotations
    )
    if path:
        path = Path(path)
        _refuse_nothing(not found)
        write_summary(found, path, title=_title(store, actor), language=language)
        quoted = [each.case for one in found for each in (*one.quotations, *one.negative)]
        log_export(store, actor, path, quoted)
    return found


def counts_table(
    store: "Store",
    actor: Coder,
    path: str | Path | None = None,
    *,
    filters: Filters | None = None,
    language: str = "id",
    roll_up: bool = False,
) -> "pd.DataFrame":
    """Return frequencies as `counts` does, and write them to a file where one is named."""
    frame = counts(store, actor, filters=filters, language=language, roll_up=roll_up)
    if path:
        write_table(frame, Path(path), language=language, notes=[scope(language, roll_up=roll_up)])
    return frame


def matrix_table(
    store: "Store",
    actor: Coder,
    path: str | Path | None = None,
    *,
    filters: Filters | None = None,
    by: Literal["case", "source"] = "case",
    language: str = "id",
    roll_up: bool = False,
) -> Matrix:
    """Return the matrix as `case_matrix` does, and write it with its legend to a file where one is named."""
    found = case_matrix(store, actor, filters=filters, by=by, language=language, roll_up=roll_up)
    if path:
        path = Path(path)
        notes = [legend(language), scope(language, roll_up=roll_up)]
        write_table(found.shown(language), path, language=language, notes=notes)
        log_export(store, actor, path, list(found.counts.columns))
    return found


def _refuse_nothing(empty: bool) -> None:
    if empty:
        raise NothingToShow(
            "no coding fits, so nothing was written",
            remedy="ask for less, or see what there is with `qualcode table`",
        )


def _title(store: "Store", actor: Coder) -> str:
    with store.view(actor) as view:
        return view.settings().get("title", "")
