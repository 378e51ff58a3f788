"""Codings under review: what was said of them, and what stands beside them."""

from typing import Annotated

from pydantic import Field

from qualcode.actions.queueing import Standing
from qualcode.model import Remark
from qualcode.workbench.schemas.base import Asked, Name, Place, Shape, Words


class RemarkOut(Shape):
    """What somebody said of a coding."""

    id: str
    coding: str
    reviewer: str
    remark: Remark
    text: str
    proposed: str = Field(description="key of the code proposed instead, or accepted")
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
    quotation: str


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
    before: str = Field(description="words of the turn before it")
    quotation: str
    after: str = Field(description="words of the turn after it")
    code: str
    coder: str
    mine: bool
    negative: bool
    pinned: bool
    condensation: str
    memo: str
    state: str
    stands: list[Standing] = Field(description="how it stands for whoever looks")
    remarks: list[RemarkOut]
    neighbours: list[NeighbourOut]
    otherwise: list[str] = Field(description="coders who looked for this code there, and did not give it")


class QueueOut(Shape):
    """A page of the codings to be looked at; the figures are of all of them."""

    total: int = Field(description="codings that stand as was asked")
    counts: dict[Standing, int]
    all: int
    looked_at: int = Field(description="of others, of which the reviewer said something")
    to_look_at: int = Field(description="of others")
    codings: list[QueueItem]


class RemarkIn(Asked):
    """Something said of other coders' codings: of one, or the same of several."""

    codings: Annotated[list[Name], Field(min_length=1, max_length=500)]
    remark: Remark
    text: Words = ""
    code: str = Field(default="", description="the code proposed, with a proposal")
    seen: dict[str, int] = Field(default={}, description="`seq` of each coding as it was looked at")


class AnswerIn(Asked):
    """An answer to what was said of one's own coding."""

    coding: Name
    text: Words


class AcceptIn(Asked):
    """A proposal that is accepted: the coding gets the code."""

    coding: Name
    code: str = Field(default="", description="of several that were proposed; else the last")
    text: Words = ""
