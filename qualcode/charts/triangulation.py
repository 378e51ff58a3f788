"""Themes by kind of source: how each kind stands to a theme, and how much speaks for it and against."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import altair as alt

from qualcode.charts.cells import hatched
from qualcode.charts.look import FAINT, INK, PAPER, RAMP, Parts, rows_of
from qualcode.charts.sides import Side, across, column_axis, down, row_axis
from qualcode.charts.words import listed, wrapped
from qualcode.locale import number, translator
from qualcode.model import Relation
from qualcode.tables.columns import KINDS, RELATIONS
from qualcode.tables.matrix import GLYPHS
from qualcode.tables.triangulation import Angle, Triangulation

TONES = {
    Relation.ALIGNED.value: (RAMP[3], RAMP[3], 1),
    Relation.COMPLEMENTS.value: (RAMP[1], RAMP[1], 1),
    Relation.CONTRADICTS.value: (PAPER, INK, 3),
    "": (PAPER, "#cccccc", 1),
}
"""Fill, frame and its width per relation: dark, light and framed are told apart in black and white."""

UNJUDGED = "not judged yet"
GAP = 5
"""Between cells, in px, so that a frame stands free."""

LINE = 8
"""From the middle of a cell to the middle of either of its lines, in px."""


def chart(findings: Sequence[Triangulation], *, language: str = "en") -> Parts:
    """Return the picture of findings, one below another, with the kinds of source across.

    Parameters
    ----------
    findings
        Of `qualcode.tables.triangulation`.
    language
        Of words and numbers.
    """
    tr = translator(language)
    there = {angle.kind for finding in findings for angle in finding.angles}
    kinds = {kind: tr(text).capitalize() for kind, text in KINDS.items() if kind in there}
    columns = across(kinds, least=104, most=116)
    rows = down({str(place): wrapped(each.title, 30) for place, each in enumerate(findings)}, least=44)
    values = [
        _cell(str(place), angle, language)
        for place, finding in enumerate(findings)
        for angle in finding.angles
    ]
    base = alt.Chart(rows_of(values)).encode(
        x=alt.X("kind:N", sort=[*columns.keys], scale=_apart(columns), title=None, axis=column_axis(columns)),
        y=alt.Y("theme:N", sort=[*rows.keys], scale=_apart(rows), title=None, axis=row_axis(rows)),
    )
    ink = alt.Color("ink:N", scale=None)
    layers = alt.layer(
        base.transform_filter("datum.drawn")
        .mark_rect()
        .encode(
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("frame:N", scale=None),
            strokeWidth=alt.StrokeWidth("breadth:Q", scale=None),
        ),
        *hatched(base, rows, columns),
        base.mark_text(dy=-LINE, fontWeight="bold").encode(text="relation:N", color=ink),
        base.mark_text(dy=LINE).encode(text="said:N", color=ink),
        base.mark_text().encode(text="alone:N", color=alt.value(INK)),
    ).properties(width=columns.length, height=rows.length)
    return alt.vconcat(layers)


def alt_text(findings: Sequence[Triangulation], *, language: str = "en") -> str:
    """Return what the picture shows, in two sentences."""
    tr = translator(language)
    judged = Counter(angle.relation for each in findings for angle in each.angles if _matters(angle))
    named = [(tr(word or UNJUDGED), judged[key]) for key, word in RELATIONS.items() if judged[key]]
    return tr(
        "{themes} themes by {kinds} kinds of source, with how each kind stands to a theme, and how many "
        "passages speak for it and against it. Judged: {judged}."
    ).format(
        themes=number(len(findings), language),
        kinds=number(len({angle.kind for each in findings for angle in each.angles}), language),
        judged=listed(named, language),
    )


def how_to_read(language: str = "en") -> str:
    """Return what tones and figures mean, in one line.

    Examples
    --------
    >>> how_to_read("en")
    'Dark: aligned; light: complements; in a frame: contradicts. + and −: passages for and against.'
    """
    return translator(language)(
        "Dark: aligned; light: complements; in a frame: contradicts. + and −: passages for and against."
    )


def said(support: int, against: int, absence: str, language: str = "en") -> str:
    """Return the figures of a cell, or the sign of what is absent from it.

    Examples
    --------
    >>> said(12, 3, ""), said(0, 0, "not_asked"), said(0, 0, "no_source")
    ('+12 −3', '–', '')
    """
    if not absence:
        return f"+{number(support, language)} −{number(against, language)}"
    return {state.value: glyph for state, glyph in GLYPHS.items()}.get(absence, "")


def _apart(side: Side) -> alt.Scale:
    """Return the scale of a side whose cells do not touch."""
    share = GAP / side.step
    return alt.Scale(domain=[*side.keys], paddingInner=share, paddingOuter=share / 2)


def _matters(angle: Angle) -> bool:
    """Say whether there is something to judge: evidence, or a judgement that needed none."""
    return bool(angle.relation or not angle.absence)


def _cell(theme: str, angle: Angle, language: str) -> dict[str, Any]:
    """Return a cell; what is absent and unjudged has a sign alone, or stays blank."""
    tr = translator(language)
    figures = said(angle.support.passages, angle.against.passages, angle.absence, language)
    drawn = _matters(angle)
    fill, frame, breadth = TONES[angle.relation]
    unjudged = drawn and not angle.relation
    return {
        "theme": theme,
        "kind": angle.kind,
        "drawn": drawn or figures in ("0", "…"),
        "state": "" if drawn else angle.absence,
        "relation": tr(RELATIONS[angle.relation] or UNJUDGED) if drawn else "",
        "said": figures if drawn else "",
        "alone": "" if drawn else figures,
        "fill": fill,
        "frame": frame,
        "breadth": breadth,
        "ink": PAPER if fill == RAMP[3] else FAINT if unjudged else INK,
    }
