"""Random queries."""

from hypothesis import strategies as st

from qualcode.query.nodes import And, Condition, Everything, How, Not, OfCode, Or, Query, Related, Where

NAMES = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1).filter(
    lambda name: name.strip() and ":" not in name and name != "*"
)
VALUES = st.text(st.characters(blacklist_categories=["Cs"]), max_size=8)

TESTS = st.one_of(
    st.builds(Condition, st.sampled_from(["negative", "pinned"])),
    st.builds(
        Condition,
        st.sampled_from(["kind", "case", "source", "speaker", "review", "reference"]),
        st.sampled_from(["=", "!="]),
        st.lists(VALUES, min_size=1, max_size=3).map(tuple),
    ),
    st.builds(Condition, st.sampled_from(["text", "memo"]), st.just("~"), st.tuples(VALUES)),
    st.builds(
        Condition,
        st.sampled_from(["case", "source"]),
        st.sampled_from(["=", "<", "<=", ">", ">="]),
        st.tuples(VALUES),
        NAMES,
    ),
)
CODES = st.one_of(
    st.just(Everything()),
    st.builds(OfCode, NAMES, st.just("") | NAMES, st.booleans()),
)


def conditions(tests: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    return st.recursive(tests, _joined, max_leaves=4)


def queries(
    codes: st.SearchStrategy[Query], tests: st.SearchStrategy[Query], *, max_leaves: int = 6
) -> st.SearchStrategy[Query]:
    def grown(parts: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
        related = st.one_of(
            st.builds(Related, parts, st.sampled_from([How.OVERLAPS, How.WITHIN]), parts),
            st.builds(Related, parts, st.just(How.NEAR), parts, st.integers(0, 4)),
        )
        return _joined(parts) | related | st.builds(Where, parts, conditions(tests))

    return st.recursive(codes | tests, grown, max_leaves=max_leaves)


def _joined(parts: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.builds(And, several) | st.builds(Or, several) | st.builds(Not, parts)
