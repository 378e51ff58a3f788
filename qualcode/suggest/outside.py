"""Texts with their codes in a table that another program made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from qualcode.errors import FileProblem, UsageError
from qualcode.suggest.arrays import NO, YES, Labels

ABSENT = frozenset({"", "0", "0.0", "no", "false", "n", "f", "tidak", "-"})
PRESENT = frozenset({"1", "1.0", "yes", "true", "y", "t", "x", "ya", "v"})

Row = tuple[int, Mapping[str, str]]
"""The number of a row in its table, and its cells by the name of their column, in small letters."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where in a table what stands.

    Attributes
    ----------
    text
        The column of the text.
    labels
        One column per code.
    group
        The column that names the source of each text; each stands alone where there is none.
    absent
        Values that mean that a code is not there; every other one then means that it is. Where none is given,
        cells must be a plain yes or no.
    """

    text: str
    labels: Sequence[str]
    group: str = ""
    absent: Sequence[str] = ()

    def read(self, rows: Sequence[Row], *, where: str) -> tuple[list[str], list[str], Labels]:
        """Return texts, sources and what is known of them.

        Raises
        ------
        UsageError
            A column is not there.
        FileProblem
            A cell is neither yes nor no.
        """
        if not rows:
            raise FileProblem("has no rows", where=where)
        self._refuse_missing(rows[0][1], where)
        texts = [cells[self.text.casefold()] for _, cells in rows]
        groups = [
            cells[self.group.casefold()] if self.group else f"{where}:{number}" for number, cells in rows
        ]
        labels = [
            [self._label(cells[name.casefold()], f"{where}, row {number}, {name}") for name in self.labels]
            for number, cells in rows
        ]
        return texts, groups, np.array(labels, dtype=np.int8)

    def _refuse_missing(self, cells: Mapping[str, str], where: str) -> None:
        for name in (self.text, *self.labels, *filter(None, [self.group])):
            if name.casefold() not in cells:
                raise UsageError(
                    "has no column {name!r}", where=where, remedy="its columns are {columns}",
                    name=name, columns=", ".join(filter(None, cells)),
                )  # fmt: skip

    def _label(self, cell: str, where: str) -> int:
        value = cell.strip().casefold()
        if self.absent:
            return NO if value in {each.casefold() for each in self.absent} else YES
        if value in ABSENT or value in PRESENT:
            return YES if value in PRESENT else NO
        raise FileProblem(
            "{value!r} is neither yes nor no", where=where,
            remedy="write 1 or 0, or say with --absent which values mean no", value=cell,
        )  # fmt: skip
