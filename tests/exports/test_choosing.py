import pytest

from qualcode.errors import UsageError
from qualcode.exports.choosing import chosen_columns

KNOWN = ["reference", "case", "quotation"]


def test_columns_come_in_the_order_asked_for_with_their_widths() -> None:
    assert chosen_columns(["quotation : 60", "reference"], KNOWN) == {"quotation": 60, "reference": 0}


def test_a_column_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(UsageError, match=r"no column quote .*reference case quotation"):
        chosen_columns(["quote:60"], KNOWN)


@pytest.mark.parametrize(
    "asked", ["quotation:", "quotation:wide", "quotation:0", "quotation:-3", "quotation:1e9"]
)
def test_a_width_is_a_number_of_characters(asked: str) -> None:
    with pytest.raises(UsageError, match=r"width of quotation .*quotation:60"):
        chosen_columns([asked], KNOWN)
