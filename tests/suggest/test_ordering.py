"""What to look at next."""

import pytest

from qualcode.model import Suggestion, derived
from qualcode.suggest.ordering import ORDERS, ordered

WORDS = ["modal bank", "modal bank", "pelatihan desain", "hujan deras"]


def waiting(*scores: float, codes: str = "aaaa") -> list[Suggestion]:
    return [
        Suggestion(
            id=derived("suggestion", place), source_id="s", revision_id="r", start=place, end=place + 1,
            code_id=codes[place], method="keywords", version="1", score=score,
        )
        for place, score in enumerate(scores)
    ]  # fmt: skip


def places(suggestions: list[Suggestion], order: str, *, seed: int = 0) -> list[int]:
    words = {each.id: WORDS[place] for place, each in enumerate(suggestions)}
    return [each.start for each in ordered(suggestions, order, words=words, seed=seed)]


def test_reading_order_is_as_given() -> None:
    assert places(waiting(0.1, 0.9, 0.5, 0.2), "reading") == [0, 1, 2, 3]


def test_the_likeliest_come_first() -> None:
    assert places(waiting(0.1, 0.9, 0.5, 0.2), "likely") == [1, 2, 3, 0]


def test_the_most_doubtful_come_first() -> None:
    assert places(waiting(0.05, 0.9, 0.5, 0.3), "uncertain") == [2, 3, 1, 0]


def test_codes_take_turns_in_doubt() -> None:
    assert places(waiting(0.5, 0.52, 0.9, 0.95, codes="aabb"), "uncertain") == [0, 2, 1, 3]


def test_each_is_unlike_those_before() -> None:
    order = places(waiting(0.5, 0.5, 0.5, 0.5), "diverse")
    assert order[-1] in (0, 1)
    assert {0, 1} - set(order[:3])


@pytest.mark.parametrize("order", ORDERS)
def test_the_same_seed_gives_the_same_order_of_the_same_things(order: str) -> None:
    suggestions = waiting(0.5, 0.5, 0.5, 0.5)
    assert places(suggestions, order, seed=3) == places(suggestions, order, seed=3)
    assert sorted(places(suggestions, order, seed=4)) == [0, 1, 2, 3]


@pytest.mark.parametrize("order", ORDERS)
def test_nothing_is_in_any_order(order: str) -> None:
    assert ordered([], order, words={}) == []
