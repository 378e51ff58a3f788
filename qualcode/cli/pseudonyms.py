"""``qualcode pseudonyms``."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.language import counted, language, tr, word
from qualcode.cli.options import argument, as_json, cli_group, in_project, open_project, option, subcommand
from qualcode.cli.printing import print_json, print_table, say, warn
from qualcode.locale import explain
from qualcode.model import NameKind

if TYPE_CHECKING:
    from qualcode.actions.identifying import Check
    from qualcode.pseudonyms import Candidate

KINDS = click.Choice([kind.value for kind in NameKind])


@cli_group(
    "Keep which name stands for which real one in what leaves the project; stored texts stay as they are. "
    "Exports use it unless --no-pseudonyms is said.",
    examples=["qualcode pseudonyms", "qualcode pseudonyms propose", "qualcode pseudonyms set Zul Rudi"],
    invoke_without_command=True,
)
@as_json
@in_project
@click.pass_context
def command(context: click.Context, as_json: bool, folder: Path, coder: str | None) -> None:
    """List the pseudonyms."""
    if context.invoked_subcommand:
        return
    with open_project(folder, coder) as project:
        found = project.pseudonyms()
    if as_json:
        print_json(
            [
                {"name": each.record.name, "pseudonym": each.record.replacement, "kind": each.record.kind,
                 "case": each.case, "places": each.places}
                for each in found
            ]
        )  # fmt: skip
        return
    if not found:
        say("There are no pseudonyms yet; see qualcode pseudonyms propose.")
        return
    print_table(
        ["Name", "Pseudonym", "Kind", "Case", "Places"],
        [
            (each.record.name, each.record.replacement or tr("(left as it is)"), word(each.record.kind),
             each.case, each.places)
            for each in found
        ],
        right=[4],
    )  # fmt: skip


@subcommand(
    command,
    "propose",
    "Show what may identify somebody and was not looked at yet: speakers, names after Pak, Bu or Mr., "
    "nicknames, telephone numbers, e-mail and street addresses, other capitalised words; with the words "
    "around.",
    examples=["qualcode pseudonyms propose", "qualcode pseudonyms propose --json"],
)
@as_json
@in_project
def propose(as_json: bool, folder: Path, coder: str | None) -> None:
    """Show candidates."""
    with open_project(folder, coder) as project:
        found = project.propose_pseudonyms()
    if as_json:
        print_json([_plain(each) for each in found])
    elif not found:
        say("Nothing is left that may identify somebody.")
    else:
        _show_candidates(found)
        say("Say qualcode pseudonyms set NAME PSEUDONYM, or leave NAME.")


@subcommand(
    command,
    "set",
    "Let PSEUDONYM stand for NAME, in all its forms: with Pak or Bu, in part, with endings, as a nickname. "
    "Give the words around it to settle one place only.",
    examples=[
        "qualcode pseudonyms set 'Pak Zul' 'Pak Rudi'",
        "qualcode pseudonyms set Tut Wati --case 'Bu Astuti'",
        "qualcode pseudonyms set 'kata Anda' 'kata Hasan'",
    ],
)
@argument("name")
@argument("pseudonym")
@option("--kind", type=KINDS, help="What the name is; by default as it looks.")
@option("--case", default="", help="The case whose name it is; by default the one called so.")
@in_project
def set_(name: str, pseudonym: str, kind: str | None, case: str, folder: Path, coder: str | None) -> None:
    """Set a pseudonym."""
    with open_project(folder, coder) as project:
        done = project.set_pseudonym(name, pseudonym, kind=NameKind(kind) if kind else None, case=case)
        found = project.name_places(pseudonym)
    say("{pseudonym} stands for {name}.", pseudonym=pseudonym, name=name)
    if found:
        warn(
            "{pseudonym} stands in the texts itself, as in {place}: readers may take it for that.",
            pseudonym=pseudonym, place=", ".join(dict.fromkeys(found)),
        )  # fmt: skip
    if done.also:
        warn(
            "{pseudonym} stands for {names} too; if it is the same person, say so with --case.",
            pseudonym=pseudonym, names=", ".join(done.also),
        )  # fmt: skip


@subcommand(
    command,
    "leave",
    "Note that NAMES were looked at and stay as they are: a city, a public office, an ordinary word.",
    examples=["qualcode pseudonyms leave Palembang 'Ogan Ilir'"],
)
@argument("names", nargs=-1, required=True)
@in_project
def leave(names: tuple[str, ...], folder: Path, coder: str | None) -> None:
    """Leave names as they are."""
    with open_project(folder, coder) as project:
        for name in names:
            project.leave_name(name)
    say("{names} stay as they are.", names=", ".join(names))


@subcommand(
    command,
    "remove",
    "Forget what stands for NAME.",
    examples=["qualcode pseudonyms remove Zul"],
)
@argument("name")
@in_project
def remove(name: str, folder: Path, coder: str | None) -> None:
    """Remove a pseudonym."""
    with open_project(folder, coder) as project:
        gone = project.remove_pseudonym(name)
    say("Nothing stands for {name} any more.", name=gone.name)


@subcommand(
    command,
    "import",
    "Take pseudonyms from a .csv or .xlsx with the columns name, pseudonym, and if you like kind and case; "
    "an empty pseudonym leaves the name as it is.",
    examples=["qualcode pseudonyms import names.csv"],
)
@argument("file", type=click.Path(dir_okay=False, path_type=Path))
@in_project
def import_(file: Path, folder: Path, coder: str | None) -> int:
    """Import pseudonyms."""
    with open_project(folder, coder) as project:
        report = project.import_pseudonyms(file)
    for fault in report.faults:
        warn("Left out {why}", why=explain(fault.error, language()))
    click.echo(counted("{count} name in.", "{count} names in.", len(report.named)))
    return 1 if report.faults else 0


@subcommand(
    command,
    "export",
    "Write names and pseudonyms to a .csv. It is the key to your informants: keep it apart.",
    examples=["qualcode pseudonyms export key.csv"],
)
@argument("file", type=click.Path(dir_okay=False, path_type=Path))
@in_project
def export(file: Path, folder: Path, coder: str | None) -> None:
    """Export pseudonyms."""
    with open_project(folder, coder) as project:
        frame = project.export_pseudonyms(file)
    click.echo(
        counted(
            "{count} real name in {path}: keep it apart.", "{count} real names in {path}: keep it apart.",
            len(frame), path=file,
        )
    )  # fmt: skip


@subcommand(
    command,
    "check",
    "Say what may still identify somebody in what leaves the project: cases without a pseudonym, names "
    "not looked at, words that may be a name or not, pseudonyms of two people, attributes that only one case "
    "has.",
    examples=["qualcode pseudonyms check", "qualcode pseudonyms check --few 2"],
)
@option("--few", type=click.IntRange(1), default=1, help="Name attributes that so many cases share.")
@as_json
@in_project
def check(few: int, as_json: bool, folder: Path, coder: str | None) -> int:
    """Check what may identify."""
    with open_project(folder, coder) as project:
        found = project.check_pseudonyms(few=few)
    if as_json:
        print_json(asdict(found))
        return 0 if found.clear else 1
    if found.clear:
        say("Nothing is left that may identify somebody.")
        return 0
    _show_check(found)
    return 1


def _show_check(check: "Check") -> None:
    for name in check.unnamed:
        say("{name} has no pseudonym.", name=name)
    for pseudonym, names in check.same:
        say("{pseudonym} stands for different people: {names}.", pseudonym=pseudonym, names=", ".join(names))
    for name in check.real:
        say("{name} is a pseudonym, and somebody's real name.", name=name)
    for name, names in check.shared:
        say("{name} may be any of {names}: set it by itself.", name=name, names=", ".join(names))
    if check.candidates:
        click.echo(tr("Not looked at yet:"))
        _show_candidates(check.candidates)
    if check.doubts:
        click.echo(tr("Names or not? They stay as they are; set or leave them with a word beside them:"))
        rows = [(each.word, each.name, each.place, each.context) for each in check.doubts]
        print_table(["Word", "Name", "Source", "Words around"], rows)
    if check.telling:
        click.echo(tr("Known by their attributes:"))
        rows_ = [
            (each.case, "; ".join(f"{key}: {text}" for key, text in each.attributes), each.share)
            for each in check.telling
        ]
        print_table(["Case", "Attributes", "Shared by"], rows_, right=[2])


def _show_candidates(found: "tuple[Candidate, ...] | list[Candidate]") -> None:
    print_table(
        ["Name", "Kind", "Why", "Places", "Words around"],
        [
            (each.name, word(each.kind), word(each.reason), each.count,
             "\n".join(f"{place}: {words}" for place, words in each.contexts))
            for each in found
        ],
        right=[3],
    )  # fmt: skip


def _plain(candidate: "Candidate") -> dict[str, object]:
    return {
        "name": candidate.name,
        "kind": candidate.kind,
        "why": candidate.reason,
        "places": candidate.count,
        "contexts": [{"place": place, "words": words} for place, words in candidate.contexts],
    }
