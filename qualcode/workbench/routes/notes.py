"""Memos on anything."""

from fastapi import APIRouter

from qualcode.actions.coding import Passage
from qualcode.actions.noting import NamedMemo, Subject
from qualcode.actions.shaping import PlacesBySource
from qualcode.model import Memo, MemoOn, Revision
from qualcode.project import Project
from qualcode.store import View
from qualcode.workbench.desk import TheDesk
from qualcode.workbench.schemas.base import Done
from qualcode.workbench.schemas.reader import MemoDone, MemoOut
from qualcode.workbench.schemas.talk import MemoChangeIn, MemoIn
from qualcode.workbench.shaping import span_in

router = APIRouter(tags=["memos"])


@router.get("/memos")
def get_memos(desk: TheDesk) -> list[MemoOut]:
    """Return the memos that the coder may see, oldest first."""
    found = desk.project.named_memos()
    with desk.project.view() as view:
        places = PlacesBySource(view)
        return [_memo_out(view, places, each) for each in found]


@router.post("/memos", status_code=201)
def add_memo(desk: TheDesk, asked: MemoIn) -> MemoDone:
    """Write a memo on a source, a stretch of it, a code, a coding, a case, a cell, a theme or the project."""
    with desk.writing() as project:
        return _done(project, project.memo(asked.text, _subject(project, asked)))


@router.patch("/memos/{memo_id}")
def change_memo(desk: TheDesk, memo_id: str, asked: MemoChangeIn) -> MemoDone:
    """Let other words stand in one of the coder's memos."""
    with desk.writing() as project:
        return _done(project, project.change_memo(memo_id, asked.text, seen=asked.seq))


@router.delete("/memos/{memo_id}")
def remove_memo(desk: TheDesk, memo_id: str) -> Done:
    """Take one of the coder's memos away."""
    with desk.writing() as project:
        project.remove_memo(memo_id)
        return Done(seq=desk.seq, action="remove_memo")


def _done(project: Project, memo: Memo) -> MemoDone:
    (found,) = (each for each in project.named_memos() if each.memo.id == memo.id)
    with project.view() as view:
        return MemoDone(memo=_memo_out(view, PlacesBySource(view), found), seq=view.seq)


def _subject(project: Project, asked: MemoIn) -> Subject:
    span = span_in(project, asked.source, asked.start, asked.end)
    return Subject(
        source="" if span else asked.source, passage=Passage(source=asked.source, at=span) if span else None,
        code=asked.code, coding=asked.coding, case=asked.case, theme=asked.theme,
    )  # fmt: skip


def _memo_out(view: View, places: PlacesBySource, each: NamedMemo) -> MemoOut:
    memo, source = each.memo, ""
    start, end = None, None
    if memo.about is MemoOn.SPAN:
        revision = view.get(Revision, memo.target_id or "")
        if revision and places.is_latest(revision):
            source = places.name_of(revision.source_id)
            start, end = (places.of(source).maybe(place) for place in (memo.start, memo.end))
    return MemoOut(
        id=memo.id, seq=memo.seq, text=memo.text, about=memo.about.value, subject=each.subject,
        coder=each.coder, mine=memo.coder_id == view.actor.id, at=memo.at,
        source=source, start=start, end=end,
    )  # fmt: skip
