"""``qualcode frequencies``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.language import counted, language
from qualcode.cli.options import as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import print_json, print_table
from qualcode.cli.results import TABLES, Rendering, filtered, rendered, to_file

if TYPE_CHECKING:
    from qualcode.actions.filters import Filters


@cli_command(
    "Count per code how many informants, sources and codings it has.",
    examples=["qualcode frequencies", "qualcode frequencies --roll-up --out outputs/frequencies.xlsx"],
)
@to_file(TABLES)
@option("--roll-up", is_flag=True, help="Count a code's sub-codes with it.")
@filtered
@rendered(excel=True)
@as_json
@in_project
def command(
    out: Path | None,
    roll_up: bool,
    filters: "Filters",
    rendering: Rendering,
    as_json: bool,
    folder: Path,
    coder: str | None,
) -> None:
    """Count codings."""
    from qualcode.tables.frequencies import scope

    with open_project(folder, coder) as project:
        frame = project.frequencies(out, filters=filters, roll_up=roll_up, **rendering.keywords(project))
    if as_json:
        print_json(frame.to_dict("records"))
    elif out:
        click.echo(counted("{count} code in {path}.", "{count} codes in {path}.", len(frame), path=out))
    else:
        columns = ["code_path", "informants", "sources", "codings"]
        rows = frame[columns].itertuples(index=False)
        print_table(["Code", "Informants", "Sources", "Codings"], rows, right=[1, 2, 3])
        click.echo(scope(language(), roll_up=roll_up))
