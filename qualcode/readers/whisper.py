"""What speech recognition writes as JSON or as a table: segments or words with times, and speakers if known.

Whisper, faster-whisper, WhisperX and whisper.cpp, and the services built like them, differ in names only;
those that are built otherwise have `qualcode.readers.services`.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from qualcode.errors import FileProblem
from qualcode.readers.cues import Cue, contents_of_cues
from qualcode.readers.draft import Contents, File, Note
from qualcode.readers.encodings import decode
from qualcode.readers.services import pieces_of
from qualcode.readers.times import is_time, seconds

_LISTS = (
    "segments", "utterances", "audio_segments", "transcription", "speakers", "chunks", "captions", "turns",
    "words", "word_segments",
)  # fmt: skip
"""Where the pieces are, best first: sentences with speakers before words."""

_WORDS = ("text", "transcript", "punctuated_word", "word", "content")
_START = ("start", "start_time", "startTime", "from", "begin", "start_ms")
_END = ("end", "end_time", "endTime", "to", "stop", "end_ms")
_SPEAKER = ("speaker", "speaker_label", "speaker_name", "speakerName", "speaker_id")
_PAIRS = ("timestamps", "timestamp")
_DEEPEST = 6
_LONGEST_PIECE = 40
"""Seconds that a piece lasts, at most, on average: beyond, whole numbers are milliseconds."""
_NEVER = 1e9

_Piece = Mapping[str, Any]


def read_json(file: File) -> Contents:
    """Take a transcript in JSON apart.

    Raises
    ------
    FileProblem
        It is no JSON, or none with words and times.
    """
    decoded = decode(file)
    try:
        parsed = json.loads(decoded.text, parse_constant=lambda _: None)
    except (json.JSONDecodeError, RecursionError) as error:
        remedy = "export it again from the program that transcribed it"
        raise FileProblem("this is no JSON, or is cut off", where=file.name, remedy=remedy) from error
    pieces = pieces_of(parsed) or _pieces(parsed)
    if not pieces:
        what = "there is no transcript with words and times in this JSON"
        remedy = "export the transcript as .vtt, .srt or .txt and add that"
        raise FileProblem(what, where=file.name, remedy=remedy)
    cues, note = _all_spoken(_cues(pieces))
    return contents_of_cues(cues, file, *decoded.notes, *note)


def _all_spoken(cues: Sequence[Cue]) -> tuple[list[Cue], list[Note]]:
    """Give pieces whose speaker was not told apart to the one who spoke before, and say so."""
    speaker = next((cue.speaker for cue in cues if cue.speaker), "")
    spoken: list[Cue] = []
    for cue in cues:
        speaker = cue.speaker or speaker
        spoken.append(replace(cue, speaker=speaker))
    count = sum(not cue.speaker for cue in cues)
    what = "{count} pieces without a speaker were given to the speaker before them"
    return spoken, [Note(what, {"count": count})] if count and speaker else []


def cues_of_table(rows: Sequence[Sequence[str]]) -> list[Cue]:
    """Return the cues of a table headed ``start``, ``end``, ``text`` with times in plain numbers, else none.

    Examples
    --------
    >>> cues_of_table([["start", "end", "text"], ["1500", "62000", "Halo."]])
    [Cue(time=1.5, end=62.0, words='Halo.', speaker='', begins=False)]
    """
    heads = [head.strip().casefold() for head in rows[0]] if rows else []
    if not {"start", "end", "text"} <= set(heads):
        return []
    pieces = [dict(zip(heads, row, strict=False)) for row in rows[1:] if row]
    if not all(_is_number(piece.get("start", "")) for piece in pieces):
        return []
    return _cues(pieces)


def _pieces(value: object, depth: int = 0) -> list[_Piece]:
    """Return the first list of pieces under the names that programs give it."""
    if isinstance(value, list):
        return [each for each in value if _is_piece(each)]
    if not isinstance(value, dict) or depth > _DEEPEST:
        return []
    found: list[list[_Piece]] = [
        pieces for name in _LISTS if name in value and (pieces := _pieces(value[name], depth + 1))
    ]
    nested = (each for name, each in value.items() if name not in _LISTS)
    for each in nested:
        for inside in each if isinstance(each, list) else [each]:
            if isinstance(inside, dict) and (pieces := _pieces(inside, depth + 1)):
                found.append(pieces)
    return next((pieces for pieces in found if any(_speaker(each) for each in pieces)), (found or [[]])[0])


def _is_piece(value: Any) -> bool:
    return _holds_words(value) and any(name in value for name in (*_START, *_PAIRS, *_SPEAKER))


def _holds_words(value: Any) -> bool:
    return isinstance(value, dict) and bool(_words(value))


def _first(piece: _Piece, names: Sequence[str]) -> Any:
    return next((piece[name] for name in names if piece.get(name) not in (None, "")), None)


def _words(piece: _Piece) -> str:
    words = _first(piece, _WORDS)
    return words if isinstance(words, str) else ""


def _speaker(piece: _Piece) -> str:
    """Return the label; a mere number, as some services count, gets a word before it."""
    speaker = _first(piece, _SPEAKER)
    if isinstance(speaker, dict):
        speaker = _first(speaker, ("name", "label", "id"))
    if isinstance(speaker, int):
        return f"Speaker {speaker}"
    return " ".join(speaker.split()) if isinstance(speaker, str) else ""


def _cues(pieces: Sequence[_Piece]) -> list[Cue]:
    unit = 0.001 if _in_milliseconds(pieces) else 1.0
    return [cue for piece in pieces for cue in _cues_of(piece, unit)]


def _cues_of(piece: _Piece, unit: float) -> Iterator[Cue]:
    """Yield a piece as one cue, or as one per speaker where its words tell that it has several."""
    inside = piece.get("words")
    words = [each for each in inside if _holds_words(each)] if isinstance(inside, list) else []
    if len({_speaker(each) for each in words} - {""}) < 2:
        start, end = _times(piece)
        yield Cue(_scaled(start, unit), _scaled(end, unit), _words(piece), _speaker(piece))
        return
    for speaker, group in groupby(_carried(words), key=lambda pair: pair[0]):
        said = [each for _, each in group]
        text = "".join(_words(each) if _words(each)[0] == " " else f" {_words(each)}" for each in said)
        yield Cue(_scaled(_times(said[0])[0], unit), _scaled(_times(said[-1])[1], unit), text, speaker)


def _carried(words: Sequence[_Piece]) -> Iterator[tuple[str, _Piece]]:
    """Yield words with their speakers; one without goes with the word before it."""
    speaker = next(_speaker(each) for each in words if _speaker(each))
    for each in words:
        speaker = _speaker(each) or speaker
        yield speaker, each


def _times(piece: _Piece) -> tuple[float | None, float | None]:
    pair = _first(piece, _PAIRS)
    if isinstance(pair, list) and len(pair) == 2:
        return _number(pair[0]), _number(pair[1])
    if isinstance(pair, dict):
        piece = pair
    return _number(_first(piece, _START)), _number(_first(piece, _END))


def _number(value: object) -> float | None:
    if isinstance(value, str) and is_time(value):
        return seconds(value.strip("[]() "))
    if isinstance(value, str) and _is_number(value):
        return float(value)
    return float(value) if isinstance(value, int | float) and 0 <= value < _NEVER else None


def _is_number(text: str) -> bool:
    whole, _, fraction = text.strip().partition(".")
    return whole.isdecimal() and whole.isascii() and (not fraction or fraction.isdecimal())


def _scaled(value: float | None, unit: float) -> float | None:
    return None if value is None else round(value * unit, 3)


def _in_milliseconds(pieces: Sequence[_Piece]) -> bool:
    """Say whether the times are milliseconds: whole numbers, and too far apart for seconds."""
    if any(name in piece for piece in pieces[:1] for name in _PAIRS):
        return False
    times = [_times(piece) for piece in pieces]
    lengths = [end - start for start, end in times if start is not None and end is not None]
    whole = all(value == int(value) for pair in times for value in pair if value is not None)
    return whole and bool(lengths) and sum(lengths) / len(lengths) > _LONGEST_PIECE
