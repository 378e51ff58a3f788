"""Memos on anything."""

from fastapi import APIRouter

from qualcode.actions.coding import Passage
from qualcode.actions.noting import NamedMemo, Subject
from qualcode.actions.shaping import PlacesBySource
from qualcode.model import MemoOn, Revision
from qualcode.project import Project
from qualcode.store import View
from qualcode.workbench.desk import TheDesk
from qualcode.workbench.schemas.base import Done
from qualcode.workbench.schemas.reader import MemoOut
from qualcode.workbench.schemas.talk import MemoChangeIn, MemoIn
from qualcode.workbench.shaping import span_in

router = APIRouter(tags=["memos"])


@router.get("/memos")
def get_memos(desk: TheDesk) -> list[MemoOut]:
    """Return the memos that the coder may see, oldest first."""
    found = desk.project.memos()
    with desk.project.view() as view:
        places = PlacesBySource(view)
        return [_memo_out(view, places, each, desk.project.coder.id) for each in found]


@router.post("/memos", status_code=201)
def add_memo(desk: TheDesk, asked: MemoIn) -> Done:
    """Write a memo on a source, a stretch of it, a code, a coding, a case, a cell, a theme or the project."""
    with desk.writing() as project:
        project.memo(asked.text, _subject(project, asked))
        return Done(seq=desk.seq, action="memo")


@router.patch("/memos/{memo_id}")
def change_memo(desk: TheDesk, memo_id: str, asked: MemoChangeIn) -> Done:
    """Let other words stand in one of the coder's memos."""
    with desk.writing() as project:
        project.change_memo(memo_id, asked.text, seen=asked.seq)
        return Done(seq=desk.seq, action="memo")


@router.delete("/memos/{memo_id}")
def remove_memo(desk: TheDesk, memo_id: str) -> Done:
    """Take one of the coder's memos away."""
    with desk.writing() as project:
        project.remove_memo(memo_id)
        return Done(seq=desk.seq, action="remove_memo")


def _subject(project: Project, asked: MemoIn) -> Subject:
    span = span_in(project, asked.source, asked.start, asked.end)
    return Subject(
        source="" if span else asked.source, passage=Passage(source=asked.source, at=span) if span else None,
        code=asked.code, coding=asked.coding, case=asked.case, theme=asked.theme,
    )  # fmt: skip


def _memo_out(view: View, places: PlacesBySource, each: NamedMemo, actor_id: str) -> MemoOut:
    memo, source = each.memo, ""
    start, end = None, None
    if memo.about is MemoOn.SPAN:
        revision = view.get(Revision, memo.target_id or "")
        if revision and places.is_latest(revision):
            source = places.name_of(revision.source_id)
            start, end = (places.of(source).maybe(place) for place in (memo.start, memo.end))
    return MemoOut(
        id=memo.id, seq=memo.seq, text=memo.text, about=memo.about.value, subject=each.subject,
        coder=each.coder, mine=memo.coder_id == actor_id, at=memo.at, source=source, start=start, end=end,
    )  # fmt: skip
