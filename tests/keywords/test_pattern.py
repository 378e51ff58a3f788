"""Keywords are understood, or refused with the place of the fault."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.errors import KeywordSyntaxError
from qualcode.keywords import Match, Term, parse


@pytest.mark.parametrize(
    ("keyword", "terms"),
    [
        ("latih", [Term("latih")]),
        ("  media   sosial ", [Term("media"), Term("sosial")]),
        ("=media sosial", [Term("media", Match.EXACT), Term("sosial", Match.EXACT)]),
        ("= DANA", [Term("DANA", Match.EXACT)]),
        ("promosi*", [Term("promosi", Match.PREFIX)]),
        ("ikut promo* gratis", [Term("ikut"), Term("promo", Match.PREFIX), Term("gratis")]),
        ("S.E.", [Term("S"), Term("E")]),
        ("non-tunai", [Term("non-tunai")]),
    ],
)
def test_words_of_a_phrase(keyword: str, terms: list[Term]) -> None:
    assert parse(keyword).phrases == (tuple(terms),)


def test_two_phrases_near_each_other() -> None:
    pattern = parse("tidak tahu ~3 pelatihan")
    assert [[term.word for term in phrase] for phrase in pattern.phrases] == [
        ["tidak", "tahu"],
        ["pelatihan"],
    ]
    assert pattern.within == 3


def test_exact_holds_on_both_sides_of_a_tilde() -> None:
    pattern = parse("=WA ~2 grup")
    assert all(term.match is Match.EXACT for phrase in pattern.phrases for term in phrase)


def test_a_regular_expression_takes_any_case() -> None:
    regex = parse(r"/rp\s*\d+/").regex
    assert regex is not None
    assert regex.search("Rp 500")


@pytest.mark.parametrize(
    ("keyword", "position", "says"),
    [
        ("", 0, "missing"),
        ("  ?! ", 2, "missing"),
        ("=", 1, "missing"),
        ("latih ~3", 8, "missing"),
        ("~3 latih", 0, "missing"),
        ("latih ~ gratis", 6, "number"),
        ("latih ~0 gratis", 6, "number"),
        ("a ~1 b ~2 c", 7, "only one"),
        ("pro*mosi", 3, "end a word"),
        ("promosi *", 8, "end a word"),
        ("*", 0, "missing"),
        ("=promosi*", 8, "exact"),
        ("/abc", 4, "end with"),
        ("//", 1, "empty"),
        ("/(abc/", 1, "not a regular expression"),
    ],
)
def test_a_fault_is_named_with_its_place(keyword: str, position: int, says: str) -> None:
    with pytest.raises(KeywordSyntaxError, match=says) as caught:
        parse(keyword)
    assert caught.value.position == position


@given(st.text(st.sampled_from("ab~3*=/ -.\n(["), max_size=12))
def test_every_keyword_is_understood_or_refused(keyword: str) -> None:
    try:
        pattern = parse(keyword)
    except KeywordSyntaxError as error:
        place = error.position
    else:
        place = 0
        assert pattern.regex is not None or all(pattern.phrases)
    assert 0 <= place <= len(keyword)
