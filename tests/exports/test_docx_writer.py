import io
import zipfile

import docx
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from qualcode.exports.blocks import BlockQuote, Grid, GridColumn, Heading, Paragraph, Report
from qualcode.exports.docx_writer import render

NARROW = (GridColumn("Kode", 15), GridColumn("n", 9, numeric=True))


def read(*blocks: Heading | Paragraph | BlockQuote | Grid) -> Document:
    return docx.Document(io.BytesIO(render(Report("Lampiran 3", "id", blocks))))


def test_the_header_row_repeats_and_no_row_splits() -> None:
    (table,) = read(Grid("Kutipan", NARROW, [("a", "1"), ("b", "2")])).tables
    flags = [[flag.tag for flag in row._tr.trPr] for row in table.rows]
    assert flags == [[qn("w:cantSplit"), qn("w:tblHeader")], [qn("w:cantSplit")], [qn("w:cantSplit")]]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Kode", "n"],
        ["a", "1"],
        ["b", "2"],
    ]


def test_columns_have_widths_that_fill_the_page() -> None:
    document = read(Grid("Kutipan", NARROW, [("a", "1")]))
    section = document.sections[0]
    widths = [column.width for column in document.tables[0].columns]
    assert section.page_width
    assert section.left_margin
    assert abs(sum(width or 0 for width in widths) - (section.page_width - 2 * section.left_margin)) < 1000


def test_a_caption_is_numbered_by_word_and_stands_above_its_table() -> None:
    document = read(Grid("Kutipan", NARROW, [("a", "1")]))
    (caption,) = [each._p for each in document.paragraphs if each.style and each.style.name == "Caption"]
    assert etree.tostring(caption, method="text", encoding="unicode") == "Tabel 1. Kutipan"
    assert caption.xpath("./w:fldSimple/@w:instr") == [r" SEQ Tabel \* ARABIC "]
    assert caption.xpath("local-name(following-sibling::*[1])") == "tbl"


def test_headings_and_quotations_have_words_own_styles() -> None:
    document = read(Heading("Tahap", 1), BlockQuote("kata", "W1.1"), Paragraph("m", "ana"))
    names = [(each.style.name if each.style else "", each.text) for each in document.paragraphs]
    assert names == [
        ("Title", "Lampiran 3"),
        ("Heading 1", "Tahap"),
        ("Quote", "kata"),
        ("Quotation source", "W1.1"),
        ("Normal", "ana: m"),
    ]


def test_a_wide_table_turns_the_page() -> None:
    wide = tuple(GridColumn(str(number), 20) for number in range(8))
    for columns, turned in ((NARROW, False), (wide, True)):
        section = read(Grid("", columns, [("x",) * len(columns)])).sections[0]
        assert section.page_width
        assert section.page_height
        assert (section.page_width > section.page_height) == turned


def test_nothing_in_the_file_says_when_or_by_which_program_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(render(Report("T", "en", ())))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        core = archive.read("docProps/core.xml").decode()
    assert "python-docx" not in core
    assert "2000-01-01" in core


def test_every_part_is_well_formed() -> None:
    data = render(
        Report("T & <x>", "en", (BlockQuote('<&"', "\x0b\x00"), Grid("<&", NARROW, [("<&\t\n", "1")])))
    )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))


@settings(max_examples=15, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")))
def test_words_are_read_back_as_they_were_said(text: str) -> None:
    document = read(Grid("", NARROW, [(text, "1")]), BlockQuote(text, "W1.1"))
    assert document.tables[0].rows[1].cells[0].text == text
    assert document.paragraphs[-2].text == text
