"""What all shapes have in common."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Place = Annotated[int, Field(ge=0, lt=2**31, description="UTF-16 code units from the beginning of the text")]

Words = Annotated[str, StringConstraints(max_length=100_000)]
"""What a person writes: memos, definitions, remarks."""

Name = Annotated[str, StringConstraints(min_length=1, max_length=500)]
"""How a person names a thing: a source, a code, a coding."""

Local = dict[str, str]
"""A text by language; the empty key is for any language."""

LocalLists = dict[str, list[str]]
"""Short texts by language."""


class Shape(BaseModel):
    """What is sent to the browser."""


class Asked(BaseModel):
    """What the browser sends; a field that is not known is an error, not a silence."""

    model_config = ConfigDict(extra="forbid")


class Fault(Shape):
    """An error: what went wrong, where, and what to do about it, in the reader's language."""

    what: str
    where: str = ""
    remedy: str = ""
    position: int | None = Field(default=None, description="of a fault in a query or keyword")


class Done(Shape):
    """Something was done; `seq` is the history's number now."""

    seq: int
    action: str = ""
    summary: str = ""
