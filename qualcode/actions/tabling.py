"""Coded-segment tables, frequencies and matrices: as frames, and as files where a path is named."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from qualcode.actions.codes import the_codebook
from qualcode.actions.context import with_context
from qualcode.actions.exporting import OnNotice, log_export, prepared, refuse_nothing, title_of, unheard
from qualcode.actions.filters import Filters
from qualcode.actions.frames import codings_frame
from qualcode.actions.overview import coverage_frame
from qualcode.exports import write_table
from qualcode.model import Coder
from qualcode.settings import Dress
from qualcode.store import Store, View
from qualcode.tables import Matrix, legend
from qualcode.tables import frequencies as count
from qualcode.tables import matrix as lay_out
from qualcode.tables.codebook_order import in_codebook_order
from qualcode.tables.frequencies import scope
from qualcode.tables.translated import Words, in_words, translators_line

if TYPE_CHECKING:
    import pandas as pd


def codings(
    store: Store,
    actor: Coder,
    *,
    filters: Filters | None = None,
    language: str = "id",
    into: str = "",
    by_id: bool = False,
) -> "pd.DataFrame":
    """Return the codings the actor may see, a row each, in reading order.

    Parameters
    ----------
    store, actor
        Where, and who looks.
    filters
        Which are wanted.
    language, into
        Of code names, and of translations; see `qualcode.actions.frames.codings_frame`.
    by_id
        Index by the coding's GUID.

    Returns
    -------
    pandas.DataFrame
        Columns `qualcode.tables.columns.CODINGS`; ``code`` and ``framework`` are categories, in codebook
        order.
    """
    with store.view(actor) as view:
        frame = chosen_codings(view, filters or Filters(), language, into)
        frame = in_codebook_order(frame, view.codebook(), language)
    return frame.set_index("coding_id") if by_id else frame


def chosen_codings(view: View, filters: Filters, language: str, into: str = "") -> "pd.DataFrame":
    """Return the codings frame of a view, with what is filtered out left out."""
    return filters.apply(view, codings_frame(view, language=language, into=into))


def table(
    store: Store,
    actor: Coder,
    path: str | Path | None = None,
    *,
    filters: Filters | None = None,
    language: str = "id",
    columns: Sequence[str] | None = None,
    words: Words = "original",
    into: str = "",
    context: bool = False,
    dress: Dress | None = None,
    pseudonyms: bool | None = None,
    on_notice: OnNotice = unheard,
) -> "pd.DataFrame":
    """Return the coded-segment table, and write it to a file where one is named.

    A file holds what consent allows, with pseudonyms unless they are not wanted; see
    `qualcode.actions.exporting`. Its quotations are in the `words` asked for, translations `into` the
    language asked for; see `qualcode.actions.frames.codings_frame`. With `context`, it has columns with the
    words on either side and the other codes of each passage; see `qualcode.actions.context.with_context`.

    Raises
    ------
    NothingToShow
        No coding fits, so nothing was written.
    """
    with store.view(actor) as view:
        everything = codings_frame(view, language=language, into=into)
        frame = (filters or Filters()).apply(view, everything)
        frame = with_context(view, frame, everything) if context else frame
        codes = [code.key for code in the_codebook(view).codes]
        title, outgoing = title_of(view), prepared(view, pseudonyms=pseudonyms)
    if path:
        asked, frame = frame["case"], outgoing.quoted(frame)
        refuse_nothing(empty=frame.empty)
        line = translators_line(frame, language) if words != "original" else ""
        names_translation = any(each.partition(":")[0].strip() == "translation" for each in columns or ())
        write_table(
            in_words(frame, "both" if names_translation else words), Path(path),
            title=title, language=language, columns=columns, codes=codes, dress=dress,
            notes=[line] if line else [], disguise=outgoing.disguise,
        )  # fmt: skip
        log_export(store, actor, Path(path), frame["case"], disguised=outgoing.pseudonyms)
        on_notice(outgoing.notice(asked, frame["quotation"]))
    return frame


def frequencies(
    store: Store,
    actor: Coder,
    path: str | Path | None = None,
    *,
    filters: Filters | None = None,
    language: str = "id",
    roll_up: bool = False,
    dress: Dress | None = None,
    pseudonyms: bool | None = None,
    on_notice: OnNotice = unheard,
) -> "pd.DataFrame":
    """Return per code that is wanted how many informants, sources and codings it has, and write it."""
    filters = filters or Filters()
    with store.view(actor) as view:
        outgoing = prepared(view, pseudonyms=pseudonyms)
        asked = chosen_codings(view, filters, language)
        frame = outgoing.counted(asked) if path else asked
        found = count(frame, the_codebook(view), language=language, roll_up=roll_up)
        found = found[found["code"].isin(_keys(view, filters))].reset_index(drop=True)
    if path:
        notes = [scope(language, roll_up=roll_up)]
        write_table(
            found, Path(path), language=language, notes=notes, dress=dress, disguise=outgoing.disguise
        )
        log_export(store, actor, Path(path), frame["case"], disguised=outgoing.pseudonyms)
        on_notice(outgoing.notice(asked["case"], counts=True))
    return found


def matrix(
    store: Store,
    actor: Coder,
    path: str | Path | None = None,
    *,
    filters: Filters | None = None,
    by: Literal["case", "source"] = "case",
    language: str = "id",
    roll_up: bool = False,
    dress: Dress | None = None,
    pseudonyms: bool | None = None,
    on_notice: OnNotice = unheard,
) -> Matrix:
    """Return codes against cases or sources, with the three kinds of absence told apart, and write it.

    What is filtered out is no absence: it has no row and no column.
    """
    filters = filters or Filters()
    with store.view(actor) as view:
        frame = chosen_codings(view, filters, language)
        codebook, outgoing = the_codebook(view), prepared(view, pseudonyms=pseudonyms)
        coverage = filters.apply(view, coverage_frame(view, codebook, coders=filters.readers(view)))
        asked = set(coverage["case"])
        if path:
            frame, coverage = outgoing.counted(frame), outgoing.counted(coverage)
        units = [name for name in dict.fromkeys(coverage[by]) if name]
        found = lay_out(frame, codebook, units, coverage, by=by, language=language, roll_up=roll_up)
        wanted = found.codes["code"].isin(_keys(view, filters))
    parts = (found.codes, found.counts, found.states)
    found = Matrix(*(cells[wanted].reset_index(drop=True) for cells in parts))
    if path:
        notes = [legend(language), scope(language, roll_up=roll_up)]
        write_table(
            found.shown(language), Path(path), language=language, notes=notes, dress=dress,
            disguise=outgoing.disguise,
        )  # fmt: skip
        log_export(store, actor, Path(path), list(found.counts.columns), disguised=outgoing.pseudonyms)
        on_notice(outgoing.notice(asked, counts=True))
    return found


def _keys(view: View, filters: Filters) -> set[str]:
    wanted = filters.code_ids(view)
    return {code.key for code in the_codebook(view).codes if wanted is None or code.id in wanted}
