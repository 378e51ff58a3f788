"""Codings and words that were looked for."""

from typing import Any

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


class Counted(Shape):
    """How many of the codings found have something in common."""

    name: str
    codings: int


class Counts(Shape):
    """What the codings found are about, how many each, all pages together."""

    code: list[Counted]
    source: list[Counted]
    case: list[Counted]
    coder: list[Counted]


class Found(Shape):
    """A page of codings, and how many there are in all."""

    total: int
    codings: list[FoundCoding]
    counts: Counts


class FieldWords(Shape):
    """A word for what a condition can be about, with the values it can have where these are known."""

    word: str
    means: str
    values: list[str]


class QueryWords(Shape):
    """The words of the query language, in English and Indonesian, and the names of this study."""

    operators: dict[str, str] = Field(description="by word, what it means")
    flags: list[str]
    fields: list[FieldWords]


class LineOut(Shape):
    """A place where a keyword stands, with the words around it and the coder's own codes on them."""

    source: str
    turn: int | None
    speaker: str
    start: Place
    end: Place
    before: str
    words: str
    after: str
    codes: list[str]


class LinesOut(Shape):
    """Keyword in context: a page of places, and how many there are in all and in each source."""

    total: int
    lines: list[LineOut]
    sources: list[Counted]


class ChartOut(Shape):
    """A kind of picture."""

    name: str
    text: str


class About(Shape):
    """What a row, a column or a cell is about; empty where it is not about such a thing."""

    code: str = ""
    other: str = Field(default="", description="a code that goes together with the first")
    case: str = ""
    source: str = ""
    theme: str = ""
    kind: str = Field(default="", description="a kind of source, of a theme")


class HeadOut(Shape):
    """A column of a table."""

    title: str
    about: About


class RowOut(Shape):
    """A row of a table, as it is written."""

    about: About
    cells: list[str]


class TableOut(Shape):
    """A table that says in words and figures what a picture shows."""

    columns: list[HeadOut]
    rows: list[RowOut]


class FigureOut(Shape):
    """A picture as Vega-Lite, with its title, notes, what it shows in words, and as a table."""

    title: str
    notes: list[str]
    alt: str
    spec: dict[str, Any]
    table: TableOut
