"""Word files: paragraphs, and tables of time, speaker and text, as a reader of the page would see them.

Tracked changes are read as accepted. Elements are named without their namespace, since Word writes two.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qualcode.readers.draft import Contents, File, Line, Note, lines_of
from qualcode.readers.packages import Package, attribute, children, local
from qualcode.readers.tables import lines_of_table

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WHOLE = "word/document.xml"
_CONTAINERS = {
    "ins",
    "moveTo",
    "sdt",
    "sdtContent",
    "smartTag",
    "hyperlink",
    "customXml",
    "fldSimple",
    "dir",
    "bdo",
}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
_LEFT_OUT = (
    ("footnoteReference", "footnotes"),
    ("commentReference", "comments"),
    ("txbxContent", "text boxes"),
)


def read_docx(file: File) -> Contents:
    """Take a Word file apart."""
    package = Package(file)
    root = package.xml(_main_part(package))
    body = next(children(root, "body"), None)
    if body is None:
        raise package.damaged()
    lines: list[Line] = []
    for block in _blocks(body):
        if local(block) == "p":
            lines += _paragraph(block)
        else:
            lines += lines_of_table([_row(row) for row in _rows(block)])
    return Contents(tuple(lines), notes=tuple(_notes(root)))


def _main_part(package: Package) -> str:
    if "_rels/.rels" in package:
        for relation in package.xml("_rels/.rels"):
            if attribute(relation, "Type").endswith("/officeDocument"):
                return attribute(relation, "Target").lstrip("/")
    return _WHOLE


def _blocks(container: "Element") -> Iterator["Element"]:
    for child in container:
        name = local(child)
        if name in {"p", "tbl"}:
            yield child
        elif name in _CONTAINERS:
            yield from _blocks(child)


def _rows(table: "Element") -> Iterator["Element"]:
    for child in table:
        if local(child) == "tr":
            yield child
        elif local(child) in _CONTAINERS:
            yield from _rows(child)


def _row(row: "Element") -> list[str]:
    cells = [cell for child in row for cell in ([child] if local(child) == "tc" else child.iter("{*}tc"))]
    return ["\n".join(_cell(cell)).strip() for cell in cells]


def _cell(cell: "Element") -> Iterator[str]:
    for block in _blocks(cell):
        if local(block) == "p":
            yield "\n".join(line.text for line in _paragraph(block))
        else:
            yield from (" ".join(_row(row)) for row in _rows(block))


def _paragraph(paragraph: "Element") -> list[Line]:
    parts = [(text, bold) for run in _runs(paragraph) if (text := _text(run)) for bold in [_is_bold(run)]]
    length = 0
    for text, bold in parts:
        if not bold:
            break
        length += len(text)
    style = next((attribute(each, "val") for each in paragraph.iterfind("{*}pPr/{*}pStyle")), "")
    heading = style.casefold().startswith(("heading", "title", "judul", "overskrift", "titel"))
    return lines_of("".join(text for text, _ in parts), bold=length, heading=heading)


def _runs(container: "Element") -> Iterator["Element"]:
    for child in container:
        if local(child) == "r":
            yield child
        elif local(child) in _CONTAINERS:
            yield from _runs(child)


def _text(run: "Element") -> str:
    return "".join(
        (child.text or "") if local(child) == "t" else _SIGNS.get(local(child), "") for child in run
    )


def _is_bold(run: "Element") -> bool:
    for property_ in run.iterfind("{*}rPr/*"):
        if local(property_) == "b":
            return attribute(property_, "val") not in {"0", "false", "off"}
        if local(property_) == "rStyle" and attribute(property_, "val") in {"Strong", "Kuat"}:
            return True
    return False


def _notes(root: "Element") -> Iterator[Note]:
    for name, called in _LEFT_OUT:
        count = sum(1 for _ in root.iter(f"{{*}}{name}"))
        if count:
            yield Note("{called} are not read ({count} in this file)", {"called": called, "count": count})
    if any(True for _ in root.iter("{*}del", "{*}ins")):
        yield Note("tracked changes were read as accepted")
