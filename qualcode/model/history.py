"""The history: one event per action, with the changes it made."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qualcode.model.ids import Guid, derived
from qualcode.model.record import Record

FORMAT = 2
"""Version of the JSON form that changes are written in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One action in the history.

    Attributes
    ----------
    id, seq
        GUID, and number in this project from 1.
    actor_id, actor
        The coder who acted, and their handle.
    at
        UTC, ISO 8601 to the second.
    action
        What was done, as a verb: ``"code"``, ``"apply_codebook"``, ``"undo"``.
    undoes
        The event that this one takes back: of an undo, or of a redo (which takes back an undo).
    summary
        What was done, short, for `log` and for what undo reports; never an interview's words.
    """

    id: Guid
    seq: int
    actor_id: Guid
    actor: str
    at: str
    action: str
    undoes: Guid | None = None
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One record before and after an event, in JSON form.

    Attributes
    ----------
    kind, id
        Which record.
    before, after
        Its form; None where it did not exist.
    format
        Version of the form.
    """

    kind: str
    id: Guid
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    format: int = FORMAT


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting(Record):
    """A project setting that changes meaning, and therefore has a history.

    Attributes
    ----------
    name
        ``"title"``, ``"languages"``, ``"reference_pattern"``, ``"show_suggestions"``, ``"approach"``.
    value
        As text.
    """

    name: str
    value: str = ""

    @classmethod
    def of(cls, name: str, value: str, *, seq: int = 0) -> "Setting":
        """Make the one setting of that name."""
        return cls(id=derived("setting", name), name=name, value=value, seq=seq)
