"""What an export says of itself: what consent left out, who was disguised, which names it could not tell."""

from typing import TYPE_CHECKING

import click

from qualcode.cli.language import counted
from qualcode.cli.printing import warn

if TYPE_CHECKING:
    from qualcode.actions.exporting import Notice


def tell_notice(notice: "Notice") -> None:
    """Say, where errors go, what somebody should know of a file that was written."""
    for names, text in (
        (notice.unquoted, "Not quoted, for want of consent: {names}."),
        (notice.uncounted, "Left out altogether, for want of consent: {names}."),
        (notice.disguised, "Disguised all the same, as the consent asks: {names}."),
        (notice.unnamed, "Under their own names, for want of a pseudonym: {names}."),
    ):
        if names:
            warn(text, names=", ".join(names))
    if notice.unsure:
        text = counted(
            "{count} word may be a name and stays as it is; see qualcode pseudonyms check.",
            "{count} words may be names and stay as they are; see qualcode pseudonyms check.",
            notice.unsure,
        )
        click.echo(text, err=True)
