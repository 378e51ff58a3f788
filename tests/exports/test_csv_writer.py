import csv
import io

from qualcode.exports.csv_writer import render
from qualcode.tables.columns import CODINGS
from tests.tables.sample import ASTUTI, HERMAN, codings


def test_csv_has_names_and_values_as_they_are() -> None:
    rows = list(csv.DictReader(io.StringIO(render(codings()).decode())))
    assert list(rows[0]) == [column.name for column in CODINGS]
    assert [row["quotation"] for row in rows[:2]] == [HERMAN, ASTUTI]
    assert (rows[0]["kind"], rows[0]["turn"], rows[1]["negative"]) == ("interview", "8", "True")
    assert rows[-1]["turn"] == rows[-1]["time"] == ""


def test_excel_is_told_that_it_is_utf8_on_request() -> None:
    assert render(codings(), columns=["case"], bom=True).startswith(b"\xef\xbb\xbfcase\nHerman\n")
