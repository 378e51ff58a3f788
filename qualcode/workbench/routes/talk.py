"""Themes, and what is said of codings."""

from fastapi import APIRouter

from qualcode.actions.queueing import Queued
from qualcode.actions.remarks import NamedReview
from qualcode.actions.shaping import PlacesBySource
from qualcode.actions.theming import ThemeChange
from qualcode.errors import AlreadyThere, RecordNotFound, StaleEdit
from qualcode.model import Coder, Review, Theme
from qualcode.store import View
from qualcode.workbench.desk import Desk, Language, TheDesk
from qualcode.workbench.schemas.base import Done
from qualcode.workbench.schemas.talk import (
    AnswerIn,
    NeighbourOut,
    QueueItem,
    QueueOut,
    RemarkIn,
    RemarkOut,
    ThemeChangeIn,
    ThemeIn,
    ThemeOut,
)

router = APIRouter(tags=["themes and remarks"])


@router.get("/themes")
def get_themes(desk: TheDesk) -> list[ThemeOut]:
    """Return the themes in their order."""
    found = desk.project.themes()
    with desk.project.view() as view:
        return [_theme_out(view, theme) for theme in found]


@router.post("/themes", status_code=201)
def add_theme(desk: TheDesk, asked: ThemeIn) -> ThemeOut:
    """Make a theme."""
    with desk.writing() as project:
        if any(theme.name == asked.name for theme in project.themes()):
            raise AlreadyThere("there is a theme {name!r} already", name=asked.name)
        made = project.theme(asked.name, asked.claim, change=ThemeChange(codes=asked.codes))
        with project.view() as view:
            return _theme_out(view, made)


@router.patch("/themes/{name}")
def change_theme(desk: TheDesk, name: str, asked: ThemeChangeIn) -> ThemeOut:
    """Change a theme: its claim, codes, evidence, verdicts and relations, in one action."""
    change = ThemeChange(
        codes=asked.codes, evidence_for=asked.evidence_for, evidence_against=asked.evidence_against,
        without=asked.without, verdicts=asked.verdicts, relations=asked.relations,
    )  # fmt: skip
    with desk.writing() as project:
        known = next((theme for theme in project.themes() if theme.name == name), None)
        if known is None:
            raise RecordNotFound("there is no theme {name!r}", name=name)
        if asked.seq not in (None, known.seq):
            raise StaleEdit(
                "this theme was changed since it was read",
                where=name, remedy="look at it again and repeat",
            )  # fmt: skip
        changed = project.theme(name, asked.claim, change=change)
        with project.view() as view:
            return _theme_out(view, changed)


@router.delete("/themes/{name}")
def remove_theme(desk: TheDesk, name: str) -> Done:
    """Take a theme away; its codes and codings stay."""
    with desk.writing() as project:
        project.remove_theme(name)
        return Done(seq=desk.seq, action="remove_theme", summary=name)


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


def _theme_out(view: View, theme: Theme) -> ThemeOut:
    codebook = view.codebook()
    keys = {code.id: code.key for code in codebook.codes} if codebook else {}
    coder = view.get(Coder, theme.coder_id)
    return ThemeOut(
        id=theme.id, seq=theme.seq, name=theme.name, claim=theme.claim,
        coder=coder.handle if coder else "?", codes=[keys[each] for each in theme.code_ids if each in keys],
        evidence_for=list(theme.evidence_for), evidence_against=list(theme.evidence_against),
        verdicts=dict(theme.verdicts), relations=dict(theme.relations), position=theme.position,
    )  # fmt: skip
