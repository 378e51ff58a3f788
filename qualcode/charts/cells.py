"""The heatmap that several pictures are made of: figures in cells, and signs for what is absent."""

from collections.abc import Iterator, Mapping, Sequence

import altair as alt

from qualcode.charts.look import DARK_FROM, FAINT, INK, PAPER, Layers, ramp, rows_of
from qualcode.charts.sides import Side, column_axis, heading, row_axis
from qualcode.tables.matrix import State

STROKES = 0.5
"""Distance of the strokes that fill a cell nobody was asked about, in halves of its height."""

ROOMY = 18
"""Room of a cell from which its figures have their full size."""


def heatmap(
    values: Sequence[Mapping[str, object]],
    rows: Side,
    columns: Side,
    *,
    most: float,
    title: str = "",
    headed: bool = True,
    margin: float = 0,
    grid: bool = False,
) -> Layers:
    """Return a heatmap.

    Parameters
    ----------
    values
        Per cell that is drawn ``row``, ``column``, ``count``, ``text`` and ``state``; one without a row here
        stays blank.
    rows, columns
        Its sides.
    most
        The count of the darkest cell.
    title
        Above it, where several stand below one another.
    headed
        Name the columns; below another heatmap of the same columns they are named already.
    margin
        Room for the labels of rows; by default what they need.
    grid
        Draw lines to the labels, where cells are blank between.
    """
    names = column_axis(columns, grid=grid) if headed else None
    base = alt.Chart(rows_of(values)).encode(
        x=alt.X("column:N", sort=[*columns.keys], scale=columns.scale, title=None, axis=names),
        y=alt.Y(
            "row:N", sort=[*rows.keys], scale=rows.scale, title=None,
            axis=row_axis(rows, margin=margin, grid=grid),
        ),
    )  # fmt: skip
    size = 10 if min(rows.step, columns.step) >= ROOMY else 8
    dark = f"datum.count > {DARK_FROM * max(most, 1):g}"
    chart: Layers = alt.layer(
        base.transform_filter(f"datum.state == '{State.CODED.value}'")
        .mark_rect(stroke=PAPER)
        .encode(color=alt.Color("count:Q", scale=ramp(most), legend=None)),
        base.transform_filter(f"datum.state == '{State.NOTHING.value}'").mark_rect(
            fill=PAPER, stroke="#cccccc"
        ),
        *hatched(base, rows, columns),
        base.mark_text(fontSize=size).encode(
            text="text:N", color=alt.condition(dark, alt.value(PAPER), alt.value(INK))
        ),
    ).properties(width=columns.length, height=rows.length)
    return chart.properties(title=heading(title)) if title else chart


def hatched(base: alt.Chart, rows: Side, columns: Side) -> Iterator[alt.Chart]:
    """Yield the hatching of cells nobody was asked about (by their ``state``), and the gap for their sign."""
    cells = base.transform_filter(f"datum.state == '{State.NOT_ASKED.value}'")
    yield cells.mark_point(
        shape=hatching(columns.step / rows.step), size=(rows.step - 2) ** 2, stroke=FAINT, strokeWidth=0.5,
        opacity=1,
    )  # fmt: skip
    yield cells.mark_point(shape="circle", fill=PAPER, strokeWidth=0, size=110, opacity=1)


def hatching(ratio: float) -> str:
    """Return the SVG path of slanting strokes in a box `ratio` times as broad as it is high.

    Examples
    --------
    >>> hatching(0.5).split("M")[1:3]
    ['-0.5,0.50L0.00,1.00', '-0.5,0.00L0.50,1.00']
    """
    strokes = []
    place = 1 + ratio - STROKES
    while place > -1 - ratio:
        left, right = max(-ratio, -1 - place), min(ratio, 1 - place)
        strokes.append(f"M{left:g},{left + place:.2f}L{right:.2f},{right + place:.2f}")
        place -= STROKES
    return "".join(strokes)
