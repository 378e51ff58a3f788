"""Figures, against what they come to by hand and elsewhere."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score, f1_score

from qualcode.suggest.measures import (
    average_precision,
    bootstrap,
    f1_by_code,
    f1_by_passage,
    f1_of_all,
    wilson,
)

TRUTH = np.array([[1, 0, 0], [1, 1, 0], [0, 0, 0], [0, 1, 0]], dtype=bool)
SAID = np.array([[1, 1, 0], [1, 0, 0], [0, 0, 0], [1, 0, 0]], dtype=bool)


def test_f1_is_that_of_scikit_learn() -> None:
    assert f1_of_all(TRUTH, SAID) == pytest.approx(f1_score(TRUTH, SAID, average="micro"))
    assert f1_by_code(TRUTH, SAID).tolist() == pytest.approx(
        f1_score(TRUTH, SAID, average=None, zero_division=0).tolist()
    )


def test_a_passage_without_code_that_gets_none_is_right() -> None:
    assert f1_by_passage(TRUTH, SAID) == pytest.approx((2 / 3 + 2 / 3 + 1 + 0) / 4)


@settings(max_examples=30)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 4)), min_size=1, max_size=30))
def test_average_precision_is_that_of_scikit_learn_with_ties_too(rows: list[tuple[bool, int]]) -> None:
    truth = np.array([each for each, _ in rows])
    scores = np.array([float(score) for _, score in rows])
    if truth.any():
        assert average_precision(truth, scores) == pytest.approx(average_precision_score(truth, scores))
    else:
        assert np.isnan(average_precision(truth, scores))


def test_nothing_out_of_nothing_has_no_interval() -> None:
    assert np.isnan(wilson(0, 0).value)
    assert wilson(0, 3).low == 0
    assert wilson(0, 3).high > 0.5


def test_whole_sources_are_drawn_where_there_are_five() -> None:
    """Passages that are all alike within a source make the interval wide, however many they are."""
    right = np.repeat([1.0, 0.0, 1.0, 0.0, 1.0], 100)
    by_source = bootstrap(
        [f"W{place // 100}" for place in range(500)], lambda rows: float(right[rows].mean())
    )
    by_passage = bootstrap(["W1"] * 500, lambda rows: float(right[rows].mean()))
    assert by_source.high - by_source.low > 4 * (by_passage.high - by_passage.low)
    assert by_source.value == by_passage.value == pytest.approx(0.6)
