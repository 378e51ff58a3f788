"""``qualcode methods``."""

from dataclasses import asdict
from pathlib import Path

import click

from qualcode.cli.options import as_json, cli_command, in_project, open_project
from qualcode.cli.printing import print_json, say
from qualcode.cli.results import DOCUMENTS, Rendering, rendered, to_file


@cli_command(
    "Tell how the study was done, from the project's own history and figures: material, codebook, coders, "
    "suggestions, reviews, themes, and the COREQ and SRQR checklists, filled in where the project shows it. "
    "The setting `approach` decides what belongs: qualcode settings approach reflexive.",
    examples=[
        "qualcode methods",
        "qualcode methods --out outputs/methods.docx --lang id",
        "qualcode methods --json",
    ],
)
@to_file(DOCUMENTS)
@rendered()
@as_json
@in_project
def command(
    out: Path | None,
    rendering: Rendering,
    as_json: bool,
    folder: Path,
    coder: str | None,
) -> None:
    """Tell how the study was done."""
    from qualcode.exports.blocks import Heading, Paragraph
    from qualcode.exports.methods import methods_blocks

    with open_project(folder, coder) as project:
        facts = project.methods(out, **rendering.keywords(project))
    if as_json:
        print_json(asdict(facts))
    elif out:
        say("How the study was done is in {path}; the gaps in square brackets are yours.", path=out)
    else:
        for block in methods_blocks(facts, language=rendering.language):
            if isinstance(block, Heading):
                click.secho(block.text, bold=True)
            elif isinstance(block, Paragraph):
                click.echo(f"{block.text}\n")
