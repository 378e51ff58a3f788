"""Translations in tables: what is missing goes out to a translator, what was filled in comes back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.actions.acting import acting
from qualcode.actions.coding import Passage
from qualcode.actions.exporting import NothingToShow, log_export, prepared
from qualcode.actions.filters import Filters
from qualcode.actions.importing import RowFault
from qualcode.actions.rows import read_rows
from qualcode.actions.summarising import summaries_of
from qualcode.actions.tabling import chosen_codings
from qualcode.actions.texts import SourceText, text_of
from qualcode.actions.translating import Into, find, put_translation, settled
from qualcode.actions.translations import Translations
from qualcode.errors import QualcodeError, UsageError
from qualcode.exports import write_table
from qualcode.locale import LANGUAGES
from qualcode.model import Coder, Coding, Source, Span
from qualcode.store import Action, Store, View
from qualcode.tables.columns import title
from qualcode.tables.translated import lacking

if TYPE_CHECKING:
    import pandas as pd

READ = ("reference", "source", "turn", "quotation", "code", "translation", "translator", "language")
"""The columns that are read, as they are named in the codings frame."""

QUOTED = 5
"""Quotations that a summary has unless another number is asked for."""

TO_FILL = ("reference", "source", "case", "turn", "question", "quotation", "translation", "translator")
"""The columns of a table that goes to a translator."""


@dataclass(frozen=True, slots=True)
class TranslationReport:
    """What became of a table of translations.

    Attributes
    ----------
    added
        Passages that have a translation, or another one, since.
    already
        Rows whose translation was there.
    empty
        Rows without a translation.
    faults
        Rows that were left out; rows count from 1, the header being row 1.
    """

    added: int = 0
    already: int = 0
    empty: int = 0
    faults: tuple[RowFault, ...] = ()


def import_translations(
    store: Store, actor: Coder, path: str | Path, *, into: Into | None = None
) -> TranslationReport:
    """Import translations from a CSV or Excel file, as one event.

    Parameters
    ----------
    store, actor
        Where, and who imports.
    path
        A table with the column ``translation``, and ``reference`` or ``source`` with ``quote`` or ``turn``;
        ``translator`` and ``language`` where known. A table of ours that was filled in will do.
    into
        Language and translator, for rows that do not say.

    Raises
    ------
    FileProblem, UsageError
        The file cannot be read, or lacks a column.
    """
    path = Path(path)
    rows = _rows(path)
    added = already = empty = 0
    faults: list[RowFault] = []
    with acting(store, actor, "import_translations", summary=path.name) as act:
        there = Translations(act)
        for number, row in rows:
            if not row["translation"].strip():
                empty += 1
                continue
            try:
                changed = _import_row(act, actor, row, into or Into(), there)
                added, already = added + changed, already + (not changed)
            except QualcodeError as error:
                error.where = f"{path.name}, row {number}" + (f": {error.where}" if error.where else "")
                faults.append(RowFault(number, error))
    return TranslationReport(added, already, empty, tuple(faults))


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """Read the rows of a table by our names of its columns, whichever language they are named in."""
    columns = {title(name, language).casefold(): name for name in READ for language in LANGUAGES}
    columns |= {"quote": "quotation", **{name: name for name in READ}}
    rows = [
        (number, {columns[head]: text for head, text in row.items() if head in columns})
        for number, row in read_rows(path)
    ]
    heads = set(rows[0][1]) if rows else {"translation", "reference"}
    if "translation" not in heads or not {"reference", "source"} & heads:
        raise UsageError(
            "the table names no passages with their translation", where=path.name,
            remedy="its first row must name reference (or source and quote), and translation",
        )  # fmt: skip
    return rows


def _import_row(act: Action, actor: Coder, row: Mapping[str, str], into: Into, there: Translations) -> bool:
    """Import a row, and say whether anything changed; what is shown already is not stored once more."""
    source_text, span = _find(act, row)
    source = source_text.source
    said = row.get("language", "").strip().casefold()
    given = Into(
        language=said if said != source.language else into.language,  # our own tables name the original's
        translator=row.get("translator", "") or into.translator,
    )
    whose = settled(given, source, actor)
    text = row["translation"].strip()
    shown = there.of(source, span, whose.language)
    if shown and shown.text == text and row.get("translator", "") in ("", shown.translator):
        return False
    return put_translation(act, source_text, span, text, whose)[1]


def _find(view: View, row: Mapping[str, str]) -> tuple[SourceText, Span]:
    """Return the passage of a row: that of its reference code and words, else its words in its source."""
    reference, quote, turn, code = (
        row.get(name, "").strip() for name in ("reference", "quotation", "turn", "code")
    )
    for coding in view.all(Coding, reference=reference) if reference and quote else ():
        source = view.get(Source, coding.source_id)
        if coding.quote == quote and coding.span and source:
            return text_of(view, source), coding.span
    if not row.get("source"):
        return find(view, f"{reference} {code}".strip())
    number = int(float(turn)) if re.fullmatch(r"\d+(\.0)?", turn) else None
    return find(view, "", Passage(source=row["source"], quote=quote, turn=number))


def missing(
    store: Store,
    actor: Coder,
    path: str | Path | None = None,
    *,
    into: str = "",
    filters: Filters | None = None,
    quoted: bool = False,
    language: str = "id",
) -> "pd.DataFrame":
    """Return the coded passages without a translation, one row each, and write them for a translator to fill.

    Parameters
    ----------
    store, actor
        Where, and who looks.
    path
        The table: .csv or .xlsx, to be brought back with `import_translations`.
    into
        The language wanted; the study's other one by default.
    filters
        Which codings are meant.
    quoted
        Only what summaries quote of them.
    language
        Of the titles in the file.

    Raises
    ------
    NothingToShow
        Nothing is missing, so nothing was written.
    """
    with store.view(actor) as view:
        wanted = filters or Filters()
        frame = chosen_codings(view, wanted, language, into)
        if quoted:
            found = summaries_of(view, frame, wanted, theme="", by=None, language=language, most=QUOTED)
            shown = {each.coding_id for one in found for each in (*one.quotations, *one.negative)}
            frame = frame[frame["coding_id"].isin(shown)]
        frame = lacking(frame, into)
        frame = prepared(view, pseudonyms=False).quoted(frame) if path else frame
    if path:
        if frame.empty:
            raise NothingToShow("every passage has its translation, so nothing was written")
        write_table(frame, Path(path), language=language, columns=TO_FILL)
        log_export(store, actor, Path(path), frame["case"])
    return frame
