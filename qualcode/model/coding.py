"""What coders do with passages: code, decide, read, condense, translate."""

from dataclasses import dataclass
from enum import StrEnum

from qualcode.model.ids import Guid
from qualcode.model.record import Record
from qualcode.model.spans import Span

CONTEXT = 32
"""Code points of context kept on either side of a coding's quote."""


class Origin(StrEnum):
    """How a coding came about."""

    BY_HAND = "by_hand"
    IN_VIVO = "in_vivo"
    DECISION = "decision"


class Verdict(StrEnum):
    """What a coder decided on a suggestion."""

    ACCEPT = "accept"
    REJECT = "reject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding(Record):
    """The act that joins a span of a revision with a code.

    Attributes
    ----------
    coder_id, code_id, source_id, revision_id
        Who, what, where.
    start, end
        Place in code points; both None for an unplaced coding.
    quote, before, after
        The words, and up to `CONTEXT` code points on either side. They are read off the text when stored.
    turn, speaker_id
        Number and speaker of the turn in which it starts, where there is one.
    reference
        The reference code, issued once.
    origin, decision_id
        How it came about; the decision where it came of one.
    at
        UTC, ISO 8601 to the second.
    codebook_version
        The version the coder had in front of them, or last confirmed it against.
    suggestion_shown
        Its coder had been shown a suggestion of this code overlapping this span before making it.
    negative
        A case that speaks against its code or theme.
    pinned
        A quotation to be shown before others.
    """

    coder_id: Guid
    code_id: Guid
    source_id: Guid
    revision_id: Guid
    start: int | None = None
    end: int | None = None
    quote: str = ""
    before: str = ""
    after: str = ""
    turn: int | None = None
    speaker_id: Guid | None = None
    reference: str = ""
    origin: Origin = Origin.BY_HAND
    decision_id: Guid | None = None
    at: str = ""
    codebook_version: int = 1
    suggestion_shown: bool = False
    negative: bool = False
    pinned: bool = False

    @property
    def span(self) -> Span | None:
        """The coding's place, None where it is unplaced."""
        return None if self.start is None or self.end is None else Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why a passage was suggested.

    Attributes
    ----------
    kind
        ``"keyword"`` here; methods may add their own.
    label
        The keyword as written in the codebook.
    start, end
        The exact place, in code points of the revision's text.
    weight
        Its share in the score.
    """

    kind: str
    label: str
    start: int
    end: int
    weight: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion(Record):
    """A proposed coding. Derived data: replaceable at any time, never counted.

    Attributes
    ----------
    source_id, revision_id, start, end, code_id
        The passage and the code proposed for it.
    method, version
        What proposed it.
    score
        From 0 to 1; more and rarer evidence is stronger.
    evidence
        In order of place.
    """

    source_id: Guid
    revision_id: Guid
    start: int
    end: int
    code_id: Guid
    method: str
    version: str
    score: float
    evidence: tuple[Evidence, ...] = ()

    @property
    def span(self) -> Span:
        """The passage's place."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """One coder's accept or reject of a suggestion, freezing what was shown.

    Attributes
    ----------
    coder_id, verdict, at
        Who decided what, and when (UTC, ISO 8601).
    source_id, revision_id, start, end, code_id, method, version, score, evidence
        As shown.
    given_code_id
        The code the coder gave instead, if another.
    """

    coder_id: Guid
    verdict: Verdict
    at: str
    source_id: Guid
    revision_id: Guid
    start: int
    end: int
    code_id: Guid
    method: str
    version: str
    score: float
    evidence: tuple[Evidence, ...] = ()
    given_code_id: Guid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Record):
    """A coder has been through a span for a set of codes ("coded through").

    Attributes
    ----------
    coder_id, source_id, revision_id
        Who, where.
    start, end
        The stretch, in code points.
    code_ids
        The codes looked for; empty for the whole codebook of that version.
    codebook_version, at
        What was in front of the coder, and when (UTC, ISO 8601).
    """

    coder_id: Guid
    source_id: Guid
    revision_id: Guid
    start: int
    end: int
    code_ids: tuple[Guid, ...] = ()
    codebook_version: int = 1
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAsked(Record):
    """A coder's note that a source was never asked about a code: an absence that says nothing."""

    coder_id: Guid
    source_id: Guid
    code_id: Guid


@dataclass(frozen=True, slots=True, kw_only=True)
class Condensation(Record):
    """The coder's paraphrase of one coding (pemadatan fakta)."""

    coding_id: Guid
    coder_id: Guid
    text: str
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation(Record):
    """A translation of a span, with its language and translator."""

    source_id: Guid
    revision_id: Guid
    start: int
    end: int
    language: str
    text: str
    translator: str = ""
