"""Summaries of themes and codes: as values, and as files where a path is named."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from qualcode.actions.codes import the_codebook
from qualcode.actions.exporting import log_export, refuse_nothing, title_of
from qualcode.actions.filters import Filters
from qualcode.actions.lookup import code_named, theme_named
from qualcode.actions.tabling import chosen_codings
from qualcode.actions.theming import themes
from qualcode.exports import write_summary
from qualcode.model import Coder, Guid, Memo, MemoOn
from qualcode.settings import Dress
from qualcode.store import Store, View
from qualcode.tables.summary import Note, Summary, of_codes, of_theme


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
    dress: Dress | None = None,
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
    dress
        What a document looks like; by default as qualcode.toml says.

    Raises
    ------
    NothingToShow
        There is nothing to summarise, so nothing was written.
    """
    filters = filters or Filters()
    with store.view(actor) as view:
        found = _summaries(view, filters, theme=theme, by=by, language=language, most=quotations)
        title = title_of(view)
    if path:
        refuse_nothing(empty=not found)
        write_summary(found, Path(path), title=title, language=language, dress=dress)
        quoted = [each.case for one in found for each in (*one.quotations, *one.negative)]
        log_export(store, actor, Path(path), quoted)
    return found


def _summaries(
    view: View, filters: Filters, *, theme: str, by: str | None, language: str, most: int
) -> list[Summary]:
    frame = chosen_codings(view, filters, language)
    codebook, notes = the_codebook(view), _notes(view)
    chosen = [theme_named(view, theme)] if theme else themes(view)
    if by == "theme" or (by is None and chosen and not filters.codes and not filters.frameworks):
        return [
            of_theme(each, frame, codebook, language=language, most=most, memos=notes.get(each.id, []))
            for each in chosen
        ]
    keys = _wanted(view, filters.codes)
    return of_codes(frame, codebook, keys=keys, language=language, most=most, memos=notes)


def _wanted(view: View, names: Iterable[str]) -> list[str] | None:
    codebook = the_codebook(view)
    found = [code_named(codebook, name) for name in names]
    keys = [each.key for code in found for each in [code, *codebook.descendants(code)]]
    return list(dict.fromkeys(keys)) or None


def _notes(view: View) -> dict[Guid, list[Note]]:
    handles = dict(zip(*view.columns(Coder, ["id", "handle"]).values(), strict=True))
    memos = view.all(Memo, about=[MemoOn.CODE, MemoOn.THEME])
    found: dict[Guid, list[Note]] = {}
    for memo in sorted(memos, key=lambda each: (each.at, each.seq, each.id)):
        note = Note(text=memo.text, coder=handles.get(memo.coder_id, ""))
        found.setdefault(memo.target_id or "", []).append(note)
    return found
