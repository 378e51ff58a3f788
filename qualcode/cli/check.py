"""``qualcode check``."""

from pathlib import Path

import click

from qualcode.cli.language import language
from qualcode.cli.options import cli_command, in_project, open_project
from qualcode.cli.printing import say
from qualcode.locale import explain


@cli_command(
    "Replay the history and compare it with the present: what was changed outside qualcode shows.",
    examples=["qualcode check"],
)
@in_project
def command(folder: Path, coder: str | None) -> int:
    """Check the project."""
    with open_project(folder, coder) as project:
        faults = project.check()
        events = project.log(limit=1)
    for fault in faults:
        click.echo(explain(fault, language()))
    if not faults:
        say("Sound: {count} events replayed, nothing differs.", count=events[0].seq if events else 0)
    return 1 if faults else 0
