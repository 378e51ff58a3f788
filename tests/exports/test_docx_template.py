import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.styles.style import ParagraphStyle

from qualcode.errors import FileProblem
from qualcode.exports.blocks import Block, BlockQuote, Grid, GridColumn, Heading, Paragraph, Report
from qualcode.exports.docx_writer import render
from qualcode.settings import Dress
from tests.exports.templates import UNIVERSITY, appendix, thesis

NARROW = (GridColumn("Kode", 15), GridColumn("n", 9, numeric=True))
WIDE = tuple(GridColumn(f"Kolom {number}", 20) for number in range(8))
TABLE = Grid("Kasus", NARROW, [("a", "1")])
MATRIX = Grid("Matriks", WIDE, [("x",) * len(WIDE)])


def made(dress: Dress, *blocks: Block) -> Document:
    return docx.Document(io.BytesIO(render(Report("Lampiran 3", "id", blocks), dress)))


def styles(document: Document) -> dict[str, str]:
    return {each.text: each.style.name or "" for each in document.paragraphs if each.style and each.text}


def test_a_template_gives_styles_page_and_header_and_its_text_goes(tmp_path: Path) -> None:
    document = made(
        Dress(template=thesis(tmp_path / "t.docx")), Paragraph("Isi."), BlockQuote("kata", "W1.1")
    )
    assert "Hapus teks contoh ini." not in styles(document)
    assert document.tables == []
    assert styles(document)["kata"] == "Kutipan"
    (section,) = document.sections
    assert UNIVERSITY in section.header.paragraphs[0].text
    assert section.left_margin
    assert round(section.left_margin.cm, 1) == 4


def test_styles_are_those_that_the_user_names(tmp_path: Path) -> None:
    named = {"heading1": "judul bab", "caption": "Keterangan Tabel"}
    dress = Dress(template=thesis(tmp_path / "t.docx"), styles=named)
    found = styles(made(dress, Heading("Tahap", 1), Heading("Sadar", 2), TABLE))
    assert found["Tahap"] == "Judul Bab"
    assert found["Sadar"] == "Heading 2"
    assert "Keterangan Tabel" in found.values()


def test_a_style_that_word_shows_under_another_name_is_found_by_it(tmp_path: Path) -> None:
    document = docx.Document()
    heading = document.styles["Heading 1"].element
    aliases = OxmlElement("w:aliases")
    aliases.set(qn("w:val"), "Judul Bab")
    heading.insert_element_before(aliases, "w:basedOn")
    document.save(str(tmp_path / "t.docx"))
    dress = Dress(template=tmp_path / "t.docx", styles={"heading1": "Judul Bab"})
    assert styles(made(dress, Heading("Tahap", 1)))["Tahap"] == "Heading 1"


def test_a_style_that_is_missing_is_named_with_those_there_are(tmp_path: Path) -> None:
    dress = Dress(template=thesis(tmp_path / "t.docx"), styles={"quote": "Kutipan Blok"})
    with pytest.raises(FileProblem, match=r"t\.docx: .*'Kutipan Blok'.* for quote .*Judul Bab, .*Kutipan"):
        made(dress)


def test_styles_of_ours_take_the_font_and_the_size_of_the_template(tmp_path: Path) -> None:
    document = made(Dress(template=thesis(tmp_path / "t.docx")), TABLE)
    text = document.styles["Table text"]
    assert isinstance(text, ParagraphStyle)
    assert text.font.size
    assert (text.font.name, text.font.size.pt) == (None, 10.5)
    assert text.paragraph_format.first_line_indent == 0


def test_a_table_can_have_a_style_of_the_template(tmp_path: Path) -> None:
    dress = Dress(template=appendix(tmp_path / "t.docx"), styles={"table": "Light Grid"})
    (table,) = made(dress, TABLE).tables
    assert table.style
    assert table.style.name == "Light Grid"
    assert table._tbl.tblPr.xpath("./w:tblBorders") == []


