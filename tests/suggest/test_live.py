"""Scores that follow each decision."""

import numpy as np
import pytest

from qualcode.suggest.arrays import YES, Floats, Labels
from qualcode.suggest.blend import score
from qualcode.suggest.live import Live
from qualcode.suggest.material import Material
from tests.suggest.materials import asked, study

NEW = ["Beli mesin jahit baru.", "Mesin jahit itu mahal.", "Ada pelatihan desain.", "Cuaca panas sekali."]


@pytest.fixture
def new() -> tuple[Material, Labels]:
    return asked(*study(), NEW)


def live(material: Material, labels: Labels) -> Live:
    return Live(material, labels, score(material, labels))


def learnt(material: Material, labels: Labels, passage: int) -> Floats:
    """What a fit anew comes to with one decision more."""
    more = labels.copy()
    more[passage] = (YES, 0)
    chances: Floats = score(material, more).chances[:, 0]
    return chances


def test_what_is_like_an_accepted_passage_becomes_likelier(new: tuple[Material, Labels]) -> None:
    scores = live(*new)
    before = scores.chances(0)[-4:]
    scores.decide(len(new[0]) - 4, 0, fits=True)
    after = scores.chances(0)[-4:]
    assert after[1] > before[1]
    assert after[1] - before[1] > after[3] - before[3]


def test_what_is_like_a_rejected_passage_becomes_less_likely(new: tuple[Material, Labels]) -> None:
    scores = live(*new)
    before = scores.chances(1)[-4:]
    scores.decide(len(new[0]) - 2, 1, fits=False)
    assert scores.chances(1)[-2] < before[-2]


def test_other_codes_are_left_alone(new: tuple[Material, Labels]) -> None:
    scores = live(*new)
    before = scores.chances(1)
    scores.decide(len(new[0]) - 4, 0, fits=True)
    assert (scores.chances(1) == before).all()


def test_a_step_goes_the_way_of_a_fit_anew(new: tuple[Material, Labels]) -> None:
    passage = len(new[0]) - 4
    scores = live(*new)
    before = scores.chances(0)
    moved = scores.decide(passage, 0, fits=True)[-4:] - before[-4:]
    anew = learnt(*new, passage)[-4:] - before[-4:]
    assert moved[1] * anew[1] > 0
    assert np.abs(moved[1:] - anew[1:]).max() < 0.35


def test_a_decision_can_be_taken_back(new: tuple[Material, Labels]) -> None:
    scores = live(*new)
    before = scores.chances(0)
    scores.decide(3, 0, fits=False)
    scores.take_back()
    scores.take_back()
    assert (scores.chances(0) == before).all()


def test_a_changed_keyword_scores_anew(new: tuple[Material, Labels]) -> None:
    material, labels = new
    hits = np.zeros(labels.shape)
    hits[: len(labels) - 4][labels[:-4] == YES] = 0.6
    keyed = Material(material.texts, material.groups, keywords=hits)
    scores = Live(keyed, labels, score(keyed, labels))
    before = scores.chances(0)
    now = hits[:, 0].copy()
    now[-4] = 0.6
    after = scores.say("keywords", 0, before=hits[:, 0], now=now)
    assert after[-4] > before[-4]
