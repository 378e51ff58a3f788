"""A codebook file as plain data, whatever its format, with the line on which each thing stands."""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from qualcode.codebook_files.faults import Fault

Path: TypeAlias = tuple[str | int, ...]
"""The keys and indexes that lead to a thing in the data."""


@dataclass(slots=True)
class Outline:
    """What a file says, before it is judged.

    Attributes
    ----------
    data
        Mappings, lists and strings, in the shape of the YAML form; None where nothing could be read.
    lines
        By path, from 1.
    faults
        Those found while reading.
    """

    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def line(self, path: Path) -> int | None:
        """Return the line of a thing, or of what it stands in."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)