def test_the_report_goes_where_the_template_says_and_the_rest_stays(tmp_path: Path) -> None:
    document = made(Dress(template=appendix(tmp_path / "t.docx")), Paragraph("Isi."))
    texts = [each.text for each in document.paragraphs if each.text]
    assert texts == [
        "LAMPIRAN DATA", "Pengantar lampiran.", "Lampiran 3", "Isi.", "Penutup lampiran.",
        "Riwayat hidup penulis.",
    ]  # fmt: skip


@pytest.mark.parametrize(("template", "sections"), [(thesis, "PLP"), (appendix, "PPLPP")])
def test_the_page_turns_for_what_is_wide_and_back(
    tmp_path: Path, template: Callable[[Path], Path], sections: str
) -> None:
    blocks = (Paragraph("Isi."), Heading("Matriks", 1), MATRIX, Paragraph("Lanjut."), TABLE)
    document = made(Dress(template=template(tmp_path / "t.docx")), *blocks)
    assert ways(document) == sections
    turned = document.sections[sections.index("L")]
    assert turned.page_width
    assert turned.page_height
    assert turned.page_width > turned.page_height


@pytest.mark.parametrize(
    ("blocks", "sections"),
    [
        ((Heading("Matriks"), MATRIX), "L"),
        ((TABLE, Heading("Matriks"), Paragraph("m"), MATRIX, Paragraph("k", quiet=True)), "PL"),
        ((Heading("Matriks"), MATRIX, Heading("Lain"), MATRIX, Heading("Kasus"), TABLE), "LP"),
        ((TABLE, MATRIX, TABLE, MATRIX), "PLPL"),
        ((TABLE, TABLE), "P"),
    ],
)
def test_what_leads_to_a_wide_table_turns_with_it(blocks: tuple[Block, ...], sections: str) -> None:
    assert ways(made(Dress(), *blocks)) == sections


def test_a_page_lies_or_stands_throughout_where_the_user_says_so() -> None:
    assert ways(made(Dress(orientation="portrait"), TABLE, MATRIX)) == "P"
    assert ways(made(Dress(orientation="landscape"), TABLE, MATRIX)) == "L"


def test_only_the_first_of_divided_sections_begins_numbering(tmp_path: Path) -> None:
    template = docx.Document()
    section = template.sections[0]
    section.different_first_page_header_footer = True
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "5")
    section._sectPr.xpath("./w:cols")[0].addprevious(numbers)
    template.save(str(tmp_path / "t.docx"))
    document = made(Dress(template=tmp_path / "t.docx"), TABLE, MATRIX, Paragraph("Lanjut."))
    assert [each.different_first_page_header_footer for each in document.sections] == [True, False, False]
    starts = [each._sectPr.xpath("./w:pgNumType/@w:start") for each in document.sections]
    assert starts == [["5"], [], []]


def test_a_turned_page_is_bound_at_its_upper_edge(tmp_path: Path) -> None:
    document = made(Dress(template=thesis(tmp_path / "t.docx")), MATRIX)
    (section,) = document.sections
    sides = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
    assert [round(side.cm) for side in sides if side is not None] == [4, 4, 3, 3]


def test_a_dotx_is_a_template_too(tmp_path: Path) -> None:
    old, new = thesis(tmp_path / "t.docx"), tmp_path / "t.dotx"
    with zipfile.ZipFile(old) as source, zipfile.ZipFile(new, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            target.writestr(entry, data.replace(b"document.main+xml", b"template.main+xml"))
    assert UNIVERSITY in made(Dress(template=new)).sections[0].header.paragraphs[0].text


@pytest.mark.parametrize("data", [b"", b"{\\rtf1}", b"PK\x03\x04", "spreadsheet"])
def test_a_template_that_is_no_word_document_is_refused(tmp_path: Path, data: bytes | str) -> None:
    path = tmp_path / "t.docx"
    if isinstance(data, bytes):
        path.write_bytes(data)
    else:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(FileProblem, match=r"t\.docx: the template is not a Word document \(open it in Word"):
        made(Dress(template=path))


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"t\.docx: there is no such template"):
        made(Dress(template=tmp_path / "t.docx"))


def ways(document: Document) -> str:
    """Say of each section whether its pages stand (P) or lie (L)."""
    return "".join("L" if each.orientation == WD_ORIENT.LANDSCAPE else "P" for each in document.sections)
