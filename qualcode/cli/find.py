"""``qualcode find``."""

import re
from dataclasses import asdict
from pathlib import Path

import click

from qualcode.cli.options import argument, as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import console, is_terminal, print_json, say

LOGIC = re.compile(r"\b(AND|OR|NOT|DAN|ATAU)\b|[\"\u201c\u201d]")
"""What people try who know other programs."""


@cli_command(
    "Show where a KEYWORD of the keyword language stands, in context.",
    examples=[
        "qualcode find latih",
        "qualcode find 'latih ~3 gratis'",
        "qualcode find '=media sosial' --source W3-astuti --interviewer",
    ],
)
@argument("keyword")
@option("--source", "sources", multiple=True, help="Only this source.")
@option("--interviewer", is_flag=True, help="Look in the interviewers' turns too.")
@option("--width", type=click.IntRange(0, 500), default=8, help="Words of context on either side.")
@as_json
@in_project
def command(
    keyword: str,
    sources: tuple[str, ...],
    interviewer: bool,
    width: int,
    as_json: bool,
    folder: Path,
    coder: str | None,
) -> None:
    """Show a keyword in context."""
    with open_project(folder, coder) as project:
        lines = list(project.find(keyword, sources=sources, interviewer=interviewer, width=width))
    if as_json:
        print_json([asdict(line) for line in lines])
        return
    places = [f"{line.source}.{line.turn}" if line.turn else line.source for line in lines]
    room, margin = max(map(len, places), default=0), max((len(line.before) for line in lines), default=0)
    for line, place in zip(lines, places, strict=True):
        if is_terminal():
            from rich.text import Text

            words = (line.words, "bold reverse")
            console().print(
                Text.assemble((place.ljust(room), "dim"), "  ", line.before.rjust(margin), words, line.after),
                no_wrap=True, overflow="ellipsis", soft_wrap=False,
            )  # fmt: skip
        else:
            click.echo(f"{place}\t{line.before}\t{line.words}\t{line.after}")
    if is_terminal() or not lines:
        say(
            "Places: {count}; sources: {sources}.",
            count=len(lines),
            sources=len({line.source for line in lines}),
        )
    if not lines and LOGIC.search(keyword):
        say(
            "Keywords have no AND, OR or quotation marks: write a phrase, or words near each other as a ~3 b."
        )
