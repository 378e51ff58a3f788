"""``qualcode review``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from qualcode.cli.language import counted, language, tr
from qualcode.cli.options import argument, as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import is_terminal, print_json, progress, say, warn
from qualcode.errors import QualcodeError
from qualcode.locale import explain
from qualcode.model import Source, Suggestion, Verdict
from qualcode.suggest.method import name_of
from qualcode.suggest.ordering import ORDERS

if TYPE_CHECKING:
    from qualcode.actions.ordering import LiveScores
    from qualcode.actions.recoding import RecodeQueue
    from qualcode.project import Project

Manner = Literal["ask", "list", "list instead", "json"]
"""How what waits is shown; ``"list instead"`` where there is no terminal to ask in."""


@cli_command(
    "Decide on pending suggestions, each in its context. Suggestions show once you have coded their source "
    "through. --recode goes through what a changed codebook touches instead, --unplaced through codings "
    "whose words a corrected transcript no longer has.",
    examples=[
        "qualcode review",
        "qualcode review W1-zul --code awareness --min-score 0.5",
        "qualcode review --order uncertain",
        "qualcode review --list",
        "qualcode review --accept 3f2a91c0 --reject 77b0e1d2",
        "qualcode review --recode",
        "qualcode review --unplaced",
    ],
)
@argument("sources", nargs=-1, metavar="[SOURCE]...")
@option("--code", metavar="KEY", help="Only suggestions of this code and those below it.")
@option("--min-score", type=click.FloatRange(0, 1), default=0.0, help="Only from this score on, 0 to 1.")
@option(
    "--order",
    type=click.Choice(ORDERS),
    default="reading",
    help="As they are read; the most doubtful first; the likeliest first; or each unlike those before.",
)
@option("--seed", type=int, default=0, help="The same seed gives the same order between equals.")
@option("--list", "listed", is_flag=True, help="Print what waits instead of asking.")
@option("--accept", multiple=True, metavar="ID", help="Accept this suggestion; may be given often.")
@option("--reject", multiple=True, metavar="ID", help="Reject this suggestion; may be given often.")
@option("--recode", is_flag=True, help="Look again at what a changed codebook touches.")
@option("--unplaced", is_flag=True, help="Place codings whose words a corrected transcript no longer has.")
@as_json
@in_project
def command(
    sources: tuple[str, ...],
    *,
    code: str | None,
    min_score: float,
    order: str,
    seed: int,
    listed: bool,
    accept: tuple[str, ...],
    reject: tuple[str, ...],
    recode: bool,
    unplaced: bool,
    as_json: bool,
    folder: Path,
    coder: str | None,
) -> int:
    """Decide on suggestions, or look again at codings."""
    with open_project(folder, coder) as project:
        if accept or reject:
            return _decide(project, accept, reject)
        if recode:
            _recode(project, sources, _manner(listed=listed, as_json=as_json))
        elif unplaced:
            _unplaced(project, sources, _manner(listed=listed, as_json=as_json))
        else:
            items = project.in_order(_wanted(project, sources, code, min_score), order, seed=seed)
            _review(project, items, _manner(listed=listed, as_json=as_json), order=order, seed=seed)
    return 0


def _manner(*, listed: bool, as_json: bool) -> Manner:
    if as_json:
        return "json"
    if listed:
        return "list"
    return "ask" if is_terminal() and sys.stdin.isatty() else "list instead"


def _say_it_is_a_list(manner: Manner) -> None:
    if manner == "list instead":
        warn("This is no terminal to decide in, so here is the list.")


def _decide(project: "Project", accept: tuple[str, ...], reject: tuple[str, ...]) -> int:
    failed = 0
    chosen = [(name, Verdict.ACCEPT) for name in accept] + [(name, Verdict.REJECT) for name in reject]
    for name, verdict in chosen:
        try:
            project.decide(name, verdict)
        except QualcodeError as error:
            warn("Error: {text}", text=explain(error, language()))
            failed = 1
        else:
            say("{id} is accepted." if verdict is Verdict.ACCEPT else "{id} is rejected.", id=name)
    return failed


def _wanted(
    project: "Project", sources: tuple[str, ...], code: str | None, min_score: float
) -> list[Suggestion]:
    from qualcode.actions.lookup import code_named

    found = [each for name in sources for each in project.pending(name)] if sources else project.pending()
    if code:
        codebook = project.codebook
        top = code_named(codebook, code)
        ids = {top.id, *(each.id for each in codebook.descendants(top))} if codebook else set()
        found = [each for each in found if each.code_id in ids]
    return [each for each in found if each.score >= min_score]


def _review(project: "Project", items: list[Suggestion], manner: Manner, *, order: str, seed: int) -> None:
    from qualcode.cli.reader.lists import print_suggestions, suggestion_rows

    if manner == "json":
        print_json(suggestion_rows(project, items))
    elif not items:
        _say_why_nothing(project)
    elif manner == "ask":
        from qualcode.cli.reader.deciding import ReviewSession
        from qualcode.cli.reader.desk import Desk

        session = ReviewSession(
            Desk(), project, items, order=order, seed=seed, live=_live(project, items, order)
        )
        session.run()
        click.echo(session.tally())
    else:
        _say_it_is_a_list(manner)
        print_suggestions(suggestion_rows(project, items))


def _live(project: "Project", items: list[Suggestion], order: str) -> "LiveScores | None":
    """Let scores follow the decisions, where the order goes by them and they were learnt."""
    if order == "reading" or all(name_of(each.method) == "keywords" for each in items):
        return None
    with progress("Learning from what is coded") as step:
        return project.live_scores(on_step=lambda done, total, text: step(done, total, tr(text)))


def _say_why_nothing(project: "Project") -> None:
    from qualcode.actions.texts import natural

    waiting = len(project.pending())
    with project.view() as view:
        names = {source.id: source.name for source in view.all(Source)}
        hidden = {names[each]: count for each, count in view.hidden_suggestions().items()}
        shown = view.count(Suggestion)
    if waiting:
        say("None of the {count} suggestions that wait is like that.", count=waiting)
    elif not hidden and not shown:
        say("Nothing has been suggested yet: qualcode suggest")
    elif not hidden:
        say("You have decided on everything that was suggested.")
    if hidden:
        order = sorted(hidden, key=natural)
        listed = ", ".join(f"{name} ({hidden[name]})" for name in order)
        click.echo(
            counted(
                "{count} suggestion waits until you have coded its source through: {sources}",
                "{count} suggestions wait until you have coded their source through: {sources}",
                sum(hidden.values()),
                sources=listed,
            )
        )
        say("Next: qualcode read {source}", source=order[0])


def _recode(project: "Project", sources: tuple[str, ...], manner: Manner) -> None:
    from qualcode.cli.reader.lists import print_queue, queue_rows

    queue = _of_sources(project, project.recode_queue(), sources)
    if manner == "json":
        print_json(queue_rows(project, queue))
    elif not queue.codings and not queue.unread:
        say("Nothing to look at again: your codings and readings fit the codebook as it is.")
    elif manner == "ask":
        from qualcode.cli.reader.desk import Desk
        from qualcode.cli.reader.recoding import RecodeSession

        session = RecodeSession(Desk(), project, queue)
        session.run()
        click.echo(session.tally())
    else:
        _say_it_is_a_list(manner)
        print_queue(queue_rows(project, queue))


def _unplaced(project: "Project", sources: tuple[str, ...], manner: Manner) -> None:
    from qualcode.cli.reader.lists import print_unplaced, unplaced_rows

    items = project.unplaced(sources)
    if manner == "json":
        print_json(unplaced_rows(project, items))
    elif not items:
        say("Every coding of yours has its place.")
    elif manner == "ask":
        from qualcode.cli.reader.desk import Desk
        from qualcode.cli.reader.placing import PlaceSession

        session = PlaceSession(Desk(), project, items)
        session.run()
        click.echo(session.tally())
    else:
        _say_it_is_a_list(manner)
        print_unplaced(unplaced_rows(project, items))


def _of_sources(project: "Project", queue: "RecodeQueue", names: tuple[str, ...]) -> "RecodeQueue":
    from qualcode.actions.lookup import source_named
    from qualcode.actions.recoding import RecodeQueue

    if not names:
        return queue
    with project.view() as view:
        ids = {source_named(view, name).id for name in names}
    return RecodeQueue(
        tuple(each for each in queue.codings if each.source_id in ids),
        tuple(each for each in queue.unread if each.source.id in ids),
    )
