"""The shapes in which speech services write who said which word when."""

import json
from pathlib import Path

import pytest

from qualcode.readers import read

WORDS = [("Kapan", 0), ("mulai?", 0), ("Dulu", 1), ("sekali.", 1)]
SAID = [(0, "Kapan mulai?", 0.0, 0.9), (1, "Dulu sekali.", 1.0, 1.9)]

Json = dict[str, object]


def timed(start: str, end: str, written: str = "{}") -> list[Json]:
    """Return the times of the words, half a second apart, under the names of a service."""
    return [{start: written.format(n / 2), end: written.format(n / 2 + 0.4)} for n in range(len(WORDS))]


def amazon(*, beside: bool) -> Json:
    items: list[Json] = []
    for (word, who), times in zip(WORDS, timed("start_time", "end_time"), strict=True):
        label: Json = {"speaker_label": f"spk_{who}"} if beside else {}
        bare = word.rstrip(".?")
        items.append({**times, **label, "type": "pronunciation", "alternatives": [{"content": bare}]})
        if word != bare:
            items.append({**label, "type": "punctuation", "alternatives": [{"content": word[-1]}]})
    labels = [
        {**times, "speaker_label": f"spk_{who}"}
        for (_, who), times in zip(WORDS, timed("start_time", "end_time"), strict=True)
    ]
    segments = [{"speaker_label": "spk_0", "items": labels}]
    return {"jobName": "W1", "results": {"items": items, "speaker_labels": {"segments": segments}}}


def google(speaker: str, start: str, end: str) -> Json:
    words: list[Json] = [
        {"word": word, **times} for (word, _), times in zip(WORDS, timed(start, end, "{}s"), strict=True)
    ]
    told = [{**word, speaker: who + 1} for word, (_, who) in zip(words, WORDS, strict=True)]
    parts = [words[:2], words[2:], told]
    return {"results": [{"alternatives": [{"words": part}]} for part in parts]}


def speechmatics() -> Json:
    results = [
        {**times, "type": "word", "alternatives": [{"content": word.rstrip(".?"), "speaker": f"S{who + 1}"}]}
        for (word, who), times in zip(WORDS, timed("start_time", "end_time"), strict=True)
    ]
    for place, mark in ((2, "?"), (5, ".")):
        said = {"content": mark, "speaker": "S1"}
        results.insert(place, {"type": "punctuation", "start_time": 0, "end_time": 0, "alternatives": [said]})
    return {"results": results}


def azure() -> Json:
    ticks = 10_000_000
    phrases = [
        {
            "speaker": who + 1,
            "offsetInTicks": start * ticks,
            "durationInTicks": (end - start) * ticks,
            "nBest": [{"display": words}],
        }
        for who, words, start, end in SAID
    ]
    return {"combinedRecognizedPhrases": [], "recognizedPhrases": phrases}


def azure_fast() -> Json:
    phrases = [
        {
            "speaker": who + 1,
            "offsetMilliseconds": int(start * 1000),
            "durationMilliseconds": 900,
            "text": words,
        }
        for who, words, start, _ in SAID
    ]
    return {"combinedPhrases": [], "phrases": phrases}


def rev() -> Json:
    parts = []
    for who, words, start, end in SAID:
        one, other = words.split()
        elements = [
            {"type": "text", "value": one, "ts": start, "end_ts": start + 0.4},
            {"type": "punct", "value": " "},
            {"type": "text", "value": other[:-1], "ts": start + 0.5, "end_ts": end},
            {"type": "punct", "value": other[-1]},
        ]
        parts.append({"speaker": who, "elements": elements})
    return {"monologues": parts}


def otter() -> Json:
    transcripts = [
        {
            "transcript": words,
            "start_offset": int(start * 16_000),
            "end_offset": int(end * 16_000),
            "speaker_model_label": str(who + 1),
            "speaker_id": (None, 77)[who],
            "alignment": [{"word": words.split()[0], "start": 0, "end": 0.4, "startOffset": 0}],
        }
        for who, words, start, end in SAID
    ]
    speakers = [{"id": 77, "speaker_name": "Pak Zul"}]
    return {"status": "OK", "speech": {"title": "W1", "speakers": speakers, "transcripts": transcripts}}


def trint() -> Json:
    words = [
        {
            "value": word,
            "time": n * 500,
            "duration": 400,
            "speaker": ("Rina", "Pak Zul")[who],
            "paragraphId": str(who),
        }
        for n, (word, who) in enumerate(WORDS)
    ]
    return {"id": "x", "title": "W1", "realtimeStatus": None, "words": words}


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (amazon(beside=True), ["spk_0", "spk_1"]),
        (amazon(beside=False), ["spk_0", "spk_1"]),
        (google("speakerTag", "startTime", "endTime"), ["Speaker 1", "Speaker 2"]),
        (google("speakerLabel", "startOffset", "endOffset"), ["Speaker 1", "Speaker 2"]),
        (speechmatics(), ["S1", "S2"]),
        (azure(), ["Speaker 1", "Speaker 2"]),
        (azure_fast(), ["Speaker 1", "Speaker 2"]),
        (otter(), ["Speaker 1", "Pak Zul"]),
        (rev(), ["Speaker 0", "Speaker 1"]),
        (trint(), ["Rina", "Pak Zul"]),
    ],
    ids=[
        "Amazon",
        "Amazon, labels apart",
        "Google",
        "Google v2",
        "Speechmatics",
        "Azure",
        "Azure fast",
        "Otter",
        "Rev",
        "Trint",
    ],
)
def test_words_go_to_the_speaker_that_the_service_heard(
    content: Json, names: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "W1.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    draft = read(path)
    turns = [(turn.speaker, turn.span.of(draft.text), turn.time, turn.time_end) for turn in draft.turns]
    assert turns == [(names[who], words, start, end) for who, words, start, end in SAID]


def test_words_without_speakers_are_joined(tmp_path: Path) -> None:
    path = tmp_path / "W1.json"
    words = [{"word": "ya", "start": 0.1, "end": 0.4}, {"word": "begitu", "start": 0.5, "end": 0.9}]
    path.write_text(json.dumps({"result": words, "text": "ya begitu"}), encoding="utf-8")
    assert read(path).text.endswith("ya begitu")


def test_turns_without_times_are_turns_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "W1.json"
    path.write_text(json.dumps([{"speaker": "Rina", "text": "Kapan?"}, {"speaker": "Zul", "text": "Dulu."}]))
    assert [(turn.speaker, turn.time) for turn in read(path).turns] == [("Rina", None), ("Zul", None)]


def test_a_piece_without_a_speaker_goes_to_the_one_before_and_is_told(tmp_path: Path) -> None:
    path = tmp_path / "W1.json"
    segments = [
        {"start": n, "end": n + 1, "text": "Ya.", "speaker": who} for n, who in enumerate(["A", "", "B"])
    ]
    path.write_text(json.dumps({"segments": segments}), encoding="utf-8")
    draft = read(path)
    assert [(turn.speaker, turn.time_end) for turn in draft.turns] == [("A", 2.0), ("B", 3.0)]
    assert "1 pieces without a speaker" in str(draft.notes[0])
