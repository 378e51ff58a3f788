"""How often suggestions are right, code by code, with the interval that each figure may lie in."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from qualcode.charts.look import FAINT, INK, Layers, rows_of
from qualcode.charts.sides import down, row_axis
from qualcode.charts.words import listed, wrapped
from qualcode.locale import number, translator

LENGTH = 360
"""From nothing right to all of it."""


def chart(figures: pd.DataFrame, names: Mapping[str, str], *, language: str = "en") -> Layers:
    """Return a point for each code's F1 on a line for its interval, best first; hollow where too few to say.

    Parameters
    ----------
    figures
        One row per code: ``code, support, f1, f1_low, f1_high, enough``; a code without F1 is left out.
    names
        The code's name by its key; a key without one names itself.
    language
        Of words and numbers.
    """
    measured = _measured(figures)
    rows = down({key: wrapped(names.get(key, key)) for key in measured["code"]})
    values = [
        {
            "code": row["code"],
            "f1": row["f1"],
            "low": row["f1_low"],
            "high": row["f1_high"],
            "enough": bool(row["enough"]),
            "text": f"{number(round(row['f1'], 2), language)} ({number(row['support'], language)})",
        }
        for row in measured.to_dict("records")
    ]
    tr = translator(language)
    base = alt.Chart(rows_of(values)).encode(
        y=alt.Y("code:N", sort=[*rows.keys], scale=rows.scale, title=None, axis=row_axis(rows, grid=True))
    )
    across = alt.X(
        "low:Q", scale=alt.Scale(domain=[0, 1]),
        title=tr("F1, from 0 to 1 (coded passages in brackets)"), axis=alt.Axis(format=".1f"),
    )  # fmt: skip
    lines = base.mark_rule(color=FAINT, strokeWidth=2).encode(x=across, x2="high:Q")
    points = base.mark_point(size=55, stroke=INK, strokeWidth=1.5, opacity=1).encode(
        x="f1:Q",
        fill=alt.condition("datum.enough", alt.value(INK), alt.value("#ffffff")),
    )
    figures_beside = base.mark_text(align="left", dx=8).encode(x=alt.value(LENGTH), text="text:N")
    layers: Layers = alt.layer(lines, points, figures_beside)
    return layers.properties(width=LENGTH, height=rows.length)


def alt_text(figures: pd.DataFrame, names: Mapping[str, str], *, language: str = "en") -> str:
    """Return what the picture shows, in two sentences."""
    measured = _measured(figures).head(3)
    best = [
        (names.get(key, key), round(value, 2))
        for key, value in zip(measured["code"], measured["f1"], strict=True)
    ]
    tr = translator(language)
    return tr(
        "Points for the F1 of {codes} codes, each on a line for its 95 % interval; hollow points rest on too "
        "few codings. Best: {best}."
    ).format(codes=number(len(_measured(figures)), language), best=listed(best, language))


def _measured(figures: pd.DataFrame) -> pd.DataFrame:
    shown = figures[figures["f1"].notna() & (figures["support"] > 0)]
    return shown.sort_values(["f1", "code"], ascending=[False, True], kind="stable")
