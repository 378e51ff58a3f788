"""The history of one coding or theme: who did what to it, and to what was noted on it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qualcode.actions.lookup import seen_coding, theme_named
from qualcode.errors import RecordNotFound
from qualcode.model import Coding, Event, Guid
from qualcode.store import View

_ABOUT = {"coding": "id", "condensation": "coding_id", "review": "coding_id", "memo": "target_id"}
"""Kinds of records that belong to a coding, and the field that names it."""

_SILENT = frozenset(
    {"id", "coding_id", "coder_id", "source_id", "revision_id", "speaker_id", "decision_id", "target_id",
     "about", "at", "start", "end", "turn"}
)  # fmt: skip
"""Fields that say nothing to a reader, or that the event itself says."""


@dataclass(frozen=True, slots=True)
class Step:
    """One event in the history of a coding or theme.

    Attributes
    ----------
    event
        Who did what, and when.
    kind
        Of the record that it touched: ``coding``, ``theme``, ``condensation``, ``review`` or ``memo``.
    changed
        Per field that it changed: before and after; None where there was, or is, nothing. Of a theme's codes
        and evidence, what left and what came.
    """

    event: Event
    kind: str
    changed: Mapping[str, tuple[Any, Any]]


def coding_history(view: View, coding: str) -> list[Step]:
    """Return what was done to a coding that the actor may see, oldest first.

    Raises
    ------
    RecordNotFound
        There is none of that name.
    """
    found = seen_coding(view, coding)
    codebook = view.codebook()
    keys = {code.id: code.key for code in codebook.codes} if codebook else {}
    steps = []
    for event, change in view.changes_of(found.id, kinds=tuple(_ABOUT)):
        forms = [form or {} for form in (change.before, change.after)]
        if any(form.get(_ABOUT[change.kind]) == found.id for form in forms):
            said = [_said(view, change.kind, form, keys) for form in forms]
            changed = {
                name: (said[0].get(name), said[1].get(name))
                for name in {**said[0], **said[1]} if said[0].get(name) != said[1].get(name)
            }  # fmt: skip
            steps.append(Step(event, change.kind, changed))
    return steps


def theme_history(view: View, theme: str) -> list[Step]:
    """Return what was done to a theme, named by its name or GUID, oldest first.

    Raises
    ------
    RecordNotFound
        There is none of that name.
    """
    found = theme_named(view, theme)
    codebook = view.codebook()
    names = {code.id: code.key for code in codebook.codes} if codebook else {}
    names |= {coding.id: coding.reference for coding in view.all(Coding)}
    steps = []
    for event, change in view.changes_of(found.id, kinds=("theme",)):
        forms = [form or {} for form in (change.before, change.after)]
        if any(form.get("id") == found.id for form in forms):
            steps.append(Step(event, change.kind, dict(_theme_changes(forms[0], forms[1], names))))
    return steps


def _theme_changes(
    before: Mapping[str, Any], after: Mapping[str, Any], names: Mapping[Guid, str]
) -> Iterator[tuple[str, tuple[Any, Any]]]:
    """Yield what differs between two forms of a theme: fields by name, parts of one as ``field.part``."""
    for field in ("name", "claim", "position"):
        if before.get(field) != after.get(field) and (before or field != "position"):
            yield field, (before.get(field), after.get(field))
    for field in ("code_ids", "evidence_for", "evidence_against"):
        was, now = before.get(field) or [], after.get(field) or []
        pair = tuple(
            [names[each] for each in some if each not in others and each in names]
            for some, others in ((was, now), (now, was))
        )
        if any(pair):
            yield field.replace("code_ids", "codes"), (pair[0], pair[1])
    for field in ("verdicts", "relations"):
        was, now = before.get(field) or {}, after.get(field) or {}
        for kind in {**was, **now}:
            if was.get(kind) != now.get(kind):
                yield f"{field}.{kind}", (was.get(kind), now.get(kind))


def next_back(view: View) -> tuple[Event | None, Event | None]:
    """Return what `undo` would take back, and the undo that `redo` would take back."""
    return view.next_back()


def _said(view: View, kind: str, form: Mapping[str, Any], keys: Mapping[Guid, str]) -> dict[str, Any]:
    """Return what a form says to a reader, with codes by their keys and the words of its place."""
    said = {
        name.removesuffix("_id"): keys.get(value, value) if name == "code_id" else value
        for name, value in form.items()
        if name not in _SILENT and not name.endswith("_sha256") and value not in (None, "", False)
    }
    if kind == "coding" and form.get("start") is not None:
        try:
            said["words"] = view.text(form["revision_id"])[form["start"] : form["end"]]
        except RecordNotFound:
            return said  # the text went with a consent
    return said
