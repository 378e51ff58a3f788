"""``qualcode read``: on a terminal page by page, in a pipe as plain lines."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli.language import language
from qualcode.cli.options import argument, as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import is_terminal, print_json, warn
from qualcode.errors import QualcodeError, UsageError
from qualcode.locale import explain

if TYPE_CHECKING:
    from qualcode.project import Project


@cli_command(
    "Read a source, code as you go, and mark it as coded through. In a pipe: one line per turn.",
    examples=[
        "qualcode read W1-zul",
        "qualcode read W1-zul --from 12",
        "qualcode read --mark W1-zul W2-herman",
    ],
)
@argument("sources", nargs=-1, metavar="SOURCE...")
@option("--from", "turn", type=int, metavar="TURN", help="Begin with this turn.")
@option("--mark", is_flag=True, help="Mark as coded through, without reading here.")
@option("--all", "every", is_flag=True, help="With --mark: every source that is counted.")
@as_json
@in_project
def command(
    sources: tuple[str, ...],
    *,
    turn: int | None,
    mark: bool,
    every: bool,
    as_json: bool,
    folder: Path,
    coder: str | None,
) -> int:
    """Read one source, or mark several."""
    with open_project(folder, coder) as project:
        if mark:
            return _mark(project, _all_counted(project) if every else list(sources), as_json=as_json)
        if len(sources) != 1:
            raise UsageError("name the one source to read", remedy="see `qualcode sources`")
        if as_json or not is_terminal() or not sys.stdin.isatty():
            _print(project, sources[0], turn or 1, as_json=as_json)
        else:
            from qualcode.cli.reader.desk import Desk
            from qualcode.cli.reader.reading import ReadSession

            ReadSession(Desk(), project, sources[0], turn=turn).run()
    return 0


def _all_counted(project: "Project") -> list[str]:
    from qualcode.actions.texts import counted_sources

    with project.view() as view:
        return [source.name for source in counted_sources(view)]


def _mark(project: "Project", names: list[str], *, as_json: bool) -> int:
    from qualcode.cli.reader.reading import marked_as_read

    if not names:
        raise UsageError("say which sources", remedy="name them, or say --all")
    marks: list[dict[str, Any]] = []
    failed = 0
    for name in names:
        try:
            project.mark_read(name)
        except QualcodeError as error:
            warn("Error: {text}", text=explain(error, language()))
            failed = 1
            continue
        marks.append({"source": name, "suggestions": len(project.pending(name))})
        if not as_json:
            click.echo(marked_as_read(project, name))
    if as_json:
        print_json(marks)
    return failed


def _print(project: "Project", name: str, first: int, *, as_json: bool) -> None:
    from qualcode.cli.reader.plain import as_data, plain_lines
    from qualcode.cli.reader.sheet import sheet_of

    with project.view() as view:
        sheet = sheet_of(view, project.coder, name)
        if as_json:
            print_json(as_data(view, sheet, first))
            return
        for line in plain_lines(view, sheet, first):
            click.echo(line)
