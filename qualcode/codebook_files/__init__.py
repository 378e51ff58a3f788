"""Codebook files: YAML, CSV, XLSX, DOCX; check, diff, three-way merge, and edits."""

from pathlib import Path

from qualcode.codebook_files.diff import Difference, DifferenceKind, diff
from qualcode.codebook_files.faults import Fault, Listing, Severity, fault, in_order
from qualcode.codebook_files.merge import Merge, merge
from qualcode.codebook_files.outline import Outline
from qualcode.codebook_files.three_way import Conflict
from qualcode.codebook_files.tree import tree
from qualcode.codebook_files.writer import to_yaml, write
from qualcode.errors import CodebookProblem, FileProblem
from qualcode.model import Codebook

__all__ = [
    "SUFFIXES",
    "Conflict",
    "Difference",
    "DifferenceKind",
    "Fault",
    "Merge",
    "Severity",
    "check",
    "diff",
    "merge",
    "read",
    "to_yaml",
    "tree",
    "write",
]

SUFFIXES = (".yaml", ".yml", ".csv", ".xlsx", ".docx")
"""Suffixes of codebook files."""


def check(path: Path) -> list[Fault]:
    """Find everything that is wrong or doubtful in a codebook file, in order of its lines.

    Raises
    ------
    FileProblem
        The file is not there, is of no known kind, or damaged as a whole.
    """
    return _judge(_outline(path))


def read(path: Path) -> Codebook:
    """Read a codebook file. Its GUIDs are those it gives, else derived from its ids.

    Raises
    ------
    CodebookProblem
        It has faults; the message lists every one.
    FileProblem
        As for `check`.
    """
    from qualcode.codebook_files.builder import build

    outline = _outline(path)
    faults = [each for each in _judge(outline) if each.is_error]
    if faults:
        raise CodebookProblem(
            "{count} faults:{listing}", where=path.name, count=len(faults), listing=Listing(faults)
        )
    return build(outline.data)


def _judge(outline: Outline) -> list[Fault]:
    from qualcode.codebook_files.meaning import meaning_faults
    from qualcode.codebook_files.structure import structural_faults

    found = list(outline.faults)
    if outline.data is None:
        found = found or [fault(None, "the file is empty", "begin it with codebook: and codes:")]
    else:
        found += [*structural_faults(outline), *meaning_faults(outline)]
    return in_order(found)


def _outline(path: Path) -> Outline:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        remedy = "give it as one of {known}"
        raise FileProblem(
            "this is no codebook file", where=path.name, remedy=remedy, known=", ".join(SUFFIXES)
        )
    try:
        return _read_yaml(path) if suffix in (".yaml", ".yml") else _read_table(path, suffix)
    except OSError as error:
        raise FileProblem(
            "the file cannot be read: {problem}", where=path.name, problem=error.strerror
        ) from error


def _read_yaml(path: Path) -> Outline:
    from qualcode.codebook_files.yaml_reader import read_yaml

    return read_yaml(path.read_bytes())


def _read_table(path: Path, suffix: str) -> Outline:
    from qualcode.codebook_files import cells
    from qualcode.codebook_files.tables import read_rows

    faults: list[Fault] = []
    rows = {".csv": cells.csv_rows, ".xlsx": cells.xlsx_rows, ".docx": cells.docx_rows}[suffix](path, faults)
    if faults:
        return Outline(faults=faults)
    return read_rows(rows, codebook=path.stem)
