"""``qualcode matrix``."""

from pathlib import Path
from typing import Any, Literal

import click

from qualcode.cli.language import counted, language
from qualcode.cli.notices import tell_notice
from qualcode.cli.options import (
    as_json,
    cli_command,
    document_language,
    dressed,
    filtered,
    filters_of,
    for_excel,
    in_project,
    open_project,
    option,
    pseudonymised,
)
from qualcode.cli.printing import print_json, print_table


@cli_command(
    "Set codes against cases. An absence is one of three: coded through and nothing found, not yet coded "
    "through, or not asked.",
    examples=["qualcode matrix", "qualcode matrix --across source --roll-up --out outputs/matrix.docx"],
)
@option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="A file: .docx .html .md .tex .xlsx .csv."
)
@option("--across", type=click.Choice(["case", "source"]), default="case", help="What the columns are.")
@option("--roll-up", is_flag=True, help="Count a code's sub-codes with it.")
@filtered
@document_language
@dressed
@for_excel
@pseudonymised
@as_json
@in_project
def command(
    out: Path | None,
    across: Literal["case", "source"],
    roll_up: bool,
    lang: str | None,
    template: Path | None,
    excel: bool,
    pseudonyms: bool | None,
    as_json: bool,
    folder: Path,
    coder: str | None,
    **chosen: Any,
) -> None:
    """Set codes against cases."""
    from qualcode.tables import legend

    tongue = lang or language()
    with open_project(folder, coder) as project:
        found = project.matrix(
            out, filters=filters_of(chosen), by=across, language=tongue, roll_up=roll_up,
            dress=project.settings.dressed(template, excel=excel), pseudonyms=pseudonyms,
            on_notice=tell_notice,
        )  # fmt: skip
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
        shown = found.shown(tongue)
        units = list(found.counts.columns)
        print_table(["Code", *units], shown.itertuples(index=False), right=list(range(1, len(units) + 1)))
        click.echo(legend(tongue))
