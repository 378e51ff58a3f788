from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.actions.bitext import Meeting, Piece, counterpart, meetings

ANSWERS = [
    "Dari umur dua belas, diajari nenek.",
    "Pulang sekolah, ganti baju, duduk di dayan sampai sore, tiap hari begitu.",
    "Kalau salah masuk benang, tangan dipukul pakai beliro.",
    "Tidak keras.",
    "Yang lepus bisa empat juta, lima juta, tapi itu harga sekarang.",
    "Dulu pengepul ambil ke sini sembilan ratus ribu, di Palembang dia jual dua juta lebih.",
    "Kita yang pegal, dia yang kenyang.",
    "Benang juga dari dia.",
]
ENGLISH = [
    "Since I was twelve; my granny taught me.",
    "Home from school, change clothes, sit at the loom until the evening, day after day.",
    "Put a thread in wrong and you got the sword across your hand.",
    "Not hard.",
    "A lepus may bring four million, five million, but that is the price of today.",
    "The middleman took it here for nine hundred thousand and sold it in Palembang for over two million.",
    "We got the stiff backs, he got the full plate.",
    "The thread came from him too.",
]


def pieces(words: list[str], *, role: str = "") -> list[Piece]:
    return [Piece(each, role) for each in words]


def alone(found: Mapping[int, Meeting], place: int) -> range:
    """What a piece is by itself, empty where that is not sure."""
    stretch, there = counterpart(found, place, place + 1)
    return there if len(stretch) == 1 else range(0)


def test_a_translation_piece_by_piece_meets_at_every_piece() -> None:
    found = meetings(pieces(ANSWERS), pieces(ENGLISH))
    assert found == {place: Meeting(place, place) for place in range(len(ANSWERS) + 1)}


def test_two_pieces_that_became_one_are_not_told_apart_and_the_rest_stays_piece_by_piece() -> None:
    merged = [*ENGLISH[:4], f"{ENGLISH[4]} {ENGLISH[5]}", *ENGLISH[6:]]
    found = meetings(pieces(ANSWERS), pieces(merged))
    assert [alone(found, place) for place in (4, 5)] == [range(0), range(0)]
    assert alone(found, 1) == range(1, 2)


def test_what_was_not_translated_is_translated_by_nothing_of_its_own() -> None:
    found = meetings(pieces(ANSWERS), pieces([*ENGLISH[:5], *ENGLISH[6:]]))
    assert alone(found, 5) == range(0)


def test_what_a_translator_added_belongs_to_no_piece() -> None:
    note = "Translator's note, on the middlemen of the district, whom everybody knew well in those days."
    found = meetings(pieces(ANSWERS), pieces([*ENGLISH[:3], note, *ENGLISH[3:]]))
    assert [place for place in range(len(ANSWERS)) if 3 in alone(found, place)] == []


def test_nobody_gets_the_words_of_another_role() -> None:
    asked, told = pieces(ANSWERS[:3], role="q"), pieces(ANSWERS[3:6], role="a")
    one = [each for pair in zip(asked, told, strict=True) for each in pair]
    found = meetings(one, one[1:])
    assert all(
        one[place].role == one[1:][there.start].role
        for place in range(len(one))
        if (there := counterpart(found, place, place + 1)[1])
    )


def test_times_of_the_recording_tell_pieces_of_one_length_apart() -> None:
    one = [Piece("Ya, betul.", "a", time) for time in (0.0, 30.0, 60.0, 90.0)]
    other = [Piece("Yes, true.", "a", time) for time in (0.0, 60.0, 90.0)]
    assert counterpart(meetings(one, other), 2, 3) == (range(2, 3), range(1, 2))


def test_where_nothing_tells_pieces_apart_nothing_is_sure() -> None:
    one, other = pieces(["Ya, betul."] * 6), pieces(["Yes, true."] * 4)
    assert [*meetings(one, other)] == [0, 6]


def test_texts_without_pieces_meet_at_both_ends() -> None:
    assert meetings([], []) == {0: Meeting(0, 0)}
    assert meetings(pieces(["Ya."]), []) == {0: Meeting(0, 0), 1: Meeting(0, 0)}


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 7), st.integers(0, 5))
def test_a_damaged_translation_never_gives_a_piece_the_words_of_another(dropped: int, joined: int) -> None:
    left = [([place], words) for place, words in enumerate(ENGLISH) if place != dropped]
    (one, first), (other, second) = left[joined : joined + 2]
    left[joined : joined + 2] = [([*one, *other], f"{first} {second}")]
    found = meetings(pieces(ANSWERS), pieces([words for _, words in left]))
    given_words = {
        place: [each for got in alone(found, place) for each in left[got][0]] for place in range(8)
    }
    assert [place for place, got in given_words.items() if got not in ([], [place])] == []
