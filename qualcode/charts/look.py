"""What all pictures look like: one typeface, one ramp of one hue, and grey that survives a printer."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import altair as alt
from babel import Locale

from qualcode.charts.words import wrapped

Layers = alt.LayerChart | alt.FacetChart
"""What altair says that layers are; one that is nothing but layers is a `LayerChart`."""

Parts = alt.VConcatChart
"""Pictures below one another."""

Chart = Layers | Parts
"""A picture."""

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
"""The first comes with vl-convert, so that all machines make one picture; the others have its widths."""

INK, FAINT, PAPER = "#222222", "#767676", "#ffffff"
RAMP = ("#eaf1f8", "#b7cfe4", "#7ba6cd", "#3f78ad", "#164a80", "#072448")
"""Few to many: one hue, each step darker than the one before, in grey as in colour."""

DARK_FROM = 0.5
"""Share of the ramp from which what is written on it is white."""

TEXT = 11
"""Size of what is written, in px."""

ACTIONS = {"export": True, "source": False, "compiled": False, "editor": False}
"""What a page offers to do with its picture: nothing that would send it anywhere."""

_AXIS: dict[str, Any] = {
    "labelFontSize": TEXT,
    "titleFontSize": TEXT,
    "titleFontWeight": "normal",
    "gridColor": "#dddddd",
    "labelLimit": 0,
    "titleLimit": 0,
}


def ramp(most: float) -> alt.Scale:
    """Return the scale of a heatmap whose highest count is `most`."""
    return alt.Scale(type="linear", domain=[0, max(most, 1)], range=list(RAMP), clamp=True)


def rows_of(values: Iterable[Mapping[Any, object]]) -> alt.InlineData:
    """Return records as a chart's data; an empty picture needs one empty row."""
    return alt.InlineData(values=[dict(value) for value in values] or [{}])


def finished(
    chart: Chart, *, language: str, title: str = "", notes: Sequence[str] = (), width: int = 90
) -> Chart:
    """Return a chart as it is shown: in our typeface, with title and notes where they are given.

    Parameters
    ----------
    chart
        Of one of the functions of this package.
    language
        How numbers on axes are written.
    title, notes
        Above the picture; in a document the caption and the paragraph below say the same.
    width
        Characters after which the notes go on in a new line.
    """
    if title:
        lines = [line for note in notes for line in wrapped(note, width)]
        chart = chart.properties(
            title=alt.Title(wrapped(title, width * 5 // 6), subtitle=lines, anchor="start", offset=12)
        )
    dressed: Chart = (
        chart.properties(background=PAPER, padding=8, usermeta={"embedOptions": {"actions": ACTIONS}})
        .configure(font=FONT, locale=alt.Locale(number=number_locale(language)))
        .configure_title(color=INK, fontSize=15, subtitleColor=INK, subtitleFontSize=TEXT, subtitlePadding=6)
        .configure_axis(labelColor=INK, titleColor=INK, domainColor=FAINT, tickColor=FAINT, **_AXIS)
        .configure_text(color=INK, fontSize=TEXT)
        .configure_view(stroke=None)
        .configure_concat(spacing=10)
    )
    return dressed


def is_ours(chart: Chart) -> bool:
    """Say whether a chart was finished here."""
    meta = chart.to_dict().get("usermeta", {})
    return bool(meta.get("embedOptions", {}).get("actions") == ACTIONS)


def number_locale(language: str) -> alt.NumberLocale:
    """Return how numbers on axes are written."""
    symbols = Locale.parse(language).number_symbols["latn"]
    return alt.NumberLocale(
        decimal=symbols["decimal"], thousands=symbols["group"], grouping=[3], currency=["", ""]
    )
