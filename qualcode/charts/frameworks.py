"""One framework over another (stages over indicators): how many informants have both together."""

from collections.abc import Mapping

import altair as alt

from qualcode.charts.cells import heatmap
from qualcode.charts.codes import breadth_of, families, short_name
from qualcode.charts.look import Parts
from qualcode.charts.sides import across, down
from qualcode.charts.words import listed
from qualcode.locale import number, translator
from qualcode.model import Codebook
from qualcode.tables.cooccurrence import Crossing


def chart(crossings: Mapping[str, Crossing], codebook: Codebook, *, language: str = "en") -> Parts:
    """Return a heatmap per part of the study, codes of one framework down, of the other across.

    Parameters
    ----------
    crossings
        By name of the part (an informant); one without a name is the whole study. All have the same sides.
    codebook, language
        As for `qualcode.charts.matrix.chart`.
    """
    first = next(iter(crossings.values()))
    columns = across(
        {key: short_name(codebook, key, language) for key in first.columns}, room=560, least=28, most=110
    )
    parts = families(codebook, set(first.rows), language=language)
    labels = {key: lines for part in parts for key, lines in part.labels.items()}
    alone = [float(each.places.to_numpy().max(initial=0)) for name, each in crossings.items() if name]
    most = {False: float(first.informants.to_numpy().max(initial=0)), True: max(alone, default=0.0)}
    rows = down({key: labels[key] for key in first.rows}, least=32 if len(first.rows) < 12 else 22)
    return alt.vconcat(
        *(
            heatmap(
                _cells(crossing, language, single=bool(name)),
                rows, columns, most=most[bool(name)], title=name,
                headed=crossing is first, margin=breadth_of(parts),
            )
            for name, crossing in crossings.items()
        )
    )  # fmt: skip


def alt_text(crossing: Crossing, codebook: Codebook, *, language: str = "en") -> str:
    """Return what the picture shows, in two sentences."""
    tr = translator(language)
    people = dict(zip(crossing.rows, crossing.informants.to_numpy().tolist(), strict=True))
    counts = {
        (row, column): count
        for row in crossing.rows
        for column, count in zip(crossing.columns, people[row], strict=True)
    }
    first = sorted(filter(counts.get, counts), key=lambda pair: -counts[pair])[:3]
    named = [(_pair(codebook, pair, language), counts[pair]) for pair in first]
    return tr(
        "Heatmap of {rows} codes by {columns} codes of another framework; the darker a cell, the more "
        "informants have both together. Most informants: {most}."
    ).format(
        rows=number(len(crossing.rows), language),
        columns=number(len(crossing.columns), language),
        most=listed(named, language),
    )


def _pair(codebook: Codebook, pair: tuple[str, str], language: str) -> str:
    return " × ".join(short_name(codebook, key, language) for key in pair)


def _cells(crossing: Crossing, language: str, *, single: bool) -> list[dict[str, object]]:
    """Return the cells; those of a single informant count places, since the informants are one."""
    shown = crossing.shown(language, informants=not single)
    frames = (crossing.places if single else crossing.informants, shown, crossing.states)
    return [
        {"row": row, "column": column, "count": count, "text": text, "state": state}
        for row, *cells in zip(crossing.rows, *(frame.to_numpy().tolist() for frame in frames), strict=True)
        for column, count, text, state in zip(crossing.columns, *cells, strict=True)
    ]
