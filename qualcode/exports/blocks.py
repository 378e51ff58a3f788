"""What a report is made of, before it becomes Word, HTML or Markdown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

TEXT_WIDTH = 30
"""Characters from which a column counts as running text."""

LONGEST_WORD = 20
"""Characters that no column is made wider for."""

SAMPLE = 200
"""Rows that are looked at, with the last, to see how wide columns should be."""

MARGIN = 3
"""Characters that a cell's margins take, with some to spare for a wide font."""

PORTRAIT_COLUMNS, PORTRAIT_WIDTH = 6, 110
"""Columns, and characters across, that a page in portrait has room for."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Names a table or picture of the same report by its key, and is shown as its number: Table 4.2.

    `missing` is shown where the report was made without it.
    """

    key: str
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words of another language, set in italics because somebody marked them so."""

    text: str


Text = str | tuple[str | Ref | Foreign, ...]
"""Running text: a string, or pieces of which some are more than that."""


_MARKED = re.compile(r"(?<![\w*])\*(\S(?:[^*\n]*[^\s*])?)\*(?![\w*])")


def pieces(text: Text) -> tuple[str | Ref | Foreign, ...]:
    """Return running text in pieces, whichever way it was given."""
    return (text,) if isinstance(text, str) else text


def marked(text: str) -> Text:
    """Return what a coder wrote, with the words between asterisks as foreign ones.

    Examples
    --------
    >>> marked("promosi lewat *software*")
    ('promosi lewat ', Foreign(text='software'))
    >>> marked("promosi* dan jual*")
    'promosi* dan jual*'
    """
    parts = _MARKED.split(text)
    if len(parts) == 1:
        return text
    found = (Foreign(part) if place % 2 else part for place, part in enumerate(parts))
    return tuple(piece for piece in found if piece)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` is 1 for the topmost below the report's title."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `label` stands before it in bold; `quiet` sets it small, as a note is."""

    text: Text
    label: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """A quotation set off from the text, unchanged, and whose it is (`source`).

    `notes` are the coder's; `translation` stands under the words that were said.
    """

    text: str
    source: str
    notes: tuple[str, ...] = ()
    translation: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its caption below, numbered through the report by the writer.

    Attributes
    ----------
    caption
        What it shows; without one it is not numbered.
    svg, png
        The same picture twice; a writer takes the form that its files can hold.
    alt
        What a reader who does not see it is told.
    key
        By which a `Ref` names it.
    source
        The line below it; None for the one that the study has for all.
    """

    caption: str
    svg: str
    png: bytes
    alt: str
    key: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column.

    Attributes
    ----------
    title
        Above it.
    width
        In characters, beside the others'.
    numeric
        It holds numbers.
    fixed
        Its width is what somebody asked for, whatever it holds.
    """

    title: str
    width: int
    numeric: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of any length with its caption above, numbered through the report by the writer.

    Attributes
    ----------
    caption
        What it shows; without one it is not numbered.
    columns
        Where none has a title there is no header row.
    rows
        One text per column.
    key
        By which a `Ref` names it.
    source
        The line below it; None for the one that the study has for all.
    landscape
        It needs a page in landscape, or does not; None where its columns are to say.
    """

    caption: str
    columns: tuple[GridColumn, ...]
    rows: Sequence[Sequence[str]]
    key: str = ""
    source: str | None = None
    landscape: bool | None = None

    @property
    def wide(self) -> bool:
        """It needs a page in landscape."""
        across = sum(column.width for column in self.columns)
        wide = len(self.columns) > PORTRAIT_COLUMNS or across > PORTRAIT_WIDTH
        return wide if self.landscape is None else self.landscape

    def shares(self, room: int) -> list[float]:
        """Share the whole width, 1.0, among the columns of a page `room` characters wide.

        Every column gets room for its longest word, narrow ones for what is in them; those of running text
        share what is left by their widths and by how much they hold, as the first rows have it.
        """
        cells = [[column.title for column in self.columns], *self.rows[:SAMPLE], *self.rows[SAMPLE:][-1:]]
        columns = list(zip(self.columns, zip(*cells, strict=True), strict=True))
        asked = [_asked(column, texts) for column, texts in columns]
        weights = [_weight(column, texts) for column, texts in columns]
        left = max(room - sum(asked), 0)
        if not sum(weights):
            return [width / sum(asked) for width in asked]
        found = [width + left * weight / sum(weights) for width, weight in zip(asked, weights, strict=True)]
        return [width / sum(found) for width in found]


def _asked(column: GridColumn, texts: Sequence[str]) -> int:
    """Return the characters that a column needs."""
    if column.fixed:
        return column.width
    word = min(max((len(word) for text in texts for word in text.split()), default=0), LONGEST_WORD)
    most = 0 if column.width >= TEXT_WIDTH else min(column.width, max(map(len, texts)))
    return max(word, most) + MARGIN


def _weight(column: GridColumn, texts: Sequence[str]) -> float:
    if column.fixed or column.width < TEXT_WIDTH:
        return 0
    return float(column.width * sqrt(sum(map(len, texts)) / len(texts)))


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


Block = Heading | Paragraph | BlockQuote | Picture | Grid | PageBreak


@dataclass(frozen=True, slots=True)
class Report:
    """A report: title, language of its words, and its blocks in order."""

    title: str
    language: str
    blocks: tuple[Block, ...]

    @property
    def numbered(self) -> Iterator[Grid | Picture]:
        """What bears a number, in order."""
        return (block for block in self.blocks if isinstance(block, Grid | Picture) and block.caption)
