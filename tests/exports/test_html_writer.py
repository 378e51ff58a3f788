import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from qualcode.exports.blocks import BlockQuote, Grid, GridColumn, Report
from qualcode.exports.html_writer import render


def made(*blocks: BlockQuote | Grid) -> str:
    return render(Report("<T>", "id", blocks)).decode()


def test_a_page_loads_nothing_from_elsewhere() -> None:
    page = made(BlockQuote("kata", "W1.1"))
    assert not re.search(r"<script|<link|src=|href=|url\(|@import", page)
    assert '<html lang="id">' in page
    assert "<title>&lt;T&gt;</title>" in page


def test_a_table_has_a_header_that_print_repeats() -> None:
    page = html.fromstring(made(Grid("Kutipan", (GridColumn("a", 9, numeric=True),), [("1",), ("2",)])))
    (table,) = page.findall(".//table")
    assert [cell.text for cell in table.findall("thead/tr/th")] == ["a"]
    assert [cell.text for cell in table.findall("tbody/tr/td")] == ["1", "2"]
    assert "table-header-group" in html.tostring(page).decode()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")))
def test_a_quotation_is_read_back_as_it_was_said(text: str) -> None:
    page = html.fromstring(made(BlockQuote(text, "W1.1")).encode(), parser=html.HTMLParser(encoding="utf-8"))
    expected = re.sub("[\ufdd0-\ufdef]", "\ufffd", text)
    assert (page.findtext(".//blockquote") or "") == expected
