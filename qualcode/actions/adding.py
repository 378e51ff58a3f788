"""Add files as sources: one file, one event, so that a batch can be stopped and taken up again."""

import shlex
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from qualcode.actions.acting import acting
from qualcode.actions.casting import put_speakers
from qualcode.actions.doubts import Doubt, doubts
from qualcode.actions.lookup import source_named
from qualcode.actions.noting import put_comments
from qualcode.actions.reading_ahead import Outcome, outcomes
from qualcode.actions.texts import natural
from qualcode.errors import AlreadyThere, NotAllowed, QualcodeError, StoreProblem, UsageError
from qualcode.model import (
    Case,
    Coder,
    ConsentState,
    Guid,
    Revision,
    Role,
    Source,
    SourceKind,
    Speaker,
    derived,
    sha256,
)
from qualcode.readers import expand
from qualcode.settings import Profile
from qualcode.store import Action, Store

if TYPE_CHECKING:
    from qualcode.readers import Draft, Note

TRANSLATION_OF = {"translation of", "terjemahan dari"}
"""Names of the header line in which a file says what it translates."""

Status = Literal["added", "found", "skipped", "refused"]


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file.

    Attributes
    ----------
    path, status
        The file, and whether it was added (or found, where it was only looked at), was there, or was refused.
    source
        Name of its source, where it has one.
    kind, language, turns
        What was recognised.
    speakers
        Label, role and number of turns of each.
    notes
        What its reader had to say, in the user's language.
    error
        Why it was refused.
    reader
        What read it.
    profile
        Pattern of the profile that was followed.
    doubts
        What a person should look at: the notes, roles that were guessed, turns.
    draft
        What was read, where it was only looked at; without the file's bytes.
    """

    path: Path
    status: Status
    source: str = ""
    kind: str = ""
    language: str = ""
    turns: int = 0
    speakers: tuple[tuple[str, str, int], ...] = ()
    notes: "tuple[Note, ...]" = ()
    error: QualcodeError | None = None
    reader: str = ""
    profile: str = ""
    doubts: tuple[Doubt, ...] = ()
    draft: "Draft | None" = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of a batch of files, in natural order of their names.

    Attributes
    ----------
    files
        A report of each file that was come to.
    left
        How many were not come to, since at the last one the project itself could not be written.
    """

    files: tuple[FileReport, ...] = ()
    left: int = 0

    @property
    def refused(self) -> list[FileReport]:
        """Those that were left out."""
        return [file for file in self.files if file.status == "refused"]

    @property
    def skipped(self) -> list[FileReport]:
        """Those that were there."""
        return [file for file in self.files if file.status == "skipped"]

    @property
    def stopped(self) -> FileReport | None:
        """The file at which the project could not be written."""
        return next((file for file in self.files if isinstance(file.error, StoreProblem)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOptions:
    """What the user says of the files instead of leaving it to be guessed."""

    name: str | None = None
    kind: SourceKind | None = None
    language: str | None = None
    translates: str | None = None
    roles: dict[str, Role] = field(default_factory=dict)

    def beside(self, profile: Profile | None, labels: Collection[str]) -> "AddOptions":
        """Return the options with what a profile says where the user says nothing.

        Roles of labels that the file has not are left out: a profile is for many files.
        """
        if profile is None:
            return self
        known = {label: role for label, role in profile.roles.items() if label in labels}
        return replace(
            self,
            kind=self.kind or profile.kind,
            language=self.language or profile.language,
            roles={**known, **self.roles},
        )


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
        A name was given for several files, or there is nothing to add.
    """
    options = options or AddOptions()
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
        _check_roles(outcome, path, options)
        if not preview:
            with acting(store, actor, "add", summary=name) as act:
                same = act.all(Source, file_sha256=outcome.sha256, name=name)
                if same:  # added twice in one batch
                    return FileReport(path, "skipped", source=name)
                _put_source(act, outcome, path, name, options)
    except QualcodeError as error:
        return _refused(path, error)
    return FileReport(
        path,
        "found" if preview else "added",
        source=name,
        kind=(options.kind or outcome.kind).value,
        language=options.language or outcome.language,
        turns=len(outcome.turns),
        speakers=tuple(
            (each.label, options.roles.get(each.label, each.role).value, each.turns)
            for each in outcome.speakers
        ),
        notes=outcome.notes,
        reader=outcome.reader,
        profile=profile.files if profile else "",
        doubts=doubts(outcome, settled=options.roles),
        draft=replace(outcome, data=b"") if preview else None,
    )


def _refused(path: Path, error: QualcodeError) -> FileReport:
    if error.where.startswith(path.name):  # two folders may each have a file of that name
        error.where = f"{path}{error.where.removeprefix(path.name)}"
    return FileReport(path, "refused", error=error)


def _check_roles(draft: "Draft", path: Path, options: AddOptions) -> None:
    labels = [each.label for each in draft.speakers]
    for label in options.roles:
        if label not in labels:
            raise UsageError(
                "there is no speaker {label!r}", where=path.name, remedy="it has {labels}",
                label=label, labels=", ".join(labels) or "none",
            )  # fmt: skip


def _put_source(act: Action, draft: "Draft", path: Path, name: str, options: AddOptions) -> Source:
    _refuse_what_was_withdrawn(act, draft, path)
    if act.all(Source, name=name):
        raise AlreadyThere(
            "there is a source {name!r} already, made from another text",
            where=path.name,
            remedy="add this one under another name: qualcode add {file} --as NAME",
            name=name, file=shlex.quote(str(path)),
        )  # fmt: skip
    translated = _translated(act, draft, options)
    # The same bytes added under a second name are another source, and must not share its identity.
    parts = (draft.sha256,) if not act.all(Source, file_sha256=draft.sha256) else (draft.sha256, name)
    source = Source(
        id=derived("source", *parts),
        name=name,
        kind=options.kind or draft.kind,
        language=options.language or draft.language,
        translates=translated,
        file_name=path.name,
        file_sha256=draft.sha256,
        reader=draft.reader,
        attributes=dict(draft.attributes),
    )
    act.put(source)
    act.add_original(source.id, draft.data)
    act.add_text(draft.text)
    revision = act.put(
        Revision(
            id=derived("revision", source.id, 1),
            source_id=source.id,
            number=1,
            text_sha256=sha256(draft.text),
            turns=draft.turns,
        )
    )
    put_speakers(act, source, draft.speakers, roles=options.roles)
    put_comments(act, revision.id, draft.comments)
    return source


def _refuse_what_was_withdrawn(act: Action, draft: "Draft", path: Path) -> None:
    """Refuse a file whose words were erased, or are out of sight since consent to them was withdrawn."""
    unseen = [each for each in act.everyone(Source, file_sha256=draft.sha256) if not act.get(Source, each.id)]
    if not unseen:
        return
    speakers = act.everyone(Speaker, source_id=unseen[0].id)
    cases = act.everyone(Case, id=[each.case_id for each in speakers if each.case_id])
    withdrawn = [case for case in cases if case.consent is ConsentState.WITHDRAWN]
    if withdrawn:
        raise AlreadyThere(
            "it is there already as {name}, and consent to it is withdrawn", where=path.name,
            remedy="where it is given again: qualcode cases consent {case} --give",
            name=unseen[0].name, case=shlex.quote(withdrawn[0].name),
        )  # fmt: skip
    last = max(case.seq for case in cases)
    erased = next(event.at for event in act.history() if event.seq == last)
    raise NotAllowed("this source was erased on {date}", where=path.name, date=erased[:10])


def _translated(act: Action, draft: "Draft", options: AddOptions) -> Guid | None:
    """Return the source this one translates: as the user says, else as the file's own header does."""
    if options.translates:
        return source_named(act, options.translates).id
    stated = [text for name, text in draft.attributes.items() if name.casefold() in TRANSLATION_OF]
    known = act.all(Source, name=stated[0]) if stated else []
    return known[0].id if known else None
