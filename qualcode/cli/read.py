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
    from qualcode.cli.reader.sheet import Sheet
    from qualcode.project import Project
    from qualcode.store import View


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
    from qualcode.cli.reader.sheet import sheet_of

    with project.view() as view:
        sheet = sheet_of(view, project.coder, name)
        if as_json:
            print_json(as_data(view, sheet, first))
            return
        for line in plain_lines(view, sheet, first):
            click.echo(line)


def plain_lines(view: "View", sheet: "Sheet", first: int = 1) -> list[str]:
    """Return one line per turn: reference code, speaker, time, words, separated by tabs."""
    from qualcode.actions.coding import reference_of
    from qualcode.cli.reader.setting import clock

    text = sheet.source_text
    return [
        "\t".join([
            reference_of(view, text, turn.span),
            turn.speaker,
            clock(turn.time),
            " ".join(turn.span.of(text.text).split()),
        ])
        for turn in text.revision.turns
        if turn.number >= first
    ]  # fmt: skip


def as_data(view: "View", sheet: "Sheet", first: int = 1) -> dict[str, Any]:
    """Return a source with its turns and the reader's codings, as JSON can hold it."""
    from qualcode.actions.coding import reference_of

    text = sheet.source_text
    return {
        "source": text.source.name,
        "kind": text.source.kind.value,
        "language": text.source.language,
        "coded_through": sheet.read,
        "turns": [
            {
                "number": turn.number,
                "reference": reference_of(view, text, turn.span),
                "speaker": turn.speaker,
                "role": text.role(turn).value,
                "time": turn.time,
                "start": turn.start,
                "end": turn.end,
                "text": turn.span.of(text.text),
                "codings": [
                    {
                        "id": coding.id,
                        "reference": coding.reference,
                        "code": sheet.codebook.code(coding.code_id).key,
                        "start": coding.start,
                        "end": coding.end,
                        "quote": coding.quote,
                        "negative": coding.negative,
                        "memos": sheet.notes.get(coding.id, []),
                    }
                    for coding in sheet.codings_in(turn.span)
                ],
            }
            for turn in text.revision.turns
            if turn.number >= first
        ],
    }
