"""The codebook and work on it."""

from typing import Annotated

from pydantic import Field, StringConstraints

from qualcode.workbench.schemas.base import Asked, Local, LocalLists, Name, Shape, Words

Color = Annotated[str, StringConstraints(pattern=r"^(#[0-9a-fA-F]{6})?$")]

Key = Annotated[str, StringConstraints(pattern=r"^\w[\w.-]*$", max_length=200)]

Tongue = Annotated[str, StringConstraints(pattern=r"^([a-z]{2,3})?$")]
"""A language as codebook files name it; empty for any."""

LocalWords = dict[Tongue, Words]
LocalWordLists = dict[Tongue, list[Words]]


class FrameworkOut(Shape):
    """A family of codes."""

    seq: int
    key: str
    name: Local
    definition: Local


class CodeOut(Shape):
    """A node of the codebook."""

    id: str
    seq: int
    key: str
    framework: str
    parent: str | None
    position: int
    depth: int
    name: Local
    definition: Local
    include: Local
    exclude: Local
    examples: LocalLists
    keywords: LocalLists
    not_keywords: LocalLists
    color: str
    codings: int = Field(description="that the coder may see, of this code alone")
    changed_in: int


class CodebookOut(Shape):
    """The codebook, codes depth first; version 0 where there is none yet."""

    version: int
    key: str
    title: Local
    languages: list[str]
    frameworks: list[FrameworkOut]
    codes: list[CodeOut]
    seq: int


class CodeIn(Asked):
    """A new code; without a place it goes among the inductive codes."""

    name: Name
    framework: str = ""
    parent: str = ""


class CodeChangeIn(Asked):
    """What is to be changed on a code; what is left out stays.

    Texts are by language and replace those of their language only; an empty text takes one away.
    """

    seq: int | None = Field(default=None, description="the version that was seen")
    key: Key | None = None
    name: LocalWords | None = None
    parent: str | None = Field(default=None, description="key of the code above; empty for the top")
    framework: str | None = None
    position: Annotated[int, Field(ge=0)] | None = None
    definition: LocalWords | None = None
    include: LocalWords | None = None
    exclude: LocalWords | None = None
    examples: LocalWordLists | None = None
    keywords: LocalWordLists | None = None
    not_keywords: LocalWordLists | None = None
    color: Color | None = None


class FrameworkChangeIn(Asked):
    """What is to be changed on a family of codes; what is left out stays.

    Texts are by language and replace those of their language only; an empty text takes one away.
    """

    seq: int | None = Field(default=None, description="the version that was seen")
    key: Key | None = None
    name: LocalWords | None = None
    definition: LocalWords | None = None
    position: Annotated[int, Field(ge=0)] | None = None


class FrameworkDone(Shape):
    """A family of codes as it is after an act."""

    framework: FrameworkOut
    seq: int


class CodeDone(Shape):
    """A code as it is after an act."""

    code: CodeOut
    seq: int


class TouchesOut(Shape):
    """What changing, merging or removing a code would touch, with the codes below it apart."""

    code: str
    codings: int = Field(description="by anyone, seen or not")
    own: int
    coders: dict[str, int] = Field(description="how many codings that the coder may see are whose")
    sources: dict[str, int]
    below: dict[str, int] = Field(description="codes below it, with their codings")
    themes: list[str]
    memos: int


class MergeIn(Asked):
    """The code that takes over."""

    into: Name


class SplitIn(Asked):
    """The new code, and the coder's codings that go to it."""

    name: Name
    codings: list[Name] = []


class TouchedOut(Shape):
    """Codings that a change moved, per code."""

    codings: dict[str, int]
    seq: int


class FieldOut(Shape):
    """What a field says, before and after; lists have one item a line."""

    field: str = Field(description="with its language where it has one: definition.en")
    before: str
    after: str


class DifferenceOut(Shape):
    """One difference that a codebook file would make."""

    kind: str = Field(description="added, removed, renamed, moved, redefined, keywords, recoloured, ...")
    on: str = Field(description="codebook, framework or code")
    key: str
    fields: list[FieldOut] = Field(description="what differs in words; of what comes or goes, nothing")
    codings: int = Field(description="by anyone, that it touches")


class ConflictOut(Shape):
    """A field that file and project both changed; empty where it is not there."""

    key: str
    field: str
    ours: str
    theirs: str


class CodebookPreview(Shape):
    """What applying a file would do, or did."""

    applied: bool
    differences: list[DifferenceOut]
    conflicts: list[ConflictOut] = Field(description="all of them, whichever side was chosen")
    left: list[str] = Field(description="codes that the file lacks, and that stay")
    seq: int


class KeywordsIn(Asked):
    """Keywords as they are being written."""

    keywords: list[Words] = []
    not_keywords: list[Words] = []
    language: Tongue = ""


class KeywordOut(Shape):
    """How often a keyword stands in the sources."""

    keyword: str
    total: int
    sources: int = Field(description="in how many it stands")
    forms: dict[str, int] = Field(description="the words found, most frequent first")
    fault: str = Field(description="why it is no keyword, if it is none")


class HitsOut(Shape):
    """What the keywords of a code find."""

    keywords: list[KeywordOut]
    not_keywords: list[KeywordOut]
    total: int = Field(description="places that they find together, without those that are vetoed")
    sources: int
    vetoed: int
