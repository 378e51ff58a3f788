"""One source to be read, with everything that is marked on it."""

from typing import Annotated, Literal

from pydantic import Field

from qualcode.model import Origin, Role, SourceKind, Verdict
from qualcode.workbench.schemas.base import Asked, Name, Place, Shape, Words


class TurnOut(Shape):
    """What one speaker said without a break."""

    number: int
    start: Place
    end: Place
    speaker: str
    role: Role
    time: float | None
    page: int | None


class CodingOut(Shape):
    """A coding; `start` and `end` are None where a corrected transcript left it without words."""

    id: str
    seq: int = Field(description="the version that an edit names as `seen`")
    source: str
    start: Place | None
    end: Place | None
    turn: int | None
    code: str
    coder: str
    mine: bool
    reference: str
    origin: Origin
    at: str
    negative: bool
    pinned: bool
    suggestion_shown: bool
    condensation: str
    memo: str = Field(description="memos on it, one below the other")
    state: str = Field(description="what its review has come to; empty where there was none")


class EvidenceOut(Shape):
    """Why a passage was suggested."""

    kind: str
    label: str
    start: Place
    end: Place
    weight: float


class SuggestionOut(Shape):
    """A proposed coding that waits for the coder."""

    id: str
    start: Place
    end: Place
    code: str
    method: str
    score: float
    evidence: list[EvidenceOut]


class ReadingOut(Shape):
    """A coder has been through a stretch for some codes; for the whole codebook where none is named."""

    coder: str
    mine: bool
    start: Place
    end: Place
    codes: list[str]
    at: str


class MemoOut(Shape):
    """A note on anything."""

    id: str
    seq: int
    text: str
    about: str
    subject: str
    coder: str
    mine: bool
    at: str
    source: str = ""
    start: Place | None = None
    end: Place | None = None


class MemoDone(Shape):
    """A note as it is after an act."""

    memo: MemoOut
    seq: int


class TranslationOut(Shape):
    """A translation of a stretch."""

    start: Place
    end: Place
    language: str
    text: str
    translator: str


class ReaderOut(Shape):
    """A source with its text and all that is marked on it, in reading order."""

    source: str
    kind: SourceKind
    language: str
    revision_id: str
    seq: int
    text: str
    turns: list[TurnOut]
    codings: list[CodingOut]
    suggestions: list[SuggestionOut]
    hidden: int = Field(description="suggestions that show once the source is coded through")
    read: bool
    unread: list[str] = Field(description="codes the coder has not read the source for")
    readings: list[ReadingOut]
    cases: list[str] = Field(description="names of the cases that speak in it")
    not_asked: list[str] = Field(description="codes that the coder noted as not asked about")
    memos: list[MemoOut] = Field(description="on the source, on stretches of it, on the cases that speak")
    translations: list[TranslationOut]


class NewCodeIn(Asked):
    """A code made on the way."""

    name: Name
    parent: str = ""
    framework: str = ""


class CodingIn(Asked):
    """A passage to be coded: with `codes` and a `new` one, or `in_vivo` with one named by the words."""

    source: Name
    start: Place
    end: Place
    revision_id: str = Field(default="", description="of the text that was read; guards against a newer one")
    codes: list[Name] = []
    new: NewCodeIn | None = None
    in_vivo: bool = False
    memo: Words = ""
    condensation: Words = ""
    negative: bool = False


class PlaceIn(Asked):
    """Words of a source."""

    source: Name
    start: Place
    end: Place


class PlacesIn(Asked):
    """Several places to be coded with the same codes, or the sentences or turns in which they stand."""

    places: Annotated[list[PlaceIn], Field(min_length=1, max_length=10_000)]
    codes: Annotated[list[Name], Field(min_length=1, max_length=50)]
    reach: Literal["words", "sentence", "turn"] = "words"


class PlacesDone(Shape):
    """How many codings were made, and how many of these places had these codes already."""

    made: int
    there: int
    seq: int


class CodingChangeIn(Asked):
    """What is to be changed on a coding; what is left out stays. `seq` is the version that was seen."""

    seq: int
    start: Place | None = None
    end: Place | None = None
    code: str | None = None
    negative: bool | None = None
    pinned: bool | None = None
    memo: Words | None = Field(default=None, description="replaces the coder's memo on it; empty removes it")
    condensation: Words | None = None


class StaleOut(Shape):
    """Somebody changed the coding since: what was not done, and the coding as it is (None where gone)."""

    what: str
    where: str = ""
    remedy: str = ""
    current: CodingOut | None


class DecisionIn(Asked):
    """A decision on a suggestion; `code` is one given instead."""

    suggestion: Name
    verdict: Verdict
    code: str = ""
    memo: Words = ""
    condensation: Words = ""
    negative: bool = False


class CodingsDone(Shape):
    """The codings that one act made."""

    codings: list[CodingOut]
    seq: int


class CodingDone(Shape):
    """A coding as it is after an act; None where the act left none (a rejection)."""

    coding: CodingOut | None
    seq: int


class ReadIn(Asked):
    """What was read, and for which codes: all of the source, and all codes, where none is named."""

    codes: list[Name] = []
    frameworks: list[Name] = []
    start: Place | None = None
    end: Place | None = None


class NotAskedIn(Asked):
    """Whether the source was asked about a code."""

    code: Name
    asked: bool = False
