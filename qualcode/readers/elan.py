"""ELAN (.eaf): tiers of annotations; a tier's participant is the speaker."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from qualcode.errors import UsageError
from qualcode.readers.cues import Cue, contents_of_cues
from qualcode.readers.draft import Contents, File, Note
from qualcode.readers.xml import root_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TIERS = "Tiers"
"""Attribute of a source that names the tiers it was read from, where the user chose them."""

_Times = tuple[float | None, float | None]
_DEEPEST = 20
"""Annotations that refer to one another up to one with times, at most."""


def read_elan(file: File) -> Contents:
    """Take an ELAN file apart.

    What was said stands on tiers that depend on no other, or, where such a tier holds no words, on those
    right below it. Glosses, translations and tags depend on these and are left out, unless they are chosen.

    Raises
    ------
    FileProblem
        It is damaged, or holds no words.
    UsageError
        There is no tier of a name that was chosen.
    """
    root = root_of(file.data, where=file.name)
    tiers = [tier for tier in root.iter("TIER") if any(_words(each) for each in _annotations(tier))]
    parents = {_name(each): each.get("PARENT_REF", "") for each in root.iter("TIER")}
    spoken = {_name(tier) for tier in tiers}
    chosen = _named(tiers, file) or [tier for tier in tiers if not _above(_name(tier), parents) & spoken]
    times = _times(root)
    cues = [
        Cue(*times.get(_id(each), (None, None)), words, tier.get("PARTICIPANT", "").strip() or _name(tier))
        for tier in chosen
        for each in _annotations(tier)
        if (words := _words(each))
    ]
    cues.sort(key=lambda cue: (cue.time is not None, cue.time or 0.0))
    left = [_name(tier) for tier in tiers if tier not in chosen]
    note = Note("tiers that depend on others were left out: {tiers}", {"tiers": ", ".join(left)})
    contents = contents_of_cues(cues, file, *([note] if left and not file.tiers else ()))
    attributes = _about(root) | ({TIERS: ", ".join(file.tiers)} if file.tiers else {})
    return Contents(contents.lines, attributes=attributes, notes=contents.notes)


def _named(tiers: Sequence["Element"], file: File) -> list["Element"]:
    """Return the tiers that the user chose."""
    there = {_name(tier): tier for tier in tiers}
    for name in file.tiers:
        if name not in there:
            what = "there is no tier {name!r} with words"
            raise UsageError(
                what, where=file.name, remedy="it has {tiers}", name=name, tiers=", ".join(there) or "none"
            )
    return [there[name] for name in file.tiers]


def _name(tier: "Element") -> str:
    return tier.get("TIER_ID", "")


def _id(annotation: "Element") -> str:
    return annotation.get("ANNOTATION_ID", "")


def _annotations(tier: "Element") -> Iterator["Element"]:
    return tier.iterfind("ANNOTATION/*")


def _words(annotation: "Element") -> str:
    return " ".join((annotation.findtext("ANNOTATION_VALUE") or "").split())


def _above(name: str, parents: Mapping[str, str]) -> set[str]:
    """Return the names of all tiers that a tier depends on."""
    above: set[str] = set()
    while (name := parents.get(name, "")) and name not in above:
        above.add(name)
    return above


def _times(root: "Element") -> Mapping[str, _Times]:
    """Return the times of all annotations; one that only refers to another takes its times."""
    slots = {
        slot.get("TIME_SLOT_ID", ""): int(value) / 1000
        for slot in root.iter("TIME_SLOT")
        if (value := slot.get("TIME_VALUE", "")).isdecimal()
    }
    times: dict[str, _Times] = {
        _id(each): (slots.get(each.get("TIME_SLOT_REF1", "")), slots.get(each.get("TIME_SLOT_REF2", "")))
        for each in root.iter("ALIGNABLE_ANNOTATION")
    }
    referring = {_id(each): each.get("ANNOTATION_REF", "") for each in root.iter("REF_ANNOTATION")}
    for name in referring:
        target = name
        for _ in range(_DEEPEST):
            target = referring.get(target, target)
        times[name] = times.get(target, (None, None))
    return times


def _about(root: "Element") -> dict[str, str]:
    media = next((each.get("MEDIA_URL", "") for each in root.iter("MEDIA_DESCRIPTOR")), "")
    found = {
        "Transcriber": root.get("AUTHOR", "").strip(),
        "Transcribed": root.get("DATE", "")[:10],
        "Recording": media.replace("\\", "/").rpartition("/")[2],
    }
    return {key: value for key, value in found.items() if value}
