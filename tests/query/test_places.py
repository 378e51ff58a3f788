from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.query import Places
from tests.query.study import placed

SPANS = st.tuples(st.sampled_from(["W1-zul", "W3-astuti"]), st.integers(0, 40), st.integers(1, 20))


@settings(max_examples=60, deadline=None)
@given(st.lists(SPANS, max_size=10))
def test_beside_a_coding_are_all_that_share_words_with_it(spans: list[tuple[str, int, int]]) -> None:
    frame = placed(*(("capacity", source, start, start + length) for source, start, length in spans))
    beside = [sorted(each.tolist()) for each in Places.of(frame).beside(frame.index.to_numpy())]
    assert beside == [
        [
            other
            for other, (place, begin, long) in enumerate(spans)
            if other != row and place == source and begin < start + length and start < begin + long
        ]
        for row, (source, start, length) in enumerate(spans)
    ]
