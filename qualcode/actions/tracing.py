"""The history of one coding: who did what to it, and to what was noted on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qualcode.actions.lookup import seen_coding
from qualcode.errors import RecordNotFound
from qualcode.model import Event, Guid
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
    """One event in a coding's history.

    Attributes
    ----------
    event
        Who did what, and when.
    kind
        Of the record that it touched: ``coding``, ``condensation``, ``review`` or ``memo``.
    changed
        Per field that it changed: before and after; None where there was, or is, no record.
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
