"""Findings seen from every kind of source, theme by theme: as values, and as a file where a path is named."""

from pathlib import Path

from qualcode.actions.exporting import (
    NothingToShow,
    OnNotice,
    log_export,
    prepared,
    title_of,
    unheard,
)
from qualcode.actions.filters import Filters
from qualcode.actions.summarising import summaries_of
from qualcode.actions.tabling import chosen_codings
from qualcode.exports import write_triangulation
from qualcode.model import Coder
from qualcode.settings import Dress
from qualcode.store import Store
from qualcode.tables import Triangulation
from qualcode.tables.translated import Words, quoted_in


def triangulation(
    store: Store,
    actor: Coder,
    path: str | Path | None = None,
    *,
    filters: Filters | None = None,
    theme: str = "",
    language: str = "id",
    words: Words = "original",
    into: str = "",
    dress: Dress | None = None,
    pseudonyms: bool | None = None,
    on_notice: OnNotice = unheard,
) -> list[Triangulation]:
    """See every theme from every kind of source, and write it where a file is named.

    Parameters are those of `qualcode.actions.summarising.summary`.

    Raises
    ------
    NothingToShow
        There is no theme, so nothing was written.
    """
    filters = filters or Filters()
    with store.view(actor) as view:
        title, outgoing = title_of(view), prepared(view, pseudonyms=pseudonyms)
        asked = chosen_codings(view, filters, language, into)
        found = summaries_of(
            view, outgoing.muted(asked) if path else asked, filters,
            theme=theme, by="theme", language=language, most=0, outgoing=outgoing if path else None,
        )  # fmt: skip
    findings = quoted_in(words, [each.triangulation for each in found if each.triangulation])
    if path:
        if not findings:
            raise NothingToShow(
                "there is no theme, so nothing was written", remedy="make one with `qualcode theme`"
            )
        write_triangulation(
            findings, Path(path), title=title, language=language, dress=dress, disguise=outgoing.disguise
        )
        quoted = [each for one in findings for angle in one.angles for each in angle.quotations]
        names = [each.case for each in quoted]
        log_export(store, actor, Path(path), names, disguised=outgoing.pseudonyms)
        on_notice(outgoing.notice(asked["case"], [each.text for each in quoted]))
    return findings
