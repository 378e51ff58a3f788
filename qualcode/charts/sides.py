"""The sides of a picture that has names along them: in lines, set in, and never cut."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from qualcode.charts.look import FAINT
from qualcode.charts.words import WRAP, breadth, wrapped

GAP = 6
"""Between a label and what it names, as in all that follows in units of 1/96 inch."""

LINE = 14
"""Height of a line of a label."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a picture: keys in order, the lines of each key's label, the room of each.

    Vega writes keys into expressions as they are, so they are codes' keys or numbers, never names.
    """

    keys: Sequence[str]
    labels: Mapping[str, list[str]]
    step: float

    @property
    def length(self) -> float:
        """The room of all."""
        return self.step * len(self.keys)

    @property
    def longest(self) -> float:
        """How broad the broadest label is."""
        return max((breadth(line) for key in self.keys for line in self.labels[key]), default=0.0)

    @property
    def stands(self) -> bool:
        """Its labels are broader than their room, so that above columns they have to stand."""
        return self.longest >= self.step - 2

    @property
    def scale(self) -> alt.Scale:
        """The scale that gives each key its band."""
        return alt.Scale(domain=[*self.keys], paddingInner=0, paddingOuter=0)

    def by_lines(self, step: float, *, first: float = 0) -> Any:
        """Return a measure of labels that changes by `step` with each line after the first.

        Vega places the first line of a label; the others follow below it.
        """
        conditions = []
        for lines in sorted({len(self.labels[key]) for key in self.keys} - {1}):
            keys = [key for key in self.keys if len(self.labels[key]) == lines]
            test = f"indexof({json.dumps(keys)}, datum.value) >= 0"
            conditions.append({"test": test, "value": first + step * (lines - 1)})
        return {"condition": conditions, "value": first} if conditions else first

    def names(self, extra: Mapping[str, str] | None = None) -> str:
        """Return the Vega expression of the labels, each with the `extra` line its key has."""
        lines = {key: [*self.labels[key], *((extra or {}).get(key, "").splitlines())] for key in self.keys}
        return f"{json.dumps(lines)}[datum.value]"


def down(labels: Mapping[str, list[str]], *, least: float = 20) -> Side:
    """Return the side of rows with these labels."""
    lines = max((len(label) for label in labels.values()), default=1)
    return Side([*labels], labels, step=max(least, LINE * lines))


def across(names: Mapping[str, str], *, room: float = 620, least: float = 22, most: float = 84) -> Side:
    """Return the side of columns with these names, lying in lines where they fit, else standing.

    Parameters
    ----------
    names
        By key.
    room
        For all columns.
    least, most
        Bounds of one; so many columns that they need more take it.
    """
    step = min(most, max(least, room / max(len(names), 1)))
    lying = Side([*names], {key: wrapped(name, int(step / 6)) for key, name in names.items()}, step)
    if not lying.stands:
        return lying
    standing = {key: wrapped(name, WRAP) for key, name in names.items()}
    lines = max(len(label) for label in standing.values())
    return Side([*names], standing, step=max(min(step, 44), LINE * lines))


def row_axis(rows: Side, *, margin: float = 0, grid: bool = False, domain: bool = False) -> alt.Axis:
    """Set labels flush left, so that those set in are seen to be; `margin` is the least room for them."""
    return alt.Axis(
        labelExpr=rows.names(), labelAlign="left", labelPadding=max(rows.longest, margin) + GAP,
        labelOffset=rows.by_lines(-LINE / 2), labelLineHeight=LINE, bandPosition=0.5,
        grid=grid, domain=domain, domainColor=FAINT, ticks=False, zindex=0,
    )  # fmt: skip


def column_axis(columns: Side, *, grid: bool = False) -> alt.Axis:
    """Set labels above their columns: lying where they fit, else standing."""
    plain: dict[str, Any] = {
        "labelExpr": columns.names(), "labelLineHeight": LINE, "labelOverlap": False, "orient": "top",
        "ticks": False, "domain": False, "grid": grid, "bandPosition": 0.5,
        "zindex": 0,  # Vega-Lite would draw the lines over the cells
    }  # fmt: skip
    if columns.stands:
        return alt.Axis(
            labelAngle=-90, labelAlign="left", labelBaseline="middle", labelPadding=GAP,
            labelOffset=columns.by_lines(-LINE / 2), **plain,
        )  # fmt: skip
    padding = columns.by_lines(LINE, first=GAP)
    return alt.Axis(labelAngle=0, labelBaseline="bottom", labelPadding=padding, **plain)


def heading(title: str) -> alt.Title:
    """Return the title of one of several parts that stand below one another."""
    return alt.Title(title, anchor="start", frame="bounds", fontSize=12, offset=4)
