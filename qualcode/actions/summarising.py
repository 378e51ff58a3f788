"""Summaries of themes and codes: as values, and as files where a path is named."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from qualcode.actions.codes import the_codebook
from qualcode.actions.exporting import (
    OnNotice,
    Outgoing,
    log_export,
    prepared,
    refuse_nothing,
    title_of,
    unheard,
)
from qualcode.actions.filters import Filters
from qualcode.actions.lookup import code_named, theme_named
from qualcode.actions.overview import coverage_frame
from qualcode.actions.tabling import chosen_codings
from qualcode.actions.theming import themes
from qualcode.exports import write_summary
from qualcode.model import Case, Coder, ConsentState, Guid, Memo, MemoOn
from qualcode.settings import Dress
from qualcode.store import Store, View
from qualcode.tables import CellNote, Note, Summary, of_codes, of_themes
from qualcode.tables.translated import Words, quoted_in

if TYPE_CHECKING:
    import pandas as pd


def summary(
    store: Store,
    actor: Coder,
    path: str | Path | None = None,
    *,
    filters: Filters | None = None,
    theme: str = "",
    by: Literal["code", "theme"] | None = None,
    language: str = "id",
    quotations: int = 5,
    words: Words = "original",
    into: str = "",
    dress: Dress | None = None,
    pseudonyms: bool | None = None,
    on_notice: OnNotice = unheard,
) -> list[Summary]:
    """Summarise per theme where there are themes, else per code, and write it where a file is named.

    Parameters
    ----------
    store, actor
        Where, and who looks.
    path
        The file, of a kind its suffix says.
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
    words, into
        What they are shown in, and the language of translations.
    dress
        What a document looks like; by default as qualcode.toml says.
    pseudonyms
        Names are disguised in the file, as they are unless qualcode.toml says otherwise.
    on_notice
        Hears what consent left out of the file.

    Raises
    ------
    NothingToShow
        There is nothing to summarise, so nothing was written.
    """
    filters = filters or Filters()
    with store.view(actor) as view:
        title, outgoing = title_of(view), prepared(view, pseudonyms=pseudonyms)
        asked = chosen_codings(view, filters, language, into)
        frame = outgoing.muted(asked) if path else asked
        found = summaries_of(
            view, frame, filters, theme=theme, by=by, language=language, most=quotations,
            outgoing=outgoing if path else None,
        )  # fmt: skip
    found = quoted_in(words, found)
    if path:
        refuse_nothing(empty=not found)
        disguise = outgoing.disguise
        write_summary(found, Path(path), title=title, language=language, dress=dress, disguise=disguise)
        quoted = [each for one in found for each in (*one.quotations, *one.negative)]
        names = [each.case for each in quoted]
        log_export(store, actor, Path(path), names, disguised=outgoing.pseudonyms)
        on_notice(outgoing.notice(asked["case"], [each.text for each in quoted]))
    return found


def summaries_of(
    view: View,
    frame: "pd.DataFrame",
    filters: Filters,
    *,
    theme: str,
    by: str | None,
    language: str,
    most: int,
    outgoing: Outgoing | None = None,
) -> list[Summary]:
    """Summarise codings as `summary` does; `outgoing` says what may be told of whom, where it leaves."""
    codebook, notes = the_codebook(view), _notes(view)
    chosen = [theme_named(view, theme)] if theme else themes(view)
    if by == "theme" or (by is None and chosen and not filters.codes and not filters.frameworks):
        coverage = filters.apply(view, coverage_frame(view, codebook, coders=filters.readers(view)))
        return of_themes(
            chosen, frame, codebook, outgoing.counted(coverage) if outgoing else coverage,
            language=language, most=most, memos=notes, cells=_cells(view, outgoing),
        )  # fmt: skip
    keys = _wanted(view, filters.codes)
    return of_codes(frame, codebook, keys=keys, language=language, most=most, memos=notes)


def _wanted(view: View, names: Iterable[str]) -> list[str] | None:
    codebook = the_codebook(view)
    found = [code_named(codebook, name) for name in names]
    keys = [each.key for code in found for each in [code, *codebook.descendants(code)]]
    return list(dict.fromkeys(keys)) or None


def _notes(view: View) -> dict[Guid, list[Note]]:
    found: dict[Guid, list[Note]] = {}
    for memo, coder in _memos(view, MemoOn.CODE, MemoOn.THEME):
        found.setdefault(memo.target_id or "", []).append(Note(text=memo.text, coder=coder))
    return found


def _cells(view: View, outgoing: Outgoing | None) -> list[CellNote]:
    given = view.all(Case, consent=ConsentState.GIVEN)
    cases = {case.id: case.shown for case in given if not outgoing or outgoing.may_quote(case)}
    return [
        CellNote(case=cases[memo.target_id], code_id=memo.code_id or "", text=memo.text, coder=coder)
        for memo, coder in _memos(view, MemoOn.CELL)
        if memo.target_id in cases
    ]


def _memos(view: View, *about: MemoOn) -> list[tuple[Memo, str]]:
    """Return memos with their coders' handles, in the order they were written."""
    handles = dict(zip(*view.columns(Coder, ["id", "handle"]).values(), strict=True))
    memos = sorted(view.all(Memo, about=about), key=lambda each: (each.at, each.seq, each.id))
    return [(memo, handles.get(memo.coder_id, "")) for memo in memos]
