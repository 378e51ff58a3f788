"""``qualcode undo``."""

from collections import Counter
from pathlib import Path

import click

from qualcode.cli.events import action_word, taken_back
from qualcode.cli.options import cli_command, in_project, open_project, option
from qualcode.cli.printing import say
from qualcode.model import Event


@cli_command(
    "Take back your latest action, whole. Where somebody touched the same since, it is refused. Each file "
    "that was added is an action of its own.",
    examples=["qualcode undo", "qualcode undo --count 3"],
)
@option("--count", type=click.IntRange(min=1), default=1, help="How many actions to take back.")
@in_project
def command(count: int, folder: Path, coder: str | None) -> None:
    """Undo actions."""
    passed: list[Event] = []
    with open_project(folder, coder) as project:
        for _ in range(count):
            passed.clear()
            event = project.undo(on_passed=passed.append)
            say("Took back: {what}", what=taken_back(event))
    if passed:
        counts = Counter(action_word(each.action) for each in passed).items()
        listed = ", ".join(f"{action} × {number}" for action, number in counts)
        say("Passed over, since words of it are erased: {actions}", actions=listed)
