"""``qualcode undo``."""

from pathlib import Path

from qualcode.cli.events import taken_back
from qualcode.cli.options import cli_command, in_project, open_project
from qualcode.cli.printing import say


@cli_command(
    "Take back your latest action, whole. Where somebody touched the same since, it is refused.",
    examples=["qualcode undo"],
)
@in_project
def command(folder: Path, coder: str | None) -> None:
    """Undo an action."""
    with open_project(folder, coder) as project:
        event = project.undo()
    say("Took back: {what}", what=taken_back(event))
