"""Codings asked for by a query, with what stands around them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.actions.exporting import OnNotice, unheard
from qualcode.actions.filters import Filters
from qualcode.actions.frames import codings_frame
from qualcode.actions.tabling import table
from qualcode.actions.vocabulary import vocabulary_of
from qualcode.model import Coder
from qualcode.query import counted
from qualcode.settings import Dress
from qualcode.store import Store, View
from qualcode.tables.translated import Words

if TYPE_CHECKING:
    import pandas as pd


def query(
    store: Store,
    actor: Coder,
    text: str,
    path: str | Path | None = None,
    *,
    filters: Filters | None = None,
    language: str = "id",
    columns: Sequence[str] | None = None,
    words: Words = "original",
    into: str = "",
    dress: Dress | None = None,
    pseudonyms: bool | None = None,
    on_notice: OnNotice = unheard,
) -> "pd.DataFrame":
    """Return the codings that a query asks for, with what stands around them, and write them to a file.

    Parameters
    ----------
    store, actor
        Where, and who asks.
    text
        Such as ``"stage:awareness AND strategy:* WHERE kind = interview"``, a code with those below it and
        what else its codings must be; ``help(qualcode.query.parse)`` and ``qualcode/docs/queries.md`` tell
        the language.
    path, language, columns, words, into, dress, pseudonyms, on_notice
        As for `Project.table`.
    filters
        What else is wanted.

    Returns
    -------
    pandas.DataFrame
        The columns of `Project.codings`, then ``before`` and ``after``, words on either side, and
        ``neighbours``, the other codes of the passage; ``code`` and ``framework`` are categories.

    Raises
    ------
    QueryProblem
        The query cannot be understood, or names what is not in the study: it says where.
    NothingToShow
        A file is named, and no coding fits.

    Examples
    --------
    Which strategies stand beside awareness, counted as pandas counts::

        found = project.query("awareness AND strategy:*")
        found.groupby("neighbours")["case"].nunique()
    """
    wanted = replace(filters or Filters(), where=text)
    return table(
        store, actor, path, filters=wanted, language=language, columns=columns, words=words, into=into,
        context=True, dress=dress, pseudonyms=pseudonyms, on_notice=on_notice,
    )  # fmt: skip


def query_parts(view: View, text: str) -> list[tuple[str, int]]:
    """Return each code and condition of a query with how many codings it has alone: why there are none."""
    return list(counted(text, codings_frame(view), vocabulary_of(view)))
