"""Add files as sources: one file, one event, so that a batch can be stopped and taken up again."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from qualcode.actions.acting import acting
from qualcode.actions.admitting import check_roles, put_source
from qualcode.actions.batches import AddOptions, AddReport, FileReport
from qualcode.actions.collecting import garbage_waits
from qualcode.actions.doubts import doubts
from qualcode.actions.reading_ahead import Outcome, outcomes
from qualcode.actions.texts import natural
from qualcode.errors import QualcodeError, StoreProblem, UsageError
from qualcode.lang import language_code
from qualcode.model import Coder, Source
from qualcode.readers import Draft, expand
from qualcode.settings import Profile
from qualcode.store import Store


def add(
    store: Store,
    actor: Coder,
    paths: Sequence[str | Path],
    *,
    options: AddOptions | None = None,
    preview: bool = False,
    cache_dir: Path | None = None,
    profiles: Sequence[Profile] = (),
    root: Path | None = None,
    workers: int | None = None,
    on_file: Callable[[FileReport, int, int], None] = lambda report, done, total: None,
) -> AddReport:
    """Add files, and the files in folders, as sources.

    Parameters
    ----------
    store, actor
        Where, and who adds.
    paths
        Files and folders.
    options
        What is known of the files; `AddOptions.name` only with a single file.
    preview
        Say what would be added, and add nothing.
    cache_dir
        Where the index of each text is kept.
    profiles, root
        What is known of files by their path, and the project's folder, from which their paths are seen.
    workers
        Processes to read many files with; one for each core by default.
    on_file
        Called after each file with its report, how many are done and how many there are.

    Returns
    -------
    AddReport
        One report per file, in natural order of names. A file that cannot be read does not stop the rest;
        a database that cannot be written does.

    Raises
    ------
    UsageError
        A name was given for several files, there is nothing to add, or no such language.
    """
    options = options or AddOptions()
    if options.language:
        options = replace(options, language=language_code(options.language))
    # W3 before its translation W3-en, which names it
    files = sorted(expand([Path(path) for path in paths]), key=lambda path: natural(path.stem))
    if not files:
        raise UsageError("there is no file to add", where=", ".join(map(str, paths)))
    if options.name and len(files) > 1:
        raise UsageError("--as names one source, but there are {count} files", count=len(files))
    with store.view(actor) as view:
        there = view.all(Source)
    known = {source.file_sha256: source.name for source in there if options.name in (None, source.name)}
    followed = _followed(files, profiles, [*map(Path, paths), *([root] if root else [])])
    read = outcomes(
        files, known=known, languages=_languages(files, options, followed),
        tiers={path: options.beside(followed.get(path), ()).tiers for path in files},
        cache_dir=None if preview else cache_dir, workers=workers,
    )  # fmt: skip
    reports: list[FileReport] = []
    with closing(read):
        for path, outcome in zip(files, read, strict=True):
            report = _report(
                store, actor, path, outcome, options, profile=followed.get(path), preview=preview
            )
            reports.append(report)
            on_file(reports[-1], len(reports), len(files))
            if isinstance(reports[-1].error, StoreProblem):
                break
    return AddReport(tuple(reports), left=len(files) - len(reports))


def _followed(
    files: Sequence[Path], profiles: Sequence[Profile], given: Sequence[Path]
) -> dict[Path, Profile]:
    """Return the first profile that fits each file, as seen from the project's folder or those added."""
    resolved = [(path if path.is_dir() else path.parent).resolve() for path in given]
    fitting = {path: [each for each in profiles if each.fits(path.resolve(), resolved)] for path in files}
    return {path: found[0] for path, found in fitting.items() if found}


def _languages(
    files: Sequence[Path], options: AddOptions, followed: Mapping[Path, Profile]
) -> dict[Path, str]:
    said = {path: options.beside(followed.get(path), ()).language for path in files}
    return {path: language for path, language in said.items() if language}


@garbage_waits()
def _report(
    store: Store,
    actor: Coder,
    path: Path,
    outcome: Outcome,
    options: AddOptions,
    *,
    profile: Profile | None,
    preview: bool,
) -> FileReport:
    if isinstance(outcome, str):
        return FileReport(path, "skipped", source=outcome)
    if isinstance(outcome, QualcodeError):
        return _refused(path, outcome)
    name = options.name or path.stem
    options = options.beside(profile, [each.label for each in outcome.speakers])
    try:
        check_roles(outcome, path, options)
        if not preview:
            with acting(store, actor, "add", summary=name) as act:
                same = act.all(Source, file_sha256=outcome.sha256, name=name)
                if same:  # added twice in one batch
                    return FileReport(path, "skipped", source=name)
                put_source(act, outcome, path, name, options)
    except QualcodeError as error:
        return _refused(path, error)
    return replace(
        _found(path, outcome, name, options),
        status="found" if preview else "added",
        profile=profile.files if profile else "",
        draft=replace(outcome, data=b"") if preview else None,
    )


def _found(path: Path, draft: Draft, name: str, options: AddOptions) -> FileReport:
    """Return what was found in a file, as far as nothing else is known of it."""
    speakers = ((each.label, options.roles.get(each.label, each.role), each.turns) for each in draft.speakers)
    return FileReport(
        path,
        "found",
        source=name,
        kind=(options.kind or draft.kind).value,
        language=options.language or draft.language,
        turns=len(draft.turns),
        speakers=tuple((label, role.value, turns) for label, role, turns in speakers),
        notes=draft.notes,
        reader=draft.reader,
        doubts=doubts(draft, settled=options.roles),
    )


def _refused(path: Path, error: QualcodeError) -> FileReport:
    if error.where.startswith(path.name):  # two folders may each have a file of that name
        error.where = f"{path}{error.where.removeprefix(path.name)}"
    return FileReport(path, "refused", error=error)
