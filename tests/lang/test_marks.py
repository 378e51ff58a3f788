from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.keywords import TextIndex, find
from qualcode.lang.marks import mark_spans


@pytest.mark.parametrize(
    "mark",
    ["[tertawa]", "[00:01:02]", "(...)", "(…)", "(tertawa)", "(suara motor lewat)", "(tidak jelas)",
     "(inaudible 00:12)", "((laughs))", "(0.5)", "(.)", "(3 detik)", "xxx", "xx", "=",
     "&=laughs", "#00:01:02-3#", "[P: hmm]"],
)  # fmt: skip
def test_a_mark_is_found_with_its_place(mark: str) -> None:
    text = f"saya {mark} belajar"
    assert [span.of(text) for span in mark_spans(text)] == [mark]


@pytest.mark.parametrize(
    "said",
    [
        "(di rumah)",
        "xxl",
        "boxx",
        "[teks](alamat)",
        "[" + "panjang " * 20 + "]",
        "(2019)",
        "Maxxx",
        "(tidak ada modal)",
    ],
)
def test_what_may_have_been_said_is_no_mark(said: str) -> None:
    assert mark_spans(f"saya {said} belajar") == []


def test_one_convention_can_be_asked_for_alone() -> None:
    text = "saya [tertawa] ((batuk))"
    assert [span.of(text) for span in mark_spans(text, "jefferson")] == ["((batuk))"]


def test_keywords_find_nothing_within_marks_and_everything_around_them() -> None:
    text = "Saya [ikut pelatihan] belajar (suara pelatihan) sendiri, pelatihan."
    index = TextIndex.build(text, "id")
    assert [hit.start for hit in find(index, "pelatihan")] == [text.rindex("pelatihan")]
    assert not find(index, "saya belajar")
    assert len(find(index, "sendiri")) == 1


PIECES = st.sampled_from(
    ["latih ", "[", "]", "(", ")", "((", "))", "...", "xxx ", "= ", "&=ya ", "#0:01#", "\n"]
)


@given(st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=100)
def test_marks_are_in_order_apart_and_hold_no_hit(text: str) -> None:
    spans = mark_spans(text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for hit in find(TextIndex.build(text, "id"), "latih"):
        assert text[hit.start : hit.end] == "latih"
        assert all(hit.end <= span.start or span.end <= hit.start for span in spans)
