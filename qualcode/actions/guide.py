"""The interview guide (pedoman wawancara) and its grid, for the appendix."""

from pathlib import Path

from qualcode.actions.rows import read_rows
from qualcode.exports.appendix import Part, table_part
from qualcode.exports.blocks import Paragraph
from qualcode.locale import translator
from qualcode.readers import read

TABLES = (".csv", ".tsv", ".xlsx")


def guide_part(path: Path, *, language: str) -> Part:
    """Make a part of a file with the guide: a table as it is (its grid), anything else as running text.

    Raises
    ------
    FileProblem
        It cannot be read.
    """
    tr = translator(language)
    heading = tr("Interview guide")
    if path.suffix.lower() not in TABLES:
        lines = (line.strip() for line in read(path).text.split("\n"))
        return Part(title=heading, blocks=tuple(Paragraph(line) for line in lines if line))
    import pandas as pd

    rows = [row for _, row in read_rows(path)]
    frame = pd.DataFrame(rows, dtype="str").rename(columns=lambda name: name[:1].upper() + name[1:])
    return table_part(frame.fillna(""), heading, language=language)
