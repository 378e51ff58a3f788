"""``qualcode codebook``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.language import counted, language, tr, word
from qualcode.cli.options import argument, cli_group, in_project, open_project, option, subcommand
from qualcode.cli.printing import agreed, confirmed, is_terminal, print_table, say, warn
from qualcode.errors import UsageError
from qualcode.locale import explain

if TYPE_CHECKING:
    from qualcode.actions.codebooks import Preview
    from qualcode.actions.second_cycle import Agree
    from qualcode.codebook_files import Conflict, Difference

FILE = click.Path(dir_okay=False, path_type=Path)


@cli_group(
    "Check a codebook file, see what applying it would do, apply it; show, export and rework the codebook.",
    examples=[
        "qualcode codebook apply codebooks/empowerment.yaml",
        "qualcode codebook show",
    ],
)
def command() -> None:
    """Work on the codebook."""


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
            _show_code(code, folder, coder)
            return
        counts = project.frequencies(language=language())
    by_key = dict(zip(counts["code"], counts["codings"], strict=True))
    figures = {each.id: by_key.get(each.key, 0) for each in codebook.codes}
    title = codebook.title.get(language()) or codebook.key
    say("{title}, version {version}", title=title, version=codebook.version)
    for line in tree(codebook, language=language(), figures=figures):
        click.echo(line)


def _show_code(name: str, folder: Path, coder: str | None) -> None:
    from qualcode.actions.lookup import code_named

    with open_project(folder, coder) as project:
        codebook = project.codebook
    code, spoken = code_named(codebook, name), language()
    assert codebook is not None
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


@subcommand(
    command,
    "add",
    "Add a code below another, to a framework, or among the inductive codes.",
    examples=["qualcode codebook add 'modal keluarga' --parent capital"],
)
@argument("name")
@option("--parent", default="", metavar="CODE", help="The code above it.")
@option("--framework", default="", help="Its framework.")
@in_project
def add(name: str, parent: str, framework: str, folder: Path, coder: str | None) -> None:
    """Add a code."""
    with open_project(folder, coder) as project:
        code = project.add_code(name, framework=framework, parent=parent)
    say("Added {key}.", key=code.key)


@subcommand(
    command,
    "rename",
    "Give a code another name; its key and its codings stay.",
    examples=["qualcode codebook rename capital 'Modal usaha' --language id"],
)
@argument("code")
@argument("name")
@option("--language", "spoken", default="", metavar="LANG", help="The name in this language only.")
@in_project
def rename(code: str, name: str, spoken: str, folder: Path, coder: str | None) -> None:
    """Rename a code."""
    with open_project(folder, coder) as project:
        found = project.rename_code(code, name, language=spoken)
    say("{key} is now named {name}.", key=found.key, name=name)


@subcommand(
    command,
    "move",
    "Put a code, with all below it, under another code or at the top of a framework.",
    examples=[
        "qualcode codebook move fear --parent motivation",
        "qualcode codebook move fear --framework problem",
    ],
)
@argument("code")
@option("--parent", default="", metavar="CODE", help="The code above it.")
@option("--framework", default="", help="The framework at whose top it goes.")
@in_project
def move(code: str, parent: str, framework: str, folder: Path, coder: str | None) -> None:
    """Move a code."""
    with open_project(folder, coder) as project:
        found = project.move_code(code, parent=parent, framework=framework)
    say("{key} is moved.", key=found.key)


@subcommand(
    command,
    "merge",
    "Merge codes into one; their codings go along and come up in `review --recode`.",
    examples=["qualcode codebook merge capital business_capital --into capital"],
)
@argument("codes", nargs=-1, required=True)
@option("--into", required=True, metavar="CODE", help="The code that stays.")
@option("--yes", is_flag=True, help="Do not ask.")
@in_project
def merge(codes: tuple[str, ...], into: str, yes: bool, folder: Path, coder: str | None) -> int:
    """Merge codes."""
    with open_project(folder, coder) as project:
        done = project.merge_codes([code for code in codes if code != into], into, agree=_agree(yes=yes))
    if done is not None:
        click.echo(
            counted("{count} coding is now {code}.", "{count} codings are now {code}.", done.total, code=into)
        )
    return 0 if done is not None else 1


@subcommand(
    command,
    "split",
    "Split the named codings of yours off CODE into a new code NAME.",
    examples=["qualcode codebook split capital 'modal keluarga' W1-zul.12 W6-darmi.8"],
)
@argument("code")
@argument("name")
@argument("codings", nargs=-1, required=True)
@option("--yes", is_flag=True, help="Do not ask.")
@in_project
def split(code: str, name: str, codings: tuple[str, ...], yes: bool, folder: Path, coder: str | None) -> int:
    """Split a code."""
    with open_project(folder, coder) as project:
        done = project.split_code(code, name, codings, agree=_agree(yes=yes))
    if done is not None:
        click.echo(
            counted("{count} coding is now {code}.", "{count} codings are now {code}.", done.total, code=name)
        )
    return 0 if done is not None else 1


@subcommand(
    command,
    "remove",
    "Remove a code; where it is in use, say where its codings go.",
    examples=["qualcode codebook remove fear --codings-to motivation"],
)
@argument("code")
@option("--codings-to", default="", metavar="CODE", help="The code that its codings go to.")
@option("--yes", is_flag=True, help="Do not ask.")
@in_project
def remove(code: str, codings_to: str, yes: bool, folder: Path, coder: str | None) -> int:
    """Remove a code."""
    with open_project(folder, coder) as project:
        done = project.remove_code(code, codings_to=codings_to, agree=_agree(yes=yes))
    if done is not None:
        say("{code} is removed; qualcode undo brings it back.", code=code)
    return 0 if done is not None else 1


def _agree(*, yes: bool) -> "Agree":
    def agree(touched: object) -> bool:
        counts = getattr(touched, "codings", {})
        for key, count in counts.items():
            click.echo(counted("  {key}: {count} coding", "  {key}: {count} codings", count, key=key))
        return not counts or confirmed(tr("Go ahead?"), yes=yes)

    return agree


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
