"""The project as a whole: who works on it, its history, undo and redo."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Query

from qualcode import __version__
from qualcode.locale import translator
from qualcode.model import Case, Coder, Event, Source, Speaker
from qualcode.project import Project
from qualcode.workbench.desk import Desk, Language, TheDesk
from qualcode.workbench.schemas.base import Done
from qualcode.workbench.schemas.project import CaseOut, CoderOut, EventOut, ProjectOut, Undoable

router = APIRouter(tags=["project"])


@router.get("/project")
def get_project(desk: TheDesk, language: Language) -> ProjectOut:
    """Return the project, who acts, and what could be undone."""
    undo, redo = desk.project.next_back()
    with desk.project.view() as view:
        settings, codebook = view.settings(), view.codebook()
        return ProjectOut(
            title=settings.get("title", ""), coder=desk.project.coder.handle, role=view.sight.actor.role,
            languages=settings.get("languages", "").replace(",", " ").split(), seq=view.seq,
            version=__version__, codebook=codebook.version if codebook else 0, settings=settings,
            coders=[
                CoderOut(handle=each.handle, role=each.role, released=each.released)
                for each in view.all(Coder)
            ],
            undo=Undoable(can=undo is not None, what=_told(undo, language)),
            redo=Undoable(can=redo is not None, what=_told(redo, language)),
        )  # fmt: skip


@router.post("/undo")
def undo(desk: TheDesk, language: Language) -> Done:
    """Take back the coder's latest action, whole."""
    return _taken_back(desk, Project.undo, language)


@router.post("/redo")
def redo(desk: TheDesk, language: Language) -> Done:
    """Do again what was taken back last."""
    return _taken_back(desk, Project.redo, language)


@router.get("/log")
def get_log(
    desk: TheDesk, language: Language, limit: Annotated[int, Query(ge=1, le=1000)] = 50
) -> list[EventOut]:
    """Return the latest actions, newest first."""
    return [event_out(event, language) for event in desk.project.log(limit=limit)]


@router.get("/cases")
def get_cases(desk: TheDesk) -> list[CaseOut]:
    """Return the cases, with the sources that each speaks in."""
    with desk.project.view() as view:
        names = {source.id: source.name for source in view.all(Source)}
        spoken: dict[str, set[str]] = {}
        for speaker in view.all(Speaker):
            if speaker.case_id and speaker.source_id in names:
                spoken.setdefault(speaker.case_id, set()).add(names[speaker.source_id])
        return [
            CaseOut(
                id=case.id, seq=case.seq, name=case.name, shown=case.shown, attributes=dict(case.attributes),
                pseudonym=case.pseudonym, consent=case.consent, consent_date=case.consent_date,
                consent_scope=case.consent_scope, sources=sorted(spoken.get(case.id, ())),
            )
            for case in view.all(Case)
        ]  # fmt: skip


def event_out(event: Event, language: str) -> EventOut:
    """Return an event as it is sent."""
    return EventOut(
        seq=event.seq, at=event.at, actor=event.actor, action=event.action, summary=event.summary,
        words=_action(event.action, language), undoes=event.undoes is not None,
    )  # fmt: skip


def _taken_back(desk: Desk, act: Callable[[Project], Event], language: str) -> Done:
    with desk.writing() as project:
        event = act(project)
    return Done(seq=event.seq, action=event.action, summary=_told(event, language))


def _told(event: Event | None, language: str) -> str:
    """Return what an event was about; of one that takes another back, that other."""
    if event is None:
        return ""
    if not event.undoes:
        return f"{_action(event.action, language)} {event.summary}".strip()
    undone, _, about = event.summary.removeprefix("undo ").partition(" ")
    return f"{_action(undone, language)} {about}".strip()


def _action(action: str, language: str) -> str:
    return translator(language)(action.replace("_", " "), "action")
