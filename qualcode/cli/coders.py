"""``qualcode coders``."""

from pathlib import Path

import click

from qualcode.cli.language import tr, word
from qualcode.cli.options import argument, cli_group, in_project, open_project, option, subcommand
from qualcode.cli.printing import print_table, say
from qualcode.model import CoderRole


@cli_group(
    "List the coders, add one, set roles, or release work: until then the other coders do not see it.",
    examples=["qualcode coders"],
    invoke_without_command=True,
)
@in_project
@click.pass_context
def command(context: click.Context, folder: Path, coder: str | None) -> None:
    """List the coders."""
    if context.invoked_subcommand:
        return
    with open_project(folder, coder) as project:
        rows = [
            (each.handle, word(each.role), tr("released" if each.released else "not released"),
             tr("you") if each.id == project.coder.id else "")
            for each in project.coders()
        ]  # fmt: skip
    print_table(["Coder", "Role", "Work", ""], rows)


@subcommand(
    command,
    "set",
    "Add a coder, or set a role.",
    examples=["qualcode coders set bu_dewi --role supervisor"],
)
@argument("handle")
@option("--role", type=click.Choice([role.value for role in CoderRole]), help="What the coder may do.")
@in_project
def set_(handle: str, role: str | None, folder: Path, coder: str | None) -> None:
    """Add a coder or set a role."""
    with open_project(folder, coder) as project:
        found = project.set_coder(handle, role=CoderRole(role) if role else None)
    say("{handle}: {role}.", handle=found.handle, role=word(found.role))


@subcommand(
    command,
    "release",
    "Let the other coders see a coder's work (--hide: no longer).",
    examples=["qualcode coders release rani", "qualcode coders release rani --hide"],
)
@argument("handle")
@option("--hide", is_flag=True, help="Hide it again.")
@in_project
def release(handle: str, hide: bool, folder: Path, coder: str | None) -> None:
    """Release a coder's work."""
    with open_project(folder, coder) as project:
        project.release(handle, released=not hide)
    if hide:
        say("The others no longer see the work of {handle}.", handle=handle)
    else:
        say("The others now see the work of {handle}.", handle=handle)
