"""Pictures of the codings, and the numbers that they are made of."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qualcode.actions.chart_material import Choices, Material
from qualcode.actions.exporting import OnNotice, Outgoing, log_export, prepared, refuse_nothing, unheard
from qualcode.errors import UsageError
from qualcode.model import Coder
from qualcode.store import Store, View
from qualcode.tables.saturation import Saturation
from qualcode.tables.timeline import Timeline

if TYPE_CHECKING:
    import pandas as pd

    from qualcode.charts import Chart, Figure

CHARTS = {
    "frequencies": "How many informants each code was given to.",
    "matrix": "Codes against informants: how often, and which kind of absence.",
    "frameworks": "One framework over another, such as stages over indicators.",
    "cooccurrence": "Which codes go together.",
    "timeline": "The codes along one interview, in turns or minutes.",
    "saturation": "New codes per interview, and whether saturation is reached.",
}
"""Every kind of picture with what it shows."""


def chart(
    store: Store,
    actor: Coder,
    /,
    name: str,
    path: str | Path | None = None,
    *,
    width: float | None = None,
    pseudonyms: bool | None = None,
    on_notice: OnNotice = unheard,
    **choices: Any,
) -> "Chart":
    """Draw a picture, and write it to a file where one is named.

    Parameters
    ----------
    store, actor
        Where, and who looks.
    name
        One of `CHARTS`.
    path
        A .svg, .png, .html or .json (Vega-Lite) file; .csv and .xlsx hold the numbers. A file holds what
        consent allows, with pseudonyms unless they are not wanted; see `qualcode.actions.exporting`.
    width
        Of the picture in centimetres; by default as it comes out.
    pseudonyms, on_notice
        As for `qualcode.actions.tabling.table`.
    **choices
        Fields of `qualcode.actions.chart_material.Choices`, such as ``language``, ``filters`` or ``source``.

    Returns
    -------
    altair.LayerChart or altair.VConcatChart
        With title and notes.

    Raises
    ------
    UsageError
        There is no such picture, or nothing writes a file of that kind.
    NothingToShow
        No coding fits, so nothing was drawn.
    """
    figure = draw(
        store, actor, name, path, width=width, pseudonyms=pseudonyms, on_notice=on_notice, **choices
    )
    return figure.alone


def draw(
    store: Store,
    actor: Coder,
    /,
    name: str,
    path: str | Path | None = None,
    *,
    width: float | None = None,
    pseudonyms: bool | None = None,
    on_notice: OnNotice = unheard,
    **choices: Any,
) -> "Figure":
    """Return a picture with all that is said of it; parameters and errors are those of `chart`."""
    from qualcode.actions.figures import FIGURES
    from qualcode.exports.pictures import check_picture, write_figure

    if name not in CHARTS:
        raise UsageError(
            "there is no chart {name!r}", remedy="the charts are {names}", name=name, names=", ".join(CHARTS)
        )
    if path:
        check_picture(Path(path))
    with store.view(actor) as view:
        outgoing = prepared(view, pseudonyms=pseudonyms) if path else None
        material = Material(view, Choices(**choices), outgoing)
        refuse_nothing(empty=material.codings.empty)
        figure = FIGURES[name](material)
    if path and outgoing:
        write_figure(figure, Path(path), width=width)
        asked = material.asked["case"]
        log_export(store, actor, Path(path), asked, disguised=outgoing.pseudonyms)
        on_notice(outgoing.notice(asked, counts=True))
    return figure


def figures(
    view: View, names: Iterable[str], choices: Choices, *, outgoing: Outgoing | None = None
) -> "Iterator[Figure]":
    """Yield pictures for a document, each in as many as it takes to be read on a page.

    Names are as `outgoing` has them, so that no picture shows another name than the text around it.

    Where codings do not show what one needs (a second framework), it is left out; so is saturation from a
    reflexive study, to which it is foreign.
    """
    from qualcode.actions.figures import on_pages

    material = Material(view, choices, outgoing)
    approach = view.settings().get("approach", "")
    for name in names:
        if name == "saturation" and approach == "reflexive":
            continue
        if name == "frameworks" and len(material.codebook.frameworks) < 2:
            continue
        yield from on_pages(material, name)


def cooccurrence(store: Store, actor: Coder, /, **choices: Any) -> "pd.DataFrame":
    """Return which codes go together (see `qualcode.tables.cooccurrence`); choices are those of `chart`."""
    with store.view(actor) as view:
        return Material(view, Choices(**choices)).pairs()


def saturation(store: Store, actor: Coder, /, **choices: Any) -> Saturation:
    """Return what each interview adds (see `qualcode.tables.saturation`); choices are those of `chart`.

    Interviews that nobody coded through are left out, since they would look as if they added nothing.
    """
    with store.view(actor) as view:
        found, _left_out = Material(view, Choices(**choices)).saturation()
    return found


def timeline(store: Store, actor: Coder, /, source: str, **choices: Any) -> Timeline:
    """Return the codings of a source along it (see `qualcode.tables.timeline`)."""
    with store.view(actor) as view:
        return Material(view, Choices(source=source, **choices)).timeline()
