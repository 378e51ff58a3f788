"""Codings and words that were looked for."""

from pydantic import Field

from qualcode.workbench.schemas.base import Place, Shape


class FoundCoding(Shape):
    """A coding in its context."""

    id: str
    reference: str
    source: str
    kind: str
    case: str
    speaker: str
    turn: int | None
    start: Place | None
    end: Place | None
    code: str
    code_path: str
    framework: str
    coder: str
    quotation: str
    question: str = Field(description="what was asked before")
    condensation: str
    memo: str
    negative: bool
    pinned: bool
    origin: str
    review: str
    at: str


class Found(Shape):
    """Codings in reading order: a page of them, and how many there are in all."""

    total: int
    codings: list[FoundCoding]


class LineOut(Shape):
    """A place where a keyword stands, with the words around it."""

    source: str
    turn: int | None
    speaker: str
    start: Place
    end: Place
    before: str
    words: str
    after: str


class LinesOut(Shape):
    """Keyword in context; `more` says that there are more places than are shown."""

    lines: list[LineOut]
    more: bool


class ChartOut(Shape):
    """A kind of picture."""

    name: str
    text: str


class PartOut(Shape):
    """What can be downloaded, and in which forms."""

    name: str
    forms: list[str]
