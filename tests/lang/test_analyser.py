"""What every language's analysis keeps to."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.lang.analyser import WORDS, analyser
from qualcode.lang.spelling import fold

LATIN = st.text(st.characters(max_codepoint=0x2FF), max_size=30)


@pytest.mark.parametrize(
    ("keyword", "word"),
    [
        ("train", "training"),
        ("train", "trainers"),
        ("sell", "sold"),
        ("market", "marketing"),
        ("empower", "empowerment"),
        ("license", "licences"),
        ("program", "programme's"),
        ("learn", "learnt"),
    ],
)
def test_an_english_root_finds_its_family(keyword: str, word: str) -> None:
    wanted = analyser("en").word(keyword)
    assert wanted.is_base
    assert wanted.families[0] in analyser("en").word(word).families


@pytest.mark.parametrize(
    ("keyword", "same", "other"),
    [
        ("marketing", "Marketing’s", "market"),
        ("training", "trainings", "trained"),
        ("organisation", "organizations", "organise"),
        ("community", "communities", "commune"),
    ],
)
def test_a_derived_english_word_finds_itself_and_its_plural(keyword: str, same: str, other: str) -> None:
    wanted = analyser("en").word(keyword)
    assert not wanted.is_base
    assert analyser("en").word(same).lemma == wanted.lemma
    assert analyser("en").word(other).lemma != wanted.lemma


def test_a_plural_keyword_stands_for_its_singular() -> None:
    assert analyser("en").word("loans").is_base


def test_a_language_without_data_knows_words_as_they_are_written() -> None:
    word = analyser("xx").word("Kāri’s")
    assert (word.fold, word.lemma, word.families) == ("kāri's", "kāri's", ("kāri's",))


@pytest.mark.parametrize(
    ("written", "pieces"),
    [
        ("ibu-ibunya", ["ibu-ibunya"]),
        ("di-share", ["di-share"]),
        ("WA-nya", ["WA-nya"]),
        ("tolong-menolong", ["tolong-menolong"]),
        ("non-tunai", ["non", "tunai"]),
        ("tak-tok-tak", ["tak", "tok", "tak"]),
    ],
)
def test_a_hyphen_joins_repetition_and_affixes_only(written: str, pieces: list[str]) -> None:
    assert [piece for _, piece in analyser("id").pieces(written)] == pieces


@given(st.text(max_size=12), st.sampled_from(["id", "en", "xx"]))
def test_any_word_can_be_analysed(text: str, code: str) -> None:
    for match in WORDS.finditer(text):
        for offset, piece in analyser(code).pieces(match[0]):
            assert match[0][offset:].startswith(piece)
            word = analyser(code).word(piece)
            assert word.fold
            assert word.lemma
            assert word.families or not word.is_base


@given(LATIN)
def test_folding_forgets_case_and_composition(text: str) -> None:
    for match in WORDS.finditer(text):
        folded = fold(match[0])
        assert fold(folded) == folded
        assert fold(unicodedata.normalize("NFD", match[0])) == folded
        assert fold(match[0][0] + "\u00ad" + match[0][1:]) == folded


@pytest.mark.parametrize(
    "word", ["1.500,00", "16", "W1", "don’t", "Jum'at", "ibu2", "pela\u00adtih", "cafe\u0301"]
)
def test_a_word_is_found_whole(word: str) -> None:
    assert WORDS.findall(f"({word}), ") == [word]
