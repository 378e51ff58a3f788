"""What an export says of itself: what consent left out, who was disguised, which names it could not tell."""

from typing import TYPE_CHECKING

import click

from qualcode.cli.language import counted, language
from qualcode.cli.printing import warn

if TYPE_CHECKING:
    from qualcode.actions.exporting import Notice
    from qualcode.settings import Dress


def tell_notice(notice: "Notice") -> None:
    """Say, where errors go, what somebody should know of a file that was written."""
    if notice.unquoted:
        warn("Not quoted, for want of consent: {names}.", names=", ".join(notice.unquoted))
    if notice.uncounted:
        warn("Left out altogether, for want of consent: {names}.", names=", ".join(notice.uncounted))
    if notice.disguised:
        warn("Disguised all the same, as the consent asks: {names}.", names=", ".join(notice.disguised))
    if notice.unnamed:
        warn("Under their own names, for want of a pseudonym: {names}.", names=", ".join(notice.unnamed))
    if notice.undisguised:
        warn("Nobody has a pseudonym yet, so names are as they were said; see qualcode pseudonyms propose.")
    if notice.unsure:
        text = counted(
            "{count} word may be a name and stays as it is; see qualcode pseudonyms check.",
            "{count} words may be names and stay as they are; see qualcode pseudonyms check.",
            notice.unsure,
        )
        click.echo(text, err=True)


def tell_headings(dress: "Dress") -> None:
    """Say which styles of a template may be its headings, where a Word document would not use them."""
    out = click.get_current_context().params.get("out")
    if dress.template is None or out is None or out.suffix.lower() != ".docx":
        return
    from qualcode.exports.docx_headings import on_headings

    if text := on_headings(dress, language()):
        click.echo(text, err=True)
