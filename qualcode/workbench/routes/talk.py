"""What is said of codings."""

from fastapi import APIRouter

from qualcode.actions.queueing import Queued
from qualcode.actions.remarks import NamedReview
from qualcode.actions.shaping import PlacesBySource
from qualcode.model import Review
from qualcode.workbench.desk import Desk, Language, TheDesk
from qualcode.workbench.schemas.talk import (
    AnswerIn,
    NeighbourOut,
    QueueItem,
    QueueOut,
    RemarkIn,
    RemarkOut,
)

router = APIRouter(tags=["remarks"])


@router.get("/review-queue")
def get_queue(
    desk: TheDesk, language: Language, theme: str = "", source: str = "", open_only: bool = False
) -> QueueOut:
    """Return codings to be looked at, of a theme, of a source or of all, with what a reviewer needs."""
    queue = desk.project.review_queue(theme=theme, source=source, open_only=open_only, language=language)
    with desk.project.view() as view:
        places, handle = PlacesBySource(view), desk.project.coder.handle
        codings = [_queue_item(places, each, mine=each.row["coder"] == handle) for each in queue]
    return QueueOut(theme=theme, open=sum(each.is_open for each in queue), codings=codings)


@router.get("/remarks")
def get_remarks(desk: TheDesk, source: str = "", open_only: bool = False) -> list[RemarkOut]:
    """Return what was said of codings, in reading order."""
    return [_remark_out(each) for each in desk.project.reviews(source=source, open_only=open_only)]


@router.post("/remarks", status_code=201)
def add_remark(desk: TheDesk, asked: RemarkIn) -> RemarkOut:
    """Say something of another coder's coding."""
    with desk.writing() as project:
        made = project.review_coding(asked.coding, asked.remark, asked.text, code=asked.code)
        return _said(desk, made)


@router.post("/answers", status_code=201)
def add_answer(desk: TheDesk, asked: AnswerIn) -> RemarkOut:
    """Answer what was said of one's own coding."""
    with desk.writing() as project:
        return _said(desk, project.answer(asked.coding, asked.text))


def _said(desk: Desk, made: Review) -> RemarkOut:
    (found,) = (each for each in desk.project.reviews() if each.review.id == made.id)
    return _remark_out(found)


def _remark_out(each: NamedReview) -> RemarkOut:
    return RemarkOut(
        id=each.review.id, coding=each.coding.id, reviewer=each.reviewer, remark=each.review.remark,
        text=each.review.text, proposed=each.proposed, at=each.review.at, is_answer=each.is_answer,
        is_open=each.is_open,
    )  # fmt: skip


def _queue_item(places: PlacesBySource, each: Queued, *, mine: bool) -> QueueItem:
    row, *others = places.shift([each.row, *each.neighbours])
    return QueueItem.model_validate({
        **row, "id": row["coding_id"], "mine": mine, "state": row["review"],
        "remarks": [_remark_out(said) for said in each.reviews],
        "neighbours": [NeighbourOut.model_validate({**other, "id": other["coding_id"]}) for other in others],
    })  # fmt: skip
