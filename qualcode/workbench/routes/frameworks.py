"""Families of codes: changes of them with what they touch."""

from typing import Annotated

from fastapi import APIRouter, Query

from qualcode.actions.families import FrameworkChange
from qualcode.workbench.desk import TheDesk
from qualcode.workbench.schemas.codebook import FrameworkChangeIn, FrameworkDone, FrameworkOut, TouchedOut

router = APIRouter(tags=["codebook"])


@router.patch("/frameworks/{key}")
def edit_framework(desk: TheDesk, key: str, asked: FrameworkChangeIn) -> FrameworkDone:
    """Rename, define or reorder a family of codes, in one action."""
    change = FrameworkChange(
        key=asked.key, name=asked.name, definition=asked.definition, position=asked.position
    )
    with desk.writing() as project:
        found = project.edit_framework(key, change, seen=asked.seq)
    shown = FrameworkOut(
        seq=found.seq, key=found.key, name=found.name.as_mapping(), definition=found.definition.as_mapping()
    )
    return FrameworkDone(framework=shown, seq=desk.seq)


@router.get("/frameworks/{key}/touches")
def get_framework_touches(desk: TheDesk, key: str) -> TouchedOut:
    """Return the codes of a family with everyone's codings: what its removal would touch."""
    return TouchedOut(codings=desk.project.framework_touches(key).codings, seq=desk.seq)


@router.delete("/frameworks/{key}")
def remove_framework(
    desk: TheDesk, key: str,
    codes_to: Annotated[str, Query(description="the family that its codes go to")] = "",
) -> TouchedOut:  # fmt: skip
    """Remove a family of codes; where it has codes, they need another."""
    with desk.writing() as project:
        done = project.remove_framework(key, codes_to=codes_to)
    return TouchedOut(codings=done.codings if done else {}, seq=desk.seq)
