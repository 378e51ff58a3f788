"""Numbers of tables and pictures, and what is shown where the text names one."""

from dataclasses import dataclass

from qualcode.exports.blocks import Grid, Picture, Ref, Report
from qualcode.locale import translator
from qualcode.settings import Dress


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a table or picture: its place among all, its label, what stands around the figure.

    Examples
    --------
    >>> numbered = Number(0, "Tabel", "Tabel 4.", 2, "")
    >>> numbered.shown
    'Tabel 4.2'
    """

    place: int
    label: str
    before: str
    figure: int
    after: str

    @property
    def shown(self) -> str:
        """As the reader sees it."""
        return f"{self.before}{self.figure}{self.after}"


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a report: by place among what is numbered, and by key."""

    in_order: tuple[Number, ...]
    by_key: dict[str, Number]

    def shown(self, ref: Ref) -> str:
        """Return what is shown for a reference, also where the report lacks what it names."""
        number = self.by_key.get(ref.key)
        return number.shown if number else ref.missing


def line_below(block: Grid | Picture, dress: Dress) -> str:
    """Return the source below what bears a number: its own, else the one the study has for all."""
    source = dress.source if block.source is None else block.source
    return source if block.caption else ""


def numbers_of(report: Report, dress: Dress) -> Numbers:
    """Count the tables and the pictures of a report, each kind by its pattern."""
    tr = translator(report.language)
    default = "{chapter}.{number}" if dress.chapter else "{number}"
    patterns = {
        Grid: dress.table or f"{tr('Table')} {default}",
        Picture: dress.figure or f"{tr('Figure')} {default}",
    }
    last: dict[str, int] = {}
    found, keys = [], {}
    for place, block in enumerate(report.numbered):
        number = _number(place, patterns[type(block)], dress.chapter, last)
        found.append(number)
        if block.key:
            keys[block.key] = number
    return Numbers(tuple(found), keys)


def _number(place: int, pattern: str, chapter: str, last: dict[str, int]) -> Number:
    label = (pattern.partition("{")[0].split() or [pattern])[0]
    last[label] = last.get(label, 0) + 1
    before, _, after = pattern.replace("{chapter}", chapter).partition("{number}")
    return Number(place, label, before, last[label], after)
