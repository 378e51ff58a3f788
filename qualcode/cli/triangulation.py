"""``qualcode triangulation``."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.language import counted, tr
from qualcode.cli.options import as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import print_json, say
from qualcode.cli.results import TABLES, Rendering, filtered, rendered, to_file, translated

if TYPE_CHECKING:
    from qualcode.actions.filters import Filters
    from qualcode.tables import Triangulation
    from qualcode.tables.translated import Words


@cli_command(
    "Set themes against kinds of source: what interviews, observations and documents say of each, with short "
    "quotations, your verdicts (qualcode theme NAME --relation KIND=RELATION), and what an absence means.",
    examples=[
        "qualcode triangulation",
        "qualcode triangulation --out outputs/triangulation.docx --lang id",
        "qualcode triangulation --theme kesadaran --json",
    ],
)
@to_file(TABLES)
@option("--theme", default="", help="Only this theme.")
@filtered
@translated
@rendered(excel=True)
@as_json
@in_project
def command(
    out: Path | None,
    theme: str,
    filters: "Filters",
    rendering: Rendering,
    words: "Words",
    into: str,
    as_json: bool,
    folder: Path,
    coder: str | None,
) -> None:
    """Triangulate."""
    with open_project(folder, coder) as project:
        found = project.triangulation(
            out, filters=filters, theme=theme, words=words, into=into, **rendering.keywords(project)
        )
    if as_json:
        print_json([asdict(each) for each in found])
    elif out:
        click.echo(counted("{count} theme in {path}.", "{count} themes in {path}.", len(found), path=out))
    elif not found:
        say("There is no theme yet; qualcode theme makes one.")
    else:
        for each in found:
            _show(each, rendering.language)


def _show(finding: "Triangulation", tongue: str) -> None:
    from qualcode.exports.triangulation import angle_lines, conclusion
    from qualcode.tables.columns import KINDS

    click.secho(finding.title, bold=True)
    click.echo(finding.claim)
    for angle in finding.angles:
        judgement, *evidence = angle_lines(angle, tongue)
        click.echo(f"  {tr(KINDS[angle.kind])}: {judgement}".rstrip())
        for line in evidence:
            click.echo(f"    {line}")
    click.echo(f"  {tr('Conclusion')}:")
    for line in filter(None, conclusion(finding, tongue).splitlines()):
        click.echo(f"    {line}")
    click.echo()
