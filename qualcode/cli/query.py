"""``qualcode query``."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli.language import counted, tr
from qualcode.cli.options import argument, as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import console, is_terminal, print_json, print_table, printable, say
from qualcode.cli.results import TABLES, Rendering, rendered, to_file, translated
from qualcode.cli.table import column_names
from qualcode.cli.translate import say_untranslated

if TYPE_CHECKING:
    import pandas as pd
    from rich.text import Text

    from qualcode.tables.translated import Words

INDENT = 4


@cli_command(
    "Show the codings that a QUERY asks for, in context. A code stands for its codings and those below it "
    "(=CODE without), framework:* for a whole framework. A AND B are the codings of A that share words with "
    "one of B; OR, NOT and brackets are as usual; A OVERLAPS, WITHIN, NEAR/3 B ask how they lie to each "
    "other. Conditions stand after WHERE, or alone.",
    examples=[
        "qualcode query 'stage:awareness AND strategy:* WHERE kind = interview'",
        "qualcode query 'capacity NOT human WHERE case.Umur > 40' --count",
        "qualcode query \"WHERE text ~ 'latih ~3 gratis'\" --json",
        "qualcode query 'awareness NEAR/2 motivation' --out outputs/close.xlsx",
    ],
)
@argument("query")
@to_file(TABLES)
@option(
    "--columns",
    metavar="NAMES",
    callback=column_names,
    help="These, in order, with widths: case,quotation:60,memo.",
)
@option("--count", "only_count", is_flag=True, help="Only say how many there are.")
@translated
@rendered(excel=True)
@as_json
@in_project
def command(
    query: str,
    out: Path | None,
    columns: list[str] | None,
    only_count: bool,
    words: "Words",
    into: str,
    rendering: Rendering,
    as_json: bool,
    folder: Path,
    coder: str | None,
) -> None:
    """Show what a query asks for."""
    with open_project(folder, coder) as project:
        frame = project.query(
            query, out, columns=columns, words=words, into=into, **rendering.keywords(project)
        )
        parts = project.query_parts(query) if frame.empty else []
    if as_json:
        print_json(_counts(frame) if only_count else _plain(frame))
    elif out:
        click.echo(counted("{count} coding in {path}.", "{count} codings in {path}.", len(frame), path=out))
    elif only_count:
        _say_counts(frame)
    elif frame.empty:
        say("No coding fits. Alone, its parts have:")
        print_table(["Part of the query", "Codings"], parts, right=[1])
    else:
        _show(frame, words)
    if words != "original" and not as_json:
        say_untranslated(frame, into)


def _counts(frame: "pd.DataFrame") -> dict[str, int]:
    named = frame["case"][frame["case"] != ""]
    return {"codings": len(frame), "informants": named.nunique(), "sources": frame["source"].nunique()}


def _say_counts(frame: "pd.DataFrame") -> None:
    say("Codings: {codings}; informants: {informants}; sources: {sources}.", **_counts(frame))


def _plain(frame: "pd.DataFrame") -> list[dict[str, Any]]:
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in rows]


def _show(frame: "pd.DataFrame", words: "Words") -> None:
    from rich.padding import Padding

    from qualcode.tables.translated import in_words

    shown = in_words(frame, words)
    if not is_terminal():
        titles = ["Reference", "Informant", "Code", "Quotation", "Question before", "Other codes", "Coder"]
        columns = ["reference", "case", "code", "quotation", "question", "neighbours", "coder"]
        print_table(titles, shown[columns].itertuples(index=False))
        return
    for row in _plain(shown):
        head, *lines = _lines(row, in_place=words == "original")
        console().print(head)
        for line in lines:
            console().print(Padding(line, (0, 0, 0, INDENT)))
        click.echo()
    _say_counts(frame)


def _lines(row: dict[str, Any], *, in_place: bool) -> "Iterator[Text]":
    """Yield what is shown of a coding; as they were said, its words stand among those around them."""
    from rich.text import Text

    marks = [tr("negative case")] if row["negative"] else []
    about = [row["reference"], row["case"], f"{row['code_path']} ({row['code']})", row["coder"], *marks]
    yield Text(printable(" · ".join(filter(None, about))), style="bold")
    if row["question"]:
        yield Text(printable(_line(row["question"])), style="dim")
    before, after = (_line(row[side]) if in_place else "" for side in ("before", "after"))
    yield Text.assemble(
        (printable(f"{'…' if before else ''}{before}"), "dim"),
        (printable(_line(row["quotation"])), "bold"),
        (printable(f"{after}{'…' if after else ''}"), "dim"),
    )
    if row["neighbours"]:
        yield Text(printable(f"{tr('Other codes')}: {row['neighbours']}"), style="dim")


def _line(words: str) -> str:
    """Return words on one line; a space at either end stays, since other words follow."""
    return " ".join(words.replace("\n", " ").split(" "))
