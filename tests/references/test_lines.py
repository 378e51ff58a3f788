from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.model import Span
from qualcode.references import Lines

TEXT = "P: Bagaimana awalnya?\nI: Saya belajar sendiri di rumah.\nLalu ikut pelatihan.\n\nP: Oh."
TURNS = [Span(3, 21), Span(25, 76), Span(81, 84)]


def words(lines: Lines) -> list[str]:
    return [span.of(TEXT) for span in lines.spans]


def test_every_turn_begins_a_line_and_long_ones_go_on_between_words() -> None:
    assert words(Lines(TEXT, TURNS, width=18)) == [
        "Bagaimana awalnya?", "Saya belajar", "sendiri di rumah.", "Lalu ikut", "pelatihan.", "Oh.",
    ]  # fmt: skip


def test_a_passage_has_the_first_and_the_last_line_that_it_touches() -> None:
    lines = Lines(TEXT, TURNS, width=18)
    start = TEXT.index("sendiri")
    assert lines.of(Span(start, start + 7)) == (3, 3)
    assert lines.of(Span(start, TEXT.index("pelatihan") + 3)) == (3, 5)
    assert lines.of(Span(0, 1)) is None


def test_a_word_longer_than_a_line_stays_whole() -> None:
    assert [span.of("a bbbbbbbb c") for span in Lines("a bbbbbbbb c", [Span(0, 12)], width=4).spans] == [
        "a", "bbbbbbbb", "c",
    ]  # fmt: skip


def test_a_turn_without_words_has_a_line_all_the_same() -> None:
    assert len(Lines("I: ", [Span(3, 3)]).spans) == 1


@settings(max_examples=50)
@given(st.text(alphabet="ab \n", max_size=60), st.integers(1, 12))
def test_lines_hold_every_word_once_in_order(text: str, width: int) -> None:
    lines = Lines(text, [Span(0, len(text))], width=width)
    assert " ".join(span.of(text) for span in lines.spans).split() == text.split()
    assert [number for number, _ in lines.within(Span(0, len(text) + 1))] == list(
        range(1, len(lines.spans) + 1)
    )
