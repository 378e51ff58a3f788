"""Queries over small frames; random ones are asked of an evaluation that is slow and obvious as well."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.errors import QueryProblem
from qualcode.query import Query, chosen, counted, possible
from qualcode.query.nodes import Condition, Everything, OfCode
from tests.query.slow import Slow
from tests.query.strategies import queries
from tests.query.study import counts, found, placed, vocabulary
from tests.tables.sample import CODEBOOK, codings

FRAME = placed(
    ("awareness", "W1-zul", 0, 20),
    ("motivation", "W1-zul", 10, 15),
    ("marketing", "W1-zul", 12, 30),
    ("capacity", "W1-zul", 30, 40),
    ("marketing", "W3-astuti", 0, 20),
    ("capacity", "W3-astuti", 20, 25),
)


def test_a_code_stands_for_itself_and_those_below_it() -> None:
    expected = {
        "awareness": [0, 1],
        "=awareness": [0],
        "Penyadaran": [0, 1],
        "stage:*": [0, 1, 3, 5],
        "stage:awareness": [0, 1],
        "aw*": [0, 1],
        "*": [0, 1, 2, 3, 4, 5],
    }
    assert counts(expected, FRAME) == expected


def test_and_keeps_the_codings_of_the_left_that_share_words_with_the_right() -> None:
    expected = {
        "awareness AND marketing": [0, 1],
        "marketing AND awareness": [2],
        "awareness AND awareness AND =motivation": [0, 1],
    }
    assert counts(expected, FRAME) == expected


def test_passages_that_only_touch_share_nothing() -> None:
    assert found("marketing AND capacity", FRAME) == []


def test_not_leaves_out_what_shares_words_and_alone_takes_any_code() -> None:
    expected = {
        "awareness NOT =motivation": [],
        "NOT awareness": [3, 4, 5],
        "NOT NOT awareness": [0, 1, 2],
    }
    assert counts(expected, FRAME) == expected


def test_what_is_denied_or_a_condition_does_not_say_whose_codings_come_back() -> None:
    assert found("NOT capacity AND marketing", FRAME) == [2, 4]
    assert found("source = W1* AND marketing", FRAME) == [2]


def test_overlaps_and_within_ask_for_another_coding_than_itself() -> None:
    expected = {
        "=awareness OVERLAPS =awareness": [],
        "awareness OVERLAPS awareness": [0, 1],
        "motivation WITHIN stage:*": [1],
        "=awareness WITHIN stage:*": [],
        "motivation WITHIN awareness": [1],
    }  # fmt: skip
    assert counts(expected, FRAME) == expected


def test_near_counts_turns_within_a_source() -> None:
    expected = {
        "marketing NEAR/2 capacity": [2, 4],
        "marketing NEAR/1 capacity": [],
        "marketing NEAR/0 motivation": [2],
    }
    assert counts(expected, FRAME) == expected


def test_near_takes_what_overlaps_however_far_it_began() -> None:
    frame = placed(("awareness", "W1-zul", 0, 90), ("marketing", "W1-zul", 80, 85))
    assert found("marketing NEAR/1 awareness", frame) == [1]


def test_conditions_may_belong_to_either_side() -> None:
    frame = codings()
    assert found("socialization AND (socialization WHERE coder = budi)", frame) == [2, 3]
    assert found("(socialization WHERE coder = ana) AND (socialization WHERE coder = budi)", frame) == [2]


def test_an_unplaced_coding_is_found_by_its_code_and_lies_nowhere() -> None:
    frame = placed(("awareness", "W1-zul", 0, 20), ("marketing", "W1-zul", 5, 10))
    frame.loc[1, ["start", "end", "turn"]] = pd.NA
    for query in ("marketing", "marketing AND marketing", "marketing NOT awareness"):
        assert found(query, frame) == [1]
    for how in ("AND", "WITHIN", "NEAR/9", "OVERLAPS"):
        assert found(f"marketing {how} awareness", frame) == []


def test_there_may_be_no_codings_at_all() -> None:
    empty = codings([])
    assert found("awareness AND marketing NEAR/2 capacity WITHIN stage:* WHERE text ~ latih", empty) == []


def test_contradictory_conditions_find_nothing_and_each_part_says_what_it_has() -> None:
    query = "marketing WHERE source = W1-zul AND source = W3-astuti"
    assert found(query, FRAME) == []
    assert list(counted(query, FRAME, vocabulary())) == [
        ("marketing", 2),
        ("source = W1-zul", 4),
        ("source = W3-astuti", 2),
    ]


@pytest.mark.parametrize(
    ("query", "position", "says"),
    [
        ("marketing AND awarness", 14, "did you mean awareness"),
        ("marketing AND stage", 14, "write stage:* for all its codes"),
        ("stge:awareness", 0, "did you mean stage?"),
        ("zzz:awareness", 0, "the frameworks are stage"),
        ("strategy:awareness", 0, "there is no code"),
        ("zz*", 0, "no code is like zz*"),
    ],
)
def test_an_unknown_code_is_told_with_its_place_and_what_is_near(
    query: str, position: int, says: str
) -> None:
    with pytest.raises(QueryProblem) as caught:
        found(query, FRAME)
    assert says in str(caught.value)
    assert caught.value.position == position


SOURCES = ("W1-zul", "W3-astuti")
KEYS = [code.key for code in CODEBOOK.codes]
PLACES = st.tuples(st.sampled_from(KEYS), st.sampled_from(SOURCES), st.integers(0, 60), st.integers(1, 25))
ASKED: st.SearchStrategy[Query] = st.one_of(
    st.builds(OfCode, st.sampled_from([*KEYS, "a*"]), st.just(""), st.booleans()),
    st.builds(OfCode, st.just("*"), st.sampled_from(["stage", "strategy"])),
    st.just(Everything()),
)
SAID: st.SearchStrategy[Query] = st.one_of(
    st.sampled_from(SOURCES).map(lambda name: Condition("source", "=", (name,), values_at=(0,))),
    st.integers(0, 8).map(lambda number: Condition("turn", "<=", (str(number),), values_at=(0,))),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PLACES, max_size=12), queries(ASKED, SAID, max_leaves=5))
def test_the_sweeps_find_what_looking_at_every_pair_finds(
    places: list[tuple[str, str, int, int]], query: Query
) -> None:
    frame = placed(*((code, source, start, start + length) for code, source, start, length in places))
    assert found(str(query), frame) == sorted(Slow(frame).asked(query))


@settings(max_examples=40, deadline=None)
@given(st.lists(PLACES, min_size=1, max_size=8), queries(ASKED, SAID, max_leaves=5))
def test_what_a_query_finds_is_always_among_what_it_can_find(
    places: list[tuple[str, str, int, int]], query: Query
) -> None:
    frame = placed(*((code, source, start, start + length) for code, source, start, length in places))
    there = chosen(str(query), frame, vocabulary())
    for columns in (["code_id"], ["code_id", "source", "kind", "case"]):
        assert (possible(str(query), frame[columns], vocabulary()) | ~there).all()


def test_conditions_that_coverage_can_answer_leave_rows_of_it_out() -> None:
    rows = FRAME[["code_id", "source", "kind", "case"]]
    asked = "marketing AND awareness WHERE NOT (source = W3-astuti OR review = queried)"
    assert possible(asked, rows, vocabulary()).nonzero()[0].tolist() == [2]
    assert possible("NOT marketing", rows, vocabulary()).all()
