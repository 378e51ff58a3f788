"""LRC, the lyrics format that some programs write transcripts in: ``[mm:ss.xx]words`` on each line."""

import re

from qualcode.readers.cues import Cue, contents_of_cues
from qualcode.readers.draft import Contents, File
from qualcode.readers.encodings import decode
from qualcode.readers.times import seconds

_TIMED = re.compile(r"\s*((?:\[\d+:\d{2}(?:[.:]\d{1,3})?\])+)\s*(.*)")
_ABOUT = re.compile(r"\s*\[([a-z#]+):(.*)\]\s*", re.IGNORECASE)
_KEYS = {"ti": "Title", "ar": "Artist", "al": "Album", "au": "Author", "by": "Transcriber"}


def read_lrc(file: File) -> Contents:
    """Take an LRC file apart; a time without words is the end of the words before it."""
    decoded = decode(file)
    cues: list[Cue] = []
    about: dict[str, str] = {}
    for line in decoded.text.split("\n"):
        if timed := _TIMED.fullmatch(line):
            time = seconds(timed[1].strip("[]").split("]")[0])
            if cues and cues[-1].end is None:
                cues[-1] = Cue(cues[-1].time, time, cues[-1].words)
            if timed[2].strip():
                cues.append(Cue(time, None, timed[2]))
        elif (pair := _ABOUT.fullmatch(line)) and pair[2].strip():
            about[_KEYS.get(pair[1].casefold(), pair[1])] = pair[2].strip()
        elif cues and line.strip():
            cues[-1] = Cue(cues[-1].time, cues[-1].end, f"{cues[-1].words} {line}")
    contents = contents_of_cues(cues, file, *decoded.notes)
    return Contents(contents.lines, attributes=about, notes=contents.notes)
