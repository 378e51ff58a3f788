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
    """Return the codings the actor may see, a row each, in reading order; translations are left out.

    Parameters
    ----------
    store, actor
        Where, and who looks.
    filters
        Which are wanted, such as ``Filters(codes=["awareness"], where="kind = interview")``; by default all.
    language
        Of names of codes and frameworks: ``"id"`` or ``"en"``.
    into
        The language of ``translation``; by default `language`, or the other of the two where the source
        speaks that.
    by_id
        Index by the coding's GUID.

    Returns
    -------
    pandas.DataFrame
        ``reference`` code; ``source``, ``case`` (the informant), ``speaker`` (label), ``kind`` of source,
        ``turn`` (its number), ``time`` in seconds; ``code`` (key), ``code_path``, ``framework``;
        ``quotation``, ``translation`` (``translated`` says of what, ``translator`` by whom), ``question``
        before it, ``condensation``, ``memo``; ``coder``, ``date`` (UTC), ``origin`` (by_hand, in_vivo,
        decision), ``review`` (what it has come to), ``negative`` (speaks against the code), ``pinned``,
        ``whole`` (its sentences are whole); ``language`` of the source; ``start`` and ``end`` in code points,
        missing where a coding is unplaced; ``code_id``, ``coding_id``, ``source_id``. Text is empty where
        there is none; ``code`` and ``framework`` are categories in codebook order.

    Raises
    ------
    UsageError, QueryProblem
        A name is not in the project, or the query cannot be understood; the nearest names are offered.
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

    Parameters
    ----------
    store, actor
        Where, and who looks.
    path
        A .xlsx, .docx, .csv, .html, .md or .tex file. It holds what consent allows, while the frame that is
        returned holds all that may be seen here.
    filters
        Which codings are wanted, such as ``Filters(codes=["awareness"], where="kind = interview")``.
    language
        Of titles and of names of codes: ``"id"`` or ``"en"``.
    columns
        Names of the file's columns in their order, such as ``["reference", "code", "quotation:60"]``
        (60: its width in characters); by default those a reader wants.
    words
        Quotations in the file as they were said (``"original"``), in ``"translation"``, or ``"both"``.
    into
        The language of translations.
    context
        Add ``before`` and ``after``, words on either side, and ``neighbours``, the passage's other codes.
    dress
        What a document looks like; by default as qualcode.toml says.
    pseudonyms
        Disguise names in the file; by default as the study does.
    on_notice
        Hears what consent left out of the file.

    Returns
    -------
    pandas.DataFrame
        The columns of `Project.codings`, of what was written where a file is named.

    Raises
    ------
    NothingToShow
        A file is named and no coding fits, so nothing was written.
    UsageError, QueryProblem
        A name is not in the project, or the query cannot be understood; the nearest names are offered.

    Examples
    --------
    Of Pak Zul's interview, what was said of a stage, as a Word table in Indonesian::

        project.table("outputs/zul.docx", filters=Filters(sources=["W1-zul"], frameworks=["stage"]))
    """
    with store.view(actor) as view:
        everything = codings_frame(view, language=language, into=into)
        frame = (filters or Filters()).apply(view, everything)
        frame = with_context(view, frame, everything) if context else frame
        codebook = the_codebook(view)
        codes = [code.key for code in codebook.codes]
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
    return in_codebook_order(frame, codebook, language)


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
    """Return how many informants, sources and codings each code has, and write it where a file is named.

    Parameters
    ----------
    store, actor
        Where, and who looks.
    path, language, dress, pseudonyms, on_notice
        As for `Project.table`.
    filters
        Which codings count; a filter by code leaves the other codes out.
    roll_up
        Count what is coded below a code with it.

    Returns
    -------
    pandas.DataFrame
        A row per code in codebook order, those never given too: ``code`` and ``framework``, categories;
        ``code_path``; ``informants`` (distinct cases), ``sources``, ``codings``.
    """
    filters = filters or Filters()
    with store.view(actor) as view:
        codebook, outgoing = the_codebook(view), prepared(view, pseudonyms=pseudonyms)
        asked = chosen_codings(view, filters, language)
        frame = outgoing.counted(asked) if path else asked
        found = count(frame, codebook, language=language, roll_up=roll_up)
        found = found[found["code"].isin(_keys(view, filters))].reset_index(drop=True)
    if path:
        notes = [scope(language, roll_up=roll_up)]
        write_table(
            found, Path(path), language=language, notes=notes, dress=dress, disguise=outgoing.disguise
        )
        log_export(store, actor, Path(path), frame["case"], disguised=outgoing.pseudonyms)
        on_notice(outgoing.notice(asked["case"], counts=True))
    return in_codebook_order(found, codebook, language)


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

    Parameters
    ----------
    store, actor
        Where, and who looks.
    path, language, dress, pseudonyms, on_notice
        As for `Project.table`.
    filters
        What counts. What is filtered out is no absence: it has no row and no column.
    by
        Columns are informants (``"case"``) or sources (``"source"``).
    roll_up
        Count what is coded below a code with it.

    Returns
    -------
    Matrix
        Three frames of one shape, a row per code: ``codes`` (``code``, a category, and ``code_path``),
        ``counts`` and ``states`` (coded, nothing, unread, not_asked) with a column per case or source;
        ``shown()`` is one frame to read.
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
    codes, counts, states = (cells[wanted].reset_index(drop=True) for cells in parts)
    found = Matrix(in_codebook_order(codes, codebook, language), counts, states)
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
