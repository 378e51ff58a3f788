"""``qualcode codebook show``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.codebook.group import command
from qualcode.cli.language import language, tr
from qualcode.cli.options import argument, in_project, open_project, subcommand
from qualcode.cli.printing import say

if TYPE_CHECKING:
    pass

FILE = click.Path(dir_okay=False, path_type=Path)

if TYPE_CHECKING:
    from qualcode.model import Codebook


@subcommand(
    command,
    "show",
    "Show the codebook as a tree with its codings, or one code in full.",
    examples=["qualcode codebook show", "qualcode codebook show awareness"],
)
@argument("code", default="")
@in_project
def show(code: str, folder: Path, coder: str | None) -> None:
    """Show the codebook."""
    from qualcode.codebook_files import tree

    with open_project(folder, coder) as project:
        codebook = project.codebook
        if codebook is None:
            say("There is no codebook yet: qualcode codebook apply FILE.")
            return
        if code:
            _show_code(codebook, code)
            return
        counts = project.frequencies(language=language())
    by_key = dict(zip(counts["code"], counts["codings"], strict=True))
    figures = {each.id: by_key.get(each.key, 0) for each in codebook.codes}
    title = codebook.title.get(language()) or codebook.key
    say("{title}, version {version}", title=title, version=codebook.version)
    for line in tree(codebook, language=language(), figures=figures):
        click.echo(line)


def _show_code(codebook: "Codebook", name: str) -> None:
    from qualcode.actions.lookup import code_named

    code, spoken = code_named(codebook, name), language()
    click.secho(codebook.path(code, spoken), bold=True)
    rows = [
        (tr("Key"), code.key),
        (tr("Definition"), code.definition.get(spoken)),
        (tr("Include"), code.include.get(spoken)),
        (tr("Exclude"), code.exclude.get(spoken)),
        (tr("Examples"), " / ".join(code.examples.get(spoken))),
        (tr("Keywords"), ", ".join(text for _language, text in code.keywords)),
        (tr("Not"), ", ".join(text for _language, text in code.not_keywords)),
    ]
    for title, text in rows:
        if text:
            click.echo(f"{title}: {text}")
