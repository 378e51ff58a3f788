"""Records to rows and back, and to the JSON text of their forms; worked out once per kind."""

import json
from collections.abc import Callable, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar, cast

from qualcode.model.forms import KINDS, LEFT_OUT, WORDS, field_readers, from_form, kind_of, to_plain
from qualcode.model.record import Record
from qualcode.model.texts import sha256
from qualcode.store.schema import table_of

R = TypeVar("R", bound=Record)

dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
loads = json.loads


def column_names(kind: str) -> tuple[str, ...]:
    """Return the columns of a kind's table: the record's fields, in order."""
    return tuple(table_of(kind).columns.keys())


def row_of(record: Record) -> tuple[Any, ...]:
    """Return the record's row, in the order of its table's columns."""
    return tuple([write(getattr(record, name)) for name, write in _writers(kind_of(record))])


def record_of(kind: str, row: Sequence[Any]) -> Any:
    """Return the record of a row."""
    readers = _readers(kind)
    return KINDS[kind](**{name: read(value) for (name, read), value in zip(readers, row, strict=True)})


def value_readers(kind: str, names: Sequence[str]) -> list[Callable[[Any], Any] | None]:
    """Return, per named column, what makes a plain Python value of the driver's; None where it is one."""
    table = table_of(kind)
    return [
        loads if table.c[name].info.get("json") else bool if table.c[name].type.python_type is bool else None
        for name in names
    ]


def form_text(record: Record) -> str:
    """Return a record's form (see `qualcode.model.forms`) as JSON text: the same text for the same form."""
    kind = kind_of(record)
    form = {name: write(getattr(record, name)) for name, write in _form_writers(kind)}
    if kind in WORDS:
        form["quote_sha256"] = sha256(cast(Any, record).quote)
    return dumps(form)


def record_from_form(kind: str, text: str, *, seq: int) -> Record:
    """Return the record of a form's JSON text; a coding comes without its words."""
    return from_form(kind, loads(text), seq=seq)


def _same(value: Any) -> Any:
    return value


def _json_text(value: Any) -> str:
    return dumps(to_plain(value))


@cache
def _writers(kind: str) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    table = table_of(kind)
    enums = _enum_fields(kind)
    return tuple(
        (name, _json_text if column.info.get("json") else to_plain if name in enums else _same)
        for name, column in table.columns.items()
    )


@cache
def _readers(kind: str) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    table, read = table_of(kind), field_readers(kind)
    enums = _enum_fields(kind)

    def reader(name: str) -> Callable[[Any], Any]:
        column = table.c[name]
        if column.info.get("json"):
            return lambda value: read[name](loads(value))
        if column.type.python_type is bool:
            return bool
        return read[name] if name in enums else _same

    return tuple((name, reader(name)) for name in column_names(kind))


@cache
def _form_writers(kind: str) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    hidden = {"seq", *WORDS.get(kind, ()), *LEFT_OUT.get(kind, ())}
    plain = {name for name, write in _writers(kind) if write is _same}
    return tuple(
        (field.name, _same if field.name in plain else to_plain)
        for field in fields(KINDS[kind])
        if field.name not in hidden
    )


@cache
def _enum_fields(kind: str) -> frozenset[str]:
    return frozenset(name for name, read in field_readers(kind).items() if isinstance(read, type))
