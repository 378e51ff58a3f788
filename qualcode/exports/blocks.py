"""What a report is made of, before it becomes Word, HTML or Markdown."""

import re
from collections.abc import Sequence
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

PORTRAIT_WIDTH, PORTRAIT_ROOM = 110, 92
"""Characters that an upright page has room for: as columns ask for them, and as their cells fill them."""


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
    """A heading; `level` is 1 for the topmost below the report's title.

    One with which a `part` of an appendix begins has the part's number in its text as well, so that LaTeX
    gives it none.
    """

    text: str
    level: int = 1
    part: int | None = None


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
    least
        The share of the whole width that it gets, as far as the longest words of the others leave it.
    """

    title: str
    width: int
    numeric: bool = False
    fixed: bool = False
    least: float = 0


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
    kin
        All rows of a table that was divided under several headings, so that its pieces look alike: their
        columns are as wide as those of the whole.
    """

    caption: str
    columns: tuple[GridColumn, ...]
    rows: Sequence[Sequence[str]]
    key: str = ""
    source: str | None = None
    landscape: bool | None = None
    kin: Sequence[Sequence[str]] = ()

    @property
    def wide(self) -> bool:
        """It needs a page in landscape."""
        if self.landscape is not None:
            return self.landscape
        filled = sum(_asked(column, texts) for column, texts in self._sampled())
        return sum(column.width for column in self.columns) > PORTRAIT_WIDTH or filled > PORTRAIT_ROOM

    def shares(self, room: int) -> list[float]:
        """Share the whole width, 1.0, among the columns of a page `room` characters wide.

        Every column gets room for its longest word, narrow ones for what is in them; those of running text
        share what is left by their widths and by how much they hold, as the first rows have it.
        """
        columns = self._sampled()
        asked = [_asked(column, texts) for column, texts in columns]
        weights = [_weight(column, texts) for column, texts in columns]
        left = max(room - sum(asked), 0)
        if not sum(weights):
            return [width / sum(asked) for width in asked]
        found = [width + left * weight / sum(weights) for width, weight in zip(asked, weights, strict=True)]
        found = _widened(found, columns)
        return [width / sum(found) for width in found]

    def _sampled(self) -> list[tuple[GridColumn, Sequence[str]]]:
        """Return each column with its title and its first cells."""
        rows = self.kin or self.rows
        cells = [[column.title for column in self.columns], *rows[:SAMPLE], *rows[SAMPLE:][-1:]]
        return list(zip(self.columns, zip(*cells, strict=True), strict=True))


def _widened(widths: list[float], columns: Sequence[tuple[GridColumn, Sequence[str]]]) -> list[float]:
    """Give columns their least shares, from what others have beyond their longest words and their own."""
    for place, (column, _) in enumerate(columns):
        lacking = column.least * sum(widths) - widths[place]
        needed = [max(_longest(texts) + MARGIN, each.least * sum(widths)) for each, texts in columns]
        spare = [max(width - need, 0) for width, need in zip(widths, needed, strict=True)]
        spare[place] = 0
        if lacking <= 0 or not sum(spare):
            continue
        part = min(lacking / sum(spare), 1)
        widths = [width - part * own for width, own in zip(widths, spare, strict=True)]
        widths[place] += part * sum(spare)
    return widths


def _longest(texts: Sequence[str]) -> int:
    """Return the characters of the longest word, of one that is very long those it is given."""
    return min(max((len(word) for text in texts for word in text.split()), default=0), LONGEST_WORD)


def _asked(column: GridColumn, texts: Sequence[str]) -> int:
    """Return the characters that a column needs."""
    if column.fixed:
        return column.width
    most = 0 if column.width >= TEXT_WIDTH else min(column.width, max(map(len, texts)))
    return max(_longest(texts), most) + MARGIN


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
