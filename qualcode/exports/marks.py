"""What a coded transcript holds, whichever form it is written in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the words of one part: what a coding has of them, or a line.

    Attributes
    ----------
    number
        Of a coding, its place in `Transcript.marks`; of a line, its number.
    start, end
        In code points of the part's words.
    """

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """A turn, or a note between turns.

    Attributes
    ----------
    number
        As reference codes have it; empty where they count only others, and for a note.
    speaker
        Empty for a note.
    words
        As said.
    lines, marks
        The lines it takes, and what of it was coded, in order of place.
    """

    number: str
    speaker: str
    words: str
    lines: tuple[Piece, ...] = ()
    marks: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One coding, in words.

    Attributes
    ----------
    coding_id, reference, path, coder, at
        Which, where, the code's path, who coded it and when (UTC, ISO 8601).
    origin
        How it came about, in the document's language.
    memo, condensation, themes
        What was noted on it, its paraphrase, and the themes it is evidence of.
    negative
        It speaks against its code.
    """

    coding_id: str
    reference: str
    path: str
    coder: str
    at: str
    origin: str = ""
    memo: str = ""
    condensation: str = ""
    themes: tuple[str, ...] = ()
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Transcript:
    """A source as it is printed: whose words, its turns and notes, its codings in order of place."""

    name: str
    identity: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    marks: tuple[Mark, ...]

    @property
    def several_coders(self) -> bool:
        """Whether it has to be said whose each coding is."""
        return len({mark.coder for mark in self.marks}) > 1
