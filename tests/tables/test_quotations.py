from typing import Any

import pandas as pd
import pytest

from qualcode.tables import strongest
from qualcode.tables.quotations import quoted, unopposed
from tests.tables.sample import Row, codings

LONG = "satu dua tiga empat lima enam tujuh delapan sembilan"


def row(case: str, turn: int, quotation: str = LONG, coder: str = "ana", **more: Any) -> Row:
    """One coding of `case`, in a source of its own."""
    return ("capacity", f"W-{case}", case, turn, more.pop("at", 1000 * turn), quotation, coder, more)


def references(*rows: Row, most: int = 9) -> list[str]:
    return [quotation.reference for quotation in strongest(codings(rows), most)]


def test_each_informant_is_quoted_once_before_any_is_quoted_twice() -> None:
    rows = [row("A", 1), row("A", 2), row("A", 3), row("B", 1, "pendek"), row("C", 1, review="queried")]
    assert references(*rows) == ["W-A.1", "W-B.1", "W-C.1", "W-A.2", "W-A.3"]
    assert references(*rows, most=2) == ["W-A.1", "W-B.1"]


def test_an_informant_of_two_sources_is_heard_in_both() -> None:
    later: Row = ("capacity", "W9-A", "A", 4, 0, "pendek", "ana", {})
    assert references(row("A", 1), row("A", 2), later) == ["W-A.1", "W9-A.4", "W-A.2"]


def test_a_source_in_which_nobody_speaks_is_a_voice_of_its_own() -> None:
    note: Row = ("capacity", "O1", "", None, 5, LONG, "ana", {})
    assert references(row("A", 1), row("A", 2), note) == ["O1", "W-A.1", "W-A.2"]


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [
        ([row("B", 1, "pendek", review="queried", pinned=True)], [row("A", 1, review="agreed")]),
        ([row("B", 1, "pendek", review="agreed")], [row("A", 1)]),
        ([row("B", 1)], [row("A", 1, "terlalu pendek")]),
        ([row("B", 1)], [row("A", 1, whole=False)]),
        ([row("B", 1, "kata " * 60)], [row("A", 1, "kata " * 61)]),
        ([row("B", 1, "pendek")], [row("A", 1, review="queried")]),
    ],
)
def test_the_stronger_is_quoted_first(stronger: list[Row], weaker: list[Row]) -> None:
    assert references(*weaker, *stronger)[0] == "W-B.1"


def test_the_most_central_is_quoted_first_of_its_like() -> None:
    rows = [
        row("A", 1, "Jual pempek keliling kampung tiap pagi buta sampai siang panas terik begitu."),
        row("B", 1, "Kami dilatih mengemas kerupuk supaya rapat, lalu dilatih memotret barang jualan."),
        row("C", 1, "Pelatihan mengemas itu gratis, kami latih lagi di rumah dengan kerupuk sendiri."),
    ]
    assert references(*rows)[-1] == "W-A.1"


def test_how_central_a_quotation_is_can_be_judged_otherwise() -> None:
    rows = codings([row("A", 1, "kata " * 9), row("B", 1, "kata " * 20), row("C", 1, "kata " * 15)])
    longest = strongest(rows, 3, central=lambda said: said.str.len().astype(float))
    assert [each.case for each in longest] == ["B", "C", "A"]


def test_pinned_ones_come_first_and_are_spread_too() -> None:
    rows = [
        row("A", 1),
        row("A", 2, pinned=True),
        row("A", 3, pinned=True),
        row("B", 1, pinned=True),
        row("C", 1),
    ]
    assert references(*rows) == ["W-A.2", "W-B.1", "W-A.3", "W-C.1", "W-A.1"]


def test_no_turn_is_quoted_twice_unless_both_are_pinned() -> None:
    first, second = row("A", 1, at=0), row("A", 1, "lain " * 10, at=500)
    assert len(strongest(codings([first, second]), 9)) == 1
    pinned = [(*each[:7], {"pinned": True}) for each in (first, second)]
    assert len(strongest(codings(pinned), 9)) == 2
    assert len(strongest(codings([pinned[0], second]), 9)) == 1


def test_without_turns_nothing_is_quoted_that_overlaps_what_is_quoted_already() -> None:
    def note(start: int) -> Row:
        return ("capacity", "O1", "", None, start, LONG, "ana", {"reference": f"O1.{start}"})

    assert references(note(0), note(5), note(len(LONG))) == ["O1.0", f"O1.{len(LONG)}"]


def test_the_words_that_several_coders_coded_are_one_quotation_that_names_them_and_keeps_their_notes() -> (
    None
):
    rows = [row("A", 1, memo="penting"), row("A", 1, coder="budi", memo="ulang"), row("A", 90)]
    for chosen in (strongest(codings(rows), 9), quoted(codings(rows))):
        assert [(each.coders, each.memo) for each in chosen] == [
            (("ana", "budi"), "penting\nulang"),
            (("ana",), ""),
        ]


def test_unplaced_codings_are_quoted_by_their_words() -> None:
    rows = [row("A", n, words, start=None, end=None) for n, words in ((1, "kata satu"), (2, "kata dua"))]
    assert references(*rows) == ["W-A.1", "W-A.2"]


def test_the_order_of_the_frame_does_not_matter() -> None:
    rows = [row("A", 1), row("B", 7), row("C", 3), row("A", 90)]
    assert references(*rows) == references(*reversed(rows))


def test_nothing_is_chosen_from_nothing() -> None:
    nothing = codings([row("A", 1)]).iloc[:0]
    assert strongest(nothing, 5) == strongest(codings([row("A", 1)]), 0) == ()
    assert isinstance(nothing, pd.DataFrame)


def test_words_that_speak_against_under_another_code_are_not_quoted_in_support() -> None:
    nowhere = row("C", 1, start=None, end=None)
    support = codings([row("A", 1), row("A", 2), row("B", 1, "lain"), nowhere])
    against = codings([row("A", 1), nowhere])
    assert list(unopposed(support, against)["reference"]) == ["W-A.2", "W-B.1"]
    assert len(unopposed(support, against.iloc[:0])) == 4
