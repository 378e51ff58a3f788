"""The project, its sources and people."""

from typing import Annotated, Literal

from pydantic import Field

from qualcode.model import CoderRole, Role, SourceKind
from qualcode.workbench.schemas.base import Asked, Fault, Name, Shape


class Undoable(Shape):
    """Whether there is something to take back (or do again), and what."""

    can: bool
    what: str = ""


class CoderOut(Shape):
    """A coder of the project."""

    handle: str
    role: CoderRole
    released: bool


class ProjectOut(Shape):
    """The project as the coder sees it."""

    title: str
    coder: str
    role: CoderRole
    languages: list[str]
    seq: int = Field(description="number of the last event")
    version: str = Field(description="of qualcode")
    codebook: int = Field(description="version of the codebook; 0 where there is none")
    settings: dict[str, str]
    coders: list[CoderOut]
    writable: bool = Field(description="whether the project's folder can be written")
    to_answer: int = Field(description="what was asked of the coder's codings and waits for an answer")
    answered: int = Field(description="what the coder asked that was answered since")
    suggested: str = Field(description="another one when suggestions were made")
    undo: Undoable
    redo: Undoable


class SpeakerOut(Shape):
    """A label in a source."""

    label: str
    name: str
    role: Role
    case: str


class SourceOut(Shape):
    """A source with how far the coder is with it."""

    name: str
    kind: SourceKind
    language: str
    turns: int
    speakers: list[SpeakerOut]
    codings: int = Field(description="that the coder may see")
    own: int = Field(description="the coder's own codings")
    read: bool = Field(description="coded through by the coder for all codes")
    begun: bool = Field(description="coded through for some codes")
    waiting: int = Field(description="suggestions that wait for a decision")
    hidden: int = Field(description="suggestions that show once the source is coded through")
    translates: str
    file: str


class SourceChangeIn(Asked):
    """What is to be corrected on a source; what is left out stays."""

    kind: SourceKind | None = None
    language: Annotated[str, Field(max_length=100)] | None = Field(
        default=None, description="by code or name"
    )
    translates: Annotated[str, Field(max_length=500)] | None = Field(
        default=None, description="the source that it is a translation of; empty for none"
    )


class SpeakerChangeIn(Asked):
    """What is to be corrected on a speaker; what is left out stays."""

    label: Name
    role: Role | None = None
    case: Annotated[str, Field(max_length=500)] | None = None


class SpeakerFound(Shape):
    """A speaker recognised in a file."""

    label: str
    role: str
    turns: int


class FileOut(Shape):
    """What became of one uploaded file."""

    file: str
    status: Literal["added", "found", "skipped", "refused"]
    source: str = ""
    kind: str = ""
    language: str = ""
    turns: int = 0
    speakers: list[SpeakerFound] = []
    notes: list[str] = []
    error: Fault | None = None


class FilesOut(Shape):
    """What became of the uploaded files."""

    files: list[FileOut]
    left: int = Field(description="files not come to, since the project could not be written")
    seq: int


class EventOut(Shape):
    """One action in the history."""

    seq: int
    at: str
    actor: str
    action: str
    words: str = Field(description="the action in the reader's language")
    summary: str
    undoes: bool = Field(description="it takes another back")
    undone: bool = Field(description="it was taken back")
    back: Literal["", "undo", "redo"] = Field(description="what would take back this one")


class LogOut(Shape):
    """A page of the history, newest first."""

    events: list[EventOut]
    more: bool


class Moved(Shape):
    """Said in the stream of events: the history has moved on."""

    seq: int
    kinds: list[str] = Field(description="kinds of records that were touched")
    actors: list[str]
    suggested: str = Field(description="another one when suggestions were made")
