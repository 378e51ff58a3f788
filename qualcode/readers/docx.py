"""Word files, as a reader of the page would see them: paragraphs, lists, tables, text boxes, notes.

Tracked changes are read as accepted, hidden text is left out, comments are kept with their places. Elements
are named without their namespace, since Word writes two.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from qualcode.readers.anchors import beside_words, lifted
from qualcode.readers.docx_lists import Numbering
from qualcode.readers.docx_notes import Notes, comments_of
from qualcode.readers.docx_runs import CONTAINERS, Piece, Runs, chosen
from qualcode.readers.docx_styles import Styles, shape_of
from qualcode.readers.draft import Contents, File, Line, Note, lines_of
from qualcode.readers.packages import Package, attribute, children, local
from qualcode.readers.tables import lines_of_table

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WHOLE = "word/document.xml"
_LEFT_OUT = {"altChunk": "embedded documents"}
_CHANGES = ("del", "ins", "moveFrom", "moveTo")


def read_docx(file: File) -> Contents:
    """Take a Word file apart.

    Raises
    ------
    FileProblem
        It is damaged, or unpacks beyond the limit.
    """
    taken = take_apart(file)
    texts = [line.text for line in taken.lines]
    return Contents(
        taken.lines,
        comments=tuple(comments_of(taken.related("comments"), taken.places, texts)),
        notes=taken.notes,
    )


@dataclass(frozen=True, slots=True)
class TakenApart:
    """A Word file in pieces.

    Attributes
    ----------
    lines
        Its text.
    places
        Where comments start (``s`` and their name), end (``e``) and are referred to (``r``), in code points
        of the lines joined by line breaks.
    related
        Returns the root of a part that the document refers to by the kind of it, if there is one.
    notes
        What a person should know.
    """

    lines: tuple[Line, ...]
    places: Mapping[str, int]
    related: "Callable[[str], Element | None]"
    notes: tuple[Note, ...]


def take_apart(file: File) -> TakenApart:
    """Take a Word file apart; errors as for `read_docx`."""
    package = Package(file)
    part = main_part(package)
    root = package.xml(part)
    body = next(children(root, "body"), None)
    if body is None:
        raise package.damaged()
    related = partial(package.related, part)
    styles, notes = Styles(related("styles")), Notes(related("footnotes"), related("endnotes"))
    reader = _Body(Runs(styles, notes), Numbering(related("numbering")))
    lines = [*reader.lines(body)]
    lines += [line for name, note in notes.referred() for line in reader.note(name, note)]
    bare, places = lifted(lines)
    return TakenApart(tuple(bare), places, related, (*_said_of(root), *reader.runs.notes()))


def main_part(package: Package) -> str:
    """Return the name of the member that holds the document."""
    if "_rels/.rels" in package:
        for relation in package.xml("_rels/.rels"):
            if attribute(relation, "Type").endswith("/officeDocument"):
                return attribute(relation, "Target").lstrip("/")
    return _WHOLE


def _said_of(root: "Element") -> Iterator[Note]:
    for name, called in _LEFT_OUT.items():
        count = sum(1 for _ in root.iter(f"{{*}}{name}"))
        if count:
            yield Note("{called} are not read ({count} in this file)", {"called": called, "count": count})
    if any(True for _ in root.iter(*(f"{{*}}{name}" for name in _CHANGES))):
        yield Note("tracked changes were read as accepted")


class _Body:
    """Reads what holds paragraphs and tables: the body, a cell, a text box, a footnote."""

    def __init__(self, runs: Runs, numbering: Numbering) -> None:
        self.runs, self.numbering = runs, numbering
        self._carried: list[Piece] = []

    def lines(self, container: "Element") -> Iterator[Line]:
        """Yield the lines of a container, in reading order."""
        for block in _blocks(container):
            name = local(block)
            if name == "p":
                yield from self._paragraph(block)
            elif name == "tbl":
                yield from self._table(block)
            else:
                self._carried += self.runs.anchor(block)
        if any(text.strip() for text, _ in self._carried):
            yield from self._written(self._taken())

    def note(self, name: str, note: "Element") -> list[Line]:
        """Return a footnote as lines under its number, belonging to no turn."""
        words = "\n".join(line.text for line in self.lines(note)).strip()
        return lines_of(f"[{name}] {words}", heading=True) if words else []

    def _taken(self) -> list[Piece]:
        pieces, self._carried = self._carried, []
        return pieces

    def _paragraph(self, paragraph: "Element") -> Iterator[Line]:
        shape = shape_of(paragraph, self.runs.styles)
        pieces = [*self._taken(), *self.runs.of(paragraph, shape.style)]
        boxes = self.runs.boxes()
        if shape.goes_on:
            self._carried = pieces
        else:
            number = self.numbering.of(shape)
            pieces = [(number, True), *pieces] if number else pieces
            yield from self._written(pieces, heading=shape.style.heading)
        for box in boxes:
            yield from self.lines(box)

    def _written(self, pieces: Sequence[Piece], *, heading: bool = False) -> list[Line]:
        bold = 0
        for text, strong in pieces:
            if not strong:
                break
            bold += len(text)
        return lines_of("".join(text for text, _ in pieces), bold=bold, heading=heading)

    def _table(self, table: "Element") -> Iterator[Line]:
        nested = False
        rows: list[list[list[Line]]] = []
        for row in _rows(table):
            cells = list(_cells(row))
            nested = nested or any(True for cell in cells for _ in cell.iter("{*}tbl"))
            rows.append([list(self.lines(cell)) for cell in cells])
        if nested or _is_layout(rows):
            for row_ in _side_by_side(rows):
                yield from (line for cell in row_ for line in cell)
        else:
            yield from lines_of_table([beside_words(_texts(row_)) for row_ in _side_by_side(rows)])


def _blocks(container: "Element") -> Iterator["Element"]:
    for child in container:
        name = local(child)
        if name in {"p", "tbl", "commentRangeStart", "commentRangeEnd"}:
            yield child
        elif name in CONTAINERS:
            yield from _blocks(child)
        elif name == "AlternateContent":
            yield from _blocks(chosen(child))


def _rows(table: "Element") -> Iterator["Element"]:
    for child in table:
        if local(child) == "tr":
            if child.find("{*}trPr/{*}del") is None:
                yield child
        elif local(child) in CONTAINERS:
            yield from _rows(child)


def _cells(row: "Element") -> Iterator["Element"]:
    for child in row:
        if local(child) == "tc":
            if child.find("{*}tcPr/{*}cellDel") is None:
                yield child
        elif local(child) in CONTAINERS:
            yield from _cells(child)


def _is_layout(rows: Sequence[Sequence[Sequence[Line]]]) -> bool:
    """Say whether a table only puts text in its place: one cell to a row, or a page of it in one row."""
    filled = [[cell for cell in row if any(line.text.strip() for line in cell)] for row in rows]
    if all(len(row) <= 1 for row in filled):
        return True
    return len(filled) == 1 and len(_side_by_side(rows)) == 1 and any(len(cell) > 3 for cell in filled[0])


def _side_by_side(rows: Sequence[Sequence[Sequence[Line]]]) -> Sequence[Sequence[Sequence[Line]]]:
    """Return one row of cells with equally many paragraphs as so many rows: names here, words there."""
    if len(rows) != 1 or len(rows[0]) < 2:
        return rows
    lengths = {len(cell) for cell in rows[0]}
    if len(lengths) != 1 or max(lengths) < 3:
        return rows
    return [[[line] for line in lines] for lines in zip(*rows[0], strict=True)]


def _texts(row: Sequence[Sequence[Line]]) -> list[str]:
    return ["\n".join(line.text for line in cell).strip() for cell in row]
