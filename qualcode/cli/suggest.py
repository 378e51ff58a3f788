"""``qualcode suggest``."""

from pathlib import Path

import click

from qualcode.cli.options import argument, as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import print_json, print_table, progress, say


@cli_command(
    "Suggest codes for every passage of every informant, by the codebook's keywords. Suggestions are never "
    "counted; they show in `review` once you have coded their source through.",
    examples=["qualcode suggest", "qualcode suggest W1-zul --by sentence"],
)
@argument("sources", nargs=-1)
@option(
    "--by",
    type=click.Choice(["passage", "turn", "paragraph", "sentence"]),
    default="passage",
    help="What is looked at: by default a turn, cut where it is long.",
)
@as_json
@in_project
def command(sources: tuple[str, ...], by: str, as_json: bool, folder: Path, coder: str | None) -> None:
    """Suggest codes."""
    done: list[str] = []
    with open_project(folder, coder) as project, progress("Suggesting") as step:

        def on_source(name: str) -> None:
            done.append(name)
            step(len(done), len(sources) or len(done), name)

        report = project.suggest(sources=sources, by=by, on_source=on_source)
    if as_json:
        print_json({"passages": report.passages, "suggestions": report.suggestions,
                    "by_source": report.by_source, "hidden": report.hidden})  # fmt: skip
        return
    print_table(
        ["Source", "Suggestions", "Waiting until coded through"],
        [(name, count, report.hidden.get(name, 0)) for name, count in report.by_source.items()],
        right=[1, 2],
    )
    say("{count} suggestions for {passages} passages.", count=report.suggestions, passages=report.passages)
    if report.hidden:
        say("Those that wait show once you have coded their source through: qualcode read SOURCE.")
    if sum(report.hidden.values()) < report.suggestions:
        say("Next: qualcode review.")
