"""Numbers of tables and pictures, and what is shown where the text names one."""

from dataclasses import dataclass

from qualcode.exports.blocks import Grid, Heading, Picture, Ref, Report
from qualcode.locale import translator
from qualcode.settings import Dress


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a table or picture: its place among all, its label, what stands around the figure.

    `anew` says that the count of its label begins again here, as it does in each part of an appendix.

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
    anew: bool = False

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
    """Count the tables and the pictures of a report, each kind by its pattern.

    A pattern with ``{part}`` counts within each part of an appendix; where there are no parts, the chapter
    stands for it, or 1.
    """
    tr = translator(report.language)
    default = "{chapter}.{number}" if dress.chapter else "{number}"
    patterns = {
        Grid: dress.table or f"{tr('Table')} {default}",
        Picture: dress.figure or f"{tr('Figure')} {default}",
    }
    part = dress.chapter or "1"
    last: dict[tuple[str, str], int] = {}
    found: list[Number] = []
    keys: dict[str, Number] = {}
    for block in report.blocks:
        if isinstance(block, Heading) and block.part:
            part = str(block.part)
        elif isinstance(block, Grid | Picture) and block.caption:
            number = _number(len(found), patterns[type(block)], dress.chapter, part, last)
            found.append(number)
            keys |= {block.key: number} if block.key else {}
    return Numbers(tuple(found), keys)


def _number(place: int, pattern: str, chapter: str, part: str, last: dict[tuple[str, str], int]) -> Number:
    label = (pattern.partition("{")[0].split() or [pattern])[0]
    counted = (label, part if "{part}" in pattern else "")
    anew = counted not in last and any(other == label for other, _ in last)
    last[counted] = last.get(counted, 0) + 1
    written = pattern.replace("{chapter}", chapter).replace("{part}", part)
    before, _, after = written.partition("{number}")
    return Number(place, label, before, last[counted], after, anew)
