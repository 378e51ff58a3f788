"""Codes by how many informants they were given to."""

import altair as alt
import pandas as pd

from qualcode.charts.codes import Family, breadth_of, families, short_name
from qualcode.charts.look import INK, Layers, Parts, rows_of
from qualcode.charts.sides import down, heading, row_axis
from qualcode.charts.words import listed
from qualcode.locale import number, translator
from qualcode.model import Codebook

LENGTH = 340
"""Of the longest bar."""

THICKNESS = 13
"""Of a bar."""


def chart(frequencies: pd.DataFrame, codebook: Codebook, *, language: str = "en") -> Parts:
    """Return bars, a part per framework: as long as there are informants, labelled with these and codings.

    Parameters
    ----------
    frequencies
        Of `qualcode.tables.frequencies`.
    codebook, language
        As for `qualcode.charts.matrix.chart`. Bars have the codes' colours.
    """
    parts = families(codebook, set(frequencies["code"]), language=language)
    most = max([1, *frequencies["informants"]])
    title = translator(language)("Informants (codings in brackets)")
    return alt.vconcat(
        *(
            _bars(part, frequencies, most=most, margin=breadth_of(parts), language=language,
                  title=title if part is parts[-1] else None)
            for part in parts
        )
    )  # fmt: skip


def alt_text(frequencies: pd.DataFrame, codebook: Codebook, *, language: str = "en") -> str:
    """Return what the picture shows, in two sentences."""
    tr = translator(language)
    given = frequencies[frequencies["codings"] > 0]
    first = given.sort_values(["informants", "codings"], ascending=False, kind="stable").head(3)
    named = [
        (short_name(codebook, key, language), count)
        for key, count in zip(first["code"], first["informants"], strict=True)
    ]
    return tr(
        "Bars for {codes} codes, as long as the number of informants they were given to; {given} were given "
        "at all. Most informants: {most}."
    ).format(
        codes=number(len(frequencies), language),
        given=number(len(given), language),
        most=listed(named, language),
    )


def _bars(
    part: Family, frequencies: pd.DataFrame, *, most: int, margin: float, language: str, title: str | None
) -> Layers:
    """Return the bars of a family; where a title is given, with the axis that all share."""
    rows = down(part.labels)
    columns = (frequencies[name] for name in ("code", "informants", "codings"))
    values = [
        {
            "code": key,
            "informants": people,
            "text": f"{number(people, language)} ({number(codings, language)})",
            "color": part.colors[key],
        }
        for key, people, codings in zip(*columns, strict=True)
        if key in part.colors
    ]
    shown = title is not None
    axis = alt.Axis(tickMinStep=1, format=",d", labelFlush=False, labels=shown, ticks=shown, domain=shown)
    base = alt.Chart(rows_of(values)).encode(
        x=alt.X("informants:Q", scale=alt.Scale(domain=[0, most], nice=False), title=title, axis=axis),
        y=alt.Y(
            "code:N", sort=[*rows.keys], scale=rows.scale, title=None,
            axis=row_axis(rows, margin=margin, domain=True),
        ),
    )  # fmt: skip
    bars = base.mark_bar(stroke=INK, strokeWidth=0.75, height=THICKNESS)
    figures = base.mark_text(align="left", dx=5).encode(text="text:N")
    chart: Layers = alt.layer(bars.encode(color=alt.Color("color:N", scale=None)), figures)
    return chart.properties(width=LENGTH, height=rows.length, title=heading(part.name))
