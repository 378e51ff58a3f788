from hypothesis import given
from hypothesis import strategies as st

from qualcode.model import Offsets, Span


@given(st.text())
def test_every_offset_survives_the_way_to_utf16_and_back(text: str) -> None:
    offsets = Offsets(text)
    for place in range(len(text) + 1):
        assert offsets.from_utf16(offsets.to_utf16(place)) == place
        assert offsets.from_utf8(offsets.to_utf8(place)) == place


@given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
def test_utf8_offsets_cut_the_bytes_where_code_points_cut_the_text(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    assert text.encode()[: Offsets(text).to_utf8(place)].decode() == text[:place]


def test_emoji_and_combining_marks_count_as_their_code_points() -> None:
    text = "a\u0301 👩\u200d🌾 x"
    offsets = Offsets(text)
    assert offsets.to_utf16(text.index("x")) == 9
    assert Span(0, 2).of(text) == "a\u0301"


def test_touching_spans_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))
