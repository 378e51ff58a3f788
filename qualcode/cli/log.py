"""``qualcode log``."""

from dataclasses import asdict
from pathlib import Path

import click

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
    rows = [(event.seq, event.at, event.actor, event.action, event.summary) for event in events]
    print_table(["No", "Time (UTC)", "Coder", "Action", "What"], rows, right=[0])
