"""Captions: WebVTT, SRT, and YouTube's SBV."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qualcode.readers.cues import Cue, contents_of_cues
from qualcode.readers.draft import Contents, File, Note
from qualcode.readers.encodings import decode
from qualcode.readers.times import TIME, seconds

_TIMING = re.compile(rf"\s*({TIME})\s*-->\s*({TIME})(?:\s.*)?")
_BRACKETED = re.compile(rf"\s*\[({TIME})\s*-->\s*({TIME})\]\s*(.*)")
_COMMA = re.compile(r"^[^\S\n]*(\d+:\d+:[^\s,]+),(\d+:\d+:[^\s,]+)[^\S\n]*$", re.MULTILINE)
_TAGS = re.compile(r"</?(?:c|i|b|u|s|ruby|rt|lang|font)\b[^>]*>|</v>|<\d[\d:.]*>|\{\\[^}]*\}", re.IGNORECASE)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)*\s*([^>]*)>", re.IGNORECASE)
_NO_CUE = ("WEBVTT", "NOTE", "STYLE", "REGION", "X-TIMESTAMP-MAP", "KIND:", "::CUE", "##")
_ROLLING = re.compile(r"align:start position:0%")


def read_vtt(file: File) -> Contents:
    """Take a WebVTT file apart."""
    decoded = decode(file)
    return _contents(file, decoded.text, decoded.notes)


def read_srt(file: File) -> Contents:
    """Take an SRT file apart; damaged times and missing numbers are tolerated."""
    return read_vtt(file)


def read_sbv(file: File) -> Contents:
    """Take an SBV file apart; its times stand on one line with a comma between them."""
    decoded = decode(file)
    return _contents(file, _COMMA.sub(r"\1 --> \2", decoded.text), decoded.notes)


def _contents(file: File, text: str, notes: tuple[Note, ...]) -> Contents:
    cues = list(_cues(text))
    if _ROLLING.search(text):
        cues = _unrolled(cues)
    return contents_of_cues(cues, file, *notes, *_doubts(text, cues))


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


def _doubts(text: str, cues: Sequence[Cue]) -> Iterator[Note]:
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
