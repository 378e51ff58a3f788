from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.references.dates import date_of, parsed, written


@pytest.mark.parametrize(
    "text",
    ["12 Maret 2024", "Selasa, 12 Maret 2024", "12 Mar 2024", "12 mar. 2024", "12/03/2024", "12-3-24",
     "12.03.2024", "2024-03-12", "2024-03-12 10:30", "March 12, 2024", "12th of March 2024",
     "Tuesday 12 March 2024"],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert parsed(text) == date(2024, 3, 12)


@pytest.mark.parametrize(
    "text", ["", "kemarin", "31/02/2024", "minggu ketiga Maret", "2024", "12 Maretttt 2024"]
)
def test_what_is_no_day_is_shown_as_it_is(text: str) -> None:
    assert parsed(text) is None
    assert written(text, "%d/%m/%Y", "id") == text


@pytest.mark.parametrize(("text", "month"), [("3 Agt 2024", 8), ("3 Nopember 2024", 11), ("3 Mei 2024", 5)])
def test_months_have_their_older_names_too(text: str, month: int) -> None:
    assert parsed(text) == date(2024, month, 3)


def test_the_date_goes_by_several_names_and_the_surest_counts() -> None:
    assert date_of({"Waktu": "pagi", "Hari/Tanggal": "Selasa, 12 Maret 2024"}) == "Selasa, 12 Maret 2024"
    assert date_of({"DATE": "2024-03-12"}) == "2024-03-12"
    assert date_of({"Tempat": "toko", "tanggal": ""}) == ""


@settings(max_examples=40)
@given(st.integers(0, 36_000), st.sampled_from(["%d/%m/%Y", "%d %B %Y", "%Y-%m-%d", "%d %b %Y"]),
       st.sampled_from(["id", "en"]))  # fmt: skip
def test_a_date_written_in_any_format_is_read_again(days: int, form: str, language: str) -> None:
    day = date(1950, 1, 1) + timedelta(days)
    assert parsed(written(day.isoformat(), form, language)) == day
