"""``qualcode codebook check | diff | apply | export``: the codebook and its files."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.codebook.group import command
from qualcode.cli.language import language, tr, word
from qualcode.cli.options import argument, in_project, open_project, option, subcommand
from qualcode.cli.printing import agreed, confirmed, is_terminal, print_table, say, warn
from qualcode.errors import UsageError
from qualcode.locale import explain

if TYPE_CHECKING:
    from qualcode.actions.codebooks import Preview
    from qualcode.codebook_files import Conflict, Difference

FILE = click.Path(dir_okay=False, path_type=Path)


@subcommand(
    command,
    "check",
    "Find everything that is wrong or doubtful in a codebook file.",
    examples=["qualcode codebook check codebooks/empowerment.yaml"],
)
@argument("file", type=FILE)
def check(file: Path) -> int:
    """Check a codebook file."""
    from qualcode.codebook_files import check as find_faults
    from qualcode.codebook_files import read

    faults = find_faults(file)
    for fault in faults:
        warn("{file}: {fault}", file=file.name, fault=explain(fault, language()))
    if any(fault.is_error for fault in faults):
        return 1
    codebook = read(file)
    say(
        "{file} is sound: {frameworks} frameworks, {codes} codes.",
        file=file.name, frameworks=len(codebook.frameworks), codes=len(codebook.codes),
    )  # fmt: skip
    return 0


@subcommand(
    command,
    "diff",
    "Say what applying a file would do, and how many codings each change touches.",
    examples=["qualcode codebook diff codebooks/empowerment.yaml"],
)
@argument("file", type=FILE)
@option("--prune", is_flag=True, help="As if codes that the file lacks were to be removed.")
@in_project
def diff(file: Path, prune: bool, folder: Path, coder: str | None) -> None:
    """Compare a file with the codebook."""
    with open_project(folder, coder) as project:
        _show(project.preview_codebook(file, prune=prune))


@subcommand(
    command,
    "apply",
    "Merge a file into the codebook; what changes is shown first where codings are touched.",
    examples=[
        "qualcode codebook apply codebooks/empowerment.yaml",
        "qualcode codebook apply new.yaml --prune --codings-to fear=motivation",
    ],
)
@argument("file", type=FILE)
@option("--prune", is_flag=True, help="Remove codes that the file lacks.")
@option("--codings-to", "goes", multiple=True, metavar="OLD=CODE", help="Where a removed code's codings go.")
@option("--theirs", is_flag=True, help="Where file and project both changed something, take the file's.")
@option("--yes", is_flag=True, help="Do not ask.")
@in_project
def apply(
    file: Path, prune: bool, goes: tuple[str, ...], theirs: bool, yes: bool, folder: Path, coder: str | None
) -> int:
    """Apply a file."""
    from qualcode.actions.codebooks import ApplyOptions

    def choose(conflict: "Conflict") -> bool:
        return theirs or (not yes and is_terminal() and _ask_which(conflict))

    def agree(preview: "Preview") -> bool:
        _show(preview)
        return not preview.touched or confirmed(tr("Apply?"), yes=yes)

    options = ApplyOptions(prune=prune, codings_to=dict(map(_pair, goes)), choose=choose, agree=agree)
    with open_project(folder, coder) as project:
        done = project.apply_codebook(file, options=options)
        codebook = project.codebook
    if done is None:
        return 1
    if done.differences:
        say("The codebook is now version {version}.", version=codebook.version if codebook else 0)
    return 1 if done.conflicts else 0


@subcommand(
    command,
    "export",
    "Write the codebook to a file that carries the version it was made from.",
    examples=["qualcode codebook export codebooks/now.yaml"],
)
@argument("file", type=FILE)
@option("--pseudonyms", "disguised", is_flag=True, help="Replace names; they stay unless you say so.")
@in_project
def export(file: Path, disguised: bool, folder: Path, coder: str | None) -> None:
    """Export the codebook."""
    with open_project(folder, coder) as project:
        codebook = project.export_codebook(file, renamed=disguised)
    say("Version {version} is in {file}.", version=codebook.version, file=file)


def _pair(text: str) -> tuple[str, str]:
    old, equals, new = text.partition("=")
    if not equals:
        raise UsageError("{text!r} is not OLD=CODE", text=text)
    return old, new


def _show(preview: "Preview") -> None:
    if not preview.differences:
        say("Nothing changes.")
    first = (
        all(each.kind == "added" for each in preview.differences if each.on == "code") and not preview.touched
    )
    if first and len(preview.differences) > 12:
        codes = sum(each.on == "code" for each in preview.differences)
        say("{count} codes are added.", count=codes)
    else:
        rows = [_row(each, preview) for each in preview.differences]
        if rows:
            print_table(["Change", "Of", "What", "Codings"], rows, right=[3])
    for conflict in preview.conflicts:
        warn("Both changed {what}; the project's stays.", what=f"{conflict.key} {_field(conflict.field)}")
    if preview.left:
        say("Not in the file, and left as they are: {codes}", codes=", ".join(preview.left))


def _row(difference: "Difference", preview: "Preview") -> tuple[object, ...]:
    what = ", ".join(map(_field, difference.fields))
    return word(difference.kind), difference.key, what, preview.touched.get(difference.key, "")


def _field(name: str) -> str:
    """Return a field of a code as people call it, with its language where it has one."""
    field, dot, language = name.partition(".")
    return word(field.removesuffix("_id")) + dot + language


def _ask_which(conflict: "Conflict") -> bool:
    say("{key}: file and project both changed {field}.", key=conflict.key, field=_field(conflict.field))
    say("  project: {text}", text=conflict.ours)
    say("  file:    {text}", text=conflict.theirs)
    return agreed(tr("Take the file's?"))
