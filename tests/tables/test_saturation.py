import pandas as pd
import pytest

from qualcode.tables.saturation import Saturation, saturation


def found(*interviews: str, **measure: float) -> Saturation:
    """The saturation of interviews, each with the codes that its letters name."""
    rows = [(f"W{place}", letter) for place, letters in enumerate(interviews, 1) for letter in letters]
    frame = pd.DataFrame(rows, columns=["source", "code_id"])
    names = [f"W{place}" for place in range(1, len(interviews) + 1)]
    return saturation(frame, names, **measure)  # type: ignore[arg-type]  # a float is one of the three


def test_only_what_no_earlier_interview_had_is_new() -> None:
    frame = found("ab", "bc", "a", "d").frame
    assert frame["new"].tolist() == [2, 1, 0, 1]
    assert frame["total"].tolist() == [2, 3, 3, 4]


def test_a_run_is_judged_by_the_codes_of_the_base_and_runs_overlap() -> None:
    result = found("ab", "cd", "e", "f", "", "", base=2, run=2)
    assert result.base_codes == 4
    assert result.frame["run_new"].tolist()[3:] == [2, 1, 0]
    assert result.frame["share"].tolist()[3:] == [0.5, 0.25, 0.0]
    assert result.frame["share"].isna().tolist() == [True, True, True, False, False, False]


@pytest.mark.parametrize(("threshold", "reached"), [(0.5, 4), (0.25, 5), (0.24, 6), (0.0, 6)])
def test_the_first_run_at_the_threshold_or_below_reaches_saturation(threshold: float, reached: int) -> None:
    assert found("ab", "cd", "e", "f", "", "", base=2, run=2, threshold=threshold).reached == reached


def test_longer_runs_ask_for_more() -> None:
    assert found("ab", "cd", "e", "", "", "", base=2, run=2, threshold=0).reached == 5
    assert found("ab", "cd", "e", "", "", "", base=2, run=3, threshold=0).reached == 6


def test_too_few_interviews_are_not_judged() -> None:
    result = found("ab", "c", "a", "a", "a")
    assert (result.judged, result.reached) == (False, None)
    assert found("ab", "c", "a", "a", "a", "a").judged


def test_a_base_without_codes_judges_nothing() -> None:
    result = found("", "", "", "", "", "a")
    assert (result.judged, result.reached) == (False, None)


def test_the_order_of_interviews_is_the_one_given() -> None:
    frame = pd.DataFrame({"source": ["A", "B", "B"], "code_id": ["x", "x", "y"]})
    assert saturation(frame, ["A", "B"]).frame["new"].tolist() == [1, 1]
    assert saturation(frame, ["B", "A"]).frame["new"].tolist() == [2, 0]


def test_nothing_is_a_frame_of_the_same_columns() -> None:
    result = found()
    assert list(result.frame.columns) == ["source", "new", "total", "run_new", "share"]
    assert (len(result.frame), result.reached) == (0, None)
