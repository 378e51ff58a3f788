"""What is said about codings: reviews, memos, themes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from qualcode.model.ids import Guid
from qualcode.model.record import Record


class Remark(StrEnum):
    """What a review says of a coding."""

    AGREE = "agree"
    QUERY = "query"
    PROPOSE = "propose"
    DEVIANT = "deviant"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Record):
    """An entry on a coding by another person; the coding itself is untouched.

    Attributes
    ----------
    coding_id, coder_id
        The coding, and who reviews it.
    remark
        What is said.
    code_id
        The code proposed instead, where one is.
    text, at
        In words, and when (UTC, ISO 8601).
    """

    coding_id: Guid
    coder_id: Guid
    remark: Remark
    code_id: Guid | None = None
    text: str = ""
    at: str = ""


class MemoOn(StrEnum):
    """What a memo can be about."""

    PROJECT = "project"
    SOURCE = "source"
    SPAN = "span"
    CODE = "code"
    CODING = "coding"
    CASE = "case"
    THEME = "theme"
    CELL = "cell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo(Record):
    """A note on anything.

    Attributes
    ----------
    coder_id, text, at
        Who wrote what, and when (UTC, ISO 8601).
    about
        Kind of thing it is about.
    target_id
        The thing; for a span, the revision; for a cell, the case. None for the project.
    start, end
        The span, in code points.
    code_id
        The code of a cell.
    """

    coder_id: Guid
    text: str
    about: MemoOn
    target_id: Guid | None = None
    start: int | None = None
    end: int | None = None
    code_id: Guid | None = None
    at: str = ""


class Relation(StrEnum):
    """What one kind of source says beside the others."""

    ALIGNED = "aligned"
    COMPLEMENTS = "complements"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Record):
    """A claim in a sentence, drawn from codes and chosen codings.

    Attributes
    ----------
    name
        Short and unique in the project.
    claim
        The sentence.
    coder_id, at
        Who made it, and when (UTC, ISO 8601).
    code_ids
        The codes it draws from.
    evidence_for, evidence_against
        Codings chosen one by one.
    verdicts
        Per kind of source, in the researcher's words.
    position
        Order among the themes, from 0.
    relations
        Per kind of source, the `Relation` that the researcher sees.
    """

    name: str
    claim: str
    coder_id: Guid
    at: str = ""
    code_ids: tuple[Guid, ...] = ()
    evidence_for: tuple[Guid, ...] = ()
    evidence_against: tuple[Guid, ...] = ()
    verdicts: Mapping[str, str] = field(default_factory=dict)
    position: int = 0
    relations: Mapping[str, str] = field(default_factory=dict)
