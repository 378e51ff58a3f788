"""Measuring a method on sources that it has not learnt from."""

import numpy as np
import pytest

from qualcode.suggest.arrays import NO, UNKNOWN, YES
from qualcode.suggest.evaluation import ask, curve, figures
from qualcode.suggest.material import Material
from tests.suggest.materials import study


def test_what_the_sources_share_is_found_in_each() -> None:
    material, labels = study()
    found = figures(material.groups, ask(material, labels, labels), labels)
    assert found.micro.value > 0.95
    assert [code.support for code in found.codes] == [12, 12]
    assert all(code.enough and code.sources == 3 for code in found.codes)


def test_a_source_is_never_measured_with_what_was_learnt_from_it() -> None:
    """Each source has words of its own for the code and for its absence: no other can teach them."""
    words = ["aaaa", "bbbb", "cccc", "dddd", "eeee", "ffff"]
    texts = [words[2 * source + turn % 2] for source in range(3) for turn in range(8)]
    labels = np.array([[YES], [NO]] * 12, dtype=np.int8)
    material = Material(texts=texts, groups=[f"W{place // 8}" for place in range(24)])
    chances = ask(material, labels, labels).chances[:, 0]
    assert chances[::2] == pytest.approx(chances[1::2])


def test_another_coder_is_the_truth_where_that_is_asked() -> None:
    material, labels = study()
    other = labels.copy()
    other[:, 1] = NO
    found = figures(material.groups, ask(material, labels, other), other)
    assert found.codes[1].support == found.codes[1].right == 0
    assert found.codes[1].proposed > 8


def test_what_is_not_known_is_not_measured() -> None:
    material, labels = study()
    truth = labels.copy()
    truth[labels[:, 0] == NO, 0] = UNKNOWN
    found = figures(material.groups, ask(material, labels, truth), truth)
    assert found.codes[0].proposed == found.codes[0].right


def test_one_example_is_too_few_to_say_anything() -> None:
    material, labels = study()
    labels[np.flatnonzero(labels[:, 0] == YES)[1:], 0] = NO
    found = figures(material.groups, ask(material, labels, labels), labels)
    assert not found.codes[0].enough
    assert found.codes[1].enough


def test_the_curve_begins_with_nothing_learnt() -> None:
    points = curve(*study())
    assert [(point.learnt, point.codings) for point in points] == [(0, 0), (1, 8), (2, 16)]
    assert points[-1].micro > points[0].micro
