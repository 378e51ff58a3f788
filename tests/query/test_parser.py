import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.errors import QueryProblem
from qualcode.query import Query, parse
from tests.query.strategies import CODES, TESTS, queries


@settings(max_examples=60, deadline=None)
@given(queries(CODES, TESTS))
def test_a_query_that_is_written_out_is_understood_as_it_was(query: Query) -> None:
    assert parse(str(query)) == query


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("stage:awareness and strategy:*", "stage:awareness AND strategy:*"),
        ("sadar DAN modal ATAU takut", "sadar AND modal OR takut"),
        ("sadar tanpa modal", "sadar AND NOT modal"),
        ("sadar BUKAN modal", "sadar AND NOT modal"),
        ("sadar NOT modal", "sadar AND NOT modal"),
        ("a dalam b", "a WITHIN b"),
        ("a dekat/3 b", "a NEAR/3 b"),
        ("a beririsan b", "a OVERLAPS b"),
        ("a dengan jenis = wawancara", "a WHERE kind = wawancara"),
        ("WHERE kasus='Pak Zul'", '* WHERE case = "Pak Zul"'),
        ("tanggal≥2024", "date >= 2024"),
        ("kind == interview", "kind = interview"),
        ("menentang", "negative"),
        ("(a)", "a"),
        ('"and"', '"and"'),
        ('stage:"Hak untuk dibina"', '"stage:Hak untuk dibina"'),
        ("code = =awareness", 'code = "=awareness"'),
        ('case."Jenis usaha" = dagang', 'case."Jenis usaha" = dagang'),
        ("text ~ 'kata ''latih'''", "text ~ \"kata 'latih'\""),
        ("source = W1*, W2*", "source = W1*, W2*"),
        ("case.'Jenis usaha' = dagang", 'case."Jenis usaha" = dagang'),
        ("case = Zul's", "case = Zul's"),
    ],
)
def test_both_languages_and_the_usual_ways_of_writing_are_understood(written: str, meant: str) -> None:
    assert str(parse(written)) == meant


def test_relations_bind_closest_then_not_then_and_then_or_then_where() -> None:
    assert parse("NOT a OVERLAPS b AND c OR d WHERE negative") == parse(
        "(((NOT (a OVERLAPS b)) AND c) OR d) WHERE negative"
    )


@pytest.mark.parametrize(
    ("query", "position", "says"),
    [
        ("", 0, "the query is empty"),
        ("  ", 0, "the query is empty"),
        ("a AND", 5, "a code or a condition is missing"),
        ("AND a", 0, "a code or a condition is missing"),
        ("a OR (b AND c", 5, "the bracket is not closed"),
        ("a OR b)", 6, "no bracket was opened"),
        ("modal usaha", 6, "usaha stands alone"),
        ("(modal usaha)", 7, "usaha stands alone"),
        ("a NEAR b", 2, "it does not say how near"),
        ("a NEAR/x b", 2, "it does not say how near"),
        ("a WHERE b", 8, "b is no condition"),
        ("a WHERE kind = interview AND b", 29, "b is no condition"),
        ("a WHERE *", 7, "* is no condition"),
        ("kin = interview", 0, "did you mean kind?"),
        ("foo.bar = 1", 0, "codings have no foo.bar"),
        ("coder.name = rani", 0, "codings have no coder.name"),
        ("negative = yes", 0, "negative takes no value"),
        ("kind =", 6, "a value is missing"),
        ("kind = AND a", 7, "a value is missing"),
        ("kind > interview", 5, "only dates, turns and attributes"),
        ("date > 2024, 2025", 5, "several values are neither more nor less"),
        ("kind ~ interview", 5, "~ searches the words of text"),
        ("a AND 'b", 6, "the quotation mark is not closed"),
        ("a ! b", 2, "! means nothing here"),
        ("stage:", 6, "a code is missing"),
        ("= ", 1, "a code is missing"),
        ("(" * 500 + "a" + ")" * 500, 60, "too much stands in brackets"),
        ("NOT " * 500 + "a", 240, "too much stands in brackets"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(query: str, position: int, says: str) -> None:
    with pytest.raises(QueryProblem) as caught:
        parse(query)
    assert says in str(caught.value)
    assert (caught.value.position, caught.value.text) == (position, query)


@settings(max_examples=60, deadline=None)
@given(queries(CODES, TESTS), st.integers(0, 60), st.integers(0, 5))
def test_no_text_brings_the_parser_down(query: Query, at: int, many: int) -> None:
    text = str(query)[:at] + str(query)[at + many :]
    try:
        parse(text)
    except QueryProblem as problem:
        caught = problem.position
    else:
        caught = 0
    assert 0 <= caught <= len(text)
