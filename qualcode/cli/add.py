"""``qualcode add``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.language import language, word
from qualcode.cli.options import argument, as_json, cli_command, in_project, listed, open_project, option
from qualcode.cli.printing import print_json, print_table, progress, say, warn
from qualcode.cli.stopping import held_back
from qualcode.errors import UsageError
from qualcode.locale import explain
from qualcode.model import Role, SourceKind

if TYPE_CHECKING:
    from qualcode.actions.batches import AddOptions, AddReport, FileReport
    from qualcode.project import Project
    from qualcode.readers import Draft


@cli_command(
    "Add files, and the files in folders, as sources. What was recognised is shown and can be corrected with "
    "`sources` and `speakers`. A file that is there already is skipped; one that cannot be read is left out. "
    "What is known of some files beforehand can stand in qualcode.toml, as a [[profile]].",
    examples=[
        "qualcode add ~/interviews",
        "qualcode add ~/interviews --preview",
        "qualcode add interview.docx --as W7-sari --role P=interviewer --role S=informant",
        "qualcode add W3-astuti-en.docx --translates W3-astuti",
    ],
)
@argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@option("--as", "name", metavar="NAME", help="Name of the source; the file's name by default.")
@option("--kind", type=click.Choice([kind.value for kind in SourceKind]), help="What the files are.")
@option("--language", "written_in", metavar="LANG", help="Language of the files: id, en, da, jv ...")
@option("--translates", metavar="SOURCE", help="The source that this file is a translation of.")
@option(
    "--role",
    "roles",
    multiple=True,
    metavar="LABEL=ROLE",
    help="A speaker's role: interviewer, informant, other.",
)
@option(
    "--tiers",
    metavar="A,B",
    help="Tiers of ELAN files to be read; by default those that depend on no other.",
)
@option("--preview", is_flag=True, help="Show the turns as they would be, doubts marked ?, and add nothing.")
@option("--all-turns", is_flag=True, help="With --preview: every turn, not the first and last ones only.")
@as_json
@in_project
def command(
    paths: tuple[Path, ...],
    name: str | None,
    kind: str | None,
    written_in: str | None,
    translates: str | None,
    roles: tuple[str, ...],
    tiers: str | None,
    preview: bool,
    all_turns: bool,
    as_json: bool,
    folder: Path,
    coder: str | None,
) -> int:
    """Add files."""
    from qualcode.actions.batches import AddOptions

    options = AddOptions(
        name=name,
        kind=SourceKind(kind) if kind else None,
        language=written_in,
        translates=translates,
        roles=dict(_role(text) for text in roles),
        tiers=listed(tiers),
    )
    with open_project(folder, coder) as project:
        report, interrupted = _added(project, list(paths), options, preview=preview)
        added = [file.source for file in report.files if file.status == "added"]
        pairs = project.proposed_pairs(added) if added else []
    if as_json:
        print_json([_plain(file) for file in report.files])
    elif preview:
        _show_preview(report, every=all_turns)
    else:
        _show(report)
        for pair in pairs:
            say(
                "{translation} looks like a translation of {original}; if it is: "
                "qualcode sources set {translation} --translates {original}",
                translation=pair.translation, original=pair.original,
            )  # fmt: skip
    if interrupted:
        warn("Stopped with {count} files to go; the same command takes them up.", count=report.left)
        return 130
    return 1 if report.refused else 0


def _added(
    project: "Project", paths: list[Path], options: "AddOptions", *, preview: bool
) -> tuple["AddReport", bool]:
    """Add files, and say whether ctrl-C came before the last; then the report tells how far it went."""
    from qualcode.actions.batches import AddReport

    files: list[FileReport] = []
    total = 0

    def note(file: "FileReport", done: int, count: int) -> None:
        nonlocal total
        files.append(file)
        total = count
        step(done, count, file.path.name)
        stop.here()

    with progress("Reading") as step, held_back() as stop:
        try:
            return project.add(paths, options=options, preview=preview, on_file=note), False
        except KeyboardInterrupt:
            if not files:
                raise
    return AddReport(tuple(files), left=total - len(files)), True


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
        if file.profile:
            say("  {name}: as the profile {files} says", name=file.source, files=file.profile)
        for note in file.notes:
            say("  {name}: {note}", name=file.source, note=explain(note, language()))
    _say_skipped(report)
    for file in report.refused:
        if file is report.stopped:
            warn("Stopped at {file}: {why}", file=file.path, why=_why(file))
        else:
            warn("Left out {why}", why=_why(file))
    refused = len(report.refused) + (report.left if report.stopped else 0)
    say(
        "{added} added, {skipped} skipped, {refused} left out.",
        added=len(added), skipped=len(report.skipped), refused=refused,
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
        "reader": file.reader,
        "profile": file.profile or None,
        "notes": [explain(note, language()) for note in file.notes],
        "doubts": [{"turn": each.turn, "what": explain(each.note, language())} for each in file.doubts],
        "error": _why(file) if file.error else None,
        **(_looked_at(file, file.draft) if file.draft else {}),
    }


def _looked_at(file: "FileReport", draft: "Draft") -> dict[str, object]:
    from qualcode.cli.preview import plain_turns

    return {"attributes": dict(draft.attributes), "transcript": plain_turns(file, draft)}


def _show_preview(report: "AddReport", *, every: bool) -> None:
    from qualcode.cli.preview import show_file

    for file in report.files:
        if file.draft:
            show_file(file, file.draft, every=every)
    _say_skipped(report)
    for file in report.refused:
        warn("Left out {why}", why=_why(file))
    if any(file.doubts for file in report.files):
        say("Settle what is marked ? as you add: by --role, --kind, --language, or in a [[profile]].")
    found = sum(file.status == "found" for file in report.files)
    say("Nothing was added: {found} could be, {skipped} are there, {refused} cannot be read.",
        found=found, skipped=len(report.skipped), refused=len(report.refused))  # fmt: skip


def _say_skipped(report: "AddReport") -> None:
    for file in report.skipped:
        say("Skipped {file}: it is there already as {source}.", file=file.path, source=file.source)
