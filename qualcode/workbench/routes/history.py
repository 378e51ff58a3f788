"""The history, undo and redo."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Query

from qualcode.actions.event_words import action_words, summary_words
from qualcode.actions.past import PAGE, Past
from qualcode.locale import translator
from qualcode.model import Event
from qualcode.project import Project
from qualcode.workbench.desk import Desk, Language, TheDesk
from qualcode.workbench.schemas.base import Done
from qualcode.workbench.schemas.project import EventOut, LogOut

router = APIRouter(tags=["history"])


@router.get("/log")
def get_log(
    desk: TheDesk,
    language: Language,
    *,
    source: str = "",
    coder: str = "",
    before: Annotated[int | None, Query(ge=0, lt=2**63, description="only lower numbers")] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = PAGE,
) -> LogOut:
    """Return the latest actions, newest first, of a source or of a coder if one is named."""
    found, more = desk.project.past(before=before, limit=limit, source=source, coder=coder)
    return LogOut(events=[_event_out(each, language) for each in found], more=more)


@router.post("/undo")
def undo(
    desk: TheDesk,
    language: Language,
    *,
    seen: Annotated[int | None, Query(ge=0, lt=2**63, description="number of what is meant")] = None,
) -> Done:
    """Take back the coder's latest action, whole; where another one is meant, nothing."""
    return _taken_back(desk, lambda project: project.undo(seen=seen), language)


@router.post("/redo")
def redo(desk: TheDesk, language: Language) -> Done:
    """Do again what was taken back last."""
    return _taken_back(desk, Project.redo, language)


def told(event: Event | None, language: str) -> str:
    """Return what an event was about; of one that takes another back, that other."""
    if event is None:
        return ""
    tr = translator(language)
    about = summary_words(event.action, event.summary, tr)
    if event.action == "redo":  # of an undo
        return summary_words("undo", event.summary.removeprefix("undo "), tr)
    return about if event.undoes else f"{action_words(event.action, tr)} {about}".strip()


def _event_out(each: Past, language: str) -> EventOut:
    event, tr = each.event, translator(language)
    return EventOut(
        seq=event.seq, at=event.at, actor=event.actor, action=event.action,
        words=action_words(event.action, tr), summary=summary_words(event.action, event.summary, tr),
        undoes=event.undoes is not None, undone=each.undone, back=each.back,
    )  # fmt: skip


def _taken_back(desk: Desk, act: Callable[[Project], Event], language: str) -> Done:
    with desk.writing() as project:
        event = act(project)
    return Done(seq=event.seq, action=event.action, summary=told(event, language))
