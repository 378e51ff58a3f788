"""The codebook put together from its rows, as it is or as it once was."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection

from qualcode.errors import RecordNotFound
from qualcode.model import Code, Codebook, Framework, Guid, Record
from qualcode.store.history import read_written
from qualcode.store.queries import read_records
from qualcode.store.rows import record_from_form

KINDS = ("codebook", "framework", "code")


def assemble(connection: Connection, at_version: int | None = None) -> Codebook | None:
    """Return the codebook, or what it was in a version; None where there is none yet.

    Raises
    ------
    RecordNotFound
        There never was such a version.
    """
    current = [record for kind in KINDS for record in read_records(connection, kind)]
    codebook = put_together(current)
    if at_version is None or (codebook and codebook.version == at_version):
        return codebook
    return put_together(_records_at(connection, at_version))


def put_together(records: Iterable[Record]) -> Codebook | None:
    """Join a codebook's row, frameworks and codes; codes depth first, in the order of their places."""
    codebook: Codebook | None = None
    frameworks: list[Framework] = []
    below: dict[tuple[Guid, Guid | None], list[Code]] = defaultdict(list)
    for record in records:
        if isinstance(record, Codebook):
            codebook = record
        elif isinstance(record, Framework):
            frameworks.append(record)
        elif isinstance(record, Code):
            below[record.framework_id, record.parent_id].append(record)
    if codebook is None:
        return None
    frameworks.sort(key=lambda each: (each.position, each.key))
    codes: list[Code] = []

    def walk(framework_id: Guid, parent_id: Guid | None) -> None:
        for code in sorted(below[framework_id, parent_id], key=lambda each: (each.position, each.key)):
            codes.append(code)
            walk(framework_id, code.id)

    for framework in frameworks:
        walk(framework.id, None)
    return replace(codebook, frameworks=tuple(frameworks), codes=tuple(codes))


def _records_at(connection: Connection, version: int) -> list[Record]:
    """Return the codebook's records as they were after the last event of that version."""
    state: dict[tuple[str, Guid], Record] = {}
    reached: list[Record] = []
    seq = 0
    for change in read_written(connection, kinds=KINDS):
        if change.seq != seq:
            reached = _if_version(state, version) or reached
            seq = change.seq
        if change.after is None:
            state.pop(change.key, None)
        else:
            state[change.key] = record_from_form(change.kind, change.after, seq=change.seq)
    reached = _if_version(state, version) or reached
    if not reached:
        raise RecordNotFound("there never was a version {version} of the codebook", version=version)
    return reached


def _if_version(state: dict[tuple[str, Guid], Record], version: int) -> list[Record]:
    codebook = next((each for each in state.values() if isinstance(each, Codebook)), None)
    return list(state.values()) if codebook is not None and codebook.version == version else []
