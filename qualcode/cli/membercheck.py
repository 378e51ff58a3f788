"""``qualcode membercheck``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.language import tr, word
from qualcode.cli.notices import tell_notice
from qualcode.cli.options import argument, cli_command, in_project, open_project, option
from qualcode.cli.printing import confirmed, say
from qualcode.cli.results import DOCUMENTS, Rendering, rendered, to_file
from qualcode.errors import UsageError

if TYPE_CHECKING:
    from qualcode.project import Project

ANSWERS = ("agreed", "corrected", "withdrawn")


@cli_command(
    "Write the transcripts of CASE with how they were read beside each answer, for the informant to sign; or "
    "record the answer. It is kept as a memo on the case; one who withdraws is left out everywhere.",
    examples=[
        "qualcode membercheck Zul --out outputs/zul.docx --lang id",
        "qualcode membercheck Zul --answer agreed --date 2024-07-01",
        "qualcode membercheck Zul --answer corrected --date 2024-07-01 --note 'turn 12: three days, not two'",
    ],
)
@argument("case")
@to_file(DOCUMENTS)
@option("--answer", type=click.Choice(ANSWERS), help="What the informant answered.")
@option("--date", metavar="DATE", help="When it was answered: a date, or 7d, last-week, yesterday.")
@option("--note", default="", help="What else was said, or corrected.")
@option("--yes", is_flag=True, help="Do not ask.")
@rendered(names=False)
@option("--pseudonyms", "disguised", is_flag=True, help="Replace names; they stay unless you say so.")
@in_project
def command(
    case: str,
    *,
    out: Path | None,
    answer: str | None,
    date: str | None,
    note: str,
    yes: bool,
    rendering: Rendering,
    disguised: bool,
    folder: Path,
    coder: str | None,
) -> int:
    """Write what is to be checked, or record an answer."""
    if (out is None) == (answer is None):
        raise UsageError(
            "say either --out or --answer",
            remedy="--out writes what is to be signed, --answer records what was answered",
        )
    with open_project(folder, coder) as project:
        if out:
            sources = project.write_check(
                case, out, language=rendering.language, disguised=disguised,
                dress=rendering.dress(project), on_notice=tell_notice,
            )  # fmt: skip
            turns = sum(len(source.turns) for source in sources)
            say("{path} holds {turns} turns of {sources}.", path=out, turns=turns,
                sources=", ".join(source.name for source in sources))  # fmt: skip
            return 0
        if not date:
            raise UsageError("an answer has a date", remedy="say --date 2024-07-01, for example")
        return _record(project, case, answer or "", date, note, yes=yes)


def _record(project: "Project", case: str, answer: str, date: str, note: str, *, yes: bool) -> int:
    from qualcode.actions.checking import Answer
    from qualcode.actions.periods import day_of

    date = day_of(date)
    question = tr("Leave out everywhere what {name} said?").format(name=case)
    if answer == Answer.WITHDRAWN and not confirmed(question, yes=yes):
        return 1
    project.record_answer(case, Answer(answer), date=date, note=note)
    say("{name}: {answer}, {date}.", name=case, answer=word(answer), date=date)
    if answer == Answer.CORRECTED:
        say("Bring in the corrected transcript with qualcode revise.")
    return 0
