"""``qualcode codebook framework``: the families of codes."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.codebook.group import command
from qualcode.cli.codebook.reworking import agreeing
from qualcode.cli.language import language
from qualcode.cli.options import argument, in_project, open_project, option, subcommand
from qualcode.cli.printing import say

if TYPE_CHECKING:
    from qualcode.codebook_files.edit import Text


@subcommand(
    command,
    "framework",
    "Name a framework, define it, put it elsewhere among the others, or take it away.",
    examples=[
        "qualcode codebook framework stage --name 'Tahap pemberdayaan' --language id",
        "qualcode codebook framework stage --place 1",
        "qualcode codebook framework inductive --remove --codes-to problem",
    ],
)
@argument("framework")
@option("--name", metavar="NAME", help="Its new name.")
@option("--definition", metavar="TEXT", help="What it gathers.")
@option("--language", "spoken", default="", metavar="LANG", help="Name and definition in this language only.")
@option("--id", "key", metavar="ID", help="Its new id in files and queries.")
@option("--place", type=click.IntRange(min=1), metavar="N", help="Its new place, from 1.")
@option("--remove", is_flag=True, help="Take it away.")
@option("--codes-to", default="", metavar="FRAMEWORK", help="The framework that its codes go to.")
@option("--yes", is_flag=True, help="Do not ask.")
@in_project
def framework(
    framework: str,
    name: str | None,
    definition: str | None,
    spoken: str,
    key: str | None,
    place: int | None,
    remove: bool,
    codes_to: str,
    yes: bool,
    folder: Path,
    coder: str | None,
) -> int:
    """Work on a framework."""
    from qualcode.actions.families import FrameworkChange

    with open_project(folder, coder) as project:
        if remove:
            done = project.remove_framework(framework, codes_to=codes_to, agree=agreeing(yes=yes))
            if done is not None:
                say("{code} is removed; qualcode undo brings it back.", code=framework)
            return 0 if done is not None else 1
        change = FrameworkChange(
            key=key,
            name=_in(spoken, name),
            definition=_in(spoken, definition),
            position=place - 1 if place else None,
        )
        found = project.edit_framework(framework, change)
    click.echo(f"{found.key}: {found.name.get(spoken or language())}")
    return 0


def _in(language: str, text: str | None) -> "Text | None":
    return {language: text} if language and text is not None else text
