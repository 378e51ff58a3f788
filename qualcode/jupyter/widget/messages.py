"""What the widget's front end may ask; ``workbench/ui/src/widget/messages.ts`` is the other end.

Each ask carries an id, and its answer the same: ``{"to": id, "done": ...}``, or ``{"to": id, "fault": ...}``
with a sentence and its remedy in the reader's language.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from qualcode.errors import UsageError
from qualcode.model import Remark

Words = Annotated[str, StringConstraints(max_length=100_000)]


class _Ask(BaseModel):
    """A field that is not known is an error, not a silence."""

    model_config = ConfigDict(extra="forbid")

    id: str = Field(description="that its answer carries")


class Open(_Ask):
    """Everything but the texts: what is reviewed, the codebook, the queue."""

    do: Literal["open"]


class Read(_Ask):
    """A source to be read."""

    do: Literal["read"]
    source: str


class Look(_Ask):
    """The queue, where something has happened after an event."""

    do: Literal["look"]
    since: int


class Say(_Ask):
    """One thing, of one or several codings of others."""

    do: Literal["say"]
    remark: Remark
    codings: dict[str, int] = Field(min_length=1, description="ids, with the version of each that was seen")
    text: Words = ""
    code: str = Field(default="", description="the code proposed, with a proposal")


class Reply(_Ask):
    """An answer to what was said of one's own coding."""

    do: Literal["answer"]
    coding: str
    text: Words


class Undo(_Ask):
    """Take back one's latest act, which is to be this event."""

    do: Literal["undo"]
    act: int


Ask = Open | Read | Look | Say | Reply | Undo

_ASKS: TypeAdapter[Ask] = TypeAdapter(Annotated[Ask, Field(discriminator="do")])


def understood(content: object) -> Ask:
    """Return a message as what it asks.

    Raises
    ------
    UsageError
        It is none of these.
    """
    try:
        return _ASKS.validate_python(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UsageError(
            "the request cannot be read: {reason}", where=where, reason=str(first["msg"])
        ) from error
