from hypothesis import given
from hypothesis import strategies as st

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
from qualcode.exports.md_writer import escaped, render
from qualcode.settings import Dress


def made(*blocks: Block, dress: Dress | None = None) -> str:
    return render(Report("T", "id", blocks), dress).decode()


def test_a_pipe_or_line_break_in_a_cell_does_not_break_the_table() -> None:
    text = made(Grid("Kutipan", (GridColumn("a", 9), GridColumn("n", 9, numeric=True)), [("x|y\nz", "1")]))
    assert text.splitlines()[2:] == [
        "**Tabel 1.** Kutipan",
        "",
        "| a | n |",
        "| --- | --: |",
        r"| x\|y<br>z | 1 |",
    ]


def test_a_quotation_of_several_lines_stays_one_quotation() -> None:
    assert made(BlockQuote("satu\n\ndua", "W1.3 (Zul)", ("Memo: m",))).splitlines()[2:] == [
        "> satu<br><br>dua",
        ">",
        "> — W1.3 (Zul)",
        ">",
        "> Memo: m",
    ]


def test_a_picture_is_told_and_referred_to_by_its_number() -> None:
    picture = Picture("Kurva", "<svg/>", b"", "Kurva yang *naik*.", key="curve")
    text = made(Paragraph(("Lihat ", Ref("curve"), ".")), picture, dress=Dress(source="Sumber: kami"))
    assert text.splitlines()[2:] == [
        "Lihat Gambar 1.",
        "",
        r"*Kurva yang \*naik\*.*",
        "",
        "**Gambar 1.** Kurva",
        "",
        "*Sumber: kami*",
    ]


def test_foreign_words_and_a_translation_are_told_apart() -> None:
    assert "lewat *software*" in made(Paragraph(("lewat ", Foreign("software"))))
    assert made(BlockQuote("Dari kawan.", "W1.1", translation="From a friend.")).splitlines()[2:5] == [
        "> Dari kawan.",
        ">",
        "> From a friend.",
    ]


@given(st.text(alphabet="ab *_`[]<>|#~&\\-+.)1\n"))
def test_escaping_only_adds_backslashes(text: str) -> None:
    plain = escaped(text)
    assert plain.replace("\\\\", "\0").replace("\\", "").replace("\0", "\\") == text
