import io
import zipfile

import docx
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from qualcode.exports.blocks import (
    Block,
    BlockQuote,
    Foreign,
    Grid,
    GridColumn,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Ref,
    Report,
)
from qualcode.exports.docx_writer import STRETCH, render
from qualcode.settings import Dress
from tests.exports.test_docx_schema import png

NARROW = (GridColumn("Kode", 15), GridColumn("n", 9, numeric=True))


THESIS = Dress(chapter="4", source="Sumber: Hasil wawancara")


def read(*blocks: Block, dress: Dress | None = None) -> Document:
    return docx.Document(io.BytesIO(render(Report("Lampiran 3", "id", blocks), dress)))


def shown(document: Document) -> list[str]:
    """The text of each paragraph, with what its fields show."""
    return [
        str(etree.tostring(each._p, method="text", encoding="unicode", with_tail=False))
        for each in document.paragraphs
    ]


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


def test_word_counts_the_tables_of_each_part_of_an_appendix_anew() -> None:
    grid = Grid("Kutipan", NARROW, [("a", "1")])
    dress = Dress(table="Tabel L{part}.{number}")
    document = read(Heading("A", part=1), grid, grid, Heading("B", part=2), grid, dress=dress)
    fields = document.element.xpath("//w:p[w:pPr/w:pStyle/@w:val='Caption']/w:fldSimple")
    assert [each.xpath("string(.)") for each in fields] == ["1", "2", "1"]
    assert ["\\r 1" in each.get(qn("w:instr")) for each in fields] == [False, False, True]


def test_a_table_is_named_where_the_text_refers_to_it_and_counted_by_word() -> None:
    document = read(
        Paragraph(("Lihat ", Ref("cases"), " dan ", Ref("none", "lampiran lain"), ".")),
        Grid("Lain", NARROW, []),
        Grid("Kasus", NARROW, [], key="cases"),
        dress=THESIS,
    )
    assert shown(document)[1] == "Lihat Tabel 4.2 dan lampiran lain."
    (name,) = document.paragraphs[1]._p.xpath("./w:fldSimple/@w:instr")
    (marked,) = document.element.xpath(f"//w:bookmarkStart[@w:name='{name.split()[1]}']/..")
    assert "Tabel 4.2. Kasus" in etree.tostring(marked, method="text", encoding="unicode")


def test_below_a_table_stands_where_it_comes_from() -> None:
    other = Grid("Lain", NARROW, [], source="Sumber: BPS (2023)")
    silent = Grid("Diam", NARROW, [], source="")
    document = read(Grid("Kasus", NARROW, []), other, silent, dress=THESIS)
    styles = {each.text: each.style.name for each in document.paragraphs if each.style and each.text}
    assert styles["Sumber: Hasil wawancara"] == styles["Sumber: BPS (2023)"] == "Source line"
    assert len([text for text in shown(document) if text.startswith("Sumber")]) == 2


def test_a_long_table_is_divided_and_goes_on_under_the_same_number() -> None:
    document = read(
        Grid("Kutipan", NARROW, [("a", "1")] * (STRETCH + 1)), Grid("Lain", NARROW, []), dress=THESIS
    )
    assert [len(table.rows) - 1 for table in document.tables] == [STRETCH, 1, 0]
    captions = [text for text in shown(document) if "Tabel" in text]
    assert captions == ["Tabel 4.1. Kutipan", "Lanjutan Tabel 4.1", "Tabel 4.2. Lain"]
    (goes_on,) = (each._p for each in document.paragraphs if each.text.startswith("Lanjutan"))
    assert goes_on.xpath("./w:pPr/w:pageBreakBefore")
    assert [each for each in goes_on.xpath("./w:fldSimple/@w:instr") if "SEQ" in each] == []


def test_the_last_row_stays_with_the_line_below() -> None:
    (table,) = read(Grid("Kutipan", NARROW, [("a", "1"), ("b", "2")]), dress=THESIS).tables
    kept = [bool(row.cells[0].paragraphs[0]._p.xpath("./w:pPr/w:keepNext")) for row in table.rows]
    assert kept == [False, False, True]


def test_a_row_that_no_page_could_hold_may_split() -> None:
    (table,) = read(Grid("Kutipan", NARROW, [("kata " * 2000, "1"), ("x" * 40, "2")])).tables
    assert len(table.rows[1].cells[0].text) == 10_000
    assert [bool(row._tr.xpath("./w:trPr/w:cantSplit")) for row in table.rows] == [True, False, True]


def test_a_table_without_titles_has_no_header_row_and_without_a_caption_no_number() -> None:
    document = read(Grid("", (GridColumn("", 15), GridColumn("", 20)), [("Nama", "Zul")]))
    assert [cell.text for row in document.tables[0].rows for cell in row.cells] == ["Nama", "Zul"]
    assert "Tabel" not in " ".join(shown(document))


def test_a_picture_fits_the_page_says_what_it_shows_and_has_its_caption_below() -> None:
    document = read(Picture("Kurva", "<svg/>", png(3000, 9000), "Kurva yang naik"), dress=THESIS)
    (shape,) = document.inline_shapes
    section = document.sections[0]
    assert section.page_height
    assert shape.height < section.page_height
    assert round(shape.height / shape.width, 2) == 3
    assert shape._inline.docPr.get("descr") == "Kurva yang naik"
    assert shown(document)[-2:] == ["Gambar 4.1. Kurva", "Sumber: Hasil wawancara"]


def test_foreign_words_are_italic_only_where_marked() -> None:
    document = read(Paragraph(("lewat ", Foreign("software"), " itu")))
    assert [(run.text, run.italic) for run in document.paragraphs[1].runs] == [
        ("lewat ", None),
        ("software", True),
        (" itu", None),
    ]


def test_words_from_right_to_left_are_set_so() -> None:
    document = read(BlockQuote("بسم الله", "W1.1"), Paragraph("kata بسم الله itu"))
    quote, _, mixed = document.paragraphs[1:]
    assert quote._p.xpath("./w:pPr/w:bidi")
    assert mixed._p.xpath("./w:pPr/w:bidi") == []
    assert [(run.text, bool(run.font.rtl)) for run in mixed.runs] == [
        ("kata ", False),
        ("بسم الله", True),
        (" itu", False),
    ]


def test_a_translation_stands_under_the_words_that_were_said() -> None:
    document = read(BlockQuote("Dari kawan.", "W1.1", translation="From a friend."))
    assert shown(document)[1:] == ["Dari kawan.", "From a friend.", "W1.1"]


def test_what_follows_a_page_break_begins_a_page_without_an_empty_line() -> None:
    document = read(Paragraph("satu"), PageBreak(), Heading("dua"))
    breaks = [bool(each._p.xpath("./w:pPr/w:pageBreakBefore")) for each in document.paragraphs]
    assert breaks == [False, False, True]


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


def test_equal_reports_give_equal_bytes() -> None:
    report = Report("T", "id", (Grid("K", NARROW, [("a", "1")]), Picture("P", "", png(), "p")))
    assert render(report, THESIS) == render(report, THESIS)


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
