"""Cues, the timed pieces of speech that machines write: those of one speaker are joined into turns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qualcode.errors import FileProblem
from qualcode.readers.draft import Contents, File, Line, Note
from qualcode.readers.speakers import labelled
from qualcode.readers.tables import spoken_line

_STOPS = (".", "?", "!", "…")
_PAUSE, _LONGEST = 2.0, 60.0
"""Seconds of silence, and of speech, after which cues that name nobody begin a new turn at a sentence."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption or segment: times in seconds, the words, and who speaks where it says so."""

    time: float | None
    end: float | None
    words: str
    speaker: str = ""


def contents_of_cues(cues: Sequence[Cue], file: File, *notes: Note) -> Contents:
    """Make turns of cues.

    Labels at the beginning of cues (``Rina: Halo``) are speakers where no cue names any.

    Raises
    ------
    FileProblem
        No cue holds words.
    """
    flat = [replace(cue, words=words) for cue in cues if (words := " ".join(cue.words.split()))]
    if not flat:
        what = "there is no caption with words in this file"
        raise FileProblem(what, where=file.name, remedy="leave it out, or export the transcript again")
    return Contents(tuple(_lines(_named(flat))), notes=notes)


def _named(cues: Sequence[Cue]) -> Sequence[Cue]:
    if any(cue.speaker for cue in cues):
        return cues
    found = labelled([Line(cue.words) for cue in cues])
    speaker = ""
    named: list[Cue] = []
    for number, cue in enumerate(cues):
        speaker, start = found.get(number, (speaker, 0))
        if cue.words[start:]:
            named.append(replace(cue, words=cue.words[start:], speaker=speaker))
    return named


def _lines(cues: Sequence[Cue]) -> Iterator[Line]:
    together: list[Cue] = []
    for cue in cues:
        if together and _breaks(together, cue):
            yield _turn(together)
            together = []
        together.append(cue)
    if together:
        yield _turn(together)


def _breaks(together: Sequence[Cue], cue: Cue) -> bool:
    first, last = together[0], together[-1]
    if cue.speaker or last.speaker:
        return cue.speaker != last.speaker
    if cue.time is None or last.end is None or first.time is None or not last.words.endswith(_STOPS):
        return False
    return cue.time - last.end >= _PAUSE or last.end - first.time >= _LONGEST


def _turn(cues: Sequence[Cue]) -> Line:
    return spoken_line(cues[0].speaker, " ".join(cue.words for cue in cues), cues[0].time, cues[-1].end)
