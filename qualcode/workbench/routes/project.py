"""The project as a whole, and who works on it."""

from fastapi import APIRouter

from qualcode import __version__
from qualcode.model import Coder
from qualcode.workbench.desk import Language, TheDesk
from qualcode.workbench.routes.history import told
from qualcode.workbench.schemas.project import CoderOut, ProjectOut, Undoable

router = APIRouter(tags=["project"])


@router.get("/project")
def get_project(desk: TheDesk, language: Language) -> ProjectOut:
    """Return the project, who acts, and what could be undone."""
    undo, redo = desk.project.next_back()
    waiting = desk.project.waiting()
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
            writable=desk.project.store.writable, to_answer=waiting.to_answer, answered=waiting.answered,
            suggested=desk.pulse[1],
            undo=Undoable(can=undo is not None, what=told(undo, language)),
            redo=Undoable(can=redo is not None, what=told(redo, language)),
        )  # fmt: skip
