"""``qualcode redo``."""

from pathlib import Path

from qualcode.cli.events import done_again
from qualcode.cli.options import cli_command, in_project, open_project
from qualcode.cli.printing import say


@cli_command("Do again what you took back last.", examples=["qualcode redo"])
@in_project
def command(folder: Path, coder: str | None) -> None:
    """Redo an action."""
    with open_project(folder, coder) as project:
        event = project.redo()
    say("Done again: {what}", what=done_again(event))
