"""``qualcode revise``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.actions.carrying import Fate
from qualcode.cli.language import word
from qualcode.cli.options import argument, as_json, cli_command, in_project, listed, open_project, option
from qualcode.cli.printing import print_json, print_table, say, shortened

if TYPE_CHECKING:
    from qualcode.actions.revising import CarriedCoding, RevisionReport


@cli_command(
    "Make a corrected FILE the new revision of SOURCE. Codings, memos on passages and decisions are "
    "carried over by their words; what became of each is said, none is deleted, and reference codes stay.",
    examples=[
        "qualcode revise W1-zul W1-zul-corrected.docx --preview",
        "qualcode revise W1-zul W1-zul-corrected.docx",
    ],
)
@argument("source")
@argument("file", type=click.Path(dir_okay=False, path_type=Path))
@option("--tiers", metavar="A,B", help="Tiers of an ELAN file to be read; those chosen before by default.")
@option("--preview", is_flag=True, help="Say what would happen, and leave everything as it is.")
@as_json
@in_project
def command(
    source: str, file: Path, tiers: str | None, preview: bool, as_json: bool, folder: Path, coder: str | None
) -> int:
    """Revise a source."""
    with open_project(folder, coder) as project:
        report = project.revise(source, file, tiers=listed(tiers), preview=preview)
    if as_json:
        print_json(_plain(report))
    else:
        _show(report, preview=preview)
    return 1 if report.count(Fate.UNPLACED) else 0


def _show(report: "RevisionReport", *, preview: bool) -> None:
    if preview:
        say("As it would be; nothing is changed.")
    print_table(["Codings", "Number"], [(word(fate), report.count(fate)) for fate in Fate], right=[1])
    told = [each for each in report.codings if each.fate in (Fate.CHANGED, Fate.UNPLACED)]
    if told:
        print_table(["Reference", "Became", "Was", "Is"], [_row(each) for each in told])
    if report.unread:
        say("New turns, not coded through yet: {count}.", count=report.unread)
    if report.count(Fate.UNPLACED):
        say("Place what is unplaced with qualcode review --unplaced.")
    if not preview:
        say("{source} is now revision {number}; qualcode undo takes it back.", source=report.source,
            number=report.number)  # fmt: skip


def _row(carried: "CarriedCoding") -> tuple[str, str, str, str]:
    now = "" if carried.fate is Fate.UNPLACED else shortened(carried.now)
    return carried.coding.reference, word(carried.fate), shortened(carried.coding.quote), now


def _plain(report: "RevisionReport") -> dict[str, object]:
    return {
        "source": report.source,
        "revision": report.number,
        "counts": {fate.value: report.count(fate) for fate in Fate},
        "unread_turns": report.unread,
        "codings": [
            {
                "id": each.coding.id,
                "reference": each.coding.reference,
                "fate": each.fate.value,
                "was": each.coding.quote,
                "is": each.now if each.fate is not Fate.UNPLACED else None,
            }
            for each in report.codings
        ],
    }
