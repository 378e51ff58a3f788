"""The index answers as slow and obvious code would."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.keywords import Matches, TextIndex, find, overlapping

SENTENCES = st.lists(st.lists(st.sampled_from(["aa", "bb", "cc"]), min_size=1, max_size=6), max_size=5)
SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)), max_size=8)


def _written(sentences: list[list[str]]) -> str:
    return " ".join(" ".join(words).capitalize() + "." for words in sentences)


def _spans(sentences: list[list[str]]) -> list[list[tuple[int, int]]]:
    """Places of the words as `_written` puts them: one space after each word, a stop before the last."""
    spans: list[list[tuple[int, int]]] = []
    place = 0
    for words in sentences:
        spans.append([(place + 3 * at, place + 3 * at + 2) for at in range(len(words))])
        place += 3 * len(words) + 1
    return spans


@settings(max_examples=60)
@given(SENTENCES, st.integers(1, 4))
def test_near(sentences: list[list[str]], within: int) -> None:
    expected = set()
    for words, spans in zip(sentences, _spans(sentences), strict=True):
        for one in (at for at, word in enumerate(words) if word == "aa"):
            others = [at for at, word in enumerate(words) if word == "bb" and abs(at - one) - 1 <= within]
            after = min((at for at in others if at > one), default=None)
            before = max((at for at in others if at < one), default=None)
            for other in (after, before):
                if other is not None:
                    expected.add((spans[min(one, other)][0], spans[max(one, other)][1]))
    index = TextIndex.build(_written(sentences), "xx")
    assert [hit[:2] for hit in find(index, f"aa ~{within} bb")] == sorted(expected)


@settings(max_examples=60)
@given(SENTENCES, st.lists(st.sampled_from(["aa", "bb"]), min_size=1, max_size=3))
def test_phrase(sentences: list[list[str]], phrase: list[str]) -> None:
    size = len(phrase)
    expected = [
        (spans[at][0], spans[at + size - 1][1])
        for words, spans in zip(sentences, _spans(sentences), strict=True)
        for at in range(len(words) - size + 1)
        if words[at : at + size] == phrase
    ]
    index = TextIndex.build(_written(sentences), "xx")
    assert [hit[:2] for hit in find(index, " ".join(phrase))] == expected


@given(SPANS, SPANS)
def test_overlap(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> None:
    found, others = _matches(one), _matches(other)
    expected = [
        any(start < their_end and their_start < end for their_start, their_end in _pairs(others))
        for start, end in _pairs(found)
    ]
    assert overlapping(found, others).tolist() == expected


def _matches(spans: list[tuple[int, int]]) -> Matches:
    places = np.array(sorted((start, start + size) for start, size in spans), dtype=np.int64).reshape(-1, 2)
    return Matches(np.zeros(len(places), dtype=np.int64), places[:, 0], places[:, 1])


def _pairs(matches: Matches) -> list[tuple[int, int]]:
    return list(zip(matches.starts.tolist(), matches.ends.tolist(), strict=True))
