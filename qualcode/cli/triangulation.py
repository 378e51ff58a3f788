"""``qualcode triangulation``."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli.language import counted, language, tr
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
    translated,
)
from qualcode.cli.printing import print_json, say

if TYPE_CHECKING:
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
@option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="A file: .docx .html .md .tex .xlsx .csv."
)
@option("--theme", default="", help="Only this theme.")
@filtered
@document_language
@translated
@pseudonymised
@dressed
@for_excel
@as_json
@in_project
def command(
    out: Path | None,
    theme: str,
    lang: str | None,
    words: "Words",
    into: str,
    pseudonyms: bool | None,
    template: Path | None,
    excel: bool,
    as_json: bool,
    folder: Path,
    coder: str | None,
    **chosen: Any,
) -> None:
    """Triangulate."""
    tongue = lang or language()
    with open_project(folder, coder) as project:
        found = project.triangulation(
            out, filters=filters_of(chosen), theme=theme, language=tongue, words=words, into=into,
            dress=project.settings.dressed(template, excel=excel), pseudonyms=pseudonyms,
            on_notice=tell_notice,
        )  # fmt: skip
    if as_json:
        print_json([asdict(each) for each in found])
    elif out:
        click.echo(counted("{count} theme in {path}.", "{count} themes in {path}.", len(found), path=out))
    elif not found:
        say("There is no theme yet; qualcode theme makes one.")
    else:
        for each in found:
            _show(each, tongue)


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
