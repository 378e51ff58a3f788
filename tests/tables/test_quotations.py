from typing import Any

import pytest

from qualcode.tables import strongest
from qualcode.tables.quotations import quoted
from tests.tables.sample import Row, codings

LONG = "satu dua tiga empat lima enam tujuh delapan sembilan"


def row(case: str, turn: int, quotation: str = LONG, coder: str = "ana", **more: Any) -> Row:
    """One coding of `case`, in a source of its own."""
    return ("capacity", f"W-{case}", case, turn, turn, quotation, coder, more)


def references(*rows: Row, most: int = 9) -> list[str]:
    return [quotation.reference for quotation in strongest(codings(rows), most)]


def test_each_informant_is_quoted_once_before_any_is_quoted_twice() -> None:
    rows = [row("A", 1), row("A", 100), row("A", 200), row("B", 1, "pendek"), row("C", 1, review="queried")]
    assert references(*rows) == ["W-A.1", "W-B.1", "W-C.1", "W-A.100", "W-A.200"]
    assert references(*rows, most=2) == ["W-A.1", "W-B.1"]


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [
        ([row("B", 1, review="agreed")], [row("A", 1, memo="penting")]),
        ([row("B", 1), row("B", 1, coder="budi")], [row("A", 1, memo="penting")]),
        ([row("B", 1), row("B", 9, coder="budi")], [row("A", 1, memo="penting")]),
        ([row("B", 1, memo="penting")], [row("A", 1)]),
        ([row("B", 1, condensation="ringkas")], [row("A", 1)]),
        ([row("B", 1)], [row("A", 1, "terlalu pendek")]),
        ([row("B", 1, "kata " * 60)], [row("A", 1, "kata " * 61)]),
        ([row("B", 1, "pendek")], [row("A", 1, review="queried")]),
    ],
)
def test_the_stronger_is_quoted_first(stronger: list[Row], weaker: list[Row]) -> None:
    assert references(*weaker, *stronger)[0] == "W-B.1"


def test_a_passage_is_quoted_once_and_nothing_that_overlaps_it() -> None:
    rows = [row("A", 1), row("A", 1, coder="budi"), row("A", 5), row("A", 1 + len(LONG))]
    assert references(*rows) == ["W-A.1", f"W-A.{1 + len(LONG)}"]


def test_the_words_that_several_coders_coded_are_one_quotation_that_names_them_and_keeps_their_notes() -> (
    None
):
    rows = [row("A", 1, memo="penting"), row("A", 1, coder="budi", memo="ulang"), row("A", 90)]
    for chosen in (strongest(codings(rows), 9), quoted(codings(rows))):
        assert [(each.coders, each.memo) for each in chosen] == [
            (("ana", "budi"), "penting\nulang"),
            (("ana",), ""),
        ]


def test_passages_that_only_touch_are_not_one_that_several_coders_coded() -> None:
    touching = [row("B", 1), row("B", 1 + len(LONG), coder="budi")]
    assert references(*touching, row("A", 1, memo="penting"))[0] == "W-A.1"


def test_unplaced_codings_are_quoted_by_their_words() -> None:
    rows = [row("A", n, words, start=None, end=None) for n, words in ((1, "kata satu"), (2, "kata dua"))]
    assert references(*rows) == ["W-A.1", "W-A.2"]


def test_the_order_of_the_frame_does_not_matter() -> None:
    rows = [row("A", 1), row("B", 7), row("C", 3), row("A", 90)]
    assert references(*rows) == references(*reversed(rows))
