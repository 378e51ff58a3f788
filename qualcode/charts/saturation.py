"""New codes per interview, how they add up, and where saturation is reached."""

import math

import altair as alt

from qualcode.charts.look import INK, PAPER, RAMP, Layers, rows_of
from qualcode.charts.sides import across
from qualcode.charts.words import percent
from qualcode.locale import number, translator
from qualcode.tables.saturation import SOURCE, Saturation

HEIGHT = 260


def chart(saturation: Saturation, *, language: str = "en") -> Layers:
    """Return bars of new codes, a line of all codes so far, and the interview that reaches saturation.

    Below each interview that ends a run stands the share of new information.

    Parameters
    ----------
    saturation
        Of `qualcode.tables.saturation`.
    language
        Of words and numbers.
    """
    tr = translator(language)
    most = int(saturation.frame["total"].max()) if len(saturation.frame) else 1
    scale = alt.Scale(domain=[0, max(most, 1) * 1.12], nice=False)
    base, width = _interviews(saturation, language)

    def codes(field: str) -> alt.Y:
        return alt.Y(
            f"{field}:Q",
            scale=scale,
            title=tr("Codes (bars: new; line: all so far)"),
            axis=alt.Axis(tickMinStep=1, format=",d"),
        )

    new, total = codes("new"), codes("total")
    shade = base.transform_filter("datum.base").mark_rect(fill="#f0f0f0", width={"band": 1})
    reached = base.transform_filter("datum.reached").mark_point(
        shape="diamond", fill=PAPER, stroke=INK, strokeWidth=2, size=190, opacity=1
    )
    return alt.layer(
        shade.encode(y=alt.value(0), y2=alt.value(HEIGHT)),
        base.mark_bar(fill=RAMP[2], stroke=INK, strokeWidth=0.75, width={"band": 0.55}).encode(y=new),
        base.mark_line(stroke=INK, strokeWidth=1.8).encode(y=total),
        base.mark_point(shape="circle", fill=INK, stroke=INK, size=36, opacity=1).encode(y=total),
        reached.encode(y=total),
        base.mark_text(dy=-12).encode(y=total, text="total_text:N"),
        base.mark_text(dy=-7, color=INK).encode(y=new, text="new_text:N"),
    ).properties(width=width, height=HEIGHT)


def _interviews(saturation: Saturation, language: str) -> tuple[alt.Chart, float]:
    """Return the interviews side by side, with what is drawn of each, and the width that they need."""
    tr, frame = translator(language), saturation.frame
    names = across({str(place): name for place, name in enumerate(frame["source"], 1)}, least=28)
    shares = {
        str(place): percent(share, language)
        for place, share in enumerate(frame["share"], 1)
        if not math.isnan(share)
    }
    chart = alt.Chart(rows_of(_values(saturation, language))).encode(
        x=alt.X(
            "interview:N", sort=list(names.keys), scale=alt.Scale(domain=list(names.keys)),
            title=tr("Interviews in order; below, the new information of the run that ends there"),
            axis=alt.Axis(labelExpr=names.names(shares), labelAngle=-90 if names.stands else 0, ticks=False),
        )
    )  # fmt: skip
    return chart, max(names.length, 320)


def _values(saturation: Saturation, language: str) -> list[dict[str, object]]:
    return [
        {
            "interview": str(place),
            "new": row["new"],
            "total": row["total"],
            "base": place <= saturation.base,
            "reached": place == saturation.reached,
            "new_text": number(row["new"], language),
            "total_text": number(row["total"], language) if row["total"] != row["new"] else "",
        }
        for place, row in enumerate(saturation.frame.to_dict("records"), 1)
    ]


def verdict(saturation: Saturation, *, language: str = "en") -> str:
    """Return whether saturation is reached, where, and by which measure."""
    tr = translator(language)
    frame = saturation.frame
    values = {
        "base": number(saturation.base, language),
        "run": number(saturation.run, language),
        "threshold": percent(saturation.threshold, language),
        "codes": number(saturation.base_codes, language),
        "interviews": number(len(frame), language),
        "needed": number(saturation.base + saturation.run, language),
    }
    if not saturation.judged:
        said = tr(
            "Saturation cannot be judged yet: {interviews} interviews are coded through, {needed} are needed."
        )
    elif saturation.reached is None:
        values["share"] = percent(float(frame["share"].iloc[-1]), language)
        said = tr("Saturation is not reached: the last run of {run} still brings {share} new information.")
    else:
        values["source"] = frame["source"].iloc[saturation.reached - 1]
        values["share"] = percent(float(frame["share"].iloc[saturation.reached - 1]), language)
        said = tr(
            "Saturation is reached with {source}: the run of {run} that ends there brings {share} new "
            "information."
        )
    return said.format(**values)


def measure(saturation: Saturation, *, language: str = "en") -> str:
    """Return how saturation is assessed, with the source of the method."""
    tr = translator(language)
    return tr(
        "Base: the first {base} interviews ({codes} codes, shaded); runs of {run} interviews; threshold "
        "{threshold}. New information: codes first found in a run, divided by the codes of the base. After "
        "{source}."
    ).format(
        base=number(saturation.base, language),
        codes=number(saturation.base_codes, language),
        run=number(saturation.run, language),
        threshold=percent(saturation.threshold, language),
        source=SOURCE,
    )


def alt_text(saturation: Saturation, *, language: str = "en") -> str:
    """Return what the picture shows, in two sentences."""
    tr = translator(language)
    total = int(saturation.frame["total"].iloc[-1]) if len(saturation.frame) else 0
    shown = tr("New codes per interview and their sum: {interviews} interviews, {codes} codes.").format(
        interviews=number(len(saturation.frame), language), codes=number(total, language)
    )
    return f"{shown} {verdict(saturation, language=language)}"
