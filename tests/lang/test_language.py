"""The data of the languages agrees with itself."""

import re

import pytest

from qualcode.lang import language
from qualcode.lang.lexicon import lexicon
from qualcode.lang.spelling import fold
from qualcode.model import Role


@pytest.mark.parametrize("code", ["id", "en"])
def test_words_are_listed_in_their_folded_form(code: str) -> None:
    data = language(code)
    for word in {*data.stop_words, *data.fillers, *data.variants, *data.bases, *data.known}:
        assert word == fold(word)


@pytest.mark.parametrize("code", ["id", "en"])
def test_a_standard_spelling_has_no_other(code: str) -> None:
    data = language(code)
    assert not [word for word in data.variants.values() if word in data.variants]


@pytest.mark.parametrize("code", ["id", "en"])
def test_labels_name_one_role_each_but_for_single_letters(code: str) -> None:
    labels = [label for each in language(code).speaker_labels.values() for label in each if len(label) > 1]
    assert len(labels) == len(set(labels))
    assert Role.INTERVIEWER in language(code).speaker_labels


def test_respellings_are_patterns() -> None:
    for pattern, _ in language("id").respellings:
        assert re.compile(pattern)


def test_the_table_is_not_believed_where_the_base_does_not_show() -> None:
    assert lexicon("id").bases.get("tahuku") is None
    assert lexicon("id").bases["menari"] == "tari"


def test_an_unknown_language_assumes_nothing() -> None:
    assert language("xx").code == "xx"
    assert lexicon("xx").roots == frozenset()
