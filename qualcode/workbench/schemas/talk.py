"""Remarks, memos and histories: what people say about codings."""

from typing import Any

from pydantic import Field

from qualcode.model import Remark
from qualcode.workbench.schemas.base import Asked, Name, Place, Shape, Words


class RemarkOut(Shape):
    """What somebody said of a coding."""

    id: str
    coding: str
    reviewer: str
    remark: Remark
    text: str
    proposed: str = Field(description="key of the code proposed instead")
    at: str
    is_answer: bool
    is_open: bool


class NeighbourOut(Shape):
    """A coding of the same or overlapping words."""

    id: str
    code: str
    coder: str
    start: Place
    end: Place


class QueueItem(Shape):
    """A coding to be looked at, with what a reviewer needs beside it."""

    id: str
    seq: int
    source: str
    reference: str
    case: str
    speaker: str
    turn: int | None
    start: Place | None
    end: Place | None
    question: str
    quotation: str
    code: str
    coder: str
    mine: bool
    negative: bool
    pinned: bool
    condensation: str
    memo: str
    state: str
    remarks: list[RemarkOut]
    neighbours: list[NeighbourOut]


class QueueOut(Shape):
    """Codings to be looked at; `open` counts the questions that wait for an answer."""

    theme: str
    open: int
    codings: list[QueueItem]


class RemarkIn(Asked):
    """Something said of another coder's coding."""

    coding: Name
    remark: Remark
    text: Words = ""
    code: str = Field(default="", description="the code proposed, with a proposal")


class AnswerIn(Asked):
    """An answer to what was said of one's own coding."""

    coding: Name
    text: Words


class MemoIn(Asked):
    """A memo on one thing; on the project where nothing is named; a case and a code make a cell."""

    text: Words
    source: str = ""
    start: Place | None = None
    end: Place | None = None
    code: str = ""
    coding: str = ""
    case: str = ""
    theme: str = ""


class MemoChangeIn(Asked):
    """Other words for a memo. `seq` is the version that was seen."""

    text: Words
    seq: int | None = None


class StepOut(Shape):
    """One event in a coding's history; the fields that it changed, before and after."""

    seq: int
    at: str
    actor: str
    action: str
    words: str
    kind: str = Field(description="of the record touched: coding, review, condensation, memo")
    changed: dict[str, list[Any]]
