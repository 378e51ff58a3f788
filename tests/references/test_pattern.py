import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.errors import UsageError
from qualcode.references import DEFAULT_PATTERN, FIELDS, check_pattern, reference


def test_the_default_names_source_and_turn() -> None:
    check_pattern(DEFAULT_PATTERN)
    assert reference(DEFAULT_PATTERN, {"source": "W1-zul", "turn": 12}) == "W1-zul.12"


@pytest.mark.parametrize(
    ("pattern", "fields", "expected"),
    [
        ("{source}.{turn}", {"source": "D1", "turn": None}, "D1"),
        ("{case}.{turn}", {"case": "", "turn": 4}, "4"),
        ("{source}.{case}.J{answer}", {"source": "O1", "answer": 3}, "O1.J3"),
        ("{source} ({time}) {turn}", {"source": "W1", "time": None, "turn": 2}, "W1 2"),
        ("[{source}]", {"source": "W1"}, "[W1]"),
        ("{{{source}}}", {"source": "W1"}, "{W1}"),
        ("{source}:{line:04}", {"source": "W1", "line": 31}, "W1:0031"),
        ("(baris {line})", {"line": (41, 46)}, "(baris 41-46)"),
        ("(baris {line:03})", {"line": (41, 41)}, "(baris 041)"),
        ("{case} ({gender})", {"case": "Zul", "gender": "L"}, "Zul (L)"),
        ("{case} {date:%d/%m/%Y}", {"case": "Zul", "date": "12 Maret 2024"}, "Zul 12/03/2024"),
        ("{case} {date}", {"case": "Zul", "date": "12 Maret 2024"}, "Zul 12 Maret 2024"),
        ("{source}@{time}", {"source": "W1", "time": 61.9}, "W1@0:01:01"),
    ],
)
def test_a_missing_value_takes_its_separator_along(
    pattern: str, fields: dict[str, object], expected: str
) -> None:
    check_pattern(pattern)
    assert reference(pattern, fields) == expected


@pytest.mark.parametrize(
    ("pattern", "complaint"),
    [
        ("{tturn}", "no field {tturn}"),
        ("{source.__class__}", "no field {source.__class__}"),
        ("{}", "no field {}"),
        ("{source!r}", "no such format"),
        ("{source:03}", "no such format"),
        ("{turn:>9}", "no such format"),
        ("{date:%H}", "no such format"),
        ("{date:03}", "no such format"),
        ("{case:%d}", "no such format"),
        ("{source", "do not pair"),
        ("W1", "has no field"),
    ],
)
def test_a_wrong_pattern_is_refused_and_the_known_fields_are_named(pattern: str, complaint: str) -> None:
    with pytest.raises(UsageError) as refused:
        check_pattern(pattern)
    assert complaint in str(refused.value)
    assert "{source}" in str(refused.value) or "{turn}" in str(refused.value)


@given(st.lists(st.sampled_from(FIELDS), unique=True, min_size=1), st.data())
def test_no_separator_is_left_at_either_end(names: list[str], data: st.DataObject) -> None:
    given_names = data.draw(st.sets(st.sampled_from(names)))
    filled = reference(".".join(f"{{{name}}}" for name in names), dict.fromkeys(given_names, "x"))
    assert filled == ".".join("x" for name in names if name in given_names)
