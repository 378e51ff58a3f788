"""``qualcode init``."""

from pathlib import Path

import click

from qualcode.cli.language import language
from qualcode.cli.options import argument, cli_command, option
from qualcode.cli.printing import say, warn
from qualcode.locale import explain


@cli_command(
    "Make a project in FOLDER: qualcode.toml, a database, and folders for what goes in and out.",
    examples=["qualcode init my-study", "qualcode init . --title 'Pemberdayaan UMKM' --coder rani"],
)
@argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path())
@option("--title", default="", help="Title of the study; the folder's name by default.")
@option("--reference", default="", help="Pattern of reference codes, such as W1.{case}.J{answer}.")
@option("--coder", metavar="HANDLE", envvar="QUALCODE_CODER", help="Who acts; your own handle by default.")
def command(folder: Path, title: str, reference: str, coder: str | None) -> None:
    """Make a project."""
    from qualcode.project import Project
    from qualcode.store import place_warning

    given = {"title": title, "reference_pattern": reference}
    with Project.create(
        folder, coder=coder, **{name: text for name, text in given.items() if text}
    ) as project:
        say(
            "Made a project in {folder}; you are its coder {handle}.",
            folder=folder,
            handle=project.coder.handle,
        )
        doubt = place_warning(project.settings.root)
    if doubt:
        warn("{text}.", text=explain(doubt, language()))
    say("Next: qualcode add FILES, and qualcode codebook apply FILE.")
