"""Coding: new codings, changes of one's own, decisions on suggestions, the history of one."""

from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from qualcode.actions.coding import NewCode, Passage
from qualcode.actions.editing import CodingChange
from qualcode.actions.lookup import source_named
from qualcode.actions.offsets import Places
from qualcode.actions.shaping import PlacesBySource
from qualcode.actions.texts import latest_words
from qualcode.errors import StaleEdit, UsageError
from qualcode.model import Coding, Guid, Span
from qualcode.project import Project
from qualcode.workbench.desk import Desk, Language, TheDesk
from qualcode.workbench.faults import fault_of
from qualcode.workbench.schemas.base import Done
from qualcode.workbench.schemas.reader import (
    CodingChangeIn,
    CodingDone,
    CodingIn,
    CodingsDone,
    DecisionIn,
    PlacesDone,
    PlacesIn,
    StaleOut,
)
from qualcode.workbench.schemas.talk import StepOut
from qualcode.workbench.shaping import coding_or_none, coding_out, codings_out, steps_out

router = APIRouter(tags=["codings"])


@router.post("/codings", status_code=201)
def add_codings(desk: TheDesk, asked: CodingIn) -> CodingsDone:
    """Code a passage, with one code or several at once."""
    with desk.writing() as project:
        span = _span(project, asked)
        notes: dict[str, Any] = {
            "memo": asked.memo,
            "condensation": asked.condensation,
            "negative": asked.negative,
        }
        if asked.in_vivo:
            made: tuple[Coding, ...] = (project.code(asked.source, at=span, in_vivo=True, **notes),)
        else:
            new = NewCode(**asked.new.model_dump()) if asked.new else None
            passage = Passage(source=asked.source, at=span)
            made = project.code_with_all(passage, asked.codes, new=new, **notes)
        with project.view() as view:
            return CodingsDone(codings=codings_out(view, made), seq=view.seq)


@router.post("/codings/many", status_code=201)
def code_places(desk: TheDesk, asked: PlacesIn) -> PlacesDone:
    """Code several places at once; one undo takes all of it back."""
    with desk.writing() as project:
        with project.view() as view:
            by_source = PlacesBySource(view)
            passages = [
                Passage(source=each.source, at=by_source.of(each.source).span(each.start, each.end))
                for each in asked.places
            ]
        coded = project.code_many(passages, asked.codes, reach=asked.reach)
        return PlacesDone(made=len(coded.made), there=coded.there, seq=desk.seq)


@router.patch("/codings/{coding_id}", responses={409: {"model": StaleOut}})
def change_coding(desk: TheDesk, language: Language, coding_id: Guid, asked: CodingChangeIn) -> CodingDone:
    """Change one of the coder's codings: its words, code, marks or notes, in one action.

    Where somebody changed it since, nothing is done, and it is returned as it is now.
    """
    with desk.writing() as project:
        change = CodingChange(
            at=_new_span(project, coding_id, asked), code=asked.code, negative=asked.negative,
            pinned=asked.pinned, memo=asked.memo, condensation=asked.condensation,
        )  # fmt: skip
        try:
            return _done(desk, project.change_coding(coding_id, change, seen=asked.seq))
        except StaleEdit as error:
            return _stale(desk, coding_id, error, language)  # type: ignore[return-value]  # its own answer


@router.delete("/codings/{coding_id}")
def remove_coding(desk: TheDesk, coding_id: Guid) -> Done:
    """Take one of the coder's codings away, with what is noted on it."""
    with desk.writing() as project:
        gone = project.uncode(coding_id)
        return Done(seq=desk.seq, action="uncode", summary=gone.reference)


@router.post("/decisions")
def decide(desk: TheDesk, asked: DecisionIn) -> CodingDone:
    """Accept or reject a suggestion, or give another code instead."""
    with desk.writing() as project:
        decision = project.decide(
            asked.suggestion, asked.verdict, code=asked.code, memo=asked.memo,
            condensation=asked.condensation, negative=asked.negative,
        )  # fmt: skip
        with project.view() as view:
            made = view.all(Coding, decision_id=decision.id)
            return CodingDone(coding=coding_out(view, made[0]) if made else None, seq=view.seq)


@router.get("/codings/{coding_id}/history")
def get_history(desk: TheDesk, language: Language, coding_id: Guid) -> list[StepOut]:
    """Return what was done to a coding and to what is noted on it, oldest first."""
    return steps_out(desk.project.coding_history(coding_id), language)


def _span(project: Project, asked: CodingIn) -> Span:
    with project.view() as view:
        source = source_named(view, asked.source)
        revision_id, words = latest_words(view, source)
    if asked.revision_id not in ("", revision_id):
        raise StaleEdit(
            "this source has a corrected text since it was read",
            where=source.name, remedy="load it again and mark the words anew",
        )  # fmt: skip
    return Places(words, where=source.name).span(asked.start, asked.end)


def _new_span(project: Project, coding_id: Guid, asked: CodingChangeIn) -> Span | None:
    if asked.start is None and asked.end is None:
        return None
    if asked.start is None or asked.end is None:
        raise UsageError("a place has a start and an end")
    with project.view() as view:
        coding = view.get(Coding, coding_id)
        if coding is None:
            return None  # who took it away is told by the action
        return PlacesBySource(view).of_id(coding.source_id).span(asked.start, asked.end)


def _done(desk: Desk, coding: Coding) -> CodingDone:
    with desk.project.view() as view:
        return CodingDone(coding=coding_out(view, coding), seq=view.seq)


def _stale(desk: Desk, coding_id: Guid, error: StaleEdit, language: str) -> JSONResponse:
    fault = fault_of(error, language)
    with desk.project.view() as view:
        current = coding_or_none(view, coding_id)
    stale = StaleOut(what=fault.what, where=fault.where, remedy=fault.remedy, current=current)
    return JSONResponse(stale.model_dump(), status_code=409)
