"""What a report is made of, before it becomes Word, HTML or Markdown."""

from collections.abc import Sequence
from dataclasses import dataclass

TEXT_WIDTH = 30
"""Characters from which a column counts as running text."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` is 1 for the topmost below the report's title."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `label` stands before it in bold; `quiet` sets it small, as a note is."""

    text: str
    label: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """A quotation set off from the text, unchanged, and whose it is (`source`); `notes` are the coder's."""

    text: str
    source: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: title, width in characters (relative to the others'), and whether it holds numbers."""

    title: str
    width: int
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, numbered through the report, with its caption; cells are text already, one per column."""

    number: int
    caption: str
    columns: tuple[GridColumn, ...]
    rows: Sequence[Sequence[str]]

    def shares(self, room: int) -> list[float]:
        """Share the whole width, 1.0, among the columns of a page `room` characters wide.

        Narrow columns get what they ask for, so that no word of theirs is broken; those of running text
        share what is left by their widths.
        """
        asked = [column.width for column in self.columns]
        text = sum(width for width in asked if width >= TEXT_WIDTH)
        left = room - (sum(asked) - text)
        if not text or left < room / 3:
            return [width / sum(asked) for width in asked]
        return [(width * left / text if width >= TEXT_WIDTH else width) / room for width in asked]


Block = Heading | Paragraph | BlockQuote | Grid


@dataclass(frozen=True, slots=True)
class Report:
    """A report: title, language of its words, and its blocks in order."""

    title: str
    language: str
    blocks: tuple[Block, ...]

    @property
    def wide(self) -> bool:
        """Its tables need a page in landscape."""
        return any(
            len(block.columns) > 6 or sum(column.width for column in block.columns) > 110
            for block in self.blocks
            if isinstance(block, Grid)
        )
