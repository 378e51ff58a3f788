"""``qualcode frequencies``."""

from pathlib import Path
from typing import Any

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
    "Count per code how many informants, sources and codings it has.",
    examples=["qualcode frequencies", "qualcode frequencies --roll-up --out outputs/frequencies.xlsx"],
)
@option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="A file: .docx .html .md .tex .xlsx .csv."
)
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
    """Count codings."""
    from qualcode.tables.frequencies import scope

    with open_project(folder, coder) as project:
        frame = project.frequencies(
            out, filters=filters_of(chosen), language=lang or language(), roll_up=roll_up,
            dress=project.settings.dressed(template, excel=excel), pseudonyms=pseudonyms,
            on_notice=tell_notice,
        )  # fmt: skip
    if as_json:
        print_json(frame.to_dict("records"))
    elif out:
        click.echo(counted("{count} code in {path}.", "{count} codes in {path}.", len(frame), path=out))
    else:
        columns = ["code_path", "informants", "sources", "codings"]
        rows = frame[columns].itertuples(index=False)
        print_table(["Code", "Informants", "Sources", "Codings"], rows, right=[1, 2, 3])
        click.echo(scope(language(), roll_up=roll_up))
