"""Which records of two codebooks are the same ones."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from qualcode.model import Code, Codebook, Framework, Guid, derived

_R = TypeVar("_R", Code, Framework)

BY_KEY = ("key", "id")
BY_GUID = ("id", "key")


def aligned(other: Codebook, onto: Codebook, *, by: tuple[str, ...] = BY_KEY) -> Codebook:
    """Return `other` with the GUIDs of `onto` for the records that both have.

    Parameters
    ----------
    other, onto
        Two states of one codebook, or two codebooks to be compared.
    by
        What makes records the same, strongest first. `BY_KEY` suits files, in which people change
        anything but the id; `BY_GUID` suits two versions out of one history.
    """
    families = _guids(other.frameworks, onto.frameworks, by)
    codes = _guids(other.codes, onto.codes, by)
    return replace(
        other,
        id=onto.id,
        frameworks=tuple(replace(each, id=families[each.id]) for each in other.frameworks),
        codes=tuple(
            replace(
                code,
                id=codes[code.id],
                framework_id=families[code.framework_id],
                parent_id=code.parent_id and codes[code.parent_id],
            )
            for code in other.codes
        ),
    )


def free_guid(guid: Guid, taken: set[Guid]) -> Guid:
    """Return `guid`, or one derived from it where a record that was once of its key has it already."""
    while guid in taken:
        guid = derived("again", guid)
    return guid


def _guids(others: Sequence[_R], onto: Sequence[_R], by: tuple[str, ...]) -> dict[Guid, Guid]:
    """Return, for each GUID of `others`, the GUID it has in `onto`, or a free one."""
    found: dict[Guid, Guid] = {}
    for name in by:
        matched = set(found.values())
        known = {getattr(each, name): each.id for each in onto if each.id not in matched}
        for each in others:
            if each.id not in found and getattr(each, name) in known:
                found[each.id] = known[getattr(each, name)]
    taken = {each.id for each in onto}
    for each in others:
        if each.id not in found:
            found[each.id] = free_guid(each.id, taken)
            taken.add(found[each.id])
    return found
