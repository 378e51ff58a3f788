"""The review: codings to be looked at, what is said of them, and what their coders answer."""

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Query

from qualcode.actions.filters import Filters
from qualcode.actions.queueing import Standing, stands
from qualcode.actions.shaping import PlacesBySource, queued_shape, remark_shape
from qualcode.workbench.desk import Language, TheDesk
from qualcode.workbench.schemas.base import Done
from qualcode.workbench.schemas.review import (
    AcceptIn,
    AnswerIn,
    QueueItem,
    QueueOut,
    RemarkIn,
    RemarkOut,
)

router = APIRouter(tags=["review"])


@router.get("/review-queue")
def get_queue(
    desk: TheDesk,
    language: Language,
    *,
    theme: str = "",
    code: str = "",
    source: str = "",
    coder: str = "",
    standing: Standing | None = None,
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
) -> QueueOut:
    """Return codings to be looked at: of a theme, a code, a source, a coder, or all.

    With `standing`, only those that stand so for whoever looks; the counts are of all the same.
    """
    wanted = Filters(
        codes=[code] if code else [], sources=[source] if source else [], coders=[coder] if coder else []
    )
    queue = desk.project.review_queue(theme=theme, filters=wanted, language=language)
    me = desk.project.coder.handle
    standings = [stands(each, me) for each in queue]
    chosen = [
        (each, how) for each, how in zip(queue, standings, strict=True) if standing is None or standing in how
    ]
    with desk.project.view() as view:
        places = PlacesBySource(view)
        items = [
            QueueItem.model_validate(queued_shape(each, how, places))
            for each, how in chosen[offset : offset + limit]
        ]
    counts, others = Counter(how for each in standings for how in each), sum(not each.mine for each in queue)
    return QueueOut(
        total=len(chosen), counts={each: counts[each] for each in Standing}, all=len(queue),
        to_look_at=others, looked_at=others - counts[Standing.UNSEEN], codings=items,
    )  # fmt: skip


@router.get("/remarks")
def get_remarks(desk: TheDesk, source: str = "", open_only: bool = False) -> list[RemarkOut]:
    """Return what was said of codings, in reading order."""
    return [
        RemarkOut.model_validate(remark_shape(each))
        for each in desk.project.reviews(source=source, open_only=open_only)
    ]


@router.post("/remarks", status_code=201)
def add_remark(desk: TheDesk, asked: RemarkIn) -> Done:
    """Say something of other coders' codings, in one action."""
    with desk.writing() as project:
        made = project.review_codings(
            asked.codings, asked.remark, asked.text, code=asked.code, seen=asked.seen
        )
        return Done(seq=desk.seq, action="review", summary=str(len(made)))


@router.post("/answers", status_code=201)
def add_answer(desk: TheDesk, asked: AnswerIn) -> Done:
    """Answer what was said of one's own coding."""
    with desk.writing() as project:
        project.answer(asked.coding, asked.text)
        return Done(seq=desk.seq, action="answer")


@router.post("/accepted-proposals", status_code=201)
def accept_proposal(desk: TheDesk, asked: AcceptIn) -> Done:
    """Give one's own coding the code that was proposed, and say so, in one action."""
    with desk.writing() as project:
        project.accept_proposal(asked.coding, asked.text, code=asked.code)
        return Done(seq=desk.seq, action="accept_proposal")
