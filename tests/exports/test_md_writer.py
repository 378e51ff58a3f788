from hypothesis import given
from hypothesis import strategies as st

from qualcode.exports.blocks import BlockQuote, Grid, GridColumn, Report
from qualcode.exports.md_writer import escaped, render


def made(*blocks: BlockQuote | Grid) -> str:
    return render(Report("T", "id", blocks)).decode()


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


@given(st.text(alphabet="ab *_`[]<>|#~&\\-+.)1\n"))
def test_escaping_only_adds_backslashes(text: str) -> None:
    plain = escaped(text)
    assert plain.replace("\\\\", "\0").replace("\\", "").replace("\0", "\\") == text
