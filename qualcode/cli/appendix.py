"""``qualcode appendix``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.language import word
from qualcode.cli.notices import tell_notice
from qualcode.cli.options import cli_command, in_project, open_project, option
from qualcode.cli.printing import print_table, progress, say
from qualcode.cli.results import Rendering, filtered, rendered, to_file, translated
from qualcode.errors import UsageError
from qualcode.settings import FILE_NAME, ProjectSettings

if TYPE_CHECKING:
    from qualcode.actions.filters import Filters
    from qualcode.tables.translated import Words


@cli_command(
    "Write the appendix of a thesis in one go: interview guide, informants, transcripts, codebook, coded "
    "passages, data reduction matrix, themes, matrix, triangulation, pictures, history. Each part begins a "
    "page; a workbook (.xlsx) has a sheet for each that is a table.",
    examples=[
        "qualcode appendix --out outputs/appendix.docx --lang id",
        "qualcode appendix --out outputs/lampiran.docx --parts informants,codebook,reduction --first 3",
        "qualcode appendix --out outputs/appendix.xlsx --by rani",
    ],
)
@to_file("A file: .docx .html .md .tex .xlsx.", required=True)
@option(
    "--parts", metavar="NAME,...", default="", help="These parts, in this order; by default all there are."
)
@option("--guide", type=click.Path(dir_okay=False, path_type=Path), help="A file with the interview guide.")
@option("--first", type=click.IntRange(1), default=1, help="The number of the first part.")
@option("--quotations", type=click.IntRange(0, 50), default=5, help="At most so many for each theme.")
@filtered
@translated
@rendered()
@in_project
def command(
    out: Path,
    parts: str,
    guide: Path | None,
    first: int,
    quotations: int,
    words: "Words",
    into: str,
    filters: "Filters",
    rendering: Rendering,
    folder: Path,
    coder: str | None,
) -> None:
    """Write the appendix."""
    from qualcode.actions.appendix import PARTS, Wanted

    with open_project(folder, coder) as project:
        names = tuple(name.strip() for name in parts.split(",") if name.strip())
        wanted = Wanted(
            parts=names, filters=filters, language=rendering.language, quotations=quotations,
            words=words, into=into, guide=guide or _guide(project.settings), first=first,
        )  # fmt: skip
        order = list(names or PARTS)
        with progress("Writing the appendix") as step:
            made = project.appendix(
                out, wanted=wanted, dress=rendering.dress(project), pseudonyms=rendering.pseudonyms,
                on_notice=tell_notice,
                on_part=lambda name: step(order.index(name), len(order), word(name)),
            )  # fmt: skip
    say("{path} holds {parts}.", path=out, parts=", ".join(map(word, made)))
    if out.suffix.lower() == ".tex":
        say("It is a part of a document, to be put in with {command}.", command=f"\\input{{{out.stem}}}")
    rows = [
        (word(name), *(count or None for count in (size.rows, size.quotations, size.pictures)))
        for name, size in made.items()
    ]
    print_table(["Part", "Rows of tables", "Quotations", "Pictures"], rows, right=[1, 2, 3])


def _guide(settings: ProjectSettings) -> Path | None:
    given = settings.commands.get("appendix", {}).get("guide", "")
    if not isinstance(given, str):
        raise UsageError("guide must be a file name in quotes", where=f"{FILE_NAME} [appendix]")
    return settings.root / given if given else None
