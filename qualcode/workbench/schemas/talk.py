"""Remarks, memos and histories: what people say about codings."""

from typing import Any

from pydantic import Field

from qualcode.workbench.schemas.base import Asked, Place, Shape, Words


class MemoIn(Asked):
    """A memo on one thing; on the project where nothing is named; a case and a code make a cell."""

    text: Words
    source: str = ""
    start: Place | None = None
    end: Place | None = None
    code: str = ""
    coding: str = ""
    case: str = ""
    theme: str = ""


class MemoChangeIn(Asked):
    """Other words for a memo. `seq` is the version that was seen."""

    text: Words
    seq: int | None = None


class StepOut(Shape):
    """One event in a coding's history; the fields that it changed, before and after."""

    seq: int
    at: str
    actor: str
    action: str
    words: str
    kind: str = Field(description="of the record touched: coding, review, condensation, memo")
    changed: dict[str, list[Any]]
