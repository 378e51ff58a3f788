import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.actions.alignment import Alignment
from qualcode.actions.carrying import Carried, Fate, carry
from qualcode.model import Span

OLD = """\
P: Bagaimana awalnya?
I: Saya belajar sendiri di rumah, dari kawan.
P: Ada modal waktu itu?
I: Tidak ada. Pinjam dari adik dulu.
P: Pernah ikut pelatihan?
I: Tidak ada. Baru sekarang ini dengar dari Bu RT ada pelatihan cetak gratis tiga hari.
"""


def fate_of(words: str, new: str, *, old: str = OLD, at: int = 0) -> tuple[Fate, str | None]:
    start = [match.start() for match in re.finditer(re.escape(words), old)][at]
    carried = carry(Alignment(old, new), Span(start, start + len(words)))
    return carried.fate, carried.span.of(new) if carried.span else None


def test_words_that_did_not_move_are_the_same() -> None:
    assert fate_of("belajar sendiri", OLD + "P: Terima kasih.") == (Fate.SAME, "belajar sendiri")


def test_words_after_an_inserted_line_have_moved() -> None:
    new = OLD.replace("P: Ada modal", "I: Begitulah.\nP: Ada modal")
    assert fate_of("Pinjam dari adik", new) == (Fate.MOVED, "Pinjam dari adik")


def test_corrected_words_have_changed_and_are_said_to_have() -> None:
    new = OLD.replace("cetak gratis tiga hari", "percetakan gratis tiga hari")
    assert fate_of("ada pelatihan cetak gratis", new) == (Fate.CHANGED, "ada pelatihan percetakan gratis")


def test_a_word_corrected_at_the_edge_stays_in_the_passage() -> None:
    new = OLD.replace("Pinjam dari adik dulu", "Meminjam dari adik dulu")
    assert fate_of("Pinjam dari adik dulu", new) == (Fate.CHANGED, "Meminjam dari adik dulu")


def test_the_words_of_a_deleted_answer_do_not_slip_to_the_like_elsewhere() -> None:
    new = OLD.replace("I: Tidak ada. Pinjam dari adik dulu.\n", "")
    assert fate_of("Tidak ada.", new, at=0) == (Fate.UNPLACED, None)
    assert fate_of("Tidak ada.", new, at=1) == (Fate.MOVED, "Tidak ada.")


def test_a_reordered_turn_is_found_at_its_new_place() -> None:
    turn = "I: Tidak ada. Baru sekarang ini dengar dari Bu RT ada pelatihan cetak gratis tiga hari.\n"
    new = turn + OLD.replace(turn, "")
    assert fate_of("Baru sekarang ini dengar dari Bu RT", new)[0] is Fate.MOVED


def test_a_turn_both_reordered_and_corrected_has_changed() -> None:
    turn = "I: Tidak ada. Baru sekarang ini dengar dari Bu RT ada pelatihan cetak gratis tiga hari.\n"
    new = turn.replace("cetak", "mencetak").replace("dengar", "mendengar") + OLD.replace(turn, "")
    words = "Baru sekarang ini dengar dari Bu RT ada pelatihan cetak gratis"
    assert fate_of(words, new) == (
        Fate.CHANGED,
        "Baru sekarang ini mendengar dari Bu RT ada pelatihan mencetak gratis",
    )


def test_anonymised_names_change_a_passage_and_nothing_else() -> None:
    new = OLD.replace("Bu RT", "[nama]")
    assert fate_of("dengar dari Bu RT ada pelatihan", new) == (
        Fate.CHANGED,
        "dengar dari [nama] ada pelatihan",
    )
    assert fate_of("belajar sendiri", new) == (Fate.SAME, "belajar sendiri")


def test_emoji_before_the_words_count_as_code_points() -> None:
    assert fate_of("belajar sendiri", "😀👩‍🌾 " + OLD) == (Fate.MOVED, "belajar sendiri")


@given(st.integers(0, len(OLD)), st.integers(0, len(OLD)))
def test_in_an_unchanged_text_every_place_with_words_is_the_same(one: int, other: int) -> None:
    span = Span(min(one, other), max(one, other))
    carried = carry(Alignment(OLD, OLD), span)
    if re.search(r"\w", span.of(OLD)):
        assert carried == Carried(Fate.SAME, span)


@settings(max_examples=60)
@given(st.integers(0, 10_000), st.data())
def test_whatever_is_the_same_or_moved_has_the_very_words(seed: int, data: st.DataObject) -> None:
    chance = random.Random(seed)
    lines = [line for line in OLD.splitlines(keepends=True) if chance.random() > 0.2]
    new = "".join(line.replace("e", "é") if chance.random() < 0.2 else line for line in lines)
    start = data.draw(st.integers(0, len(OLD) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(OLD))))
    carried = carry(Alignment(OLD, new), span)
    if carried.fate in (Fate.SAME, Fate.MOVED):
        assert carried.span is not None
        assert carried.span.of(new).split() == span.of(OLD).split()


@pytest.mark.parametrize("new", ["", "xyz", "\n"])
def test_nothing_is_placed_in_a_text_without_its_words(new: str) -> None:
    assert fate_of("belajar sendiri", new) == (Fate.UNPLACED, None)
