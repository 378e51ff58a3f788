"""The pages of a Word document: a template's or ours, turned for what is wide, and back."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import groupby

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.section import Section
from docx.shared import Cm, Length

from qualcode.exports.blocks import Block, Grid, Heading, PageBreak, Paragraph
from qualcode.exports.docx_xml import Element, body, field


def set_page(document: Document) -> None:
    """Give a document without a template its page: A4, with its number at the foot."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.orientation = WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.2)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer._p.extend(list(parse_xml(body(field("PAGE", "1")))))


def by_page(blocks: Sequence[Block]) -> list[tuple[bool, list[Block]]]:
    """Part blocks into those for upright pages and those for turned ones (True), in order.

    What leads from a heading to a wide table turns with it, and so do the notes that follow.
    """
    wide = [isinstance(block, Grid) and block.wide for block in blocks]
    for place in (place for place, turned in enumerate(wide) if turned):
        start = _leading(blocks[:place])
        wide[start:place] = [True] * (place - start)
    for place in range(1, len(blocks)):
        block = blocks[place]
        wide[place] |= wide[place - 1] and isinstance(block, Paragraph) and block.quiet
    parts = groupby(zip(wide, blocks, strict=True), key=lambda each: each[0])
    return [(turned, [block for _, block in part]) for turned, part in parts]


def _leading(blocks: Sequence[Block]) -> int:
    """Return where the headings begin that lead to what comes after these blocks; the end where none do."""
    place = len(blocks)
    while place and isinstance(blocks[place - 1], Paragraph):
        place -= 1
    if not place or not isinstance(blocks[place - 1], Heading | PageBreak):
        return len(blocks)
    while place and isinstance(blocks[place - 1], Heading | PageBreak):
        place -= 1
    return place


class Pages:
    """The section that a place in a document lies in, divided where a page has to turn.

    Parameters
    ----------
    document
        The document.
    place
        The element of its body before which everything goes.
    """

    def __init__(self, document: Document, place: Element) -> None:
        self._place, self._part = place, document.part
        self._properties = next(_sections(place))
        self._turned = self._divided = False
        width, height = self._size
        self._lies = width > height

    @property
    def _size(self) -> tuple[int, int]:
        section = Section(self._properties, self._part)
        return section.page_width or 0, section.page_height or 0

    @property
    def room(self) -> tuple[Length, Length]:
        """Width and height between the margins."""
        section, (width, height) = Section(self._properties, self._part), self._size
        across = (section.left_margin or 0) + (section.right_margin or 0) + (section.gutter or 0)
        down = (section.top_margin or 0) + (section.bottom_margin or 0)
        sides = Length(width - across), Length(height - down)
        return sides[::-1] if self._turned else sides

    def turn(self, turned: bool) -> bool:
        """Turn the pages that follow, or back; return whether a new page begins here."""
        if turned == self._turned or self._lies:
            return False
        last = self._place.getprevious()
        begun = last is not None and not last.xpath("self::w:p/w:pPr/w:sectPr")
        if begun:
            self._divide()
        self._turned = turned
        return begun

    def close(self) -> None:
        """End at the place: what follows it stands on upright pages again."""
        if self._turned and self._place is self._properties:
            _turn(Section(self._properties, self._part))
        elif self._turned:
            self._divide()

    def _divide(self) -> None:
        """Let a section end with the last paragraph so far, as the pages stand."""
        ended = deepcopy(self._properties)
        if self._turned:
            _turn(Section(ended, self._part))
        _goes_on(ended if self._divided else self._properties)
        self._divided = True
        last = self._place.getprevious()
        if last.tag != qn("w:p") or last.xpath("./w:pPr/w:sectPr"):
            last = parse_xml(body("<w:p/>"))[0]
            self._place.addprevious(last)
        last.get_or_add_pPr().append(ended)


def _sections(place: Element) -> Iterator[Element]:
    """Yield what describes the section of a place, and the sections after it."""
    for element in (place, *place.itersiblings()):
        yield from [element] if element.tag == qn("w:sectPr") else element.xpath("./w:pPr/w:sectPr")


def _goes_on(properties: Element) -> None:
    """Take from a section what begins with it: a first page of its own, page numbers counted anew."""
    for each in properties.xpath("./w:type | ./w:titlePg"):
        properties.remove(each)
    for numbers in properties.xpath("./w:pgNumType[@w:start]"):
        del numbers.attrib[qn("w:start")]


def _turn(section: Section) -> None:
    """Turn a page to the right: its left margin, where it is bound, becomes the upper one."""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    top, right, bottom = section.top_margin, section.right_margin, section.bottom_margin
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = (
        section.left_margin, top, right, bottom,
    )  # fmt: skip
