from collections.abc import Sequence

from qualcode.model import code_guid
from qualcode.tables import CellNote, Companions
from qualcode.tables.cells import companions, together
from tests.tables.sample import BOOK, CODEBOOK, KEYS, ROWS, Row, codings, coverage

BAG = "Kami dilatih membungkus supaya laku di luar kota."


def row(code: str, case: str, start: int = 0) -> Row:
    return (code, f"W-{case}", case, 2, start, BAG, "ana", {})


def found(rows: Sequence[Row], *keys: str, notes: Sequence[CellNote] = (), **states: str) -> Companions:
    """What goes along with these codes in the cases A and B; `states` are those of codes in B."""
    read = coverage(
        {("A", "W-A", key): "read" for key in KEYS}
        | {("B", "W-B", key): states.get(key, "read") for key in KEYS}
    )
    frame = codings(rows)
    codes = [code for code in CODEBOOK.codes if code.key in keys]
    return companions(codes, CODEBOOK, together(frame, CODEBOOK, read), notes=notes)


def test_a_code_of_another_framework_on_the_same_words_goes_along_case_by_case() -> None:
    both = found([row("capacity", "A"), row("marketing", "A", 9), row("capacity", "B")], "capacity")
    assert both.cases == ("A", "B")
    assert [(each.code, each.along, each.places, each.informants) for each in both.rows] == [
        ("Capacity building", False, (1, 1), 2),
        ("Marketing systems", True, (1, 0), 1),
    ]
    assert both.never == ()


def test_an_unplaced_coding_is_no_absence() -> None:
    unplaced: Row = ("capacity", "W-B", "B", 2, 0, BAG, "ana", {"start": None, "end": None})
    both = found([row("capacity", "A"), unplaced, row("marketing", "B")], "capacity")
    assert [(each.code, each.places) for each in both.rows] == [("Capacity building", (1, 1))]


def test_sub_codes_count_with_the_codes_above_them() -> None:
    both = found([row("motivation", "A"), row("marketing", "A")], "awareness", "motivation")
    assert [(each.code, each.places) for each in both.rows] == [
        ("Awareness", (1, 0)),
        ("Marketing systems", (1, 0)),
    ]


def test_codes_that_never_meet_are_named_and_those_of_the_same_framework_are_not_asked_about() -> None:
    apart = found([row("capacity", "A"), row("awareness", "A"), row("marketing", "A", 900)], "capacity")
    assert [each.code for each in apart.rows] == ["Capacity building"]
    assert apart.never == ("Marketing systems",)


def test_a_count_of_nothing_is_one_of_three_absences() -> None:
    rows = [row("capacity", "A"), row("marketing", "A")]
    for state, meaning in (("read", "nothing"), ("unread", "unread"), ("not_asked", "not_asked")):
        _own, along = found(rows, "capacity", marketing=state).rows
        assert along.states == ("coded", meaning)


def test_the_coders_summaries_of_cells_go_along() -> None:
    def note(case: str, key: str) -> CellNote:
        return CellNote(case=case, code_id=code_guid(BOOK, key), text=f"{case} {key}")

    notes = [note("B", "motivation"), note("A", "awareness"), note("A", "marketing"), note("C", "awareness")]
    shown = found(ROWS, "awareness", notes=notes).notes
    assert [(code, each.text) for code, each in shown] == [
        ("Awareness", "A awareness"),
        ("Motivation", "B motivation"),
    ]


def test_a_theme_without_codes_has_no_companions() -> None:
    nothing = found(ROWS)
    assert (nothing.rows, nothing.never) == ((), ())
