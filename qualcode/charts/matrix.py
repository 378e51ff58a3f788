"""Codes by case (or source): how often each code was given to whom, with the absences told apart."""

import altair as alt

from qualcode.charts.cells import heatmap
from qualcode.charts.codes import breadth_of, families, short_name
from qualcode.charts.look import Parts
from qualcode.charts.sides import across, down
from qualcode.charts.words import listed
from qualcode.locale import number, translator
from qualcode.model import Codebook
from qualcode.tables.matrix import Matrix


def chart(matrix: Matrix, codebook: Codebook, *, language: str = "en") -> Parts:
    """Return the heatmap of a matrix: a part per framework, codes down, cases across.

    Parameters
    ----------
    matrix
        Of `qualcode.tables.matrix`.
    codebook
        Names, places and families of the codes.
    language
        Of names and numbers.
    """
    columns = across({str(place): unit for place, unit in enumerate(matrix.counts.columns)})
    parts = families(codebook, set(matrix.codes["code"]), language=language)
    most = float(matrix.counts.to_numpy().max(initial=0))
    cells = _cells(matrix, language)
    return alt.vconcat(
        *(
            heatmap(
                [cell for cell in cells if cell["row"] in part.labels],
                down(part.labels), columns, most=most, title=part.name, headed=part is parts[0],
                margin=breadth_of(parts),
            )
            for part in parts
        )
    )  # fmt: skip


def alt_text(matrix: Matrix, codebook: Codebook, *, language: str = "en") -> str:
    """Return what the picture shows, in two sentences."""
    tr = translator(language)
    totals = matrix.counts.sum(axis=1)
    first = [place for place in totals.sort_values(ascending=False, kind="stable").index if totals[place]]
    given = [(short_name(codebook, matrix.codes["code"][place], language), totals[place]) for place in first]
    return tr(
        "Heatmap of {rows} codes by {columns} informants or sources; the darker a cell, the more codings. "
        "Given most often: {most}."
    ).format(
        rows=number(len(matrix.codes), language),
        columns=number(len(matrix.counts.columns), language),
        most=listed(given[:3], language),
    )


def _cells(matrix: Matrix, language: str) -> list[dict[str, object]]:
    """Return the cells; columns go by number, since names may be what no expression of Vega's can hold."""
    shown = matrix.shown(language)
    return [
        {"row": key, "column": str(place), "count": int(count), "text": text, "state": state}
        for place, unit in enumerate(matrix.counts.columns)
        for key, count, text, state in zip(
            matrix.codes["code"], matrix.counts[unit], shown[unit], matrix.states[unit], strict=True
        )
    ]
