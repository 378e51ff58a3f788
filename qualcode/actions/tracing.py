"""The history of one coding or theme: who did what to it, and to what was noted on it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qualcode.actions.lookup import keys_of, seen_coding, theme_named
from qualcode.errors import RecordNotFound
from qualcode.model import Coding, Event, Guid
from qualcode.store import View

_Form = Mapping[str, Any]
"""A record as the history keeps it."""

_Changed = Mapping[str, tuple[Any, Any]]
"""Per field, before and after."""

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
    changed: _Changed


def coding_history(view: View, coding: str) -> list[Step]:
    """Return what was done to a coding that the actor may see, oldest first.

    Raises
    ------
    RecordNotFound
        There is none of that name.
    """
    keys = keys_of(view.codebook())

    def told(kind: str, before: _Form, after: _Form) -> _Changed:
        was, now = _said(view, kind, before, keys), _said(view, kind, after, keys)
        return {
            name: (was.get(name), now.get(name)) for name in {**was, **now} if was.get(name) != now.get(name)
        }

    return _steps(view, seen_coding(view, coding).id, _ABOUT, told)


def theme_history(view: View, theme: str) -> list[Step]:
    """Return what was done to a theme, named by its name or GUID, oldest first.

    Raises
    ------
    RecordNotFound
        There is none of that name.
    """
    names = keys_of(view.codebook()) | {coding.id: coding.reference for coding in view.all(Coding)}

    def told(_kind: str, before: _Form, after: _Form) -> _Changed:
        return dict(_theme_changes(before, after, names))

    return _steps(view, theme_named(view, theme).id, {"theme": "id"}, told)


def _steps(
    view: View, record: Guid, about: Mapping[str, str], told: Callable[[str, _Form, _Form], _Changed]
) -> list[Step]:
    """Return the events that touched a record, or what belongs to it: per kind, the field that names it."""
    steps = []
    for event, change in view.changes_of(record, kinds=tuple(about)):
        before, after = change.before or {}, change.after or {}
        if record in (before.get(about[change.kind]), after.get(about[change.kind])):
            steps.append(Step(event, change.kind, told(change.kind, before, after)))
    return steps


def _theme_changes(
    before: _Form, after: _Form, names: Mapping[Guid, str]
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


def _said(view: View, kind: str, form: _Form, keys: Mapping[Guid, str]) -> dict[str, Any]:
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
