"""``qualcode log``."""

from dataclasses import asdict
from pathlib import Path

import click

from qualcode.cli.events import action_word, summary_words
from qualcode.cli.options import as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import print_json, print_table


@cli_command("Show the history, newest first.", examples=["qualcode log", "qualcode log --limit 100"])
@option("--limit", type=click.IntRange(1), default=20, help="How many events.")
@as_json
@in_project
def command(limit: int, as_json: bool, folder: Path, coder: str | None) -> None:
    """Show the history."""
    with open_project(folder, coder) as project:
        events = project.log(limit=limit)
    if as_json:
        print_json([asdict(event) for event in events])
        return
    rows = [
        (each.seq, each.at, each.actor, action_word(each.action), summary_words(each.action, each.summary))
        for each in events
    ]
    print_table(["No", "Time (UTC)", "Coder", "Action", "What"], rows, right=[0])
