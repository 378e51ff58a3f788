import pytest

from qualcode.tables.timeline import Timeline, Unit, timeline
from tests.notation import Transcript, transcript
from tests.tables.sample import CODEBOOK, Row, codings

UNTIMED = transcript("""
P: Bagaimana?
I: {first|Saya belajar}{second| sendiri saja.}
P: Lalu?
I: {third|Ikut pelatihan.}
""")
TIMED = transcript("""
[00:00] P: Bagaimana?
[01:00] I: {first|Saya belajar sendiri.}
[03:00] I: {third|Ikut.}
""")


def along(text: Transcript, *names: str, unit: Unit | None = None, code: str = "capacity") -> Timeline:
    """The marked words of a transcript, coded, along it."""
    rows: list[Row] = [
        (code, "W1", "Zul", 1, text.spans[name].start, text.spans[name].of(text.text), "ana", {})
        for name in names
    ]
    return timeline(codings(rows), CODEBOOK, "W1", text.turns, unit=unit)


def places(found: Timeline) -> list[tuple[float, float]]:
    return [
        (round(begin, 2), round(end, 2)) for begin, end in found.frame[["begin", "end"]].to_numpy().tolist()
    ]


def test_without_times_places_are_turns_and_parts_of_turns() -> None:
    found = along(UNTIMED, "first", "second", "third")
    assert (found.unit, found.first, found.last) == ("turns", 1.0, 5.0)
    (first, second, third) = places(found)
    assert first[0] == 2.0
    assert first[1] == second[0] == pytest.approx(2 + 12 / 26, abs=0.01)
    assert second[1] == 3.0
    assert third == (4.0, 5.0)


def test_with_times_places_are_minutes() -> None:
    found = along(TIMED, "first", "third")
    assert (found.unit, found.first) == ("minutes", 0.0)
    (first, third) = places(found)
    assert first[0] == 1.0
    assert 2.0 < first[1] < 3.0
    assert third[0] == 3.0
    assert round(found.last, 2) == third[1] > 3.0


def test_turns_can_be_asked_for_where_there_are_times_but_not_the_other_way_round() -> None:
    assert along(TIMED, "first", unit="turns").unit == "turns"
    assert along(UNTIMED, "first", unit="minutes").unit == "turns"


def test_what_two_coders_coded_alike_is_one_place() -> None:
    assert len(along(UNTIMED, "first", "first").frame) == 1


def test_rows_follow_the_codebook_and_hold_one_source_only() -> None:
    span = UNTIMED.spans["first"]
    words = span.of(UNTIMED.text)
    rows: list[Row] = [
        (code, source, "Zul", 1, span.start, words, "ana", {})
        for code, source in (("capacity", "W1"), ("awareness", "W1"), ("marketing", "W2"))
    ]
    found = timeline(codings(rows), CODEBOOK, "W1", UNTIMED.turns)
    assert found.frame["code"].tolist() == ["awareness", "capacity"]


def test_a_source_without_turns_or_codings_is_an_empty_line() -> None:
    assert timeline(codings(()), CODEBOOK, "W1", ()).frame.empty
