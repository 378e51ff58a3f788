"""Codes by codes: how many informants have both together."""

import altair as alt
import pandas as pd

from qualcode.charts.cells import heatmap
from qualcode.charts.codes import families, short_name
from qualcode.charts.look import Parts
from qualcode.charts.sides import across, down
from qualcode.charts.words import listed
from qualcode.locale import number, translator
from qualcode.model import Codebook


def chart(pairs: pd.DataFrame, codebook: Codebook, *, language: str = "en") -> Parts:
    """Return the lower half of the heatmap; on the diagonal, how many informants have the code at all.

    Parameters
    ----------
    pairs
        Of `qualcode.tables.cooccurrence`.
    codebook, language
        As for `qualcode.charts.matrix.chart`.
    """
    keys = [code.key for code in codebook.codes if code.key in set(pairs["code"])]
    labels = {
        key: lines
        for part in families(codebook, set(keys), language=language)
        for key, lines in part.labels.items()
    }
    step = 24 if len(keys) <= 24 else 18
    names = {key: short_name(codebook, key, language) for key in keys}
    apart = pairs[pairs["code"] != pairs["other"]]
    cells: list[dict[str, object]] = [
        {
            "row": other,
            "column": code,
            "count": people,
            "text": number(people, language) if people else f"({number(places, language)})",
            "state": "coded",
        }
        for code, other, people, places in zip(
            pairs["code"], pairs["other"], pairs["informants"], pairs["places"], strict=True
        )
    ]
    most = float(apart["informants"].max()) if len(apart) else 0.0
    return alt.vconcat(
        heatmap(cells, down(labels, least=step), across(names, room=0, least=step), most=most, grid=True)
    )


def alt_text(pairs: pd.DataFrame, codebook: Codebook, *, language: str = "en") -> str:
    """Return what the picture shows, in two sentences."""
    tr = translator(language)
    apart = pairs[pairs["code"] != pairs["other"]]
    first = apart.sort_values(["informants", "places"], ascending=False, kind="stable").head(3)
    named = [
        (f"{short_name(codebook, code, language)} + {short_name(codebook, other, language)}", count)
        for code, other, count in zip(first["code"], first["other"], first["informants"], strict=True)
    ]
    return tr(
        "Heatmap of {codes} codes by themselves; the darker a cell, the more informants have both "
        "together. Most informants: {most}."
    ).format(codes=number(pairs["code"].nunique(), language), most=listed(named, language))
