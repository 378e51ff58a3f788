"""``qualcode speakers``."""

from pathlib import Path

import click

from qualcode.cli.language import tr, word
from qualcode.cli.options import argument, cli_group, in_project, open_project, option, subcommand
from qualcode.cli.printing import print_table, say
from qualcode.model import Role


@cli_group(
    "List who speaks in which source, or set a speaker's role and case.",
    examples=["qualcode speakers"],
    invoke_without_command=True,
)
@in_project
@click.pass_context
def command(context: click.Context, folder: Path, coder: str | None) -> None:
    """List the speakers."""
    if context.invoked_subcommand:
        return
    with open_project(folder, coder) as project:
        speakers = project.speakers().to_dict("records")
    rows = [
        (each["source"], each["speaker"], each["name"], word(Role(each["role"])),
         "" if each["confirmed"] else tr("guessed"), each["case"])
        for each in speakers
    ]  # fmt: skip
    print_table(["Source", "Label", "Name", "Role", "", "Case"], rows)


@subcommand(
    command,
    "set",
    "Set a speaker's role or case.",
    examples=[
        "qualcode speakers set W1-zul P --role interviewer",
        "qualcode speakers set W1-zul Z --case Zul",
    ],
)
@argument("source")
@argument("label")
@option("--role", type=click.Choice([role.value for role in Role]), help="What the speaker does.")
@option("--case", metavar="NAME", help="The case the speaker speaks for; made where there is none.")
@in_project
def set_(
    source: str, label: str, role: str | None, case: str | None, folder: Path, coder: str | None
) -> None:
    """Set a speaker's role or case."""
    with open_project(folder, coder) as project:
        speaker = project.set_speaker(source, label, role=Role(role) if role else None, case=case)
    say("{source} {label}: {role}.", source=source, label=speaker.label, role=word(speaker.role))
