"""Attributes of cases from a spreadsheet: one row per informant, matched by case, source or speaker."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from qualcode.actions.acting import acting
from qualcode.actions.casting import put_case
from qualcode.actions.importing import RowFault
from qualcode.actions.lookup import case_named, source_named
from qualcode.actions.rows import read_rows
from qualcode.errors import QualcodeError, RecordNotFound, UsageError
from qualcode.model import Case, Coder, Speaker
from qualcode.store import Action, Store

COLUMNS = {
    "case": ("case", "kasus", "informan", "informant", "nama", "name"),
    "source": ("source", "sumber", "file", "berkas", "interview", "wawancara"),
    "speaker": ("speaker", "penutur", "label"),
    "pseudonym": ("pseudonym", "samaran", "nama samaran"),
}
"""Names of the columns that say whom a row is about, and of the pseudonym; all others are attributes."""


@dataclass(frozen=True, slots=True)
class CasesReport:
    """What became of a table of cases.

    Attributes
    ----------
    changed, made
        Names of cases that were there and got attributes, and of those made.
    faults
        Rows that were left out; rows count from 1, the header being row 1.
    """

    changed: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    faults: tuple[RowFault, ...] = ()


def import_cases(store: Store, actor: Coder, path: str | Path) -> CasesReport:
    """Set attributes of cases from a CSV or Excel file, as one event.

    Parameters
    ----------
    store, actor
        Where, and who imports.
    path
        A table with a column ``case``, or ``source`` (with ``speaker`` where several informants speak in it);
        every other column is an attribute. Indonesian names of these columns will do.

    Raises
    ------
    FileProblem, UsageError
        The file cannot be read, or no column says whom a row is about.
    """
    path = Path(path)
    rows = read_rows(path)
    heads = _heads(rows[0][1]) if rows else {}
    if rows and not {"case", "source"} & set(heads):
        raise UsageError(
            "no column says whom a row is about", where=path.name, remedy="name one case, or source"
        )
    changed: list[str] = []
    made: list[str] = []
    faults: list[RowFault] = []
    with acting(store, actor, "import_cases", summary=path.name) as act:
        for number, row in rows:
            try:
                case, is_new = _case(act, row, heads)
                _set(act, case, row, heads)
                (made if is_new else changed).append(case.name)
            except QualcodeError as error:
                error.where = f"{path.name}, row {number}" + (f": {error.where}" if error.where else "")
                faults.append(RowFault(number, error))
    return CasesReport(tuple(changed), tuple(made), tuple(faults))


def _heads(row: Mapping[str, str]) -> dict[str, str]:
    """Return the column for each kind of head, first come first served."""
    found: dict[str, str] = {}
    for column in row:
        for kind, names in COLUMNS.items():
            if column in names and kind not in found:
                found[kind] = column
                break
    return found


def _case(act: Action, row: Mapping[str, str], heads: Mapping[str, str]) -> tuple[Case, bool]:
    name = row.get(heads.get("case", ""), "")
    if "source" in heads and row[heads["source"]]:
        return _of_source(act, row, heads), False
    if not name:
        raise UsageError("the row says nobody's name")
    try:
        return case_named(act, name), False
    except RecordNotFound:
        return put_case(act, name), True


def _of_source(act: Action, row: Mapping[str, str], heads: Mapping[str, str]) -> Case:
    source = source_named(act, row[heads["source"]])
    label = row.get(heads.get("speaker", ""), "")
    speakers = [each for each in act.all(Speaker, source_id=source.id) if each.case_id]
    chosen = [each for each in speakers if label in (each.label, each.name, "")]
    case = act.get(Case, chosen[0].case_id or "") if len(chosen) == 1 else None
    if case is None:
        raise UsageError(
            "the row may be about several speakers, or none", where=source.name,
            remedy="name one in a column speaker: {labels}",
            labels=", ".join(each.label for each in speakers) or "–",
        )  # fmt: skip
    return case


def _set(act: Action, case: Case, row: Mapping[str, str], heads: Mapping[str, str]) -> None:
    named = set(heads.values())
    given = {column: text for column, text in row.items() if column and column not in named and text}
    pseudonym = row.get(heads.get("pseudonym", ""), "") or case.pseudonym
    act.put(replace(case, attributes={**case.attributes, **given}, pseudonym=pseudonym))
