import pandas as pd
import pytest

from qualcode.exports.blocks import MARGIN, Block, Grid, GridColumn, Heading, Report
from qualcode.exports.layout import INDENT, table_report, worded
from qualcode.tables import frequencies, matrix
from tests.tables.sample import CODEBOOK, KEYS, ROWS, codings, coverage


def of_kind(report: Report, kind: type[Block]) -> list[Block]:
    return [block for block in report.blocks if isinstance(block, kind)]


def grids(report: Report) -> list[Grid]:
    return [block for block in report.blocks if isinstance(block, Grid)]


def titles(grid: Grid) -> list[str]:
    return [column.title for column in grid.columns]


def test_coded_passages_get_one_table_per_code_under_its_framework() -> None:
    report = table_report(codings(), heading="Lampiran 3", language="id", codes=KEYS)
    assert of_kind(report, Heading)[:2] == [Heading("Tahap pemberdayaan", 1), Heading("Penyadaran", 2)]
    assert len(grids(report)) == 4
    assert grids(report)[1].caption == "Penyadaran > Sosialisasi (pengodean: 3; informan: 2)"


def test_sections_follow_the_codebook_whatever_the_order_of_the_rows() -> None:
    shuffled = codings((*ROWS[::-1], ("marketing", *ROWS[0][1:]))).iloc[::-1].reset_index(drop=True)
    report = table_report(shuffled, heading="", language="id", codes=KEYS)
    assert [grid.caption.split(" (")[0] for grid in grids(report)] == [
        CODEBOOK.path(code, "id") for code in CODEBOOK.codes
    ]


def test_without_a_codebook_sub_codes_still_follow_the_code_above() -> None:
    report = table_report(codings(ROWS[::-1]), heading="", language="id")
    assert [grid.caption.split(" (")[0] for grid in grids(report)] == [
        "Pengkapasitasan",
        "Penyadaran",
        "Penyadaran > Motivasi",
        "Penyadaran > Sosialisasi",
    ]


def test_a_column_that_says_nothing_is_left_out() -> None:
    report = table_report(codings(ROWS[5:6]), heading="", language="en")
    assert titles(grids(report)[0]) == ["Reference", "Informant", "Quotation", "Condensation"]


def test_the_columns_asked_for_are_shown_whatever_they_hold() -> None:
    report = table_report(
        codings(), heading="", language="en", columns=["review", "quotation", "time"], codes=KEYS
    )
    assert titles(grids(report)[0]) == ["Review", "Quotation", "Time"]
    assert grids(report)[0].rows[0][2] == "0:12:34"


def test_a_matrix_of_many_cases_goes_on_in_the_next_table() -> None:
    cases = [f"Informan {number}" for number in range(15)]
    shown = matrix(codings(), CODEBOOK, cases, coverage({})).shown()
    first, second = grids(table_report(shown, heading="Matriks", language="id", notes=["keterangan"]))
    assert titles(first)[0] == titles(second)[0] == "Kode"
    assert [*titles(first)[1:], *titles(second)[1:]] == cases
    assert (len(titles(first)), len(titles(second))) == (9, 8)
    assert second.caption == "Matriks (lanjutan)"


def test_frequencies_show_paths_and_not_keys_and_numbers_in_the_documents_language() -> None:
    table = frequencies(codings(), CODEBOOK, language="id")
    (grid,) = grids(table_report(table.assign(codings=1234), heading="", language="id"))
    assert titles(grid) == ["Kode", "Kerangka", "Informan", "Sumber", "Pengodean"]
    assert grid.rows[0][-1] == "1.234"


def test_in_documents_sub_codes_are_indented_below_the_code_above_them() -> None:
    (grid,) = grids(table_report(frequencies(codings(), CODEBOOK, language="id"), heading="", language="id"))
    assert [row[0] for row in grid.rows][:4] == [
        "Penyadaran",
        f"{INDENT}Sosialisasi",
        f"{INDENT}Motivasi",
        "Pengkapasitasan",
    ]


def test_whether_a_passage_speaks_against_is_a_column_only_where_one_does() -> None:
    frame = codings()
    there = grids(table_report(frame, heading="", language="en", codes=KEYS))
    none = grids(table_report(frame.assign(negative=False), heading="", language="en", codes=KEYS))
    assert {"Speaks against" in titles(grid) for grid in there} == {True}
    assert {"Speaks against" in titles(grid) for grid in none} == {False}


def test_words_of_ours_are_translated_and_a_quotation_never_changes() -> None:
    frame = codings()
    shown = worded(frame, "id")
    assert set(shown["kind"]) == {"wawancara", "observasi"}
    assert set(shown["negative"]) == {"", "ya"}
    assert shown["quotation"].tolist() == frame["quotation"].tolist()


def test_a_value_without_a_word_of_ours_is_shown_as_it_is() -> None:
    assert worded(pd.DataFrame({"kind": ["diary"]}), "id")["kind"].tolist() == ["diary"]


def test_a_study_without_codes_has_its_report() -> None:
    assert table_report(codings(()), heading="Tabel", language="id").blocks == ()


def test_the_tables_of_coded_passages_have_the_same_columns_in_the_same_widths() -> None:
    first, *rest = grids(table_report(codings(), heading="", language="en", codes=KEYS))
    assert rest
    assert {(tuple(titles(grid)), tuple(grid.shares(90)), grid.wide) for grid in rest} == {
        (tuple(titles(first)), tuple(first.shares(90)), first.wide)
    }


def test_a_width_that_somebody_asked_for_is_kept() -> None:
    report = table_report(
        codings(), heading="", language="en", columns=["reference", "quotation"], widths={"quotation": 70}
    )
    reference, quotation = grids(report)[0].columns
    assert (reference.fixed, quotation.fixed, quotation.width) == (False, True, 70)


def test_columns_have_room_for_their_longest_word_and_running_text_shares_the_rest() -> None:
    columns = (GridColumn("Informan", 15), GridColumn("Kutipan", 60), GridColumn("Memo", 30))
    narrow, quotation, memo = Grid("", columns, [("Zul", "kata " * 40, "x")]).shares(100)
    assert narrow == pytest.approx((len("Informan") + MARGIN) / 100)
    assert quotation > memo > 0.06
    assert narrow + quotation + memo == pytest.approx(1)


def test_columns_of_more_words_than_a_page_has_room_for_still_share_it() -> None:
    grid = Grid("", tuple(GridColumn("pengembangan", 9) for _ in range(20)), [])
    assert grid.shares(50) == pytest.approx([1 / 20] * 20)
