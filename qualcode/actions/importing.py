"""Codings that people made in a spreadsheet before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qualcode.actions.acting import acting
from qualcode.actions.coding import Passage, put_coding, put_notes
from qualcode.actions.lookup import code_named, source_named
from qualcode.actions.people import put_coder
from qualcode.actions.rows import check_date, read_rows
from qualcode.actions.texts import SourceText, text_of
from qualcode.errors import AlreadyThere, QualcodeError, UsageError
from qualcode.model import Coder
from qualcode.store import Action, Store

NEEDED = ("source", "code")
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
        ``memo``, ``condensation`` and ``negative`` where known.
    coder
        Whose codings they are, for rows that do not say; the actor where nobody is named.

    Raises
    ------
    FileProblem, UsageError
        The file cannot be read, or lacks a column.
    """
    path = Path(path)
    rows = read_rows(path)
    missing = [name for name in NEEDED if rows and name not in rows[0][1]]
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
    span = Passage(source=name, quote=row.get("quote", ""), turn=_turn(row.get("turn", ""))).find(texts[name])
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


def _turn(text: str) -> int | None:
    if not text.strip():
        return None
    try:
        return int(float(text))
    except ValueError as error:
        raise UsageError("{turn!r} is not the number of a turn", turn=text) from error
