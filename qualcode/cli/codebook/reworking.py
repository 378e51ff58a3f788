"""``qualcode codebook add | rename | move | merge | split | remove``: the codebook while one codes."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.codebook.group import command
from qualcode.cli.language import counted, tr
from qualcode.cli.options import argument, in_project, open_project, option, subcommand
from qualcode.cli.printing import confirmed, say

if TYPE_CHECKING:
    from qualcode.actions.second_cycle import Agree

FILE = click.Path(dir_okay=False, path_type=Path)


@subcommand(
    command,
    "add",
    "Add a code below another, to a framework, or among the inductive codes.",
    examples=["qualcode codebook add 'modal keluarga' --parent capital"],
)
@argument("name")
@option("--parent", default="", metavar="CODE", help="The code above it.")
@option("--framework", default="", help="Its framework.")
@in_project
def add(name: str, parent: str, framework: str, folder: Path, coder: str | None) -> None:
    """Add a code."""
    with open_project(folder, coder) as project:
        code = project.add_code(name, framework=framework, parent=parent)
    say("Added {key}.", key=code.key)


@subcommand(
    command,
    "rename",
    "Give a code another name; its key and its codings stay.",
    examples=["qualcode codebook rename capital 'Modal usaha' --language id"],
)
@argument("code")
@argument("name")
@option("--language", "spoken", default="", metavar="LANG", help="The name in this language only.")
@in_project
def rename(code: str, name: str, spoken: str, folder: Path, coder: str | None) -> None:
    """Rename a code."""
    with open_project(folder, coder) as project:
        found = project.rename_code(code, name, language=spoken)
    say("{key} is now named {name}.", key=found.key, name=name)


@subcommand(
    command,
    "move",
    "Put a code, with all below it, under another code or at the top of a framework.",
    examples=[
        "qualcode codebook move fear --parent motivation",
        "qualcode codebook move fear --framework problem",
    ],
)
@argument("code")
@option("--parent", default="", metavar="CODE", help="The code above it.")
@option("--framework", default="", help="The framework at whose top it goes.")
@in_project
def move(code: str, parent: str, framework: str, folder: Path, coder: str | None) -> None:
    """Move a code."""
    with open_project(folder, coder) as project:
        found = project.move_code(code, parent=parent, framework=framework)
    say("{key} is moved.", key=found.key)


@subcommand(
    command,
    "merge",
    "Merge codes into one; their codings go along and come up in `review --recode`.",
    examples=["qualcode codebook merge capital business_capital --into capital"],
)
@argument("codes", nargs=-1, required=True)
@option("--into", required=True, metavar="CODE", help="The code that stays.")
@option("--yes", is_flag=True, help="Do not ask.")
@in_project
def merge(codes: tuple[str, ...], into: str, yes: bool, folder: Path, coder: str | None) -> int:
    """Merge codes."""
    with open_project(folder, coder) as project:
        done = project.merge_codes([code for code in codes if code != into], into, agree=agreeing(yes=yes))
    if done is not None:
        click.echo(
            counted("{count} coding is now {code}.", "{count} codings are now {code}.", done.total, code=into)
        )
    return 0 if done is not None else 1


@subcommand(
    command,
    "split",
    "Split the named codings of yours off CODE into a new code NAME.",
    examples=["qualcode codebook split capital 'modal keluarga' W1-zul.12 W6-darmi.8"],
)
@argument("code")
@argument("name")
@argument("codings", nargs=-1, required=True)
@option("--yes", is_flag=True, help="Do not ask.")
@in_project
def split(code: str, name: str, codings: tuple[str, ...], yes: bool, folder: Path, coder: str | None) -> int:
    """Split a code."""
    with open_project(folder, coder) as project:
        done = project.split_code(code, name, codings, agree=agreeing(yes=yes))
    if done is not None:
        click.echo(
            counted("{count} coding is now {code}.", "{count} codings are now {code}.", done.total, code=name)
        )
    return 0 if done is not None else 1


@subcommand(
    command,
    "remove",
    "Remove a code; where it is in use, say where its codings go.",
    examples=["qualcode codebook remove fear --codings-to motivation"],
)
@argument("code")
@option("--codings-to", default="", metavar="CODE", help="The code that its codings go to.")
@option("--yes", is_flag=True, help="Do not ask.")
@in_project
def remove(code: str, codings_to: str, yes: bool, folder: Path, coder: str | None) -> int:
    """Remove a code."""
    with open_project(folder, coder) as project:
        done = project.remove_code(code, codings_to=codings_to, agree=agreeing(yes=yes))
    if done is not None:
        say("{code} is removed; qualcode undo brings it back.", code=code)
    return 0 if done is not None else 1


def agreeing(*, yes: bool) -> "Agree":
    """Return what shows the codings that a change touches, and asks."""

    def agree(touched: object) -> bool:
        counts = getattr(touched, "codings", {})
        for key, count in counts.items():
            click.echo(counted("  {key}: {count} coding", "  {key}: {count} codings", count, key=key))
        return not counts or confirmed(tr("Go ahead?"), yes=yes)

    return agree
