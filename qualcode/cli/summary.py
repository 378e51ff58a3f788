"""``qualcode summary``."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from qualcode.cli.language import counted, language, tr
from qualcode.cli.options import as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import print_json, say
from qualcode.cli.results import TABLES, Rendering, filtered, rendered, to_file, translated

if TYPE_CHECKING:
    from qualcode.actions.filters import Filters
    from qualcode.tables.quotations import Quotation
    from qualcode.tables.summary import Summary
    from qualcode.tables.translated import Words


@cli_command(
    "Summarise themes, or codes where there are no themes: definition or claim, informants before codings, "
    "kinds of source, sub-codes, quotations spread over informants, negative cases.",
    examples=[
        "qualcode summary --out outputs/themes.docx",
        "qualcode summary --code awareness --quotations 3",
        "qualcode summary --per code --framework stage --out outputs/stages.html",
    ],
)
@to_file(TABLES)
@option("--per", type=click.Choice(["theme", "code"]), help="By default themes where there are any.")
@option("--theme", default="", help="Only this theme.")
@option("--quotations", type=click.IntRange(0, 50), default=5, help="At most so many for each.")
@filtered
@translated
@rendered(excel=True)
@as_json
@in_project
def command(
    out: Path | None,
    per: Literal["theme", "code"] | None,
    theme: str,
    quotations: int,
    words: "Words",
    into: str,
    filters: "Filters",
    rendering: Rendering,
    as_json: bool,
    folder: Path,
    coder: str | None,
) -> None:
    """Summarise."""
    with open_project(folder, coder) as project:
        found = project.summary(
            out, filters=filters, by=per, theme=theme, quotations=quotations, words=words, into=into,
            **rendering.keywords(project),
        )  # fmt: skip
    if as_json:
        print_json([asdict(each) for each in found])
    elif out:
        click.echo(
            counted("{count} summary in {path}.", "{count} summaries in {path}.", len(found), path=out)
        )
    elif not found:
        say("There is nothing to summarise yet.")
    else:
        for each in found:
            _show(each)
    bare = {
        each.coding_id for one in found for each in (*one.quotations, *one.negative) if not each.translated
    }
    if words != "original" and bare and not as_json:
        say("Without a translation: {count}; see them with qualcode translate --missing.", count=len(bare))


def _show(summary: "Summary") -> None:
    from qualcode.exports.themes import counts_line
    from qualcode.exports.triangulation import conclusion

    lang = language()
    click.secho(" > ".join(filter(None, [summary.path, summary.title])), bold=True)
    if summary.claim:
        click.echo(summary.claim)
    click.echo(f"  {counts_line(summary.support, lang, with_sub_codes=summary.with_sub_codes)}")
    if summary.against.codings:
        click.echo(f"  {tr('against')}: {counts_line(summary.against, lang)}")
    for part in summary.parts:
        click.echo(f"  {'  ' * part.depth}- {part.title}: {counts_line(part.support, lang)}")
    for quotation in summary.quotations:
        click.echo(f"  “{quotation.text}” ({quotation.reference}){_beside(quotation)}")
    for quotation in summary.negative:
        click.echo(f"  {tr('against')}: “{quotation.text}” ({quotation.reference}){_beside(quotation)}")
    if summary.triangulation:
        judged = " ".join(conclusion(summary.triangulation, lang).split())
        click.echo(f"  {tr('Triangulation of sources')}: {judged}")
    along = [row for row in summary.companions.rows if row.along] if summary.companions else []
    if along:
        names = "; ".join(f"{row.code} ({row.informants})" for row in along)
        click.echo(f"  {tr('What goes along')} ({tr('Informants').lower()}): {names}")
    click.echo()


def _beside(quotation: "Quotation") -> str:
    return f"\n    “{quotation.translation}”" if quotation.translation else ""
