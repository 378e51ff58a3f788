"""An index on disk is the index in memory, or nothing at all."""

from pathlib import Path

import numpy as np
import pytest

from qualcode.errors import FileProblem
from qualcode.keywords import TextIndex, cached_index, find, index_path

TEXT = "Saya ikut pelatihan. Pelatihannya\ngratis di \u00a0Palembang 😀.\n\nModal dak ado."


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    index = TextIndex.build(TEXT, "id")
    index.save(tmp_path / "one.npz")
    again = TextIndex.load(tmp_path / "one.npz")
    assert (again.text, again.language, again.vocabulary) == (TEXT, "id", index.vocabulary)
    for name in ("starts", "words", "links", "sentences"):
        assert np.array_equal(getattr(again, name), getattr(index, name))
    assert find(again, ["latih", "ikut ~2 gratis"]) == find(index, ["latih", "ikut ~2 gratis"])
    assert [path.name for path in tmp_path.iterdir()] == ["one.npz"]


def test_an_empty_text_can_be_kept(tmp_path: Path) -> None:
    TextIndex.build("", "id").save(tmp_path / "none.npz")
    assert len(TextIndex.load(tmp_path / "none.npz")) == 0


def test_sentences_part_words() -> None:
    index = TextIndex.build(TEXT, "id")
    assert index.sentences.tolist() == [1, 1, 1, 2, 2, 2, 2, 3, 3, 3]


@pytest.mark.parametrize("damage", [b"", b"not an index", b"PK\x03\x04 nor this"])
def test_a_damaged_file_is_refused(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "bad.npz"
    path.write_bytes(damage)
    with pytest.raises(FileProblem):
        TextIndex.load(path)


def test_the_cache_is_used_and_mends_itself(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = cached_index(TEXT, "id", cache)
    path = index_path(TEXT, "id", cache)
    assert path.exists()
    path.write_bytes(path.read_bytes()[:100])
    again = cached_index(TEXT, "id", cache)
    assert again.vocabulary == first.vocabulary
    assert TextIndex.load(path).vocabulary == first.vocabulary


def test_another_text_or_language_has_its_own_file(tmp_path: Path) -> None:
    paths = {index_path(text, code, tmp_path) for text in ("a", "b") for code in ("id", "en")}
    assert len(paths) == 4


def test_without_a_place_for_it_nothing_is_kept(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    assert len(cached_index(TEXT, "id", None)) == len(cached_index(TEXT, "id", in_the_way)) == 10
