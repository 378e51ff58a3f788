"""Themes and the cells of case x code."""

from typing import Annotated

from pydantic import Field

from qualcode.workbench.schemas.base import Asked, Done, Name, Shape, Words
from qualcode.workbench.schemas.retrieval import FoundCoding


class ThemeOut(Shape):
    """A claim drawn from codes and chosen codings."""

    id: str
    seq: int
    name: str
    claim: str
    coder: str
    codes: list[str]
    evidence_for: list[str] = Field(description="ids of codings that the coder may see")
    evidence_against: list[str]
    unseen_for: int = Field(description="how many more there are, which do not show yet")
    unseen_against: int
    verdicts: dict[str, str]
    relations: dict[str, str]
    position: int


class ThemeIn(Asked):
    """A new theme."""

    name: Name
    claim: Name
    codes: list[Name] = []


class ThemeChangeIn(Asked):
    """What is set on a theme; codes and codings are added, or taken out by `without`."""

    seq: int | None = Field(default=None, description="the version that was seen")
    name: str = Field(default="", max_length=500, description="another name")
    claim: Words = ""
    codes: list[Name] = []
    evidence_for: list[Name] = []
    evidence_against: list[Name] = []
    without: list[Name] = Field(default=[], description="keys of codes and ids of codings that leave it")
    verdicts: dict[str, Words] = {}
    relations: dict[str, str] = {}
    position: Annotated[int, Field(ge=0)] | None = Field(default=None, description="its new place, from 0")


class QuotationsOut(Shape):
    """The quotations of a theme."""

    speaks_for: list[FoundCoding]
    speaks_against: list[FoundCoding]
    others: list[FoundCoding] = Field(description="of its codes and those below them, chosen for neither")
    unseen: int = Field(description="chosen ones of coders whose work does not show yet")


class SummaryOut(Shape):
    """What a coder says of a cell."""

    coder: str
    text: str
    mine: bool
    seq: int


class CellOut(Shape):
    """A case under a code."""

    case: str
    code: str
    codings: int = Field(description="that the coder may see, with those of codes below")
    summaries: list[SummaryOut]


class CellDone(Done):
    """A cell was summarised."""

    own: int = Field(description="the version of one's summary now, 0 where there is none")


class CellIn(Asked):
    """One's summary of a case under a code; empty takes it away."""

    case: Name
    code: Name
    text: Words = ""
    seq: int | None = Field(default=None, description="the highest of one's own that was seen, 0 for none")
