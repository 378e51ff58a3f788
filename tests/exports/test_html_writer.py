import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from qualcode.exports.blocks import (
    Block,
    BlockQuote,
    Foreign,
    Grid,
    GridColumn,
    Paragraph,
    Picture,
    Ref,
    Report,
)
from qualcode.exports.html_writer import render
from qualcode.settings import Dress


def made(*blocks: Block, dress: Dress | None = None) -> str:
    return render(Report("<T>", "id", blocks), dress).decode()


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


def test_a_picture_is_within_the_page_and_referred_to_by_its_number() -> None:
    picture = Picture("Kurva", "<svg/>", b"", 'naik "lagi"', key="curve")
    page = html.fromstring(
        made(Paragraph(("Lihat ", Ref("curve"), ".")), picture, dress=Dress(source="Kami"))
    )
    (image,) = page.findall(".//img")
    assert image.get("alt") == 'naik "lagi"'
    assert (image.get("src") or "").startswith("data:image/svg+xml;base64,")
    (link,) = page.findall(".//a")
    assert (link.text, link.get("href")) == ("Gambar 1", "#curve")
    assert page.xpath("string(.//*[@id='curve'])") == "\nGambar 1. KurvaKami"


def test_foreign_words_and_a_translation_are_told_apart() -> None:
    assert "<i>software</i>" in made(Paragraph(("lewat ", Foreign("software"))))
    page = html.fromstring(made(BlockQuote("Dari kawan.", "W1.1", translation="From a friend.")))
    assert [each.text for each in page.findall(".//blockquote")] == ["Dari kawan.", "From a friend."]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")))
def test_a_quotation_is_read_back_as_it_was_said(text: str) -> None:
    page = html.fromstring(made(BlockQuote(text, "W1.1")).encode(), parser=html.HTMLParser(encoding="utf-8"))
    expected = re.sub("[\ufdd0-\ufdef]", "\ufffd", text)
    assert (page.findtext(".//blockquote") or "") == expected
