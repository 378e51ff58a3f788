"""``qualcode table``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.language import counted
from qualcode.cli.options import as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import print_json, print_table, say
from qualcode.cli.results import TABLES, Rendering, filtered, rendered, to_file, translated
from qualcode.cli.translate import say_untranslated
from qualcode.errors import UsageError
from qualcode.settings import FILE_NAME

if TYPE_CHECKING:
    import pandas as pd

    from qualcode.actions.filters import Filters
    from qualcode.settings import ProjectSettings
    from qualcode.tables.translated import Words


def column_names(context: click.Context, parameter: click.Parameter, value: str | None) -> list[str] | None:
    """Return the columns in an option that takes several with commas between them."""
    return [name.strip() for name in value.split(",")] if value else None


@cli_command(
    "Make the coded-segment table: one row per coding, with reference code, case, quotation, the question "
    "before it, code path, memo, coder and date. Without --out it is printed.",
    examples=[
        "qualcode table --out outputs/coded.xlsx",
        "qualcode table --out outputs/awareness.docx --code awareness --lang id",
        "qualcode table --by rani --case Zul --words both",
        "qualcode table --out outputs/quotations.docx --columns reference,case,quotation:60",
    ],
)
@to_file(TABLES)
@option(
    "--columns",
    metavar="NAMES",
    callback=column_names,
    help="These, in order, with widths: case,quotation:60,memo.",
)
@filtered
@translated
@rendered(excel=True)
@as_json
@in_project
def command(
    out: Path | None,
    columns: list[str] | None,
    words: "Words",
    into: str,
    filters: "Filters",
    rendering: Rendering,
    as_json: bool,
    folder: Path,
    coder: str | None,
) -> None:
    """Make the coded-segment table."""
    with open_project(folder, coder) as project:
        out = out or (None if as_json else _default_out(project.settings))
        frame = project.table(
            out, filters=filters, columns=columns, words=words, into=into, **rendering.keywords(project)
        )  # fmt: skip
    if as_json:
        print_json(frame.astype(object).where(frame.notna(), None).to_dict("records"))
    elif out:
        click.echo(counted("{count} coding in {path}.", "{count} codings in {path}.", len(frame), path=out))
    elif frame.empty:
        say("There are no codings for this.")
    else:
        _print(frame, words, columns)
    if words != "original" and not as_json:
        say_untranslated(frame, into)


def _print(frame: "pd.DataFrame", words: "Words", asked: list[str] | None) -> None:
    from qualcode.exports.choosing import chosen_columns
    from qualcode.tables.columns import column
    from qualcode.tables.translated import in_words

    shown = in_words(frame, words)
    if asked:
        columns = list(chosen_columns(asked, list(shown.columns)))
        titles = [column(name).title for name in columns]
    elif words == "both":
        titles = ["Reference", "Informant", "Code", "Quotation", "Translation", "Coder"]
        columns = ["reference", "case", "code", "quotation", "translation", "coder"]
    else:
        titles = ["Reference", "Informant", "Code", "Quotation", "Coder"]
        columns = ["reference", "case", "code", "quotation", "coder"]
    print_table(titles, shown[columns].itertuples(index=False))
    click.echo(counted("{count} coding.", "{count} codings.", len(frame)))


def _default_out(settings: "ProjectSettings") -> Path | None:
    given = settings.commands.get("table", {}).get("out", "")
    if not isinstance(given, str):
        raise UsageError("out must be a file name in quotes", where=f"{FILE_NAME} [table]")
    return settings.root / given if given else None
