"""``qualcode sources``."""

from pathlib import Path

import click

from qualcode.cli.language import tr, word
from qualcode.cli.options import argument, as_json, cli_group, in_project, open_project, option, subcommand
from qualcode.cli.printing import confirmed, print_json, print_table, say
from qualcode.model import SourceKind


@cli_group(
    "List the sources, correct what was recognised about one, or take some out.",
    examples=["qualcode sources", "qualcode sources --json"],
    invoke_without_command=True,
)
@as_json
@in_project
@click.pass_context
def command(context: click.Context, as_json: bool, folder: Path, coder: str | None) -> None:
    """List the sources."""
    if context.invoked_subcommand:
        return
    with open_project(folder, coder) as project:
        frame = project.sources()
    if as_json:
        print_json(frame.to_dict("records"))
        return
    if frame.empty:
        say("There are no sources yet: qualcode add FILES.")
        return
    frame["kind"] = [
        tr("translation of {source}").format(source=translated) if translated else word(kind)
        for kind, translated in zip(frame["kind"], frame["translates"], strict=True)
    ]
    print_table(
        ["Source", "Kind", "Language", "Turns", "Cases", "Codings", "Coded through by"],
        frame[["source", "kind", "language", "turns", "cases", "codings", "read_by"]].itertuples(index=False),
        right=[3, 5],
    )
    say("Who speaks in which role: qualcode speakers")


@subcommand(
    command,
    "set",
    "Correct what a source is.",
    examples=[
        "qualcode sources set W2-herman --language id --kind interview",
        "qualcode sources set W3-astuti-en --translates W3-astuti",
    ],
)
@argument("name")
@option("--rename", metavar="NAME", help="Its new name; reference codes issued before stay.")
@option("--kind", type=click.Choice([kind.value for kind in SourceKind]), help="What it is.")
@option("--language", metavar="LANG", help="Language it is written in: id, en, da, jv ...")
@option("--translates", metavar="SOURCE", help="The source it is a translation of; '' for none.")
@in_project
def set_(
    name: str,
    rename: str | None,
    kind: str | None,
    language: str | None,
    translates: str | None,
    folder: Path,
    coder: str | None,
) -> None:
    """Correct a source."""
    with open_project(folder, coder) as project:
        source = project.set_source(
            name,
            rename=rename,
            kind=SourceKind(kind) if kind else None,
            language=language,
            translates=translates,
        )
    say("{name}: {kind}, {language}.", name=source.name, kind=word(source.kind), language=source.language)


@subcommand(
    command,
    "remove",
    "Take sources out, with the codings and notes made on them. `undo` brings all of it back.",
    examples=["qualcode sources remove W9-test", "qualcode sources remove W8 W9 --yes"],
)
@argument("names", nargs=-1, required=True)
@option("--yes", is_flag=True, help="Do not ask.")
@in_project
def remove(names: tuple[str, ...], yes: bool, folder: Path, coder: str | None) -> int:
    """Take sources out."""
    with open_project(folder, coder) as project:
        used = [each for each in project.remove_sources(names, preview=True) if each.codings or each.others]
        for each in used:
            say(
                "  {source}: codings {codings}, notes and marks {others}",
                source=each.source, codings=each.codings, others=each.others,
            )  # fmt: skip
        if used and not confirmed(tr("Take this away too?"), yes=yes):
            return 1
        for each in project.remove_sources(names):
            say("{source} is out.", source=each.source)
    return 0
