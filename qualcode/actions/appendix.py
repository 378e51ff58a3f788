"""The appendix of a thesis: its parts gathered from the project, and written as one document."""

from collections.abc import Callable, Sequence
from pathlib import Path

from qualcode.actions.appendix_parts import NEEDS, PARTS, Material, Wanted
from qualcode.actions.exporting import OnNotice, log_export, prepared, title_of, unheard
from qualcode.errors import UsageError
from qualcode.exports.appendix import Part, write_appendix
from qualcode.model import Coder
from qualcode.settings import Dress
from qualcode.store import Store

__all__ = ["PARTS", "Wanted", "appendix"]


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
) -> list[str]:
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
    list of str
        The names of the parts that are in it.

    Raises
    ------
    UsageError
        There is no such part; a part was asked for by name and there is nothing for it.
    """
    wanted = wanted or Wanted()
    _check_parts(wanted.parts)
    with store.view(actor) as view:
        outgoing = prepared(view, pseudonyms=pseudonyms)
        material = Material(view, wanted, outgoing)
        found: dict[str, Part] = {}
        for name in wanted.parts or PARTS:
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
    on_notice(outgoing.notice(material.asked["case"], material.codings["quotation"]))
    return [*found]


def _check_parts(names: Sequence[str]) -> None:
    for name in names:
        if name not in PARTS:
            raise UsageError(
                "there is no part {part!r}", remedy="the parts are {known}", part=name, known=" ".join(PARTS)
            )
