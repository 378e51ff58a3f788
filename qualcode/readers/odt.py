"""OpenDocument texts: paragraphs, headings, lists, comments, and tables of time, speaker and text.

Tracked changes are read as accepted: deleted passages stand apart in the file and are not read.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from qualcode.errors import FileProblem
from qualcode.readers.anchors import beside_words, lifted, marker, place_of
from qualcode.readers.draft import Comment, Contents, File, Line, Note, lines_of
from qualcode.readers.packages import Package, attribute, children, local
from qualcode.readers.tables import lines_of_table

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CONTAINERS = {"list", "list-item", "list-header", "section", "index-body", "numbered-paragraph"}
_ROWS = {"table-rows", "table-header-rows", "table-row-group"}
_LEFT_OUT = {"note": "footnotes", "text-box": "text boxes"}
_ANCHORS = {"annotation": "s", "annotation-end": "e"}
_APART = {*_LEFT_OUT, "frame", "tracked-changes", "bookmark"}


def read_odt(file: File) -> Contents:
    """Take an OpenDocument text apart.

    Raises
    ------
    FileProblem
        It is damaged, or protected by a password.
    """
    package = Package(file)
    if "META-INF/manifest.xml" in package and b"encryption-data" in package.bytes_of("META-INF/manifest.xml"):
        what = "the file is protected by a password"
        raise FileProblem(what, where=file.name, remedy="save a copy without the password and add that")
    root = package.xml("content.xml")
    body = root.find("{*}body/{*}text")
    if body is None:
        raise package.damaged()
    bold = {attribute(style, "name") for style in root.iter("{*}style") if _is_bold(style)}
    _name_comments(body)
    lines, places = lifted([*_lines(body, bold)])
    comments = tuple(_comments(body, places, "\n".join(line.text for line in lines)))
    return Contents(tuple(lines), comments=comments, notes=tuple(_notes(body)))


def _name_comments(body: "Element") -> None:
    """Give a name to comments that have none, since they are on a mere point."""
    for number, each in enumerate(body.iter("{*}annotation")):
        if not attribute(each, "name"):
            each.set("name", f" {number}")


def _comments(body: "Element", places: Mapping[str, int], whole: str) -> Iterator[Comment]:
    for each in body.iter("{*}annotation"):
        words = "\n".join("".join(map(str, line.itertext())) for line in children(each, "p", "list")).strip()
        if words and whole:
            start, end = place_of(attribute(each, "name"), places, whole)
            author = next((creator.text or "" for creator in children(each, "creator")), "")
            yield Comment(start, end, author, words)


def _is_bold(style: "Element") -> bool:
    return any(
        attribute(each, "font-weight") in {"bold", "700", "800", "900"}
        for each in children(style, "text-properties")
    )


def _lines(container: "Element", bold: set[str]) -> Iterator[Line]:
    for block in container:
        name = local(block)
        if name in {"p", "h"}:
            yield from _paragraph(block, bold)
        elif name == "table":
            yield from lines_of_table([_row(row, bold) for row in _rows(block)])
        elif name in _CONTAINERS:
            yield from _lines(block, bold)


def _rows(table: "Element") -> Iterator["Element"]:
    for child in table:
        if local(child) == "table-row":
            yield child
        elif local(child) in _ROWS:
            yield from _rows(child)


def _row(row: "Element", bold: set[str]) -> list[str]:
    cells = children(row, "table-cell", "covered-table-cell")
    return beside_words(["\n".join(line.text for line in _lines(cell, bold)).strip() for cell in cells])


def _paragraph(block: "Element", bold: set[str]) -> list[Line]:
    parts = list(_parts(block, bold, attribute(block, "style-name") in bold))
    length = 0
    for text, is_bold in parts:
        if not is_bold:
            break
        length += len(text)
    title = attribute(block, "style-name").casefold() in {"title", "subtitle"}
    return lines_of("".join(text for text, _ in parts), bold=length, heading=local(block) == "h" or title)


def _parts(element: "Element", bold: set[str], is_bold: bool) -> Iterator[tuple[str, bool]]:
    """Yield the text of a paragraph in pieces, each with whether it is bold."""
    if element.text:
        yield _collapsed(element.text), is_bold
    for child in element:
        name = local(child)
        if name == "s":
            yield " " * _count(attribute(child, "c")), is_bold
        elif name in _ANCHORS:
            yield marker(_ANCHORS[name], attribute(child, "name")), is_bold
        elif name in {"tab", "line-break"}:
            yield ("\t" if name == "tab" else "\n"), is_bold
        elif name and name not in _APART:
            yield from _parts(child, bold, is_bold or attribute(child, "style-name") in bold)
        if child.tail:
            yield _collapsed(child.tail), is_bold


def _count(written: str) -> int:
    """Return how often a space stands; a number that no typist needs is one."""
    return int(written) if written.isdecimal() and len(written) < 4 else 1


def _collapsed(text: str) -> str:
    """Collapse white space as the format prescribes; wider gaps are elements of their own."""
    kept = " ".join(text.replace("\t", " ").replace("\n", " ").replace("\r", " ").split(" "))
    while "  " in kept:
        kept = kept.replace("  ", " ")
    return kept


def _notes(body: "Element") -> Iterator[Note]:
    for name, called in _LEFT_OUT.items():
        count = sum(1 for _ in body.iter(f"{{*}}{name}"))
        if count:
            yield Note("{called} are not read ({count} in this file)", {"called": called, "count": count})
    if any(True for _ in body.iter("{*}tracked-changes")):
        yield Note("tracked changes were read as accepted")
