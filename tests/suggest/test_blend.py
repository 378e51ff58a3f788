"""Methods that learn: from few examples, from none, from contradictory ones."""

from dataclasses import replace

import numpy as np
import pytest

from qualcode.suggest.arrays import NO, UNKNOWN, YES, Labels
from qualcode.suggest.blend import score
from qualcode.suggest.material import Material, folds_of
from tests.suggest.materials import asked, study

NEW = ["Modal saya dari koperasi.", "Ada pelatihan desain.", "Cuaca panas sekali."]


def test_what_was_coded_is_found_in_a_source_not_yet_read() -> None:
    found = score(*asked(*study(), NEW))
    chances = found.chances[-3:]
    assert chances[0].argmax() == 0
    assert chances[1].argmax() == 1
    assert chances[2].max() < 0.6 * min(chances[0, 0], chances[1, 1])
    assert found.proposed[-3:-1].tolist() == [[True, False], [False, True]]


def test_the_same_material_gives_the_same_chances() -> None:
    first, second = (score(*asked(*study(), NEW)).chances for _ in range(2))
    assert first.tobytes() == second.tobytes()


def test_what_was_read_is_judged_by_other_sources_alone() -> None:
    """A passage that was left uncoded in one source is proposed where the same was coded in the others."""
    material, labels = study()
    missed = labels.copy()
    missed[material.texts.index("Modalnya habis. 2"), 0] = NO
    assert score(material, missed).proposed[material.texts.index("Modalnya habis. 2"), 0]


def test_without_codings_the_keywords_decide() -> None:
    material, labels = study()
    hits = np.zeros(labels.shape)
    hits[0, 0] = 0.7
    unknown = np.full_like(labels, UNKNOWN)
    found = score(replace(material, keywords=hits), unknown)
    assert np.argwhere(found.proposed).tolist() == [[0, 0]]


def test_without_codings_keywords_and_model_nothing_is_said() -> None:
    material, labels = study()
    assert not score(material, np.full_like(labels, UNKNOWN)).proposed.any()


def few(labels: Labels) -> Labels:
    kept = np.full_like(labels, UNKNOWN)
    kept[:3] = labels[:3]
    return kept


def one_example(labels: Labels) -> Labels:
    kept = labels.copy()
    kept[np.flatnonzero(labels[:, 0] == YES)[1:], 0] = NO
    return kept


def everywhere(labels: Labels) -> Labels:
    kept = labels.copy()
    kept[:, 0] = YES
    return kept


def only_positives(labels: Labels) -> Labels:
    return np.where(labels == YES, YES, UNKNOWN).astype(np.int8)


@pytest.mark.parametrize("change", [few, one_example, everywhere, only_positives])
def test_odd_codings_give_chances_all_the_same(change: "type[Labels]") -> None:
    material, labels = study()
    chances = score(material, change(labels)).chances
    assert np.isfinite(chances).all()
    assert ((chances >= 0) & (chances <= 1)).all()


def test_a_code_that_every_passage_has_is_expected_everywhere() -> None:
    material, labels = asked(*study(), NEW)
    labels[:-3, 0] = YES
    assert (score(material, labels).chances[-3:, 0] > 0.8).all()


@pytest.mark.parametrize("words", ["", " ", "...", "modal " * 20_000])
def test_empty_and_endless_passages_do_no_harm(words: str) -> None:
    found = score(*asked(*study(), [words, *NEW]))
    assert found.proposed[-3:-1].tolist() == [[True, False], [False, True]]


def test_texts_without_a_word_are_no_reason_to_stop() -> None:
    material = Material(texts=["?", "!"] * 6, groups=["W1", "W2"] * 6)
    labels = np.array([[YES], [NO]] * 6, dtype=np.int8)
    assert np.isfinite(score(material, labels).chances).all()


def test_a_source_lies_in_one_fold_whole() -> None:
    groups = ["W1"] * 5 + ["W2"] * 3 + ["W3"] * 4
    folds = folds_of(groups, np.ones(12, dtype=bool))
    assert [len({fold for fold, each in zip(folds, groups, strict=True) if each == name})
            for name in ("W1", "W2", "W3")] == [1, 1, 1]  # fmt: skip
    assert len(set(folds.tolist())) == 3


def test_one_source_alone_is_divided_by_stretches() -> None:
    folds = folds_of(["W1"] * 10, np.ones(10, dtype=bool))
    assert folds.tolist() == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]
