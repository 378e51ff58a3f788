"""``qualcode theme``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.language import counted
from qualcode.cli.options import argument, as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import print_json, print_table, say
from qualcode.errors import UsageError

if TYPE_CHECKING:
    from qualcode.project import Project


@cli_command(
    "Make a theme, a CLAIM in a sentence, or add codes, evidence and verdicts. Without NAME, list them.",
    examples=[
        "qualcode theme kesadaran 'Kesadaran tumbuh dari sesama pedagang' --code awareness",
        "qualcode theme kesadaran --for 'W1-zul.12 awareness' --against 'W6-darmi.8 awareness'",
        "qualcode theme kesadaran --relation observation=complements "
        "--verdict observation='Ruangan baru tenang ketika peserta bercerita'",
        "qualcode theme kesadaran --conclusion 'Didukung, dengan satu kasus negatif'",
        "qualcode theme kesadaran --rename 'kesadaran sesama' --place 1",
        "qualcode theme --from themes.csv",
    ],
)
@argument("name", default="")
@argument("claim", default="")
@option("--code", "codes", multiple=True, help="A code it draws from.")
@option(
    "--for",
    "pro",
    multiple=True,
    metavar="CODING",
    help="A coding that supports it; yours, if the name fits several.",
)
@option("--against", multiple=True, metavar="CODING", help="A coding that speaks against it.")
@option(
    "--relation",
    "relations",
    multiple=True,
    metavar="KIND=RELATION",
    help="How a kind of source stands to it: aligned, complements, contradicts; KIND= takes it back.",
)
@option("--verdict", "verdicts", multiple=True, metavar="KIND=TEXT", help="What a kind of source says of it.")
@option("--conclusion", help="What you conclude from all kinds of source.")
@option("--rename", default="", metavar="NAME", help="Another name for it.")
@option("--place", type=click.IntRange(min=1), metavar="N", help="Its new place among the themes, from 1.")
@option("--remove", is_flag=True, help="Take the theme away; its codes and codings stay.")
@option(
    "--from",
    "table",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A .csv or .xlsx with the columns name, claim, codes, for, against (separated by ;), "
    "relation_KIND, verdict_KIND, conclusion.",
)
@as_json
@in_project
def command(
    name: str,
    claim: str,
    codes: tuple[str, ...],
    pro: tuple[str, ...],
    against: tuple[str, ...],
    relations: tuple[str, ...],
    verdicts: tuple[str, ...],
    conclusion: str | None,
    rename: str,
    place: int | None,
    remove: bool,
    table: Path | None,
    as_json: bool,
    folder: Path,
    coder: str | None,
) -> None:
    """Make a theme."""
    from qualcode.actions.theming import ThemeChange
    from qualcode.tables.triangulation import CONCLUSION

    with open_project(folder, coder) as project:
        if table:
            click.echo(counted("{count} theme.", "{count} themes.", len(project.import_themes(table))))
        elif not name:
            _list(project, as_json=as_json)
        elif remove:
            project.remove_theme(name)
            say("{name} is taken away; qualcode undo brings it back.", name=name)
        else:
            concluded = {} if conclusion is None else {CONCLUSION: conclusion}
            change = ThemeChange(
                name=rename, codes=codes, evidence_for=pro, evidence_against=against,
                position=place - 1 if place else None,
                relations=_by_kind(relations),
                verdicts=_by_kind(verdicts) | concluded,
            )  # fmt: skip
            theme = project.theme(name, claim, change=change)
            say("{name}: {claim}", name=theme.name, claim=theme.claim)


def _by_kind(texts: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for text in texts:
        kind, equals, said = text.partition("=")
        if not equals:
            raise UsageError(
                "{text!r} names no kind of source", remedy="write it as in observation=aligned", text=text
            )
        found[kind] = said
    return found


def _list(project: "Project", *, as_json: bool) -> None:
    from qualcode.actions.lookup import keys_of

    keys, found = keys_of(project.codebook), project.themes()
    if as_json:
        from qualcode.model.forms import to_form

        print_json([to_form(theme) for theme in found])
        return
    print_table(
        ["Theme", "Claim", "Codes", "For", "Against"],
        [
            (each.name, each.claim, ", ".join(keys.get(code_id, "?") for code_id in each.code_ids),
             len(each.evidence_for), len(each.evidence_against))
            for each in found
        ],
        right=[3, 4],
    )  # fmt: skip
