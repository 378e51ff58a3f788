from typing import TypeVar

from qualcode.exports.blocks import Block, BlockQuote, Grid, Heading, Paragraph
from qualcode.exports.indicators import indicators_blocks
from qualcode.exports.themes import themes_blocks
from qualcode.exports.triangulation import SHORT, triangulation_blocks
from qualcode.tables import Companions, Note, Summary, Triangulation, of_codes
from qualcode.tables.quotations import Quotation
from qualcode.tables.triangulation import Angle
from tests.tables.sample import CODEBOOK, codings
from tests.tables.themes import themes

B = TypeVar("B", bound=Block)


def of_kind(blocks: list[Block], kind: type[B]) -> list[B]:
    return [block for block in blocks if isinstance(block, kind)]


def cells(*findings: Triangulation, language: str = "en") -> list[dict[str, str]]:
    """The rows of a triangulation, each by title of its column."""
    (grid,) = of_kind(list(triangulation_blocks(findings, language=language)), Grid)
    return [dict(zip((column.title for column in grid.columns), row, strict=True)) for row in grid.rows]


def test_a_summary_says_that_no_negative_case_was_marked() -> None:
    blocks = list(themes_blocks([Summary(title="Modal")], language="en"))
    assert Paragraph("No negative case has been marked.", quiet=True) in blocks


def test_a_summary_gives_counts_kinds_quotations_with_reference_and_memos() -> None:
    note = {CODEBOOK.codes[0].id: [Note(text="lihat lapangan", coder="ana")]}
    blocks = list(themes_blocks(of_codes(codings(), CODEBOOK, memos=note), language="en"))
    counts = "informants: 3; sources: 3; passages: 4; codings: 5 (with sub-codes)"
    assert Paragraph(counts, "Borne by") in blocks
    counts = "informants: 1; sources: 1; passages: 1; codings: 1"
    assert Paragraph(counts, "Spoken against by") in blocks
    assert Paragraph("interview (4)", "Kinds of source in support") in blocks
    assert Paragraph("lihat lapangan", "ana") in blocks
    first = of_kind(blocks, BlockQuote)[0]
    assert (first.source, first.notes) == ("W1-zul.6 (Zul, interview)", ("Condensation: Belajar mandiri",))


def test_nothing_is_said_of_nothing() -> None:
    assert list(themes_blocks([], language="id")) == []


def test_a_triangulation_has_the_columns_of_a_thesis() -> None:
    found = [each.triangulation for each in themes() if each.triangulation]
    row, _ = cells(*found, language="id")
    assert list(row) == ["Temuan", "Wawancara", "Observasi", "Dokumentasi", "Kesimpulan"]
    assert row["Temuan"] == "Dari rumah ke bengkel\n\nBelajar sendiri mendahului pelatihan."
    assert row["Wawancara"].startswith("Sejalan. Pak Zul mengatakannya sendiri.\n\n“Saya belajar sendiri")
    assert "Menentang: “Dulu sayo" in row["Wawancara"]
    assert row["Observasi"] == "Melengkapi.\n\n“Peserta mencoba mesin cetak satu per satu.” (O1-aula)"
    assert row["Dokumentasi"] == "— (tidak ada sumber jenis ini dalam penelitian)"
    assert row["Kesimpulan"] == "Sejalan: wawancara.\nMelengkapi: observasi.\n\nCukup didukung."


def test_a_kind_that_nobody_judged_is_not_called_aligned() -> None:
    support = Quotation(reference="W1.2", text="Kami dilatih.")
    finding = Triangulation(
        title="Dilatih",
        claim="",
        angles=(
            Angle(kind="interview", quotations=(support,)),
            Angle(kind="document", absence="unread"),
        ),
    )
    (row,) = cells(finding)
    assert row["Interviews"] == "“Kami dilatih.” (W1.2)"
    assert row["Documentation"] == "— (not yet coded through)"
    assert row["Conclusion"] == "Not judged yet: interview."


def test_a_long_quotation_is_shortened_between_words_and_says_so() -> None:
    long = Quotation(reference="W1.2", text="kata " * SHORT)
    (row,) = cells(Triangulation(title="t", claim="", angles=(Angle(kind="interview", quotations=(long,)),)))
    assert row["Interviews"].endswith("kata […]” (W1.2)")
    assert len(row["Interviews"]) < SHORT + 20


def test_a_translation_stands_behind_the_words_that_were_said() -> None:
    said = Quotation(reference="W1.2", text="Kami dilatih.", translation="We were trained.", negative=True)
    (row,) = cells(Triangulation(title="t", claim="", angles=(Angle(kind="interview", quotations=(said,)),)))
    assert row["Interviews"] == "Against: “Kami dilatih.” “We were trained.” (W1.2)"


def test_what_goes_along_is_laid_out_case_by_case_with_the_coders_summaries() -> None:
    blocks = list(themes_blocks(themes("en")[:1], language="en"))
    grid = next(each for each in of_kind(blocks, Grid) if each.caption.startswith("What goes along"))
    assert [column.title for column in grid.columns] == ["Code", "Astuti", "Herman", "Zul", "Informants"]
    assert grid.rows == [
        ["Motivation", "0", "0", "1", "1"],
        ["\u2003+ Marketing systems", "–", "–", "1", "1"],
        ["Capacity building", "0", "0", "1", "1"],
        ["\u2003+ Marketing systems", "–", "–", "1", "1"],
    ]
    assert Paragraph("Mau mandiri sejak awal.", "Zul × Motivation (ana)") in blocks


def test_the_sections_of_a_theme_follow_one_another_as_an_argument_does() -> None:
    blocks = list(themes_blocks(themes("en")[:1], language="en"))
    assert [block.text for block in of_kind(blocks, Heading)] == [
        "Dari rumah ke bengkel",
        "Quotations",
        "Speaks against",
        "Triangulation of sources",
        "What goes along",
        "Memos",
    ]


def test_a_table_of_few_cases_stands_upright_and_one_of_many_lies_down() -> None:
    def wide(*cases: str) -> bool:
        blocks = list(indicators_blocks(Companions(cases=cases), of="t", language="en"))
        return of_kind(blocks, Grid)[0].wide

    assert not wide("Pak Zul", "Pak Herman", "Bu Astuti", "Bapak Anda Rahan, S.E.", "Ibu Lina", "Bu Darmi")
    assert wide(*(f"Informan {number}" for number in range(12)))
