"""What a query is made of. ``str`` writes it out again, in English and with the brackets it needs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from qualcode.query.words import FLAGS, OPERATORS, WORD

_BARE = re.compile(WORD)


class How(StrEnum):
    """How a coding lies to another one."""

    OVERLAPS = "OVERLAPS"
    WITHIN = "WITHIN"
    NEAR = "NEAR"


@dataclass(frozen=True, slots=True)
class Everything:
    """Every coding there is."""

    def __str__(self) -> str:
        return "*"


@dataclass(frozen=True, slots=True)
class OfCode:
    """The codings of a code and of those below it.

    Attributes
    ----------
    name
        Key or name; ``*`` stands for any characters.
    family
        Key or name of its framework, where that is said.
    alone
        Without the codes below it.
    at
        Where it stands in the query, in code points.
    """

    name: str
    family: str = ""
    alone: bool = False
    at: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return (
            f"{'=' if self.alone else ''}{quoted(f'{self.family}:{self.name}' if self.family else self.name)}"
        )


@dataclass(frozen=True, slots=True)
class Condition:
    """What one column of a coding, or an attribute of its case or source, must be.

    Attributes
    ----------
    name
        The column in English; ``case`` or ``source`` for an attribute.
    operator
        ``=``, ``!=``, ``<``, ``<=``, ``>``, ``>=``, ``~``; empty for a column that holds or does not.
    values
        One or more, any of which will do.
    attribute
        Of the case or source.
    at, values_at
        Where they stand in the query, in code points.
    """

    name: str
    operator: str = ""
    values: tuple[str, ...] = ()
    attribute: str = ""
    at: int = field(default=0, compare=False)
    values_at: tuple[int, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        name = f"{self.name}.{quoted(self.attribute)}" if self.attribute else self.name
        return f"{name} {self.operator} {', '.join(map(quoted, self.values))}" if self.operator else name


@dataclass(frozen=True, slots=True)
class Not:
    """The codings that share no words with those of `part`; of conditions, what they do not hold for."""

    part: "Query"

    def __str__(self) -> str:
        return f"NOT {_within(self.part, Not)}"


@dataclass(frozen=True, slots=True)
class And:
    """The codings of the first part that share words with codings of each other part."""

    parts: tuple["Query", ...]

    def __str__(self) -> str:
        return " AND ".join(_within(part, And) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or:
    """The codings of any part."""

    parts: tuple["Query", ...]

    def __str__(self) -> str:
        return " OR ".join(_within(part, Or) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Related:
    """The codings of `left` that overlap, lie within or lie near another coding, one of `right`."""

    left: "Query"
    how: How
    right: "Query"
    turns: int = 0

    def __str__(self) -> str:
        how = f"{self.how}/{self.turns}" if self.how is How.NEAR else self.how
        left = str(self.left) if isinstance(self.left, Related) else _within(self.left, Related)
        return f"{left} {how} {_within(self.right, Related)}"


@dataclass(frozen=True, slots=True)
class Where:
    """The codings of `part` for which the conditions hold."""

    part: "Query"
    condition: "Query"

    def __str__(self) -> str:
        return f"{_within(self.part, Where)} WHERE {_within(self.condition, Where)}"


Query: TypeAlias = Everything | OfCode | Condition | Not | And | Or | Related | Where

_BINDING = {Where: 0, Or: 1, And: 2, Not: 3, Related: 4, Everything: 5, OfCode: 5, Condition: 5}


def _within(part: Query, whole: type[Query]) -> str:
    """Return a part as it is written in a whole: in brackets unless it binds closer."""
    closer = _BINDING[type(part)] > _BINDING[whole] or (whole is Not and isinstance(part, Not))
    return str(part) if closer else f"({part})"


def is_condition(query: Query) -> bool:
    """Say whether a query is made of conditions alone, so that it asks each coding by itself."""
    if isinstance(query, And | Or):
        return all(map(is_condition, query.parts))
    return is_condition(query.part) if isinstance(query, Not) else isinstance(query, Condition)


def quoted(text: str) -> str:
    """Return a name or value as it is written in a query, in quotation marks where it needs them."""
    if _BARE.fullmatch(text) and text.casefold() not in {*OPERATORS, *FLAGS} and not _near(text):
        return text
    mark = "'" if '"' in text and "'" not in text else '"'
    return mark + text.replace(mark, mark * 2) + mark


def _near(text: str) -> bool:
    return OPERATORS.get(text.casefold().partition("/")[0]) == "NEAR"


def leaves(query: Query) -> Iterator[Query]:
    """Yield the codes and conditions that a query is made of, in order."""
    match query:
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case Related(left, _, right) | Where(left, right):
            yield from (*leaves(left), *leaves(right))
        case _:
            yield query
