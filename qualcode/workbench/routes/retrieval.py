"""Codings and words that are looked for."""

from collections.abc import Sequence
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Query

from qualcode.actions.shaping import PlacesBySource, plain_rows
from qualcode.workbench.choosing import Chosen, Names
from qualcode.workbench.desk import Language, TheDesk
from qualcode.workbench.schemas.base import Name
from qualcode.workbench.schemas.retrieval import Found, FoundCoding, LineOut, LinesOut

router = APIRouter(tags=["retrieval"])


@router.get("/query")
def query(
    desk: TheDesk,
    language: Language,
    *,
    filters: Chosen,
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
    limit: Annotated[int, Query(ge=1, le=5000)] = 500,
) -> Found:
    """Return the codings that are looked for, in reading order; a code brings those below it along."""
    frame = desk.project.codings(filters=filters, language=language)
    return found_out(desk, plain_rows(frame.iloc[offset : offset + limit]), total=len(frame))


@router.get("/find")
def find(
    desk: TheDesk,
    q: Name,
    *,
    source: Names = [],
    interviewer: Annotated[bool, Query(description="look in the interviewers' turns too")] = False,
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
    limit: Annotated[int, Query(ge=1, le=2000)] = 200,
) -> LinesOut:
    """Show where a keyword stands, with the words around it."""
    places = desk.project.find(q, sources=source, interviewer=interviewer, width=60)
    lines = list(islice(places, offset, offset + limit + 1))
    with desk.project.view() as view:
        by_source = PlacesBySource(view)
        shown = [
            LineOut(
                source=line.source, turn=line.turn, speaker=line.speaker,
                start=by_source.of(line.source).out(line.span.start),
                end=by_source.of(line.source).out(line.span.end),
                before=line.before, words=line.words, after=line.after,
            )
            for line in lines[:limit]
        ]  # fmt: skip
    return LinesOut(lines=shown, more=len(lines) > limit)


def found_out(desk: TheDesk, rows: Sequence[dict[str, Any]], *, total: int) -> Found:
    """Return rows of the codings frame as they are sent."""
    with desk.project.view() as view:
        shifted = PlacesBySource(view).shift(rows)
    return Found(total=total, codings=[_coding(row) for row in shifted])


def _coding(row: dict[str, Any]) -> FoundCoding:
    return FoundCoding.model_validate({**row, "id": row["coding_id"], "at": row["date"]})
