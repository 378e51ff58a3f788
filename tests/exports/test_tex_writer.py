import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.exports.blocks import (
    Block,
    BlockQuote,
    Foreign,
    Grid,
    GridColumn,
    Heading,
    Paragraph,
    Picture,
    Ref,
    Report,
)
from qualcode.exports.tex_writer import escaped, render
from qualcode.settings import Dress

HARD = "50% & $1_000 {ya} ~^\\ #1 <a> \"b\" --- `` '' ?` [x] *y"
TABLE = Grid(
    "Kutipan & kode",
    (GridColumn("Kutipan", 60), GridColumn("Jumlah", 9, numeric=True)),
    [(f"{HARD}\n[baris] dua", "1"), ("", "2")],
    key="t:1",
)
QUOTE = BlockQuote("satu\n\ndua", "W1.3 (Zul)", ("Memo: m",), translation="one two")
BLOCKS: tuple[Block, ...] = (
    Heading("Sadar & tahu"),
    Paragraph(("Lihat ", Ref("t:1"), ", ", Foreign("branding"), ".")),
    TABLE,
    QUOTE,
    Picture("Gambar", "<svg/>", b"", "Batang: 3 & 4."),
)


def made(*blocks: Block, dress: Dress | None = None) -> str:
    return render(Report("Judul", "id", blocks), dress).decode()


def test_a_table_runs_over_pages_with_its_header_repeated() -> None:
    text = made(TABLE)
    assert text.count(r"\textbf{Kutipan} & \textbf{Jumlah}") == 2
    assert r"\caption{Kutipan \& kode}\label{t-1}" in text
    assert text.index(r"\endfirsthead") < text.index(r"\endhead") < text.index("50\\%")


def test_what_the_study_says_below_its_tables_stands_below_them() -> None:
    assert r"{\small Sumber: peneliti\par}" in made(TABLE, dress=Dress(source="Sumber: peneliti"))


def test_a_table_is_named_by_the_number_that_latex_gives_it() -> None:
    assert r"Lihat Tabel~\ref{t-1}" in made(Paragraph(("Lihat ", Ref("t:1"))), TABLE)
    assert "Lihat lampiran." in made(Paragraph(("Lihat ", Ref("none", "lampiran"), ".")))


@given(st.text(alphabet="ab \\{}$&#%_^~<>|\"`'-?!,"))
def test_no_special_character_is_left_bare(text: str) -> None:
    bare = re.sub(r"\\(?:text[a-z]+|quad)\{\}|\\[{}$&#%_]|\{\}", ".", escaped(text))
    assert not re.search(r'[\\{}$&#%_^~<>|"`]|--|\'\'', bare)


@pytest.mark.skipif(not shutil.which("xelatex"), reason="there is no XeLaTeX here to set it with")
def test_latex_sets_it_without_an_error(tmp_path: Path) -> None:
    (tmp_path / "part.tex").write_bytes(render(Report("Judul", "id", BLOCKS)))
    (tmp_path / "whole.tex").write_text(
        r"\documentclass{article}\usepackage{array,booktabs,longtable}\begin{document}\input{part}\end{document}"
    )
    command = ["xelatex", "-interaction=nonstopmode", "-halt-on-error", "whole.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
