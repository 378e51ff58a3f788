"""A running transcript in Word in which each coding is a comment on exactly its words."""

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from qualcode.exports import docx_writer
from qualcode.exports.blocks import Paragraph, Report
from qualcode.exports.characters import legal
from qualcode.exports.docx_xml import run
from qualcode.exports.files import fixed_zip
from qualcode.exports.marks import Mark, Part, Transcript
from qualcode.locale import translator
from qualcode.settings import Dress

if TYPE_CHECKING:
    from docx.document import Document

HERE = "\N{OBJECT REPLACEMENT CHARACTER}transcript\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in the report where the transcript goes."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:$|T\d\d:\d\d:\d\dZ$)")
_STYLES = {
    "CommentText": ("paragraph", "annotation text", '<w:spacing w:after="0"/>', 20),
    "CommentReference": ("character", "annotation reference", "", 16),
}
"""Word's own styles of comments: kind, name, what paragraphs look like, size in half points."""

TOKEN = 8
"""Letters of a coding's GUID that end its comment after a ``#``, by which a reply is known."""


def render(head: Report, transcript: Transcript, dress: Dress) -> bytes:
    """Return a .docx with what stands before a transcript, and the transcript with its comments.

    Parameters
    ----------
    head
        Title, and blocks such as the identity of the informant.
    transcript
        The transcript; each coding becomes a comment by its coder, dated as it is.
    dress
        The look.
    """
    tr = translator(head.language)
    explained = Paragraph(
        tr(
            "Reply to a comment, or comment on other words. Begin with: agree; query, or a question mark; "
            "propose CODE; deviant. Anything else is a comment."
        ),
        quiet=True,
    )
    blocks = (*head.blocks, explained, Paragraph(HERE))
    data = docx_writer.render(Report(head.title, head.language, blocks), dress)
    document = docx.Document(io.BytesIO(data))
    _insert(document, transcript)
    for name in _STYLES:
        _add_style(document, name)
    comments = document.part._comments_part.element
    for number, mark in enumerate(transcript.marks):
        comments.append(parse_xml(_comment(number, mark, head.language)))
    buffer = io.BytesIO()
    document.save(buffer)
    return fixed_zip(buffer.getvalue())


def _add_style(document: "Document", name: str) -> None:
    """Give the document a style of Word's comments, unless its template has it."""
    styles = document.styles.element
    if name in (style.styleId for style in styles.style_lst):
        return
    kind, called, shape, size = _STYLES[name]
    paragraph = f"<w:pPr>{shape}</w:pPr>" if shape else ""
    styles.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="{kind}" w:styleId="{name}"><w:name w:val="{called}"/>'
            f'<w:uiPriority w:val="99"/><w:unhideWhenUsed/>{paragraph}'
            f'<w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
        )
    )


def _insert(document: "Document", transcript: Transcript) -> None:
    place = next(each for each in document.paragraphs if each.text == HERE)
    ends = {piece.number: at for at, part in enumerate(transcript.parts) for piece in part.marks}
    begun: set[int] = set()
    for at, part in enumerate(transcript.parts):
        here = {piece.number for piece in part.marks}
        starting = here - begun
        begun |= here
        ending = {number for number in here if ends[number] == at}
        place._p.addprevious(parse_xml(_paragraph(part, starting, ending)))
    place._p.getparent().remove(place._p)  # type: ignore[union-attr]  # it stands in the body


def _paragraph(part: Part, starting: set[int], ending: set[int]) -> str:
    """Return a turn as a paragraph: number, speaker, and the words cut where comments begin and end."""
    starts = [piece for piece in part.marks if piece.number in starting]
    ends = [piece for piece in part.marks if piece.number in ending]
    cuts = sorted({0, len(part.words), *(piece.start for piece in starts), *(piece.end for piece in ends)})
    label = f"{part.number}\t" if part.number or part.speaker else ""
    speaker = f"{part.speaker}: " if part.speaker else ""
    parts = [run(label), run(speaker, bold=True)] if label else []
    for place, cut in enumerate(cuts):
        parts += [_end(piece.number) for piece in ends if piece.end == cut]
        parts += [f'<w:commentRangeStart w:id="{piece.number}"/>' for piece in starts if piece.start == cut]
        if place + 1 < len(cuts):
            parts.append(run(part.words[cut : cuts[place + 1]]))
    indent = '<w:ind w:left="567" w:hanging="567"/>' if label else '<w:ind w:left="567"/>'
    tabs = '<w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs>' if label else ""
    return f"<w:p {nsdecls('w')}><w:pPr>{tabs}{indent}</w:pPr>{''.join(parts)}</w:p>"


def _end(number: int) -> str:
    return (
        f'<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
    )


def _comment(number: int, mark: Mark, language: str) -> str:
    lines = [*_lines(mark, language), f"{mark.reference} · {mark.origin} · #{mark.coding_id[:TOKEN]}"]
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{run(line, bold=not place)}</w:p>'
        for place, line in enumerate(lines)
    )
    date = f' w:date="{_time(mark.at)}"' if _DAY.match(mark.at) else ""
    author, initials = (_attribute(text) for text in (mark.coder, _initials(mark.coder)))
    return (
        f'<w:comment {nsdecls("w")} w:id="{number}" w:author="{author}"{date} w:initials="{initials}">'
        f"{paragraphs}</w:comment>"
    )


def _lines(mark: Mark, language: str) -> Iterator[str]:
    tr = translator(language)
    yield mark.path + (f" ({tr('negative case')})" if mark.negative else "")
    if mark.condensation:
        yield f"{tr('Condensation')}: {mark.condensation}"
    if mark.memo:
        yield f"{tr('Memo')}: {mark.memo}"
    if mark.themes:
        yield f"{tr('Theme')}: {', '.join(mark.themes)}"


def _time(at: str) -> str:
    """Return when a coding was made as Word wants it; one of which the day is known was made at midnight."""
    return at if len(at) > len("2024-03-12") else f"{at}T00:00:00Z"


def _initials(handle: str) -> str:
    """Return the first letters of a handle's words: ``bu_dewi`` is BD."""
    return "".join(word[0] for word in re.findall(r"[^\W_]+", handle)).upper()[:3] or "?"


def _attribute(text: str) -> str:
    from xml.sax.saxutils import escape

    return escape(legal(text), {'"': "&quot;"})
