"""What an export says of itself: what consent left out, who was disguised, which names it could not tell."""

from typing import TYPE_CHECKING

import click

from qualcode.cli.language import counted
from qualcode.cli.printing import warn

if TYPE_CHECKING:
    from qualcode.actions.exporting import Notice


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
    if notice.unsure:
        text = counted(
            "{count} word may be a name and stays as it is; see qualcode pseudonyms check.",
            "{count} words may be names and stay as they are; see qualcode pseudonyms check.",
            notice.unsure,
        )
        click.echo(text, err=True)
