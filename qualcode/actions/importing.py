"""Codings that people made in a spreadsheet before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from qualcode.actions.acting import acting
from qualcode.actions.coding import Passage, put_coding, put_notes
from qualcode.actions.lookup import code_named, source_named
from qualcode.actions.people import put_coder
from qualcode.actions.rows import check_date, read_rows
from qualcode.actions.texts import SourceText, text_of
from qualcode.errors import AlreadyThere, QualcodeError, UsageError
from qualcode.locale import LANGUAGES
from qualcode.model import Coder, Span
from qualcode.store import Action, Store
from qualcode.tables.columns import title

NEEDED = ("source", "code")
READ = (
    "source", "turn", "quotation", "start", "end", "code", "coder", "date", "memo", "condensation",
    "negative",
)  # fmt: skip
"""The columns that are read, as they are named in the codings frame."""

YES = {"1", "y", "yes", "ya", "true", "x"}


@dataclass(frozen=True, slots=True)
class RowFault:
    """A row that was left out, and why."""

    row: int
    error: QualcodeError


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of a table of codings.

    Attributes
    ----------
    added
        Codings made, by coder handle.
    already
        Rows whose coding was there.
    faults
        Rows that were left out; rows count from 1, the header being row 1.
    """

    added: dict[str, int]
    already: int = 0
    faults: tuple[RowFault, ...] = ()


def import_codings(store: Store, actor: Coder, path: str | Path, *, coder: str = "") -> ImportReport:
    """Import codings from a CSV or Excel file, as one event.

    Parameters
    ----------
    store, actor
        Where, and who imports.
    path
        A table with the columns ``source`` and ``code``, and ``quote`` or ``turn``; ``coder``, ``date``,
        ``memo``, ``condensation`` and ``negative`` where known. A table of ours, in either language, will do.
    coder
        Whose codings they are, for rows that do not say; the actor where nobody is named.

    Raises
    ------
    FileProblem, UsageError
        The file cannot be read, or lacks a column.
    """
    path = Path(path)
    rows = [(number, _named(row)) for number, row in read_rows(path)]
    heads = set(rows[0][1]) if rows else set()
    missing = [name for name in NEEDED if rows and name not in heads]
    if rows and not missing and not {"quotation", "turn", "start"} & heads:
        missing = ["quote"]
    if missing:
        raise UsageError(
            "the table has no column {missing}", where=path.name,
            remedy="its first row must name source, turn or quote, and code", missing=", ".join(missing),
        )  # fmt: skip
    with acting(store, actor, "import_codings", summary=path.name) as act:
        return _import(act, actor, rows, path.name, coder)


def _import(
    act: Action, actor: Coder, rows: Sequence[tuple[int, Mapping[str, str]]], file: str, coder: str
) -> ImportReport:
    texts: dict[str, SourceText] = {}
    added: dict[str, int] = {}
    faults: list[RowFault] = []
    already = 0
    for number, row in rows:
        handle = row.get("coder") or coder or actor.handle
        try:
            _import_row(act, handle, row, texts)
            added[handle] = added.get(handle, 0) + 1
        except AlreadyThere:
            already += 1
        except QualcodeError as error:
            error.where = f"{file}, row {number}" + (f": {error.where}" if error.where else "")
            faults.append(RowFault(number, error))
    return ImportReport(added, already, tuple(faults))


def _import_row(act: Action, handle: str, row: Mapping[str, str], texts: dict[str, SourceText]) -> None:
    name = row["source"]
    if name not in texts:
        texts[name] = text_of(act, source_named(act, name))
    code = code_named(act.codebook(), row["code"])
    span = _place(texts[name], row)
    at = row.get("date", "")
    if at:
        check_date(at)
    coder = put_coder(act, handle)
    coding = put_coding(
        act, coder, texts[name], span, code,
        at=at,
        negative=row.get("negative", "").strip().casefold() in YES,
        shown=False,  # whoever coded elsewhere had no suggestions before them
    )  # fmt: skip
    put_notes(act, coder, coding, memo=row.get("memo", ""), condensation=row.get("condensation", ""))


@cache
def _columns() -> dict[str, str]:
    """Return our name of each column by the names that people, and our own tables, give it."""
    titles = {title(name, language).casefold(): name for name in READ for language in LANGUAGES}
    return {**titles, "quote": "quotation", **{name: name for name in READ}}


def _named(row: Mapping[str, str]) -> dict[str, str]:
    return {_columns()[head]: text for head, text in row.items() if head in _columns()}


def _place(source_text: SourceText, row: Mapping[str, str]) -> Span:
    """Return where a row's words stand: at its offsets if they are there, else in its turn or anywhere."""
    quote = row.get("quotation", "")
    start, end = _offset(row.get("start", "")), _offset(row.get("end", ""))
    if start is not None and end is not None and quote and source_text.text[start:end] == quote:
        return Span(start, end)
    turn = _turn(row.get("turn", ""))
    return Passage(source=source_text.source.name, quote=quote, turn=turn).find(source_text)


def _offset(text: str) -> int | None:
    return int(text) if text.strip().isdecimal() else None


def _turn(text: str) -> int | None:
    if not text.strip():
        return None
    try:
        return int(float(text))
    except ValueError as error:
        raise UsageError("{turn!r} is not the number of a turn", turn=text) from error
