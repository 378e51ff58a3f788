"""``qualcode add``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.language import language, word
from qualcode.cli.options import argument, as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import print_json, print_table, progress, say, warn
from qualcode.errors import UsageError
from qualcode.locale import explain
from qualcode.model import Role, SourceKind

if TYPE_CHECKING:
    from qualcode.actions.adding import AddReport, FileReport


@cli_command(
    "Add files, and the files in folders, as sources. What was recognised is shown and can be corrected with "
    "`sources` and `speakers`. A file that is there already is skipped; one that cannot be read is left out.",
    examples=[
        "qualcode add ~/interviews",
        "qualcode add interview.docx --as W7-sari --role P=interviewer --role S=informant",
        "qualcode add W3-astuti-en.docx --translates W3-astuti",
    ],
)
@argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@option("--as", "name", metavar="NAME", help="Name of the source; the file's name by default.")
@option("--kind", type=click.Choice([kind.value for kind in SourceKind]), help="What the files are.")
@option("--language", "written_in", metavar="LANG", help="Language of the files: id, en.")
@option("--translates", metavar="SOURCE", help="The source that this file is a translation of.")
@option(
    "--role",
    "roles",
    multiple=True,
    metavar="LABEL=ROLE",
    help="A speaker's role: interviewer, informant, other.",
)
@as_json
@in_project
def command(
    paths: tuple[Path, ...],
    name: str | None,
    kind: str | None,
    written_in: str | None,
    translates: str | None,
    roles: tuple[str, ...],
    as_json: bool,
    folder: Path,
    coder: str | None,
) -> int:
    """Add files."""
    from qualcode.actions.adding import AddOptions

    with open_project(folder, coder) as project, progress("Reading") as step:
        report = project.add(
            list(paths),
            options=AddOptions(
                name=name,
                kind=SourceKind(kind) if kind else None,
                language=written_in,
                translates=translates,
                roles=dict(_role(text) for text in roles),
            ),
            on_file=lambda file, done, total: step(done, total, file.path.name),
        )
    if as_json:
        print_json([_plain(file) for file in report.files])
    else:
        _show(report)
    return 1 if report.refused else 0


def _role(text: str) -> tuple[str, Role]:
    label, _, role = text.rpartition("=")
    if not label or role not in list(Role):
        raise UsageError(
            "{text!r} is not LABEL=ROLE", remedy="the roles are {roles}", text=text, roles=", ".join(Role)
        )
    return label, Role(role)


def _show(report: "AddReport") -> None:
    added = [file for file in report.files if file.status == "added"]
    if added:
        print_table(
            ["Source", "Kind", "Language", "Turns", "Speakers (role, turns)"],
            [(file.source, word(file.kind), file.language, file.turns, _speakers(file)) for file in added],
            right=[3],
        )
    for file in report.files:
        for note in file.notes:
            say("  {name}: {note}", name=file.source, note=explain(note, language()))
    skipped = [file for file in report.files if file.status == "skipped"]
    for file in skipped:
        say("Skipped {file}: it is there already as {source}.", file=file.path, source=file.source)
    for file in report.refused:
        if file is report.stopped:
            warn("Stopped at {file}: {why}", file=file.path, why=_why(file))
        else:
            warn("Left out {why}", why=_why(file))
    say(
        "{added} added, {skipped} skipped, {refused} left out.",
        added=len(added), skipped=len(skipped), refused=len(report.refused) + report.left,
    )  # fmt: skip
    if report.stopped and (added or report.left):
        warn("What was added so far is in: afterwards add the same files again, and those are skipped.")
    if any(file.speakers for file in added):
        say("Roles are guesses: correct one with qualcode speakers set SOURCE LABEL --role ROLE.")


def _speakers(file: "FileReport") -> str:
    return ", ".join(f"{label} ({word(role)}, {turns})" for label, role, turns in file.speakers)


def _why(file: "FileReport") -> str:
    return explain(file.error, language()) if file.error else file.path.name


def _plain(file: "FileReport") -> dict[str, object]:
    return {
        "path": str(file.path),
        "status": file.status,
        "source": file.source,
        "kind": file.kind,
        "language": file.language,
        "turns": file.turns,
        "speakers": [{"label": label, "role": role, "turns": turns} for label, role, turns in file.speakers],
        "notes": [str(note) for note in file.notes],
        "error": _why(file) if file.error else None,
    }
