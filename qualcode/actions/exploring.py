"""Pictures to be asked: which quotations stand behind which mark."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias, Unpack

import numpy as np

from qualcode.actions.chart_material import Choices, Choosing, Material
from qualcode.actions.charting import checked
from qualcode.actions.exporting import refuse_nothing
from qualcode.actions.theming import themes
from qualcode.query import Places
from qualcode.store import View
from qualcode.tables.summary import drawn_from

if TYPE_CHECKING:
    from qualcode.charts.explored import Explored, Quoted

Mark: TypeAlias = tuple[str, ...]
"""What tells a mark apart, see `qualcode.charts.explored.FIELDS`."""


def explore(view: View, /, name: str, **choices: Unpack[Choosing]) -> "Explored":
    """Draw a picture that can be asked: a click on a cell or a bar shows the quotations behind it.

    It works in JupyterLab, in a notebook that is only read, too; elsewhere the picture alone is shown. The
    notebook's file then holds those quotations, with the informants' names as they are here.

    Parameters
    ----------
    view
        Of the actor.
    name, **choices
        As for `Project.chart`.

    Returns
    -------
    Explored
        To be shown, or to be saved as a page: ``project.explore("frameworks").save("asked.html")``.

    Raises
    ------
    UsageError
        There is no such picture.
    NothingToShow
        No coding fits, so nothing was drawn.
    """
    from qualcode.actions.figures import FIGURES
    from qualcode.charts.explored import Explored

    checked(name)
    material = Material(view, Choices(**choices))
    refuse_nothing(empty=material.codings.empty)
    return Explored(FIGURES[name](material), _quotations(material, name))


def _quotations(material: Material, name: str) -> "Mapping[Mark, list[Quoted]]":
    """Return the quotations behind each mark in reading order; words that several coded stand there once."""
    from qualcode.charts.explored import Quoted

    frame = material.codings
    columns = ("reference", "case", "source", "coder", "quotation", "start", "end")
    held = list(zip(*(frame[column].tolist() for column in columns), strict=True))
    found: dict[Mark, dict[object, Quoted]] = defaultdict(dict)
    for mark, row in MARKS[name](material):
        reference, case, source, coder, words, start, end = held[row]
        if words:
            origin = f"{reference}   {case or source} ({coder})"
            found[mark].setdefault((source, start, end, words), Quoted(words, origin))
    return {mark: [*quotations.values()] for mark, quotations in found.items()}


class _Codes:
    """Which codes a coding counts for: its own, and those above where these are counted in."""

    def __init__(self, material: Material, *, usual: bool) -> None:
        book, rolled = material.codebook, material.top(usual)
        chains = {
            code.key: (code.key, *(above.key for above in book.ancestors(code) if rolled))
            for code in book.codes
        }
        self.order = {code.key: place for place, code in enumerate(book.codes)}
        self.of = [chains.get(key, (key,)) for key in material.codings["code"].tolist()]

    def __iter__(self) -> Iterator[tuple[int, str]]:
        return ((row, key) for row, chain in enumerate(self.of) for key in chain)


def _by_code(material: Material, *, usual: bool = False) -> Iterator[tuple[Mark, int]]:
    for row, key in _Codes(material, usual=usual):
        yield (key,), row


def _by_unit(material: Material) -> Iterator[tuple[Mark, int]]:
    by = "case" if material.coverage["case"].any() else "source"
    place = {name: str(at) for at, name in enumerate(material.matrix().counts.columns)}
    units = material.codings[by].tolist()
    for row, key in _Codes(material, usual=False):
        if units[row] in place:
            yield (key, place[units[row]]), row


def _beside(material: Material) -> Iterator[tuple[int, "list[int]"]]:
    """Yield each coding with the others that go together with it."""
    frame = material.codings
    if material.choices.within == "words":
        rows = np.arange(len(frame), dtype=np.int64)
        for row, others in zip(rows.tolist(), Places.of(frame).beside(rows), strict=True):
            yield row, others.tolist()
        return
    turns = list(zip(frame["source_id"].tolist(), frame["turn"].tolist(), strict=True))
    together: dict[object, list[int]] = defaultdict(list)
    for row, turn in enumerate(turns):
        together[turn].append(row)
    yield from ((row, [other for other in together[turn] if other != row]) for row, turn in enumerate(turns))


def _by_framework(material: Material) -> Iterator[tuple[Mark, int]]:
    codes, book = _Codes(material, usual=True), material.codebook
    families = {code.key: code.framework_id for code in book.codes}
    rows, columns = (side.id for side in material.sides)
    for row, others in _beside(material):
        for key in codes.of[row]:
            if families.get(key) == rows:
                beside = dict.fromkeys(each for other in others for each in codes.of[other])
                yield from (((key, each), row) for each in beside if families.get(each) == columns)


def _by_pair(material: Material) -> Iterator[tuple[Mark, int]]:
    codes = _Codes(material, usual=False)
    for row, others in _beside(material):
        for key in codes.of[row]:
            yield (key, key), row
            beside = dict.fromkeys(each for other in others for each in codes.of[other])
            yield from (
                ((each, key), row) for each in beside if codes.order.get(each, -1) > codes.order.get(key, -1)
            )


def _by_source(material: Material) -> Iterator[tuple[Mark, int]]:
    """Yield the codings by which an interview gave a code for the first time."""
    found, _left_out = material.saturation()
    place = {name: at for at, name in enumerate(found.frame["source"], 1)}
    sources, codes = material.codings["source"].tolist(), material.codings["code"].tolist()
    first: dict[str, int] = {}
    for source, code in zip(sources, codes, strict=True):
        if source in place:
            first[code] = min(place[source], first.get(code, len(place)))
    seen: set[str] = set()
    for row, (source, code) in enumerate(zip(sources, codes, strict=True)):
        if code not in seen and place.get(source) == first.get(code):
            seen.add(code)
            yield (str(first[code]),), row


def _by_turn(material: Material) -> Iterator[tuple[Mark, int]]:
    names = material.codings["source"].tolist()
    for mark, row in _by_code(material):
        if names[row] == material.timeline().source:
            yield mark, row


def _by_theme(material: Material) -> Iterator[tuple[Mark, int]]:
    """Yield the codings that themes rest on, by kind of source."""
    frame = material.codings.reset_index(drop=True)
    kinds = frame["kind"].tolist()
    for place, theme in enumerate(themes(material.view)):
        for row in drawn_from(theme, frame, material.codebook).index.tolist():
            yield (str(place), kinds[row]), row


MARKS = {
    "frequencies": _by_code,
    "matrix": _by_unit,
    "frameworks": _by_framework,
    "cooccurrence": _by_pair,
    "timeline": _by_turn,
    "saturation": _by_source,
    "triangulation": _by_theme,
}
"""Per kind of picture, what yields its marks with the rows of the codings frame behind them."""
