"""Suggestions that are asked for."""

from pydantic import Field

from qualcode.workbench.schemas.base import Asked, Name, Shape


class SuggestIn(Asked):
    """Where codes are to be suggested: in all sources where none is named."""

    sources: list[Name] = []


class SuggestOut(Shape):
    """What was suggested."""

    passages: int
    suggestions: int
    by_source: dict[str, int] = Field(description="how many each source has")
    hidden: dict[str, int] = Field(description="those that show once their source is coded through")
    method: str
