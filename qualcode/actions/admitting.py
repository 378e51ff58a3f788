"""Admit what was read of a file as a source, with its text, speakers and comments, within an action."""

import shlex
from pathlib import Path

from qualcode.actions.batches import AddOptions
from qualcode.actions.casting import put_speakers
from qualcode.actions.lookup import source_named
from qualcode.actions.noting import put_comments
from qualcode.errors import AlreadyThere, NotAllowed, UsageError
from qualcode.model import Case, ConsentState, Guid, Revision, Source, Speaker, derived, sha256
from qualcode.readers import Draft
from qualcode.store import Action

TRANSLATION_OF = {"translation of", "terjemahan dari"}
"""Names of the header line in which a file says what it translates."""


def check_roles(draft: Draft, path: Path, options: AddOptions) -> None:
    """Refuse roles of speakers who are not in the file."""
    labels = [each.label for each in draft.speakers]
    for label in options.roles:
        if label not in labels:
            raise UsageError(
                "there is no speaker {label!r}", where=path.name, remedy="it has {labels}",
                label=label, labels=", ".join(labels) or "none",
            )  # fmt: skip


def put_source(act: Action, draft: Draft, path: Path, name: str, options: AddOptions) -> Source:
    """Put a source that was read of a file.

    Raises
    ------
    AlreadyThere
        There is a source of that name, or consent to the same words was withdrawn.
    NotAllowed
        Its words were erased.
    SourceNotFound
        What it is said to translate is not there.
    """
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


def _refuse_what_was_withdrawn(act: Action, draft: Draft, path: Path) -> None:
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


def _translated(act: Action, draft: Draft, options: AddOptions) -> Guid | None:
    """Return the source this one translates: as the user says, else as the file's own header does."""
    if options.translates:
        return source_named(act, options.translates).id
    stated = [text for name, text in draft.attributes.items() if name.casefold() in TRANSLATION_OF]
    known = act.all(Source, name=stated[0]) if stated else []
    return known[0].id if known else None
