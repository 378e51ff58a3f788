"""Cues, the timed pieces of speech that machines write: those of one speaker are joined into turns."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qualcode.errors import FileProblem
from qualcode.readers.draft import Contents, File, Line, Note
from qualcode.readers.speakers import labelled
from qualcode.readers.tables import spoken_line

_CHANGE = re.compile(r"\s*(?:>{2,3}|(?:^|\n)\s*[-–—](?=\s|[^\W\d]))\s*")
_ANY_LABEL = re.compile(r"([^:.?!]{1,40}):\s+")
_MOST = 0.6
"""Share of captions that begin with a label, whatever it looks like."""
_STOPS = (".", "?", "!", "…")
_PAUSE, _LONGEST = 2.0, 60.0
"""Seconds of silence, and of speech, after which cues that name nobody begin a new turn at a sentence."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption or segment: times in seconds, the words, who speaks, whether it is somebody else."""

    time: float | None
    end: float | None
    words: str
    speaker: str = ""
    begins: bool = False


def contents_of_cues(cues: Sequence[Cue], file: File, *notes: Note) -> Contents:
    """Make turns of cues.

    Labels at the beginning of cues (``Rina: Halo``) are speakers where no cue names any.

    Raises
    ------
    FileProblem
        No cue holds words.
    """
    flat = [piece for cue in cues for piece in _by_line(cue)]
    if not flat:
        what = "there is no caption with words in this file"
        raise FileProblem(what, where=file.name, remedy="leave it out, or export the transcript again")
    return Contents(tuple(_lines(_named(flat))), notes=notes)


def _by_line(cue: Cue) -> Iterator[Cue]:
    """Yield a cue line by line; ``>>`` and a dash before a line say that somebody else speaks."""
    for number, part in enumerate(_CHANGE.split(cue.words)):
        lines = [words for line in part.split("\n") if (words := " ".join(line.split()))]
        for place, words in enumerate(lines):
            yield replace(cue, words=words, begins=place == 0 and (cue.begins or number > 0))


def _named(cues: Sequence[Cue]) -> Sequence[Cue]:
    """Find the labels before words where no cue names anybody."""
    if any(cue.speaker for cue in cues):
        return cues
    lines = [Line(cue.words) for cue in cues]
    found = labelled(lines) or _before_all(lines)
    speaker = ""
    named: list[Cue] = []
    for number, cue in enumerate(cues):
        speaker, start = found.get(number, ("" if cue.begins else speaker, 0))
        if cue.words[start:]:
            named.append(replace(cue, words=cue.words[start:], speaker=speaker))
    return named


def _before_all(lines: Sequence[Line]) -> dict[int, tuple[str, int]]:
    """Return what stands before a colon in most captions: meetings name devices, ``Zul's iPhone: Halo``."""
    matches = {number: match for number, line in enumerate(lines) if (match := _ANY_LABEL.match(line.text))}
    counts = Counter(match[1] for match in matches.values())
    found = {number: (match[1], match.end()) for number, match in matches.items() if counts[match[1]] > 1}
    return found if len(found) > _MOST * len(lines) else {}


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
    if cue.begins or cue.speaker or last.speaker:
        return cue.begins or cue.speaker != last.speaker
    if cue.time is None or last.end is None or first.time is None or not last.words.endswith(_STOPS):
        return False
    return cue.time - last.end >= _PAUSE or last.end - first.time >= _LONGEST


def _turn(cues: Sequence[Cue]) -> Line:
    return spoken_line(cues[0].speaker, " ".join(cue.words for cue in cues), cues[0].time, cues[-1].end)
