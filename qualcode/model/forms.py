"""The one JSON form of records: in history, bundles and text trees alike.

A form holds spans and hashes, never the words of an interview: a coding's quote and its context appear as
a hash, and are read off the revision's text again when a record is made from its form.
"""

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from qualcode.model.codes import Code, Codebook, Framework
from qualcode.model.coding import (
    Coding,
    Condensation,
    Decision,
    Evidence,
    NotAsked,
    Reading,
    Suggestion,
    Translation,
)
from qualcode.model.history import Setting
from qualcode.model.local import LocalList, LocalText
from qualcode.model.people import Case, Coder, Pseudonym, Speaker
from qualcode.model.record import Record
from qualcode.model.review import Memo, Review, Theme
from qualcode.model.sources import Revision, Source, Turn
from qualcode.model.texts import sha256

KINDS: dict[str, type[Record]] = {
    "case": Case,
    "code": Code,
    "codebook": Codebook,
    "coder": Coder,
    "coding": Coding,
    "condensation": Condensation,
    "decision": Decision,
    "framework": Framework,
    "memo": Memo,
    "notasked": NotAsked,
    "pseudonym": Pseudonym,
    "reading": Reading,
    "review": Review,
    "revision": Revision,
    "setting": Setting,
    "source": Source,
    "speaker": Speaker,
    "suggestion": Suggestion,
    "theme": Theme,
    "translation": Translation,
}
"""Every kind of stored record, by the name it has in forms."""

WORDS = {"coding": ("quote", "before", "after")}
"""Fields that hold an interview's words, which no form may hold."""

LEFT_OUT = {"codebook": ("frameworks", "codes")}
"""Fields whose values are records of their own."""

_TURN = attrgetter(*(field.name for field in fields(Turn)))

_R = TypeVar("_R", bound=Record)


def kind_of(record: Record | type[Record]) -> str:
    """Return the name of a record's kind."""
    return (record if isinstance(record, type) else type(record)).__name__.lower()


def to_plain(value: Any) -> Any:
    """Turn a field's value into what JSON can hold."""
    if isinstance(value, Turn):  # first, and at once: a text has thousands
        return list(_TURN(value))
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, LocalText | LocalList):
        return {key: to_plain(item) for key, item in value.items}
    if isinstance(value, Evidence):
        return [to_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, Mapping):
        return dict(value)
    return value


def to_form(record: Record) -> dict[str, Any]:
    """Return a record's form: its fields in order, without ``seq`` and without words.

    Examples
    --------
    >>> to_form(Coder(id="c", handle="rani"))
    {'id': 'c', 'handle': 'rani', 'role': 'coder', 'released': False}
    """
    kind = kind_of(record)
    hidden = {"seq", *WORDS.get(kind, ()), *LEFT_OUT.get(kind, ())}
    form = {
        field.name: to_plain(getattr(record, field.name))
        for field in fields(record)
        if field.name not in hidden
    }
    if isinstance(record, Coding):
        form["quote_sha256"] = sha256(record.quote)
    return form


def from_form(kind: str, form: Mapping[str, Any], *, seq: int = 0) -> Record:
    """Make a record from its form; a coding comes without its words.

    Raises
    ------
    KeyError
        The kind is unknown.
    """
    record_type = KINDS[kind]
    readers = field_readers(kind)
    values = {name: readers[name](value) for name, value in form.items() if name in readers}
    return record_type(**{**values, "seq": seq})


@cache
def field_readers(kind: str) -> dict[str, Callable[[Any], Any]]:
    """Return, per field of a kind of record, the function that reads its plain value."""
    record_type = KINDS[kind]
    hints = typing.get_type_hints(record_type)
    return {field.name: _reader(hints[field.name]) for field in fields(record_type)}


def _reader(hint: Any) -> Callable[[Any], Any]:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        inner = _reader(next(arg for arg in args if arg is not type(None)))
        return lambda value: None if value is None else inner(value)
    if hint in (LocalText, LocalList):
        return typing.cast(Callable[[Any], Any], hint.of)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    if origin is tuple:
        item = _reader(args[0])
        return lambda values: tuple(item(value) for value in values)
    if hint in (Turn, Evidence):
        names = [field.name for field in fields(hint)]
        return lambda values: hint(**dict(zip(names, values, strict=True)))
    return lambda value: value
