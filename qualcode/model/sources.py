"""What was collected: sources, their revisions, and who said what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from qualcode.model.ids import Guid
from qualcode.model.record import Record
from qualcode.model.spans import Span


class SourceKind(StrEnum):
    """Kinds of data, for triangulation."""

    INTERVIEW = "interview"
    FOCUS_GROUP = "focus_group"
    OBSERVATION = "observation"
    DOCUMENT = "document"
    OPEN_ANSWERS = "open_answers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """One interview, focus group, observation note, document or set of open answers.

    Attributes
    ----------
    name
        Short and unique in the project (``"W1-zul"``).
    kind, language
        Guessed when added, correctable.
    translates
        The source it is a translation of; then it is neither suggested on nor counted.
    file_name, file_sha256, reader
        Provenance: name of the file added, hash of its bytes, the reader that read it.
    attributes
        Date, place and the like, as text.
    """

    name: str
    kind: SourceKind = SourceKind.INTERVIEW
    language: str = "id"
    translates: Guid | None = None
    file_name: str = ""
    file_sha256: str = ""
    reader: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one speaker said without a break.

    Attributes
    ----------
    number
        From 1, fixed within its revision.
    start, end
        What was said, without label and timestamp, in code points of the revision's text.
    speaker
        The speaker's label, empty where nobody is named.
    time, time_end
        Seconds from the beginning of the recording, where the file has them.
    page, line
        Where the file has them.
    """

    number: int
    start: int
    end: int
    speaker: str = ""
    time: float | None = None
    time_end: float | None = None
    page: int | None = None
    line: int | None = None

    @property
    def span(self) -> Span:
        """The turn's place in its text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision(Record):
    """One immutable text of a source, with its turns.

    Attributes
    ----------
    source_id
        The source.
    number
        From 1.
    text_sha256
        SHA-256 of the text's UTF-8; the text itself is kept beside it and is not part of the record.
    turns
        In order of their place; they do not overlap.
    redacted
        Passages of an erased case were overwritten, character for character.
    """

    source_id: Guid
    number: int
    text_sha256: str
    turns: tuple[Turn, ...] = ()
    redacted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A span made by a segmenter. Computed, not stored.

    Attributes
    ----------
    id
        Derived from revision, segmenter, version, parameters and span.
    revision_id
        Whose text it is a span of.
    start, end
        Place in code points.
    turn
        Number of the turn it lies in, None outside turns.
    speaker
        That turn's speaker label.
    """

    id: Guid
    revision_id: Guid
    start: int
    end: int
    turn: int | None = None
    speaker: str = ""

    @property
    def span(self) -> Span:
        """The segment's place in its text."""
        return Span(self.start, self.end)
