"""Captions, WebVTT and SRT: cues of one speaker are joined into turns, and their times kept."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qualcode.errors import FileProblem
from qualcode.readers.draft import Contents, File, Line, Note
from qualcode.readers.encodings import decode
from qualcode.readers.speakers import labelled
from qualcode.readers.tables import spoken_line
from qualcode.readers.times import TIME, seconds

_TIMING = re.compile(rf"\s*({TIME})\s*-->\s*({TIME})(?:\s.*)?")
_BRACKETED = re.compile(rf"\s*\[({TIME})\s*-->\s*({TIME})\]\s*(.*)")
_TAGS = re.compile(r"</?(?:c|i|b|u|s|ruby|rt|lang|font)\b[^>]*>|</v>|<\d[\d:.]*>|\{\\[^}]*\}", re.IGNORECASE)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)*\s+([^>]+)>", re.IGNORECASE)
_NO_CUE = ("WEBVTT", "NOTE", "STYLE", "REGION", "X-TIMESTAMP-MAP", "KIND:", "::CUE", "##")
_ROLLING = re.compile(r"align:start position:0%")
_STOPS = (".", "?", "!", "…")
_PAUSE, _LONGEST = 2.0, 60.0
"""Seconds of silence, and of speech, after which captions that name nobody begin a new turn at a sentence."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption: times in seconds, who speaks where it says so, and the words."""

    time: float | None
    end: float | None
    words: str
    speaker: str = ""


def read_vtt(file: File) -> Contents:
    """Take a WebVTT file apart."""
    return _contents(file)


def read_srt(file: File) -> Contents:
    """Take an SRT file apart; damaged times and missing numbers are tolerated."""
    return _contents(file)


def _contents(file: File) -> Contents:
    decoded = decode(file)
    text = decoded.text
    cues = list(_cues(text))
    if not cues:
        what = "there is no caption with words in this file"
        raise FileProblem(what, where=file.name, remedy="leave it out, or export the transcript again")
    notes = (*decoded.notes, *_notes(text, cues))
    cues = _named(_unrolled(cues) if _ROLLING.search(text) else cues)
    return Contents(tuple(_lines(cues)), notes=notes)


def _cues(text: str) -> Iterator[Cue]:
    for block in re.split(r"\n[^\S\n]*(?:\n[^\S\n]*)+", text):
        lines = block.strip("\n").split("\n")
        times: tuple[str, str] | None = None
        words: list[str] = []
        started = False
        for line in lines:
            timing, bracketed = _TIMING.fullmatch(line), _BRACKETED.fullmatch(line)
            if not (timing or bracketed or "-->" in line):
                words += [line] if started else []
                continue
            if words and words[-1].strip().isdigit() and timing:
                del words[-1]
            yield from _voices(times, words)
            match = timing or bracketed
            started = True
            times = (match[1], match[2]) if match else None
            words = [bracketed[3]] if bracketed else []
        yield from _voices(times, words)


def _voices(times: tuple[str, str] | None, lines: Sequence[str]) -> Iterator[Cue]:
    """Yield the cue, or one per voice where it has several."""
    start, end = (seconds(times[0]), seconds(times[1])) if times else (None, None)
    parts = _VOICE.split(_TAGS.sub("", "\n".join(lines)))
    for speaker, words in zip(["", *parts[1::2]], parts[::2], strict=True):
        plain = "\n".join(" ".join(html.unescape(line).split()) for line in words.split("\n")).strip()
        if plain:
            yield Cue(start, end, plain, speaker.strip())


def _unrolled(cues: Sequence[Cue]) -> list[Cue]:
    """Drop lines that a rolling caption shows again."""
    kept: list[Cue] = []
    shown: list[str] = []
    for cue in cues:
        lines = cue.words.split("\n")
        fresh = [line for line in lines if line not in shown]
        shown = lines
        if fresh:
            kept.append(replace(cue, words="\n".join(fresh)))
    return kept


def _named(cues: Sequence[Cue]) -> list[Cue]:
    """Take labels at the beginning of cues (``Rina: Halo``) for speakers where no voice tag names any."""
    flat = [replace(cue, words=" ".join(cue.words.split())) for cue in cues]
    if any(cue.speaker for cue in flat):
        return flat
    found = labelled([Line(cue.words) for cue in flat])
    speaker = ""
    named: list[Cue] = []
    for number, cue in enumerate(flat):
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


def _notes(text: str, cues: Sequence[Cue]) -> Iterator[Note]:
    wrong = sum(cue.time is None for cue in cues)
    if wrong:
        yield Note(
            "{count} captions have a time that cannot be read; their words were kept", {"count": wrong}
        )
    blocks = [block.strip() for block in re.split(r"\n\s*\n", text)]
    stray = [
        block
        for block in blocks
        if block and "-->" not in block and not block.upper().startswith(_NO_CUE) and not block.isdigit()
    ]
    if stray:
        what = "{count} blocks without a time were left out, the first: {first!r}"
        yield Note(what, {"count": len(stray), "first": stray[0][:40]})
