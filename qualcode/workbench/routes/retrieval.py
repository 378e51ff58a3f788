"""Codings and words that are looked for."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import APIRouter, Query

from qualcode.actions.filters import Filters
from qualcode.actions.finding import Line
from qualcode.actions.offsets import Places
from qualcode.actions.shaping import PlacesBySource, plain_rows
from qualcode.actions.texts import natural
from qualcode.model import Span
from qualcode.query.words import CHOICES, FIELDS, FLAGS, OPERATORS
from qualcode.workbench.choosing import Chosen, Names
from qualcode.workbench.desk import Desk, Language, TheDesk
from qualcode.workbench.naming import names_of, own_codings
from qualcode.workbench.schemas.base import Name
from qualcode.workbench.schemas.retrieval import (
    Counted,
    Counts,
    FieldWords,
    Found,
    FoundCoding,
    LineOut,
    LinesOut,
    QueryWords,
)

if TYPE_CHECKING:
    import pandas as pd

router = APIRouter(tags=["retrieval"])

Sorting = Literal["place", "reference", "code", "quotation", "case", "coder", "date"]
Offset = Annotated[int, Query(ge=0, le=10**9)]

WIDTH = 14
"""Words of context on either side of a keyword."""


@router.get("/query")
def query(
    desk: TheDesk,
    language: Language,
    *,
    filters: Chosen,
    sort: Sorting = "place",
    descending: bool = False,
    offset: Offset = 0,
    limit: Annotated[int, Query(ge=1, le=5000)] = 500,
) -> Found:
    """Return a page of the codings that are looked for; a code brings those below it along."""
    frame = desk.kept(
        ("query", repr(filters), language, sort, descending),
        lambda: _sorted(found_codings(desk, filters, language), sort, descending=descending),
    )
    page = codings_out(desk, plain_rows(frame.iloc[offset : offset + limit]))
    return Found(total=len(frame), codings=page, counts=_counts(frame))


@router.get("/query/words")
def get_query_words(desk: TheDesk) -> QueryWords:
    """Return what a query can be written with, to be offered while it is being written."""
    with desk.project.view() as view:
        known = names_of(view)
    fields = [
        FieldWords(word=word, means=means, values=known.get(means) or list(CHOICES.get(means, ())))
        for word, means in FIELDS.items()
    ]
    fields += [
        FieldWords(word=word, means=word, values=values) for word, values in known.items() if "." in word
    ]
    return QueryWords(operators=dict(OPERATORS), flags=list(FLAGS), fields=fields)


@router.get("/find")
def find(
    desk: TheDesk,
    q: Name,
    *,
    source: Names = [],
    interviewer: Annotated[bool, Query(description="look in the interviewers' turns too")] = False,
    offset: Offset = 0,
    limit: Annotated[int, Query(ge=1, le=2000)] = 200,
) -> LinesOut:
    """Show where a keyword stands, with the words around it."""
    lines = desk.kept(
        ("find", q, tuple(source), interviewer),
        lambda: list(desk.project.find(q, sources=source, interviewer=interviewer, width=WIDTH)),
    )
    page = lines[offset : offset + limit]
    return LinesOut(
        total=len(lines), lines=_lines_out(desk, page), sources=_most(Counter(line.source for line in lines))
    )


def codings_out(desk: Desk, rows: Iterable[dict[str, Any]]) -> list[FoundCoding]:
    """Return rows of the codings frame as they are sent."""
    with desk.project.view() as view:
        shifted = PlacesBySource(view).shift(rows)
    return [FoundCoding.model_validate({**row, "id": row["coding_id"], "at": row["date"]}) for row in shifted]


def found_codings(desk: Desk, filters: Filters, language: str) -> "pd.DataFrame":
    """Return the codings that fit, out of all of them, which are read once after each event."""
    everything = desk.kept(("codings", language), lambda: desk.project.codings(language=language))
    with desk.project.view() as view:
        return filters.apply(view, everything)


def _sorted(frame: "pd.DataFrame", sort: Sorting, *, descending: bool) -> "pd.DataFrame":
    """Return codings in an order; those that are alike stay in reading order."""
    if sort == "place":
        return frame[::-1] if descending else frame
    if sort == "reference":
        return frame.sort_values(
            sort, key=lambda column: column.map(natural), kind="stable", ascending=not descending
        )
    return frame.sort_values(sort, kind="stable", ascending=not descending)


def _counts(frame: "pd.DataFrame") -> Counts:
    return Counts.model_validate(
        {name: _most(Counter(frame[name].astype(str))) for name in ("code", "source", "case", "coder")}
    )


def _most(counter: Counter[str]) -> list[Counted]:
    """Return what was counted, most first; what has no name is left out."""
    return [Counted(name=name, codings=count) for name, count in counter.most_common() if name]


def _lines_out(desk: Desk, lines: Iterable[Line]) -> list[LineOut]:
    with desk.project.view() as view:
        by_source, coded = PlacesBySource(view), own_codings(view, {line.source for line in lines})
        return [_line_out(line, by_source.of(line.source), coded[line.source]) for line in lines]


def _line_out(line: Line, places: Places, codings: Iterable[tuple[Span, str]]) -> LineOut:
    return LineOut(
        source=line.source, turn=line.turn, speaker=line.speaker,
        start=places.out(line.span.start), end=places.out(line.span.end),
        before=line.before, words=line.words, after=line.after,
        codes=sorted({code for span, code in codings if span.overlaps(line.span)}),
    )  # fmt: skip
