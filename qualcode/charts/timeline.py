"""The codings of one source along it: codes down, place in the source across."""

import altair as alt

from qualcode.charts.codes import Family, breadth_of, families, short_name
from qualcode.charts.look import INK, PAPER, Layers, Parts, rows_of
from qualcode.charts.sides import down, heading, row_axis
from qualcode.charts.words import listed
from qualcode.locale import number, translator
from qualcode.model import Codebook
from qualcode.tables.timeline import Timeline

LENGTH = 520
"""Of the whole source."""

LEAST = 3
"""Of the shortest bar, so that it is seen."""

THICKNESS = 12
"""Of a bar."""

CROSS = "M-1,-1L1,1M1,-1L-1,1"
"""What marks a coding that speaks against its code."""


def chart(timeline: Timeline, codebook: Codebook, *, language: str = "en") -> Parts:
    """Return a line per code with a bar for each coding; one that speaks against its code bears a cross.

    Parameters
    ----------
    timeline
        Of `qualcode.tables.timeline`.
    codebook, language
        As for `qualcode.charts.matrix.chart`. Bars have the codes' colours.
    """
    tr = translator(language)
    parts = families(codebook, set(timeline.frame["code"]), language=language, parents=True)
    title = tr("Turn") if timeline.unit == "turns" else tr("Minute")
    return alt.vconcat(
        *(
            _bars(part, timeline, margin=breadth_of(parts), title=title if part is parts[-1] else None)
            for part in parts
        )
    )


def alt_text(timeline: Timeline, codebook: Codebook, *, language: str = "en") -> str:
    """Return what the picture shows, in two sentences."""
    tr = translator(language)
    totals = timeline.frame["code"].value_counts(sort=False).sort_values(ascending=False, kind="stable")
    named = [(short_name(codebook, str(key), language), int(count)) for key, count in totals.head(3).items()]
    return tr(
        "Timeline of {source}: {codings} coded places of {codes} codes in their order. Coded most often: "
        "{most}."
    ).format(
        source=timeline.source,
        codings=number(len(timeline.frame), language),
        codes=number(len(totals), language),
        most=listed(named, language),
    )


def _bars(part: Family, timeline: Timeline, *, margin: float, title: str | None) -> Layers:
    """Return the lines of a family; where a title is given, with the axis that all share."""
    rows = down(part.labels)
    own = timeline.frame[timeline.frame["code"].isin(rows.keys)]
    least = (timeline.last - timeline.first) * LEAST / LENGTH
    values = own.assign(
        end=own["end"].clip(lower=own["begin"] + least), color=own["code"].map(part.colors)
    ).to_dict("records")
    shown = title is not None
    across = alt.X(
        "begin:Q", scale=alt.Scale(domain=[timeline.first, timeline.last], nice=False), title=title,
        axis=alt.Axis(format=",d", tickMinStep=1, labelFlush=False, labels=shown, ticks=shown, domain=shown),
    )  # fmt: skip
    base = alt.Chart(rows_of(values)).encode(
        x=across,
        y=alt.Y(
            "code:N", sort=[*rows.keys], scale=rows.scale, title=None,
            axis=row_axis(rows, margin=margin, grid=True),
        ),
    )  # fmt: skip
    filled = alt.condition("datum.negative", alt.value(PAPER), alt.Color("color:N", scale=None))
    bars = base.mark_bar(stroke=INK, strokeWidth=0.6, height=THICKNESS).encode(x2="end:Q", color=filled)
    crosses = (
        base.transform_filter("datum.negative")
        .transform_calculate(middle="(datum.begin + datum.end) / 2")
        .mark_point(shape=CROSS, size=40, stroke=INK, strokeWidth=1.6, opacity=1)
        .encode(x="middle:Q")
    )
    chart: Layers = alt.layer(bars, crosses)
    return chart.properties(width=LENGTH, height=rows.length, title=heading(part.name))
