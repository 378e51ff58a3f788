"""``qualcode matrix``."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from qualcode.cli.language import counted
from qualcode.cli.options import as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import print_json, print_table
from qualcode.cli.results import TABLES, Rendering, filtered, rendered, to_file

if TYPE_CHECKING:
    from qualcode.actions.filters import Filters


@cli_command(
    "Set codes against cases. An absence is one of three: coded through and nothing found, not yet coded "
    "through, or not asked.",
    examples=["qualcode matrix", "qualcode matrix --across source --roll-up --out outputs/matrix.docx"],
)
@to_file(TABLES)
@option("--across", type=click.Choice(["case", "source"]), default="case", help="What the columns are.")
@option("--roll-up", is_flag=True, help="Count a code's sub-codes with it.")
@filtered
@rendered(excel=True)
@as_json
@in_project
def command(
    out: Path | None,
    across: Literal["case", "source"],
    roll_up: bool,
    filters: "Filters",
    rendering: Rendering,
    as_json: bool,
    folder: Path,
    coder: str | None,
) -> None:
    """Set codes against cases."""
    from qualcode.tables import legend

    with open_project(folder, coder) as project:
        found = project.matrix(
            out, filters=filters, by=across, roll_up=roll_up, **rendering.keywords(project)
        )
    if as_json:
        print_json(
            [
                {"code": code, "counts": counts, "states": states}
                for code, counts, states in zip(
                    found.codes["code"],
                    found.counts.to_dict("records"),
                    found.states.to_dict("records"),
                    strict=True,
                )
            ]
        )
    elif out:
        click.echo(counted("{count} code in {path}.", "{count} codes in {path}.", len(found.codes), path=out))
    else:
        shown = found.shown(rendering.language)
        units = list(found.counts.columns)
        print_table(["Code", *units], shown.itertuples(index=False), right=list(range(1, len(units) + 1)))
        click.echo(legend(rendering.language))
