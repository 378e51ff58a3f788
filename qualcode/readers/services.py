"""What speech services write as JSON in shapes of their own, brought to pieces of one shape.

Amazon Transcribe, Google Speech-to-Text, Azure Speech, Otter, Rev, Speechmatics, Trint and Vosk. A piece
has ``text``, ``start`` and ``end`` in seconds, and ``speaker`` where the service tells who speaks.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

Piece = dict[str, Any]
_TICKS = 10_000_000
"""Ticks of a second, as Azure counts time."""
_SAMPLES = 16_000
"""Samples of a second, in which Otter counts."""


def pieces_of(parsed: object) -> list[Piece]:
    """Return the pieces of a transcript in the shape of one of the services, none where it has another."""
    for shape in _SHAPES:
        try:
            pieces = list(shape(parsed))
        except (AttributeError, IndexError, KeyError, TypeError, ValueError, OverflowError):
            continue
        if any(piece["text"].strip() for piece in pieces):
            return _with_punctuation(pieces)
    return []


def _amazon(parsed: Any) -> Iterator[Piece]:
    labels = parsed["results"].get("speaker_labels") or {}
    speakers = {
        item["start_time"]: item["speaker_label"]
        for segment in labels.get("segments", ())
        for item in segment.get("items", ())
    }
    for item in parsed["results"]["items"]:
        yield from _word(
            item["alternatives"][0]["content"], item.get("start_time"), item.get("end_time"),
            item.get("speaker_label") or speakers.get(item.get("start_time"), ""),
            closes=item.get("type") == "punctuation",
        )  # fmt: skip


def _speechmatics(parsed: Any) -> Iterator[Piece]:
    for item in parsed["results"]:
        said = item["alternatives"][0]
        speaker = said.get("speaker", "")
        yield from _word(
            said["content"], item["start_time"], item["end_time"], "" if speaker == "UU" else speaker,
            closes=item.get("type") == "punctuation",
        )  # fmt: skip


def _google(parsed: Any) -> Iterator[Piece]:
    results = parsed if isinstance(parsed, list) else parsed.get("results") or parsed["response"]["results"]
    words = [word for each in results for word in each["alternatives"][0].get("words", ())]
    told = [word for word in words if _google_speaker(word)]  # the last result repeats all with speakers
    for word in told or words:
        start = _first(word, "startTime", "startOffset", "start_time", "start_offset")
        end = _first(word, "endTime", "endOffset", "end_time", "end_offset")
        yield from _word(word["word"], _google_time(start), _google_time(end), _google_speaker(word))


def _google_speaker(word: Mapping[str, Any]) -> str:
    tag = _first(word, "speakerLabel", "speaker_label", "speakerTag", "speaker_tag")
    return f"Speaker {tag}" if str(tag or "").isdecimal() and int(tag) else str(tag or "")


def _google_time(written: Any) -> float | None:
    """Read ``"1.200s"``, or seconds and nanoseconds apart; a time of zero is left out by some."""
    if isinstance(written, Mapping):
        return float(written.get("seconds", 0)) + float(written.get("nanos", 0)) / 1e9
    return float(str(written).removesuffix("s")) if written is not None else 0.0


def _azure(parsed: Any) -> Iterator[Piece]:
    for phrase in parsed["recognizedPhrases"]:
        start, length = phrase["offsetInTicks"] / _TICKS, phrase["durationInTicks"] / _TICKS
        speaker = f"Speaker {phrase['speaker']}" if "speaker" in phrase else ""
        yield from _word(phrase["nBest"][0]["display"], start, start + length, speaker)


def _azure_fast(parsed: Any) -> Iterator[Piece]:
    for phrase in parsed["phrases"]:
        start = phrase["offsetMilliseconds"] / 1000
        speaker = f"Speaker {phrase['speaker']}" if "speaker" in phrase else ""
        yield from _word(phrase["text"], start, start + phrase["durationMilliseconds"] / 1000, speaker)


def _rev(parsed: Any) -> Iterator[Piece]:
    for part in parsed["monologues"]:
        elements = part["elements"]
        times = [each["ts"] for each in elements if "ts" in each] or [None]
        ends = [each["end_ts"] for each in elements if "end_ts" in each] or [None]
        words = "".join(each["value"] for each in elements)
        yield from _word(words, times[0], ends[-1], f"Speaker {part['speaker']}")


def _otter(parsed: Any) -> Iterator[Piece]:
    speech = parsed.get("speech", parsed)
    names = {each["id"]: each["speaker_name"] for each in speech.get("speakers", ())}
    for part in speech["transcripts"]:
        label = part.get("speaker_model_label") or part.get("label")
        speaker = names.get(part.get("speaker_id")) or (f"Speaker {label}" if label else "")
        yield from _word(
            part["transcript"], part["start_offset"] / _SAMPLES, part["end_offset"] / _SAMPLES, speaker
        )


def _trint(parsed: Any) -> Iterator[Piece]:
    """Read words in milliseconds, whose paragraphs are numbered; a new paragraph is no new turn."""
    for word in parsed["words"]:
        start = word["time"] / 1000
        yield from _word(word["value"], start, start + word["duration"] / 1000, word.get("speaker") or "")


def _vosk(parsed: Any) -> Iterator[Piece]:
    for part in parsed if isinstance(parsed, list) else [parsed]:
        for word in part["result"]:
            yield from _word(word["word"], word["start"], word["end"], word.get("speaker", ""))


def _word(text: str, start: Any, end: Any, speaker: str, *, closes: bool = False) -> Iterator[Piece]:
    times = {name: float(time) for name, time in (("start", start), ("end", end)) if time is not None}
    yield {"text": text, "speaker": speaker, "closes": closes, **times}


def _with_punctuation(pieces: Iterable[Piece]) -> list[Piece]:
    """Put marks that close a word behind it."""
    joined: list[Piece] = []
    for piece in pieces:
        if piece.pop("closes") and joined:
            joined[-1]["text"] += piece["text"]
        else:
            joined.append(piece)
    return joined


def _first(word: Mapping[str, Any], *names: str) -> Any:
    return next((word[name] for name in names if word.get(name) is not None), None)


_SHAPES: Sequence[Callable[[Any], Iterator[Piece]]] = (
    _amazon, _speechmatics, _google, _azure, _azure_fast, _otter, _rev, _trint, _vosk,
)  # fmt: skip
