"""From what a picture is made of to the picture, one function per kind."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from qualcode import charts
from qualcode.actions.chart_material import Material
from qualcode.charts import Figure
from qualcode.locale import translator
from qualcode.tables.cooccurrence import definition
from qualcode.tables.frequencies import scope
from qualcode.tables.matrix import legend
from qualcode.tables.triangulation import Triangulation, counted

if TYPE_CHECKING:
    import pandas as pd

    from qualcode.tables import Matrix

LONGEST = 40
"""Codes that a picture on a page has room for."""

THEMES = 16
"""Themes that a picture on a page has room for."""


def frequencies(material: Material) -> Figure:
    """Draw how many informants each code was given to."""
    return _frequencies(material, material.frequencies())


def matrix(material: Material) -> Figure:
    """Draw codes against cases."""
    return _matrix(material, material.matrix())


def frameworks(material: Material) -> Figure:
    """Draw one framework over another."""
    language, codebook = material.language, material.codebook
    tr = translator(language)
    crossings = material.crossings()
    rows, columns = (side.name.get(language) or side.key for side in material.sides)
    whole = crossings[""]
    notes = [
        tr("Informants, and in brackets places, with both codes."),
        tr("In brackets alone: places that are no informant's."),
    ]
    notes += [tr("For one informant: places.")] if material.choices.each_case else []
    return Figure(
        name="frameworks",
        title=tr("{rows} by {columns}").format(rows=rows, columns=columns),
        chart=charts.frameworks.chart(crossings, codebook, language=language),
        alt=charts.frameworks.alt_text(whole, codebook, language=language),
        numbers=_named_rows(material, whole.shown(language)),
        notes=[
            *notes,
            definition(language, within=material.choices.within),
            legend(language),
            scope(language, roll_up=material.top(True)),
        ],
        language=language,
    )


def cooccurrence(material: Material) -> Figure:
    """Draw which codes go together."""
    language, codebook = material.language, material.codebook
    tr = translator(language)
    pairs = material.pairs()
    return Figure(
        name="cooccurrence",
        title=tr("Codes that go together"),
        chart=charts.cooccurrence.chart(pairs, codebook, language=language),
        alt=charts.cooccurrence.alt_text(pairs, codebook, language=language),
        numbers=pairs,
        notes=[
            tr("Informants with both codes; on the diagonal, with the code at all."),
            tr("In brackets alone: places that are no informant's."),
            definition(language, within=material.choices.within),
            scope(language, roll_up=material.top(False)),
        ],
        language=language,
    )


def timeline(material: Material) -> Figure:
    """Draw the codings of one source along it."""
    language, codebook = material.language, material.codebook
    tr = translator(language)
    found = material.timeline()
    notes = [tr("One bar per coded place.")]
    if found.frame["negative"].any():
        notes.append(tr("A cross marks what speaks against its code."))
    return Figure(
        name="timeline",
        title=tr("Codes along {source}").format(source=found.source),
        chart=charts.timeline.chart(found, codebook, language=language),
        alt=charts.timeline.alt_text(found, codebook, language=language),
        numbers=found.frame,
        notes=notes,
        language=language,
    )


def saturation(material: Material) -> Figure:
    """Draw what each further interview adds."""
    language = material.language
    tr = translator(language)
    found, left_out = material.saturation()
    notes = [
        charts.saturation.verdict(found, language=language),
        charts.saturation.measure(found, language=language),
    ]
    if left_out:
        notes.append(tr("Not yet coded through, and left out: {names}.").format(names=", ".join(left_out)))
    return Figure(
        name="saturation",
        title=tr("New codes per interview"),
        chart=charts.saturation.chart(found, language=language),
        alt=charts.saturation.alt_text(found, language=language),
        numbers=found.frame,
        notes=notes,
        language=language,
    )


def triangulation(material: Material) -> Figure:
    """Draw how each kind of source stands to each theme."""
    return _triangulation(material, material.triangulations())


FIGURES: dict[str, Callable[[Material], Figure]] = {
    "frequencies": frequencies,
    "matrix": matrix,
    "frameworks": frameworks,
    "cooccurrence": cooccurrence,
    "timeline": timeline,
    "saturation": saturation,
    "triangulation": triangulation,
}
"""What draws which kind of picture."""


def on_pages(material: Material, name: str) -> Iterator[Figure]:
    """Yield a kind of picture in as many as it takes to be read on a page."""
    if name == "frequencies":
        counts = material.frequencies()
        parts = [
            _frequencies(material, counts.iloc[place].reset_index(drop=True))
            for place in _stretches(len(counts))
        ]
        yield from _numbered(parts)
    elif name == "matrix":
        found = material.matrix()
        parts = [
            _matrix(material, found.only(found.codes["code"].iloc[place]))
            for place in _stretches(len(found.codes))
        ]
        yield from _numbered(parts)
    elif name == "triangulation":
        seen = material.triangulations()
        yield from _numbered(
            [_triangulation(material, seen[place]) for place in _stretches(len(seen), THEMES)]
        )
    elif name == "cooccurrence" and material.choices.top is None and len(material.keys(top=False)) > LONGEST:
        yield cooccurrence(material.at_the_top())
    else:
        yield FIGURES[name](material)


def _numbered(parts: Sequence[Figure]) -> Iterator[Figure]:
    """Yield the parts of one picture, each with its number where there are several."""
    for place, part in enumerate(parts, 1):
        yield part if len(parts) == 1 else replace(part, title=f"{part.title} ({place}/{len(parts)})")


def _stretches(rows: int, longest: int = LONGEST) -> Iterator[slice]:
    """Yield stretches of about the same length, none above `longest`."""
    parts = max(-(-rows // longest), 1)
    for part in range(parts):
        yield slice(rows * part // parts, rows * (part + 1) // parts)


def _frequencies(material: Material, counts: "pd.DataFrame") -> Figure:
    language, codebook = material.language, material.codebook
    return Figure(
        name="frequencies",
        title=translator(language)("Informants per code"),
        chart=charts.frequencies.chart(counts, codebook, language=language),
        alt=charts.frequencies.alt_text(counts, codebook, language=language),
        numbers=counts,
        notes=[scope(language, roll_up=material.top(False))],
        language=language,
    )


def _matrix(material: Material, found: "Matrix") -> Figure:
    language, codebook = material.language, material.codebook
    tr = translator(language)
    return Figure(
        name="matrix",
        title=tr("Codings per code and informant"),
        chart=charts.matrix.chart(found, codebook, language=language),
        alt=charts.matrix.alt_text(found, codebook, language=language),
        numbers=found.shown(language),
        notes=[legend(language), scope(language, roll_up=material.top(False))],
        language=language,
    )


def _triangulation(material: Material, found: Sequence[Triangulation]) -> Figure:
    language = material.language
    tr = translator(language)
    return Figure(
        name="triangulation",
        title=tr("Triangulation of sources"),
        chart=charts.triangulation.chart(found, language=language),
        alt=charts.triangulation.alt_text(found, language=language),
        numbers=counted(found),
        notes=[
            charts.triangulation.how_to_read(language),
            f"{legend(language)}; {tr('blank: no source of this kind, or no code to look for')}.",
            tr("How a kind of source stands to a theme is the researcher's judgement."),
        ],
        language=language,
    )


def _named_rows(material: Material, cells: "pd.DataFrame") -> "pd.DataFrame":
    """Return cells with the names of the codes in place of their keys."""
    names = {code.key: material.codebook.path(code, material.language) for code in material.codebook.codes}
    named = cells.rename(index=names, columns=names)
    return named.rename_axis(index="code_path").reset_index()
