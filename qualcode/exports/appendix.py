"""An appendix: parts strung together into one document, or into the sheets of one workbook."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from qualcode.exports import xlsx_writer
from qualcode.exports.blocks import (
    Block,
    BlockQuote,
    Grid,
    GridColumn,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Report,
)
from qualcode.exports.disguised import Disguising, disguised, disguised_frame, unchanged
from qualcode.exports.files import write_file
from qualcode.exports.layout import worded
from qualcode.exports.registry import REPORTS, check_suffix, write_report
from qualcode.exports.xlsx_writer import Sheet
from qualcode.locale import translator
from qualcode.settings import Dress
from qualcode.tables.columns import column, is_ours, title

SUFFIXES = (*REPORTS, ".xlsx")
"""What an appendix can be."""

NARROWEST, WIDEST = 8, 40
"""Characters across a column whose width nobody set."""

LEAST = {"quotation": 0.34, "condensation": 0.18}
"""Shares of the width that what was said, and what it comes to, get at least, whatever stands beside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many tables a part has, with how many rows in all, how many quotations and pictures."""

    tables: int
    rows: int
    quotations: int
    pictures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of an appendix.

    Attributes
    ----------
    title
        In the language of the document.
    blocks
        What it holds; headings count from 1.
    frame
        The same as a table, for a workbook; None for running text, which a workbook leaves out.
    notes
        Lines below that table.
    """

    title: str
    blocks: tuple[Block, ...]
    frame: pd.DataFrame | None = None
    notes: Sequence[str] = ()

    @property
    def size(self) -> Size:
        """How much a reader will find in it."""
        grids = [block for block in self.blocks if isinstance(block, Grid) and block.caption]
        return Size(
            tables=len(grids),
            rows=sum(len(grid.rows) for grid in grids),
            quotations=sum(isinstance(block, BlockQuote) for block in self.blocks),
            pictures=sum(isinstance(block, Picture) for block in self.blocks),
        )


def write_appendix(
    parts: Sequence[Part],
    path: Path,
    *,
    heading: str,
    language: str,
    first: int = 1,
    dress: Dress | None = None,
    disguise: Disguising = unchanged,
) -> None:
    """Write parts to one file: each begins a page of a document, or is a sheet of a workbook.

    Parameters
    ----------
    parts
        In the order wanted. Same parts, same bytes.
    path
        A file of a kind in `SUFFIXES`.
    heading
        The document's title.
    language
        Of its words.
    first
        The number of the first part: *Appendix 3*.
    dress
        What the document looks like.
    disguise
        Replaces names, in every text and title.

    Raises
    ------
    UsageError
        Unknown suffix.
    FileProblem
        The file cannot be written.
    """
    check_suffix(path, SUFFIXES)
    if path.suffix.lower() == ".xlsx":
        book = xlsx_writer.render_book(
            [
                Sheet(title=disguise(part.title), frame=disguised_frame(part.frame, disguise),
                      notes=disguised(part.notes, disguise))
                for part in parts if part.frame is not None
            ],
            title=disguise(heading), language=language,
        )  # fmt: skip
        write_file(path, book)
    else:
        report = Report(heading, language, tuple(_blocks(parts, language, first)))
        write_report(report, path, dress=dress, disguise=disguise)


def _blocks(parts: Sequence[Part], language: str, first: int) -> Iterator[Block]:
    tr = translator(language)
    for number, part in enumerate(parts, start=first):
        if number > first:
            yield PageBreak()
        heading = tr("Appendix {number}. {title}").format(number=number, title=part.title)
        yield Heading(heading, part=number)
        yield from lowered(part.blocks)


def lowered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks with their headings one level down, under the heading of the part."""
    for block in blocks:
        yield replace(block, level=block.level + 1) if isinstance(block, Heading) else block


def table_part(
    frame: pd.DataFrame, heading: str, *, language: str, notes: Sequence[str] = (), by: str = ""
) -> Part:
    """Make a part of a frame: one table, or one under each heading in the column `by`."""
    told = tuple(Paragraph(note, quiet=True) for note in notes)
    if not by:
        return Part(
            title=heading, blocks=(grid_of(frame, heading, language), *told), frame=frame, notes=notes
        )
    blocks: list[Block] = []
    for name, rows in frame.groupby(by, sort=False):
        blocks += [Heading(str(name)), grid_of(rows.drop(columns=by), f"{heading}: {name}", language)]
    return Part(title=heading, blocks=(*blocks, *told), frame=frame, notes=notes)


def grid_of(frame: pd.DataFrame, caption: str, language: str) -> Grid:
    """Return a frame as a table, without the columns in which nothing stands."""
    shown = worded(frame, language)
    names = [name for name in shown.columns if (shown[name] != "").any()] or list(shown.columns)
    columns = tuple(
        GridColumn(
            title(name, language),
            _width(shown[name]),
            pd.api.types.is_numeric_dtype(frame[name]),
            least=LEAST.get(name, 0),
        )
        for name in names
    )
    return Grid(caption, columns, shown[names].to_numpy().tolist())


def _width(cells: "pd.Series[str]") -> int:
    name = str(cells.name)
    longest = max([len(name), *cells.str.len()])
    if name == "date":
        return int(longest)
    return column(name).width if is_ours(name) else min(max(longest, NARROWEST), WIDEST)
