"""``qualcode import-review``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.language import counted, language, tr, word
from qualcode.cli.options import argument, as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import print_json, print_table, say, shortened, warn
from qualcode.locale import explain
from qualcode.model import Remark

if TYPE_CHECKING:
    from qualcode.actions.review_importing import ReviewImport, Taken


@cli_command(
    "Take in what was commented on in a FILE that qualcode transcript --comments wrote. A reply to a "
    "coding's comment is a review of the coding; a comment on coded words is one of the codings that fit "
    "them best; on other words it is a memo, but agree and deviant go to the nearest coding of the turn. Its "
    "first words say what it is: agree, query (or disagree, or a question mark), propose CODE, deviant; else "
    "it is a comment. The same file twice adds nothing.",
    examples=[
        "qualcode import-review zul-dari-bu-dewi.docx --reviewer bu_dewi --preview",
        "qualcode import-review zul-dari-bu-dewi.docx --reviewer bu_dewi",
    ],
)
@argument("file", type=click.Path(dir_okay=False, path_type=Path))
@option(
    "--reviewer", default="", metavar="HANDLE", help="Who wrote the comments that no coder's name is under."
)
@option("--source", default="", help="The source that it is of, where that cannot be found out.")
@option("--preview", is_flag=True, help="Say what would happen; change nothing.")
@as_json
@in_project
def command(
    file: Path,
    reviewer: str,
    source: str,
    *,
    preview: bool,
    as_json: bool,
    folder: Path,
    coder: str | None,
) -> int:
    """Import a review."""
    from qualcode.actions.review_importing import Outcome

    with open_project(folder, coder) as project:
        report = project.import_review(file, source=source, reviewer=reviewer, preview=preview)
    if as_json:
        print_json({"source": report.source, "resolved": report.resolved,
                    "comments": [_plain(each) for each in report.taken]})  # fmt: skip
    else:
        _print(report, preview=preview)
    return 1 if report.count(Outcome.LEFT_OUT) else 0


def _print(report: "ReviewImport", *, preview: bool) -> None:
    from qualcode.actions.review_importing import Outcome

    for note in report.notes:
        say("Note: {text}.", text=explain(note, language()))
    if report.taken:
        rows = [
            (each.author, shortened(each.text, 60), shortened(each.words, 40), _became(each))
            for each in report.taken
        ]
        print_table(["By", "Comment", "On", "Became"], rows)
    for each in report.taken:
        if each.why:
            warn("Left out {why}", why=explain(each.why, language()))
    say(
        "{source}: remarks on codings: {reviews}; memos on words: {memos}; memos on the source: {unplaced}; "
        "there already: {already}.",
        source=report.source, reviews=report.count(Outcome.REVIEW), memos=report.count(Outcome.MEMO),
        unplaced=report.count(Outcome.UNPLACED), already=report.count(Outcome.ALREADY),
    )  # fmt: skip
    if report.resolved:
        click.echo(
            counted("{count} coding is marked as resolved in the file.",
                    "{count} codings are marked as resolved in the file.", report.resolved)
        )  # fmt: skip
    if preview:
        say("Nothing was changed; leave out --preview to do it.")


def _became(each: "Taken") -> str:
    from qualcode.actions.review_importing import Outcome

    remark = word(each.remark or "")
    if each.remark is Remark.PROPOSE:
        remark = f"{remark} {each.proposed or tr('(no such code yet)')}"
    said = {
        Outcome.REVIEW: remark,
        Outcome.MEMO: tr("memo on the words"),
        Outcome.UNPLACED: tr("memo on the source: its words are not there"),
        Outcome.ALREADY: tr("there already"),
        Outcome.LEFT_OUT: tr("left out"),
    }[each.outcome]
    about = ", ".join(each.codings) + (f" {tr('(nearest coding)')}" if each.nearest and each.codings else "")
    told = f"{said}: {about}" if about else said
    return f"{told} {tr('(resolved)')}" if each.resolved else told


def _plain(each: "Taken") -> dict[str, object]:
    return {
        "author": each.author, "text": each.text, "words": each.words, "outcome": each.outcome.value,
        "remark": each.remark.value if each.remark else None, "codings": list(each.codings),
        "proposed": each.proposed, "nearest": each.nearest, "resolved": each.resolved,
        "why": explain(each.why, language()) if each.why else None,
    }  # fmt: skip
