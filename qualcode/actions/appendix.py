"""The appendix of a thesis: its parts gathered from the project, and written as one document."""

from collections.abc import Callable, Sequence
from pathlib import Path

from qualcode.actions.appendix_parts import NEEDS, PARTS, Material, Wanted
from qualcode.actions.exporting import (
    NothingToShow,
    OnNotice,
    log_export,
    prepared,
    refuse_nothing,
    title_of,
    unheard,
)
from qualcode.actions.filters import Filters
from qualcode.errors import UsageError
from qualcode.exports.appendix import Part, Size, write_appendix
from qualcode.model import Coder, Coding
from qualcode.settings import Dress
from qualcode.store import Store, View

__all__ = ["PARTS", "Wanted", "appendix"]

OF_NOBODY = frozenset({"guide", "codebook"})
"""Parts with nothing of any informant."""

CODED = frozenset({"segments", "reduction", "themes", "matrix", "triangulation", "pictures"})
"""Parts that are made of codings."""


def appendix(
    store: Store,
    actor: Coder,
    path: str | Path,
    *,
    wanted: Wanted | None = None,
    dress: Dress | None = None,
    pseudonyms: bool | None = None,
    on_notice: OnNotice = unheard,
    on_part: Callable[[str], None] = lambda name: None,
) -> dict[str, Size]:
    """Write the appendix, as a document or as a workbook with a sheet per part.

    Parameters
    ----------
    store, actor
        Where, and who asks.
    path
        A .docx, .html, .md, .tex or .xlsx.
    wanted
        What goes into it.
    dress, pseudonyms, on_notice
        As in `qualcode.actions.summarising.summary`.
    on_part
        Hears the name of each part that is being made.

    Returns
    -------
    dict
        The names of the parts that are in it, and how much each holds.

    Raises
    ------
    UsageError
        There is no such part; a part was asked for by name and there is nothing for it.
    NothingToShow
        Nothing is coded yet, or no coding fits the filters.
    """
    wanted = wanted or Wanted()
    _check_parts(wanted.parts)
    with store.view(actor) as view:
        outgoing = prepared(view, pseudonyms=pseudonyms)
        material = Material(view, wanted, outgoing)
        _check_material(material, view)
        found: dict[str, Part] = {}
        for name in material.parts:
            on_part(name)
            part = PARTS[name](material)
            if part:
                found[name] = part
            elif wanted.parts:
                raise UsageError("there is nothing for the part {part} yet", remedy=NEEDS[name], part=name)
        heading = title_of(view) or material.tr("Appendix")
    write_appendix(
        [*found.values()], Path(path), heading=heading, language=wanted.language, first=wanted.first,
        dress=dress, disguise=outgoing.disguise,
    )  # fmt: skip
    log_export(store, actor, Path(path), material.cases, disguised=outgoing.pseudonyms)
    told = material.asked["case"] if found.keys() - OF_NOBODY else ()
    on_notice(outgoing.notice(told, material.codings["quotation"] if len(told) else ()))
    return {name: part.size for name, part in found.items()}


def _check_material(material: Material, view: View) -> None:
    """Refuse an appendix without codings, but for parts that somebody names and that need none."""
    wanted = material.wanted
    if not material.asked.empty or not (set(wanted.parts or CODED) & CODED):
        return
    if wanted.filters != Filters() and view.count(Coding):
        refuse_nothing(empty=True)
    if not wanted.parts:
        raise NothingToShow(
            "nothing is coded yet, so nothing was written",
            remedy="code something, or name the parts you want, such as --parts transcripts,codebook",
        )


def _check_parts(names: Sequence[str]) -> None:
    for name in names:
        if name not in PARTS:
            raise UsageError(
                "there is no part {part!r}", remedy="the parts are {known}", part=name, known=" ".join(PARTS)
            )
