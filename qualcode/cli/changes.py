"""``qualcode changes``."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.cli.language import language
from qualcode.cli.options import as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import print_json, print_table, say, shortened
from qualcode.cli.results import DOCUMENTS, Rendering, rendered, to_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcode.exports.changes import Changes, Remarked


@cli_command(
    "Show what was done since a day: what was coded, recoded and uncoded, read, said and answered, what "
    "became of codes and themes, and which questions are open. What was taken back again does not count. "
    "With --out it is a document with the quotations, for a meeting.",
    examples=[
        "qualcode changes --since last-week",
        "qualcode changes --since 2024-03-12 --by rani --out outputs/bimbingan.docx --lang id",
        "qualcode changes --since 7d",
    ],
)
@option("--since", required=True, metavar="DATE", help="A date, or 7d, 2w, last-week, yesterday.")
@option("--by", "only", default="", metavar="HANDLE", help="Only what this coder did.")
@to_file(DOCUMENTS)
@rendered()
@as_json
@in_project
def command(
    since: str,
    only: str,
    out: Path | None,
    *,
    rendering: Rendering,
    as_json: bool,
    folder: Path,
    coder: str | None,
) -> None:
    """Show changes."""
    with open_project(folder, coder) as project:
        found = project.changes(since, out, coder=only, **rendering.keywords(project))
    if as_json:
        print_json(asdict(found))
    elif out:
        say("{path} holds what was done since {day}.", path=out, day=found.since)
    else:
        _print(found)


def _print(found: "Changes") -> None:
    from qualcode.exports.changes import counts_of, in_figures, written_day

    if not found and not found.questions:
        say("Nothing was done since {day}.", day=written_day(found.since, language()))
        return
    say(
        "Since {day}. {figures}",
        day=written_day(found.since, language()),
        figures=in_figures(found, language()),
    )
    if found.codings:
        print_table(["Source", "Change", "Codings", "Codes"], counts_of(found.codings, language()), right=[2])
    if found.steps:
        steps = [
            (each.about, each.name, each.what, shortened(each.more, 60), each.by) for each in found.steps
        ]
        print_table(["Kind", "Name", "Change", "Text", "By"], steps)
    _print_remarks(found.remarks)
    if found.questions:
        say("Open questions:")
        _print_remarks(found.questions)


def _print_remarks(remarks: "Sequence[Remarked]") -> None:
    if remarks:
        print_table(
            ["Reference", "Code", "By", "Date", "Remark", "Text"],
            [(each.reference, each.code, each.by, each.at[:10], each.remark, each.text) for each in remarks],
        )
