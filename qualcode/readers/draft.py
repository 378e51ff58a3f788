"""What readers hand over: lines as the file has them, and the draft of a source made of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qualcode.model import Role, SourceKind, Turn


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person should know about a file that was read all the same.

    Attributes
    ----------
    what
        Plain English with ``{name}`` fields, kept unfilled so that it can be translated.
    values
        The values of the fields.

    Examples
    --------
    >>> str(Note("read as {encoding}", {"encoding": "cp1252"}))
    'read as cp1252'
    """

    what: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.what.format(**self.values)


def replaced(count: int) -> tuple[Note, ...]:
    """Return the note on characters that no store can hold, where there were some."""
    what = "characters that cannot be stored were replaced by \N{REPLACEMENT CHARACTER}: {count}"
    return (Note(what, {"count": count}),) if count else ()


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of one file under its name (without folders).

    Attributes
    ----------
    name, data
        Its name and its bytes.
    tiers
        Those to be read, where a file has such; the reader's own choice by default.
    """

    name: str
    data: bytes
    tiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What a file states by its own structure about a line: who said it, and when.

    Attributes
    ----------
    speaker
        The label, empty where nobody is named.
    start
        Where the words begin, in code points of the line.
    time, time_end
        Seconds from the beginning of the recording.
    """

    speaker: str
    start: int = 0
    time: float | None = None
    time_end: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line or paragraph of a file.

    Attributes
    ----------
    text
        As it will stand in the source's text.
    bold
        Length of its bold beginning, in code points.
    heading
        The file marks it as a heading.
    said
        Set where the file's structure (cue, table row) tells who speaks; else labels are looked for.
    page, number
        The page on which it begins, and the number printed beside it, where the file has such.
    """

    text: str
    bold: int = 0
    heading: bool = False
    said: Said | None = None
    page: int | None = None
    number: int | None = None


def lines_of(text: str, *, bold: int = 0, heading: bool = False) -> list[Line]:
    r"""Return a paragraph as lines, one per line break within it.

    Examples
    --------
    >>> [line.bold for line in lines_of("Rina 0:05\nApa kabar?", bold=4)]
    [4, 0]
    """
    lines = []
    for part in text.split("\n"):
        lines.append(Line(part, bold=max(0, min(bold, len(part))), heading=heading))
        bold -= len(part) + 1
    return lines


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote in the margin of a file.

    Attributes
    ----------
    start, end
        The words it is on, in code points of the source's text.
    author
        As the file names them; empty where it does not.
    text
        The comment.
    """

    start: int
    end: int
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Contents:
    """A file taken apart by its reader, before anybody has asked who speaks.

    Attributes
    ----------
    lines
        Joined by newlines they are the source's text.
    attributes
        What the file says about itself (date, place, title).
    kind
        Where the format settles it.
    roles, names, people
        Roles of labels, and name and attributes of the person behind a label, where the format settles them.
    notes
        What the reader had to decide or leave out.
    comments
        Those in the margin, by their places in the joined lines.
    """

    lines: tuple[Line, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)
    kind: SourceKind | None = None
    roles: Mapping[str, Role] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftSpeaker:
    """A label found in a file, with a guessed role.

    Attributes
    ----------
    label, name
        As written, in its commonest spelling; the longer name where the file gives one.
    role
        A guess until a person confirms it.
    turns
        How many turns carry the label.
    attributes
        What a table says about this person.
    guessed
        The role rests on nothing but who asks the questions.
    """

    label: str
    name: str
    role: Role
    turns: int
    attributes: Mapping[str, str] = field(default_factory=dict)
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A source as one file gives it, not yet in any project.

    Attributes
    ----------
    text
        Settled as `qualcode.model.clean` settles it.
    turns
        Ordered, not overlapping; each is exactly what was said, without label and timestamp.
    speakers
        In order of appearance.
    kind, language
        Guessed.
    attributes
        From the header of the file.
    reader, sha256, data
        Provenance: the reader's name, the hash of the bytes, the bytes.
    notes
        What the user should be told.
    comments
        Those in the margin of the file, by place.
    """

    text: str
    turns: tuple[Turn, ...]
    speakers: tuple[DraftSpeaker, ...]
    kind: SourceKind
    language: str
    attributes: Mapping[str, str]
    reader: str
    sha256: str
    data: bytes = field(repr=False)
    notes: tuple[Note, ...] = ()
    comments: tuple[Comment, ...] = ()
