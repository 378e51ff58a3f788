from random import Random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.tables import State
from qualcode.tables.cooccurrence import cooccurrence, crossing
from tests.tables.sample import CODEBOOK, Row, codings, coverage

Place = tuple[str, str, int, int]
"""Code, source, start, end."""


def placed(*places: Place, coder: str = "ana", case: str = "Zul") -> pd.DataFrame:
    """Codings at these places."""
    rows: list[Row] = [
        (code, source, case, 1, start, "x" * (end - start), coder, {}) for code, source, start, end in places
    ]
    return codings(rows)


def counts(frame: pd.DataFrame, code: str, other: str, *, roll_up: bool = False) -> tuple[int, int, int]:
    """Informants, sources, places of a pair; nothing where they do not go together."""
    found = cooccurrence(frame, CODEBOOK, roll_up=roll_up)
    pair = found[(found["code"] == code) & (found["other"] == other)]
    cells = pair[["informants", "sources", "places"]].to_numpy().tolist()
    return (cells[0][0], cells[0][1], cells[0][2]) if cells else (0, 0, 0)


@pytest.mark.parametrize(
    ("capacity", "together"),
    [((0, 10), 1), ((9, 20), 1), ((3, 5), 1), ((10, 20), 0), ((12, 20), 0)],
    ids=["same", "one point", "within", "touching", "apart"],
)
def test_codes_go_together_where_they_share_words(capacity: tuple[int, int], together: int) -> None:
    frame = placed(("awareness", "W1", 0, 10), ("capacity", "W1", *capacity))
    assert counts(frame, "awareness", "capacity")[2] == together


def test_the_same_place_in_another_source_is_another_place() -> None:
    frame = placed(("awareness", "W1", 0, 10), ("capacity", "W2", 0, 10))
    assert counts(frame, "awareness", "capacity") == (0, 0, 0)


def test_a_place_does_not_count_more_because_more_people_coded_it() -> None:
    places = (("awareness", "W1", 0, 10), ("capacity", "W1", 2, 8))
    both = pd.concat([placed(*places), placed(*places, coder="budi")], ignore_index=True)
    assert counts(both, "awareness", "capacity") == (1, 1, 1)


def test_informants_are_counted_apart_from_places() -> None:
    zul = placed(*(("awareness", "W1", at, at + 5) for at in (0, 10)), ("capacity", "W1", 0, 30))
    note = placed(("awareness", "O1", 0, 5), ("capacity", "O1", 0, 5), case="")
    frame = pd.concat([zul, note], ignore_index=True)
    assert counts(frame, "awareness", "capacity") == (1, 2, 3)
    assert counts(frame, "awareness", "awareness") == (1, 2, 3)
    assert counts(frame, "capacity", "capacity") == (1, 2, 2)


def test_sub_codes_are_counted_with_the_code_above_on_request() -> None:
    frame = placed(("motivation", "W1", 0, 10), ("capacity", "W1", 5, 15))
    assert counts(frame, "awareness", "capacity") == (0, 0, 0)
    assert counts(frame, "awareness", "capacity", roll_up=True) == (1, 1, 1)


def test_unplaced_codings_go_with_nothing() -> None:
    frame = placed(("awareness", "W1", 0, 10), ("capacity", "W1", 0, 10))
    nowhere = pd.Series(pd.NA, index=frame.index, dtype="Int64")
    assert cooccurrence(frame.assign(start=nowhere, end=nowhere), CODEBOOK).empty
    assert cooccurrence(codings(()), CODEBOOK).empty


KEYS = ["awareness", "motivation", "capacity"]
PLACES = st.tuples(
    st.sampled_from(KEYS), st.sampled_from(["W1", "W2"]), st.integers(0, 30), st.integers(1, 12)
)


@settings(max_examples=25, deadline=None)
@given(st.lists(PLACES, max_size=12), st.randoms(use_true_random=False))
def test_neither_order_nor_a_second_coder_changes_a_count(
    found: list[tuple[str, str, int, int]], random: Random
) -> None:
    places = [(code, source, start, start + length) for code, source, start, length in found]
    shuffled = random.sample(places, len(places))
    again = pd.concat([placed(*shuffled), placed(*places, coder="budi")], ignore_index=True)
    assert cooccurrence(placed(*places), CODEBOOK).equals(cooccurrence(again, CODEBOOK))


ANI = ("Ani", "W2")
READ = {("Zul", "W1-zul", key): "read" for key in ("awareness", "marketing")}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({}, State.UNREAD),
        (READ, State.NOTHING),
        ({**READ, ("Zul", "W1-zul", "marketing"): "unread"}, State.UNREAD),
        ({**READ, ("Zul", "W1-zul", "marketing"): "not_asked"}, State.NOT_ASKED),
        ({**READ, ("Zul", "W1-zul", "awareness"): "not_asked"}, State.NOT_ASKED),
        ({**READ, (*ANI, "marketing"): "unread", (*ANI, "awareness"): "read"}, State.UNREAD),
        (
            {**READ, (*ANI, "marketing"): "not_asked", (*ANI, "awareness"): "read"},
            State.NOTHING,
        ),
    ],
)
def test_an_empty_cell_is_one_of_three_absences(
    cells: dict[tuple[str, str, str], str], expected: State
) -> None:
    frame = placed(("awareness", "W1-zul", 0, 10))
    found = crossing(frame, CODEBOOK, ["awareness"], ["marketing"], coverage(cells))
    assert found.states.to_numpy().tolist() == [[expected]]


def test_a_crossing_shows_informants_with_places_and_a_sign_for_each_absence() -> None:
    frame = pd.concat(
        [
            placed(("awareness", "W1-zul", 0, 10), ("marketing", "W1-zul", 0, 10)),
            placed(("capacity", "O1", 0, 9), ("marketing", "O1", 0, 10), case=""),
        ]
    )
    found = crossing(frame, CODEBOOK, ["awareness", "capacity"], ["marketing"], coverage(READ))
    assert found.shown()["marketing"].tolist() == ["1 (1)", "(1)"]
    assert found.shown(informants=False)["marketing"].tolist() == ["1", "1"]
    nothing = crossing(
        placed(("awareness", "W1", 0, 1)), CODEBOOK, ["awareness"], ["marketing"], coverage(READ)
    )
    assert nothing.shown()["marketing"].tolist() == ["0"]


def test_codes_can_be_looked_for_in_the_same_turn_whatever_words_they_share() -> None:
    rows: list[Row] = [
        ("awareness", "W1", "Zul", 2, 0, "aa", "ana", {}),
        ("awareness", "W1", "Zul", 2, 4, "aa", "ana", {}),
        ("capacity", "W1", "Zul", 2, 8, "cc", "ana", {}),
        ("capacity", "W1", "Zul", 3, 20, "cc", "ana", {}),
        ("capacity", "D1", "", None, 0, "cc", "ana", {}),
    ]
    found = cooccurrence(codings(rows), CODEBOOK, within="turn").set_index(["code", "other"])
    assert found.loc[("awareness", "capacity"), "places"] == 1
    assert found.loc[("capacity", "capacity"), "places"] == 2
