import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.actions.offsets import Places
from qualcode.errors import UsageError
from tests.notation import utf16


@given(st.text(), st.text(min_size=1), st.text())
def test_words_are_found_where_a_browser_says_they_are(before: str, words: str, after: str) -> None:
    text = before + words + after
    start, end = utf16(text, words)
    span = Places(text).span(start, end)
    assert span.of(text) == words
    assert (Places(text).out(span.start), Places(text).out(span.end)) == (start, end)


def test_emoji_and_combining_marks_before_the_words_change_nothing() -> None:
    text = "I: 👩\u200d🌾🙂 a\u0301wal, belajar sendiri"
    assert Places(text).span(*utf16(text, "belajar sendiri")).of(text) == "belajar sendiri"


@pytest.mark.parametrize(("start", "end"), [(2, 2), (3, 1), (0, 99), (99, 100), (1, 2)])
def test_a_place_that_is_none_is_told_with_its_source(start: int, end: int) -> None:
    with pytest.raises(UsageError, match="W1") as caught:
        Places("a🙂b", where="W1").span(start, end)
    assert "mark the words anew" in str(caught.value)
