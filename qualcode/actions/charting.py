"""Pictures of the codings, and the numbers that they are made of."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from qualcode.actions.chart_material import Choices, Choosing, Counting, Material
from qualcode.actions.exporting import OnNotice, Outgoing, log_export, prepared, refuse_nothing, unheard
from qualcode.actions.theming import themes
from qualcode.errors import UsageError
from qualcode.model import Coder
from qualcode.store import Store, View
from qualcode.tables.codebook_order import in_codebook_order
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
    "triangulation": "Themes by kind of source: how each kind stands to them, for and against.",
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
    **choices: Unpack[Choosing],
) -> "Chart":
    """Draw a picture, and write it to a file where one is named.

    Parameters
    ----------
    store, actor
        Where, and who looks.
    name
        ``"frequencies"``, ``"matrix"``, ``"frameworks"``, ``"cooccurrence"``,
        ``"timeline"``, ``"saturation"`` or ``"triangulation"``.
    path
        A .svg, .png, .html or .json (Vega-Lite) file; .csv and .xlsx hold the numbers. A file holds what
        consent allows, with pseudonyms as the study has them.
    width
        Of the picture in centimetres; by default as it comes out.
    pseudonyms, on_notice
        As for `Project.table`.
    **choices
        ``filters`` and ``language``, of all; ``top``: topmost codes only, with what is coded below them;
        ``source`` and ``unit`` (``"turns"`` or ``"minutes"``) of a timeline; ``rows`` and ``columns``, the
        frameworks laid over each other, and ``each_case``, for each informant as well; ``within``
        (``"words"`` or ``"turn"``), what codes have to share to go together; ``base``, ``run`` and
        ``threshold`` of saturation.

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
    **choices: Unpack[Choosing],
) -> "Figure":
    """Return a picture with all that is said of it; parameters and errors are those of `chart`."""
    from qualcode.actions.figures import FIGURES
    from qualcode.exports.pictures import check_picture, write_figure

    checked(name)
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


def checked(name: str) -> None:
    """Refuse a kind of picture that there is not.

    Raises
    ------
    UsageError
        It names those there are.
    """
    if name not in CHARTS:
        raise UsageError(
            "there is no chart {name!r}", remedy="the charts are {names}", name=name, names=", ".join(CHARTS)
        )


def figures(
    view: View, names: Iterable[str], choices: Choices, *, outgoing: Outgoing | None = None
) -> "Iterator[Figure]":
    """Yield pictures for a document, each in as many as it takes to be read on a page.

    Names are as `outgoing` has them, so that no picture shows another name than the text around it.

    Where a study does not have what one needs (a second framework, a theme), it is left out; so is saturation
    from a reflexive study, to which it is foreign.
    """
    from qualcode.actions.figures import on_pages

    material = Material(view, choices, outgoing)
    approach = view.settings().get("approach", "")
    for name in names:
        if name == "saturation" and approach == "reflexive":
            continue
        if name == "frameworks" and len(material.codebook.frameworks) < 2:
            continue
        if name == "triangulation" and not themes(view):
            continue
        yield from on_pages(material, name)


def cooccurrence(store: Store, actor: Coder, /, **choices: Unpack[Choosing]) -> "pd.DataFrame":
    """Return which codes go together, and how often.

    Parameters
    ----------
    store, actor
        Where, and who looks.
    **choices
        ``filters``, ``language``; ``within``: what two codes have to share, ``"words"`` or ``"turn"``;
        ``top``: topmost codes only, with what is coded below them.

    Returns
    -------
    pandas.DataFrame
        A row per pair that occurs: ``code`` and ``other``, categories in codebook order; ``informants``
        (distinct cases), ``sources``, and ``places``, stretches of text. Where both are one code: how often
        it was given at all.
    """
    with store.view(actor) as view:
        material = Material(view, Choices(**choices))
        return in_codebook_order(material.pairs(), material.codebook, material.language)


def saturation(store: Store, actor: Coder, /, **choices: Unpack[Choosing]) -> Saturation:
    """Return what each interview adds to the codes found before, by the measure of Guest et al. (2020).

    Interviews that nobody coded through are left out, since they would look as if they added nothing.

    Parameters
    ----------
    store, actor
        Where, and who looks.
    **choices
        ``filters``; ``base``, interviews at the beginning that are compared with; ``run``, interviews that
        make a step; ``threshold``, the share of new codes at which saturation is reached.
    """
    with store.view(actor) as view:
        found, _left_out = Material(view, Choices(**choices)).saturation()
    return found


def timeline(store: Store, actor: Coder, /, source: str, **choices: Unpack[Counting]) -> Timeline:
    """Return where along a source each code was given.

    Parameters
    ----------
    store, actor
        Where, and who looks.
    source
        Its name.
    **choices
        ``filters``, ``language``; ``unit``: ``"turns"`` or ``"minutes"``, by default minutes where the source
        has times; ``top``: topmost codes only, with what is coded below them.
    """
    with store.view(actor) as view:
        found = Material(view, Choices(source=source, **choices)).timeline()
        codebook = view.codebook()
    return replace(found, frame=in_codebook_order(found.frame, codebook, choices.get("language", "id")))
