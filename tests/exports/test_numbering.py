from qualcode.exports.blocks import Grid, GridColumn, Heading, Picture, Ref, Report
from qualcode.exports.numbering import numbers_of
from qualcode.settings import Dress

TABLE = Grid("Kasus", (GridColumn("a", 9),), [], key="cases")
BARE = Grid("", (GridColumn("a", 9),), [])
PICTURE = Picture("Kurva", "", b"", "naik", key="curve")
REPORT = Report("T", "id", (BARE, TABLE, PICTURE, TABLE))


def shown(dress: Dress, language: str = "id") -> list[str]:
    report = Report("T", language, REPORT.blocks)
    return [number.shown for number in numbers_of(report, dress).in_order]


def test_tables_and_pictures_are_counted_apart_and_what_has_no_caption_not_at_all() -> None:
    assert shown(Dress()) == ["Tabel 1", "Gambar 1", "Tabel 2"]
    assert shown(Dress(), "en") == ["Table 1", "Figure 1", "Table 2"]


def test_the_chapter_comes_first_where_there_is_one() -> None:
    assert shown(Dress(chapter="IV")) == ["Tabel IV.1", "Gambar IV.1", "Tabel IV.2"]


def test_captions_follow_the_pattern() -> None:
    dress = Dress(table="Lampiran {number}", figure="Figure A{number}:")
    assert shown(dress) == ["Lampiran 1", "Figure A1:", "Lampiran 2"]
    assert [each.label for each in numbers_of(REPORT, dress).in_order] == ["Lampiran", "Figure", "Lampiran"]


def test_what_shares_a_label_shares_its_count() -> None:
    dress = Dress(table="Lampiran {number}", figure="Lampiran {number}")
    assert shown(dress) == ["Lampiran 1", "Lampiran 2", "Lampiran 3"]


def test_a_reference_shows_the_number_or_what_it_says_without_one() -> None:
    numbers = numbers_of(REPORT, Dress())
    assert numbers.shown(Ref("curve")) == "Gambar 1"
    assert numbers.shown(Ref("none", "lampiran")) == "lampiran"


def test_a_part_of_an_appendix_counts_its_own() -> None:
    parts = (Heading("A", part=3), TABLE, TABLE, PICTURE, Heading("B", part=4), BARE, TABLE)
    dress = Dress(table="Tabel L{part}.{number}", chapter="5")
    numbers = numbers_of(Report("T", "id", parts), dress).in_order
    assert [each.shown for each in numbers] == ["Tabel L3.1", "Tabel L3.2", "Gambar 5.1", "Tabel L4.1"]
    assert [each.anew for each in numbers] == [False, False, False, True]


def test_where_there_are_no_parts_the_chapter_stands_for_them() -> None:
    assert shown(Dress(table="Tabel {part}.{number}", chapter="IV"))[0] == "Tabel IV.1"
    assert shown(Dress(table="Tabel {part}.{number}"))[2] == "Tabel 1.2"
