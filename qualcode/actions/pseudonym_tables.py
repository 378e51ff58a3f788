"""Pseudonyms from a spreadsheet, and into one: the key to the informants."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.actions.acting import acting
from qualcode.actions.disguising import check_tells_nothing, put_pseudonym
from qualcode.actions.exporting import log_export
from qualcode.actions.importing import RowFault
from qualcode.actions.rows import read_rows
from qualcode.errors import QualcodeError, UsageError
from qualcode.exports import check_suffix, write_table
from qualcode.model import Case, Coder, NameKind, Pseudonym
from qualcode.store import Action, Store

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = {
    "name": ("name", "nama", "real name", "nama asli"),
    "pseudonym": ("pseudonym", "samaran", "nama samaran"),
    "kind": ("kind", "jenis"),
    "case": ("case", "kasus", "informan", "informant"),
}
"""Names that the columns may have."""


@dataclass(frozen=True, slots=True)
class PseudonymsReport:
    """What became of a table: the names that are in now, and the rows that were left out."""

    named: tuple[str, ...]
    faults: tuple[RowFault, ...]


def import_pseudonyms(store: Store, actor: Coder, path: str | Path) -> PseudonymsReport:
    """Take pseudonyms from a .csv or .xlsx, as one event; a row that cannot be taken is left out and named.

    Raises
    ------
    FileProblem, UsageError
        It cannot be read; it has no columns for names and pseudonyms.
    """
    path = Path(path)
    rows = read_rows(path)
    for needed in ("name", "pseudonym"):
        if rows and not any(name in rows[0][1] for name in COLUMNS[needed]):
            raise UsageError(
                "has no column {column}", where=path.name, remedy="the columns are {known}",
                column=needed, known=", ".join(COLUMNS),
            )  # fmt: skip
    named, faults = [], []
    with acting(store, actor, "import_pseudonyms", summary=path.name) as act:
        for number, row in rows:
            try:
                named.append(_take(act, row))
            except QualcodeError as error:
                error.where = f"{path.name}, row {number}" + (f": {error.where}" if error.where else "")
                faults.append(RowFault(number, error))
    return PseudonymsReport(tuple(named), tuple(faults))


def _take(act: Action, row: dict[str, str]) -> str:
    name, pseudonym, kind, case = (_cell(row, column) for column in COLUMNS)
    if not name:
        raise UsageError("there is no name")
    if kind and kind not in list(NameKind):
        raise UsageError("{kind!r} is no kind of name", remedy="the kinds are {kinds}", kind=kind,
                         kinds=", ".join(NameKind))  # fmt: skip
    if pseudonym:
        check_tells_nothing(act, name, pseudonym)
    return put_pseudonym(act, name, pseudonym, kind=NameKind(kind) if kind else None, case=case).record.name


def _cell(row: dict[str, str], column: str) -> str:
    return next((row[name].strip() for name in COLUMNS[column] if row.get(name)), "")


def export_pseudonyms(store: Store, actor: Coder, path: str | Path) -> "pd.DataFrame":
    """Write names and pseudonyms to a .csv, which is the key to the informants; exports are logged."""
    import pandas as pd

    check_suffix(Path(path), (".csv",))
    with store.view(actor) as view:
        cases = {case.id: case for case in view.all(Case)}
        records = view.all(Pseudonym)
    rows = [
        (
            each.name,
            each.replacement,
            each.kind.value,
            cases[each.case_id].name if each.case_id in cases else "",
        )
        for each in records
    ]
    frame = pd.DataFrame(rows, columns=list(COLUMNS), dtype="str")
    write_table(frame, Path(path))
    log_export(store, actor, Path(path), [case.shown for case in cases.values()])
    return frame
