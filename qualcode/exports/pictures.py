"""Pictures in documents and in files of their own."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.exports import csv_writer, xlsx_writer
from qualcode.exports.blocks import Block, Paragraph, Picture
from qualcode.exports.files import write_file
from qualcode.exports.registry import check_suffix

if TYPE_CHECKING:
    from qualcode.charts import Figure

SUFFIXES = (".html", ".json", ".png", ".svg", ".csv", ".xlsx")
"""What a picture can be written as; the last two hold its numbers."""


def charts_blocks(figures: "Iterable[Figure]") -> Iterator[Block]:
    """Yield each picture with how to read it; its title is its caption."""
    from qualcode.charts import rendered

    for figure in figures:
        picture = rendered(figure.captioned)
        yield Picture(caption=figure.title, svg=picture.svg, png=picture.png, alt=figure.alt)
        yield Paragraph(" ".join(_ended(note) for note in figure.notes), quiet=True)


def check_picture(path: Path) -> None:
    """Refuse a file that no picture can be written as; raises `UsageError`."""
    check_suffix(path, SUFFIXES)


def write_figure(figure: "Figure", path: Path, *, width: float | None = None) -> None:
    """Write a picture to a file of the kind its suffix says; .csv and .xlsx hold its numbers.

    Parameters
    ----------
    figure
        The picture. Same picture, same bytes.
    path
        The file; replaced in one step.
    width
        Of the picture in centimetres; by default as it comes out.

    Raises
    ------
    UsageError
        Unknown suffix.
    FileProblem
        The file cannot be written.
    """
    check_picture(path)
    suffix = path.suffix.lower()
    if suffix == ".csv":
        data = csv_writer.render(figure.numbers)
    elif suffix == ".xlsx":
        data = xlsx_writer.render(
            figure.numbers, title=figure.title, language=figure.language, notes=figure.notes
        )
    else:
        from qualcode.charts import written

        data = written(figure, suffix, width=width)
    write_file(path, data)


def _ended(note: str) -> str:
    return note if note.endswith(".") else f"{note}."
