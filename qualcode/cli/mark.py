"""``qualcode mark``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.language import language, tr
from qualcode.cli.options import argument, cli_command, in_project, open_project, option
from qualcode.cli.printing import say, warn
from qualcode.errors import SourceNotFound, UsageError
from qualcode.locale import explain
from qualcode.model import Span

if TYPE_CHECKING:
    from qualcode.project import Project


@cli_command(
    "Mark what gives counts their meaning. --read: the sources are coded through. --not-asked: SOURCE was "
    "never asked about CODE. --negative: one of your codings speaks against its code. --pinned: it is quoted "
    "before others. --undo takes it back.",
    examples=[
        "qualcode mark --read W1-zul W2-herman",
        "qualcode mark --read W1-zul --turns 1-12 --framework stage",
        "qualcode mark --not-asked W3-astuti information_systems",
        "qualcode mark --negative W1-zul.12 awareness",
        "qualcode mark --pinned W1-zul.12 awareness",
    ],
)
@argument("names", nargs=-1, required=True)
@option("--read", "what", flag_value="read", type=str, help="These sources are coded through.")
@option("--not-asked", "what", flag_value="not_asked", type=str, help="SOURCE was never asked about CODE.")
@option("--negative", "what", flag_value="negative", type=str, help="This coding speaks against its code.")
@option("--pinned", "what", flag_value="pinned", type=str, help="This coding is quoted before others.")
@option("--unpinned", "what", flag_value="unpinned", type=str, help="It no longer is.")
@option("--turns", default="", metavar="FROM-TO", help="With --read: these turns only, such as 1-12.")
@option("--framework", "frameworks", multiple=True, help="With --read: for its codes only; more than once.")
@option("--undo", "back", is_flag=True, help="Take the mark back.")
@in_project
@click.pass_context
def command(
    context: click.Context,
    names: tuple[str, ...],
    what: str | None,
    turns: str,
    frameworks: tuple[str, ...],
    back: bool,
    folder: Path,
    coder: str | None,
) -> int:
    """Mark something."""
    with open_project(folder, coder) as project:
        match what:
            case "read" if back and frameworks:
                raise UsageError("--undo takes the marks for all codes back", remedy="leave --framework out")
            case "read":
                return max(_read(project, name, turns, frameworks, back=back) for name in names)
            case "not_asked" if len(names) == 2:
                project.mark_not_asked(*names, asked=back)
                say("Noted: {source}, {code}.", source=names[0], code=names[1])
            case "negative":
                coding = project.mark_negative(" ".join(names), negative=not back)
                say("{reference}: {state}.", reference=coding.reference,
                    state=tr("speaks against" if coding.negative else "does not speak against"))  # fmt: skip
            case "pinned" | "unpinned":
                pinned = (what == "pinned") != back
                coding = project.mark_pinned(" ".join(names), pinned=pinned)
                say("{reference}: {state}.", reference=coding.reference,
                    state=tr("pinned" if coding.pinned else "not pinned"))  # fmt: skip
            case _:
                raise UsageError(
                    "say --read SOURCE, --not-asked SOURCE CODE, --negative CODING, or --pinned CODING",
                    remedy="see `{command} --help`", command=context.command_path,
                )  # fmt: skip
    return 0


def _read(project: "Project", name: str, turns: str, frameworks: tuple[str, ...], *, back: bool) -> int:
    try:
        at = _stretch(project, name, turns) if turns else None
        if back:
            project.mark_unread(name, at=at)
            say("{name} is no longer marked as coded through.", name=name)
        else:
            project.mark_read(name, frameworks=frameworks, at=at)
            if turns:
                say("turns {turns} of {name} are coded through.", name=name, turns=turns)
            else:
                say("{name} is coded through.", name=name)
    except SourceNotFound as error:
        warn("Left out {why}", why=explain(error, language()))
        return 1
    return 0


def _stretch(project: "Project", name: str, turns: str) -> Span:
    """Return the stretch from the first to the last of the turns that ``FROM-TO`` names."""
    first, _, last = turns.partition("-")
    text = project.open_source(name).text
    ends = [text.turn(int(each)) if each.isdecimal() else None for each in (first, last or first)]
    if ends[0] is None or ends[1] is None or ends[0].start > ends[1].start:
        raise UsageError(
            "{turns!r} are no turns of it", where=text.source.name,
            remedy="say the first and the last, such as 1-{last}",
            turns=turns, last=len(text.revision.turns),
        )  # fmt: skip
    return Span(ends[0].start, ends[1].end)
