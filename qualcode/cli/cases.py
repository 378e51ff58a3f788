"""``qualcode cases``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.language import language, tr, word
from qualcode.cli.options import argument, as_json, cli_group, in_project, open_project, option, subcommand
from qualcode.cli.printing import confirmed, print_json, print_table, say, warn
from qualcode.errors import UsageError
from qualcode.locale import explain
from qualcode.model import Case, ConsentScope, ConsentState, Naming

if TYPE_CHECKING:
    from qualcode.actions.case_tables import CasesReport


@cli_group(
    "List the cases (who is compared), set their attributes or import them from a table, record consent, or "
    "erase one.",
    examples=["qualcode cases", "qualcode cases --json"],
    invoke_without_command=True,
)
@as_json
@in_project
@click.pass_context
def command(context: click.Context, as_json: bool, folder: Path, coder: str | None) -> None:
    """List the cases."""
    if context.invoked_subcommand:
        return
    from qualcode.model.forms import to_form

    with open_project(folder, coder) as project, project.view() as view:
        found = sorted(view.all(Case), key=lambda case: case.name)
    if as_json:
        print_json([to_form(case) for case in found])
        return
    print_table(
        ["Case", "Pseudonym", "Attributes", "Consent"],
        [
            (case.name, case.pseudonym, "; ".join(f"{key}: {text}" for key, text in case.attributes.items()),
             " ".join(filter(None, [word(case.consent), case.consent_date, _scope(case)])))
            for case in found
        ],
    )  # fmt: skip


def _scope(case: Case) -> str:
    return word(case.consent_scope) if case.consent_scope in list(ConsentScope) else case.consent_scope


@subcommand(
    command,
    "set",
    "Set a case's name, pseudonym, or attributes written as KEY=VALUE (KEY= takes one away); how exports "
    "name it, and what its consent lets them hold: quotations, quotations under a pseudonym only, figures "
    "without quotations, or nothing.",
    examples=[
        "qualcode cases set Zul umur=41 usaha='duplikat kunci'",
        "qualcode cases set Zul --pseudonym 'Pak Z'",
        "qualcode cases set Darmi --consent-scope counted",
    ],
)
@argument("name")
@argument("attributes", nargs=-1)
@option("--rename", metavar="NAME", help="Its new name.")
@option("--pseudonym", help="The name in reports.")
@option("--naming", type=click.Choice([each.value for each in Naming]), help="How exports name it.")
@option(
    "--consent-scope",
    type=click.Choice([each.value for each in ConsentScope]),
    help="What its consent lets leave the project.",
)
@in_project
def set_(
    name: str,
    attributes: tuple[str, ...],
    rename: str | None,
    pseudonym: str | None,
    naming: str | None,
    consent_scope: str | None,
    folder: Path,
    coder: str | None,
) -> None:
    """Set a case's attributes."""
    with open_project(folder, coder) as project:
        case = project.set_case(
            name, rename=rename, pseudonym=pseudonym, naming=Naming(naming) if naming else None,
            scope=ConsentScope(consent_scope) if consent_scope else None,
            attributes=dict(_pair(text) for text in attributes),
        )  # fmt: skip
    say("{name} is set.", name=case.name)


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key:
        raise UsageError("{text!r} is not KEY=VALUE", text=text)
    return key, value


@subcommand(
    command,
    "import",
    "Set attributes of cases from a .csv or .xlsx: one row per informant, named in a column case, or source "
    "(with speaker where several informants speak in it). Every other column is an attribute; an empty cell "
    "changes nothing.",
    examples=["qualcode cases import informants.xlsx", "qualcode cases import informants.csv --json"],
)
@argument("file", type=click.Path(dir_okay=False, path_type=Path))
@as_json
@in_project
def import_(file: Path, as_json: bool, folder: Path, coder: str | None) -> int:
    """Import attributes of cases."""
    with open_project(folder, coder) as project:
        report = project.import_cases(file)
    if as_json:
        print_json(_plain(report))
    else:
        _show(report)
    return 1 if report.faults else 0


def _show(report: "CasesReport") -> None:
    if report.changed:
        say("Set: {names}.", names=", ".join(report.changed))
    if report.made:
        say("Made: {names}.", names=", ".join(report.made))
    for fault in report.faults:
        warn("Left out {why}", why=explain(fault.error, language()))
    say(
        "{changed} set, {made} made, {left} left out.",
        changed=len(report.changed), made=len(report.made), left=len(report.faults),
    )  # fmt: skip


def _plain(report: "CasesReport") -> dict[str, object]:
    return {
        "set": report.changed,
        "made": report.made,
        "left_out": [{"row": fault.row, "why": explain(fault.error, language())} for fault in report.faults],
    }


@subcommand(
    command,
    "consent",
    "Record that consent was given, or withdrawn: then the case is left out everywhere.",
    examples=["qualcode cases consent Zul --give --date 2024-03-02", "qualcode cases consent Zul --withdraw"],
)
@argument("name")
@option("--give/--withdraw", "given", required=True, help="Given, or withdrawn.")
@option("--date", default="", metavar="DATE", help="When, as YYYY-MM-DD.")
@option("--scope", default="", help="For what.")
@in_project
def consent(name: str, given: bool, date: str, scope: str, folder: Path, coder: str | None) -> None:
    """Record a consent."""
    state = ConsentState.GIVEN if given else ConsentState.WITHDRAWN
    with open_project(folder, coder) as project:
        project.set_consent(name, state, date=date, scope=scope)
    if given:
        say("{name}: consent given.", name=name)
    else:
        say("{name}: consent withdrawn; the case is left out everywhere from now on.", name=name)


@subcommand(
    command,
    "erase",
    "Erase a case for good: its words, quotations and history contents. No undo.",
    examples=["qualcode cases erase Zul"],
)
@argument("name")
@option("--yes", is_flag=True, help="Do not ask.")
@in_project
def erase(name: str, yes: bool, folder: Path, coder: str | None) -> int:
    """Erase a case."""
    question = tr("Erase everything that {name} said, for good? This cannot be undone.").format(name=name)
    if not confirmed(question, yes=yes):
        return 1
    with open_project(folder, coder) as project:
        report = project.erase(name)
    say("{name} is erased.", name=name)
    for export in report.exports:
        say("Made before, and not in our hands: {path} ({at})", path=export.path, at=export.at)
    return 0
