"""What would change if one codebook took the place of another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from qualcode.codebook_files.align import BY_KEY, aligned
from qualcode.model import Code, Codebook, Framework, Guid, LocalList, LocalText

MEANING = ("definition", "include", "exclude", "examples")
"""Fields that say what a code means. Its name, keywords, colour and place do not."""

_Record: TypeAlias = Code | Framework


class DifferenceKind(StrEnum):
    """In what two codebooks differ."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    REDEFINED = "redefined"
    KEYWORDS = "keywords"
    RECOLOURED = "recoloured"
    RETITLED = "retitled"
    REORDERED = "reordered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One difference.

    Attributes
    ----------
    kind
        Added, renamed, ...
    on
        ``"codebook"``, ``"framework"`` or ``"code"``.
    key, id
        Of that record; for what is reordered, of what its parts belong to.
    fields
        The fields that differ.
    before, after
        The record in either codebook, None where it is not there.
    """

    kind: DifferenceKind
    on: str
    key: str
    id: Guid
    fields: tuple[str, ...] = ()
    before: _Record | Codebook | None = None
    after: _Record | Codebook | None = None


def diff(before: Codebook, after: Codebook, *, by: tuple[str, ...] = BY_KEY) -> list[Difference]:
    """List what changing `before` into `after` would do.

    Parameters
    ----------
    before, after
        The codebooks. Records are the same by their key, else by their GUID; in the result they have the
        GUIDs of `before`.
    by
        See `aligned`.

    Returns
    -------
    list of Difference
        The codebook's own first, then frameworks, then codes in the order of `after`, then those removed.
    """
    after = aligned(after, before, by=by)
    return [
        *_of_codebook(before, after),
        *_of_records("framework", before.frameworks, after.frameworks),
        *_of_records("code", before.codes, after.codes),
        *_reordered(before, after),
    ]


def _of_codebook(before: Codebook, after: Codebook) -> Iterator[Difference]:
    fields = differing(before, after, ("key", "title"))
    if fields:
        yield Difference(
            kind=DifferenceKind.RETITLED,
            on="codebook",
            key=before.key,
            id=before.id,
            fields=fields,
            before=before,
            after=after,
        )


_FIELDS: dict[DifferenceKind, tuple[str, ...]] = {
    DifferenceKind.RENAMED: ("key", "name"),
    DifferenceKind.MOVED: ("framework_id", "parent_id"),
    DifferenceKind.REDEFINED: MEANING,
    DifferenceKind.KEYWORDS: ("keywords", "not_keywords"),
    DifferenceKind.RECOLOURED: ("color",),
}


def _of_records(on: str, before: tuple[_Record, ...], after: tuple[_Record, ...]) -> Iterator[Difference]:
    old = {each.id: each for each in before}
    new = {each.id for each in after}
    for each in after:
        was = old.get(each.id)
        if was is None:
            yield Difference(kind=DifferenceKind.ADDED, on=on, key=each.key, id=each.id, after=each)
            continue
        for kind, names in _FIELDS.items():
            fields = differing(was, each, names)
            if fields:
                yield Difference(
                    kind=kind, on=on, key=was.key, id=was.id, fields=fields, before=was, after=each
                )
    for each in before:
        if each.id not in new:
            yield Difference(kind=DifferenceKind.REMOVED, on=on, key=each.key, id=each.id, before=each)


def differing(before: object, after: object, names: Iterable[str]) -> tuple[str, ...]:
    """Return the fields in which two records differ; the order of languages is no difference."""
    return tuple(name for name in names if _said(before, name) != _said(after, name))


def _said(record: object, name: str) -> object:
    value = getattr(record, name, None)
    return value.as_mapping() if isinstance(value, LocalText | LocalList) else value


def _reordered(before: Codebook, after: Codebook) -> Iterator[Difference]:
    """Compare the order of siblings that are siblings in both."""
    if _common([each.id for each in before.frameworks], [each.id for each in after.frameworks]):
        yield Difference(kind=DifferenceKind.REORDERED, on="codebook", key=before.key, id=before.id)
    for family in before.frameworks:
        if _common(*([each.id for each in book.children(None, family.id)] for book in (before, after))):
            yield Difference(kind=DifferenceKind.REORDERED, on="framework", key=family.key, id=family.id)
    for code in before.codes:
        if _common(*([each.id for each in book.children(code.id)] for book in (before, after))):
            yield Difference(kind=DifferenceKind.REORDERED, on="code", key=code.key, id=code.id)


def _common(old: list[Guid], new: list[Guid]) -> bool:
    """Say whether what both lists hold stands in another order."""
    return [each for each in old if each in new] != [each for each in new if each in old]
