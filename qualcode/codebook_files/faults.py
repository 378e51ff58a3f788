"""What is wrong, or doubtful, in a codebook file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum


class Severity(StrEnum):
    """Whether the file can be used all the same."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a codebook file.

    Attributes
    ----------
    line
        From 1; the row in a table, None where the fault is the file's as a whole.
    what, remedy
        Plain English with ``{name}`` fields, to be translated before they are filled from `values`.
    severity
        A warning leaves the file usable.
    values
        The values of the fields.

    Examples
    --------
    >>> print(Fault(3, "{id!r} is used twice", "give each code its own id", values={"id": "modal"}))
    line 3: 'modal' is used twice (give each code its own id)
    """

    line: int | None
    what: str
    remedy: str = ""
    severity: Severity = Severity.ERROR
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_error(self) -> bool:
        """The file cannot be used before this is mended."""
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        place = f"line {self.line}: " if self.line else ""
        remedy = f" ({self.remedy.format(**self.values)})" if self.remedy else ""
        return f"{place}{self.what.format(**self.values)}{remedy}"


def fault(line: int | None, what: str, remedy: str = "", **values: object) -> Fault:
    """Make a fault that has to be mended."""
    return Fault(line, what, remedy, values=values)


def warning(line: int | None, what: str, remedy: str = "", **values: object) -> Fault:
    """Make a fault that leaves the file usable."""
    return Fault(line, what, remedy, Severity.WARNING, values)


class Listing(tuple[Fault, ...]):
    """Faults as one value of a message: each on a line of its own."""

    __slots__ = ()

    def __str__(self) -> str:
        return "".join(f"\n  {each}" for each in self)


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Sort faults by line, those of the whole file first, each once."""
    unique = {(each.line or 0, str(each)): each for each in faults}
    return [unique[key] for key in sorted(unique)]


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that was probably meant, or an empty string."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), "")
