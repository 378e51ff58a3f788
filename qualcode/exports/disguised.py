"""Names taken out of what is about to be written: out of frames, reports, and any value made of texts."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeAlias, TypeVar, cast

import pandas as pd

from qualcode.model import is_guid
from qualcode.tables.columns import CODINGS

T = TypeVar("T")

Disguising: TypeAlias = Callable[[str], str]
"""Returns a text with names replaced; see `qualcode.pseudonyms`."""

_AS_IT_IS = frozenset({"svg", "language"})
"""Fields that are no text to be read; a picture is drawn from a frame that is disguised already."""


def unchanged(text: str) -> str:
    """Return a text as it is: the disguise of who has nothing to hide."""
    return text


def disguised(value: T, disguise: Disguising) -> T:
    """Return a value with every text in it disguised: a string, or dataclasses, sequences, mappings of them.

    Examples
    --------
    >>> disguised(("Pak Zul", ["Zul", 3]), lambda text: text.replace("Zul", "Rudi"))
    ('Pak Rudi', ['Rudi', 3])
    """
    return value if disguise is unchanged else cast(T, _walked(value, disguise))


def _walked(value: object, disguise: Disguising) -> object:
    if isinstance(value, str):
        return value if isinstance(value, Enum) or is_guid(value) else disguise(value)
    if isinstance(value, tuple | list):
        return type(value)(_walked(each, disguise) for each in value)
    if isinstance(value, Mapping):
        return {_walked(key, disguise): _walked(each, disguise) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        shown = {each.name: getattr(value, each.name) for each in fields(value) if each.name not in _AS_IT_IS}
        return replace(value, **{name: _walked(each, disguise) for name, each in shown.items()})
    return value


def disguised_frame(frame: pd.DataFrame, disguise: Disguising) -> pd.DataFrame:
    """Return a frame with every text disguised, names of columns too where they are cases or sources.

    Columns that would come to the same name are numbered, since two people may share a pseudonym.
    """
    if disguise is unchanged:
        return frame
    technical = {each.name for each in CODINGS if each.technical}
    shown = {
        name: _disguised_column(frame[name], disguise)
        for name in frame.columns
        if name not in technical and not pd.api.types.is_numeric_dtype(frame[name])
    }
    titles = _numbered(disguise(name) for name in frame.columns)
    return frame.assign(**shown).set_axis(titles, axis="columns")


def _disguised_column(cells: "pd.Series[str]", disguise: Disguising) -> "pd.Series[str]":
    known = {text: disguise(text) for text in cells.unique() if isinstance(text, str)}
    return cells.map(lambda text: known.get(text, text)).astype(cells.dtype)


def _numbered(names: Iterable[str]) -> list[str]:
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return found
