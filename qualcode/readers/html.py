"""Web pages, and documents saved as such: paragraphs and tables as a reader of the page would see them."""

import re
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from qualcode.errors import FileProblem
from qualcode.readers.draft import Contents, File, Line, lines_of
from qualcode.readers.encodings import Decoded, decode
from qualcode.readers.tables import lines_of_table, speech_columns

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w\-:]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_UNSEEN = _names(
    """
    script style head title noscript template svg math iframe object audio video canvas button select
    textarea del
    """
)
_HEADINGS = _names("h1 h2 h3 h4 h5 h6")
_BLOCKS = _HEADINGS | _names(
    """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure
    footer form header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul
    """
)
_BOLD = _names("b strong dt th")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|mso-element\s*:\s*(?:comment|header|footer)",
    re.IGNORECASE,
)
"""Hidden by style; Word marks what stands in the margins of a page in its own way."""

_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def read_html(file: File) -> Contents:
    """Take a web page apart; what a browser would not show is left out.

    Raises
    ------
    FileProblem
        Elements stand so deep in one another that the parser gave up, as no program writes them.
    """
    from lxml import etree, html

    decoded = _decoded(file)
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        page = html.document_fromstring(_DECLARATION.sub("", decoded.text, count=1), parser=parser)
    except etree.ParserError:
        return Contents(())
    if any(each.type_name == "ERR_RESOURCE_LIMIT" for each in parser.error_log):
        what = "the page is nested too deeply to be read to its end"
        raise FileProblem(what, where=file.name, remedy="open it in a browser and save its text as .txt")
    title = " ".join((page.findtext(".//title") or "").split())
    attributes = {"Title": title} if title else {}
    return Contents(tuple(_lines(page)), attributes=attributes, notes=decoded.notes)


def _decoded(file: File) -> Decoded:
    """Decode as the page says of itself where it is not UTF-8, else as any text."""
    decoded = decode(file)
    declared = _CHARSET.search(file.data[:4096])
    if decoded.encoding.startswith("utf") or not declared or declared[1].lower().startswith(b"utf"):
        return decoded
    encoding = declared[1].decode("ascii")
    try:
        return Decoded(file.data.decode(encoding), encoding)
    except (LookupError, UnicodeDecodeError):
        return decoded


@dataclass(slots=True)
class _Block:
    """A paragraph while its pieces are gathered: text, and whether it is bold."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    heading: bool = False

    def add(self, text: str | None, *, bold: bool, kept: bool = False) -> None:
        """Add text; blanks are one space, as browsers show them, unless they are to be kept."""
        text = text or ""
        text = text if kept else _BLANKS.sub(" ", text)
        before = self.pieces[-1][0] if self.pieces else "\n"
        if not kept and before.endswith((" ", "\n")):
            text = text.lstrip(" ")
        if text:
            self.pieces.append((text, bold))

    def close(self) -> list[Line]:
        """Return the lines gathered, and begin anew."""
        pieces, self.pieces = self.pieces, []
        text = "".join(text for text, _ in pieces).rstrip(" \n")
        if not text.strip():
            return []
        bold = sum(len(text) for text, _ in takewhile(lambda piece: piece[1] or piece[0].isspace(), pieces))
        return lines_of(text, bold=bold, heading=self.heading)


def _lines(root: "Element") -> list[Line]:
    """Return the lines of an element; it is walked and not recursed into, since pages nest without end."""
    from lxml import etree

    lines: list[Line] = []
    block = _Block()
    bold, kept = [False], 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            bold.append(bold[-1] or name in _BOLD or bool(_HEAVY.search(element.get("style", ""))))
            if name in _BLOCKS:
                lines += block.close()
                block.heading = name in _HEADINGS
            kept += name == "pre"
            table = _table(element) if name == "table" and element is not root else []
            lines += table
            if table or _is_unseen(element, name):
                walk.skip_subtree()
            else:
                block.add(
                    "\n" if name == "br" else element.text, bold=bold[-1], kept=name == "br" or kept > 0
                )
        else:
            bold.pop()
            kept -= name == "pre"
            if name in _BLOCKS:
                lines += block.close()
                block.heading = False
            block.add(element.tail if element is not root else "", bold=bold[-1], kept=kept > 0)
    return lines + block.close()


def _is_unseen(element: "Element", name: str) -> bool:
    return (
        name in _UNSEEN or element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))
    )


def _table(table: "Element") -> list[Line]:
    """Return the lines of a table of data; none for one that only lays out the page."""
    if table.find(".//table") is not None:
        return []
    rows = [
        ["\n".join(line.text for line in _lines(cell)) for cell in row if cell.tag in {"td", "th"}]
        for row in table.iter("tr")
    ]
    rows = [row for row in rows if any(row)]
    several = any(sum(map(bool, row)) > 1 for row in rows)
    if not several or not (speech_columns(rows) or all(cell.count("\n") < 3 for row in rows for cell in row)):
        return []
    return lines_of_table(rows)
