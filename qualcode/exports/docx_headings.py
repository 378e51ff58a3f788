"""Which of a template's styles may be its headings, where it has none of the names that Word gives them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle

from qualcode.exports.docx_styles import LOOKS, known_styles
from qualcode.exports.docx_template import read_template
from qualcode.locale import translator
from qualcode.settings import FILE_NAME, Dress

HEADINGS = ("heading1", "heading2", "heading3")

_WORD = r"(?:heading|chapter|section|judul|bab|sub ?-?(?:judul|bab))"
_BARE = (r"(?:judul )?bab|judul(?: bab)?|chapter(?: title)?", r"(?:judul )?sub ?-?(?:bab|judul)|section", "")
"""Names without a number that a heading of each level may have."""


def on_headings(dress: Dress, language: str) -> str:
    """Say which styles of the dress's template may be headings and would not be used, if there are any."""
    found = likely_headings(dress.template, dress.styles) if dress.template else {}
    if not found:
        return ""
    named = ", ".join(f'{role} = "{name}"' for role, name in {**dress.styles, **found}.items())
    text = translator(language)(
        "The template has no style {missing}, so the document gets one that fits. If the template's own "
        "headings are meant, write under [document] in {file}: {line}"
    )
    missing = ", ".join(LOOKS[role].names[0] for role in found)
    return text.format(missing=missing, file=FILE_NAME, line=f"styles = {{{named}}}")


def likely_headings(template: Path, named: Mapping[str, str]) -> dict[str, str]:
    """Return the style that is likeliest meant for each heading for which the template has no usual style.

    Parameters
    ----------
    template
        A Word file.
    named
        Styles that somebody named, by role; those roles need no guess.

    Returns
    -------
    dict
        Names of styles by role, such as ``{"heading1": "Judul Bab"}``; a heading for which there is nothing
        like it is left out.

    Raises
    ------
    FileProblem
        The template is missing or is not a Word document.
    """
    document = read_template(template)
    known = dict(known_styles(document))
    styles = [style for style in document.styles if isinstance(style, ParagraphStyle) and style.name]
    taken = {name.casefold() for name in named.values()}
    found: dict[str, str] = {}
    for level, role in enumerate(HEADINGS):
        if role in named or any((True, name.casefold()) in known for name in LOOKS[role].names):
            continue
        free = [style for style in styles if (style.name or "").casefold() not in taken]
        if name := next(_likely(free, level), ""):
            found[role] = name
            taken.add(name.casefold())
    return found


def _likely(styles: Sequence[ParagraphStyle], level: int) -> Iterator[str]:
    """Yield names, best first: by level in Word's outline, by the number in the name, by the name."""
    names = [style.name or "" for style in styles]
    yield from (name for style, name in zip(styles, names, strict=True) if _outline(style) == level)
    numbered = re.compile(rf"{_WORD}.*\b{level + 1}", re.IGNORECASE)
    yield from (name for name in names if numbered.match(name))
    yield from (name for name in names if _BARE[level] and re.fullmatch(_BARE[level], name, re.IGNORECASE))


def _outline(style: ParagraphStyle) -> int | None:
    """Return the level of a style in Word's outline, from 0, as it says or one that it is based on."""
    each: object = style
    while isinstance(each, ParagraphStyle):
        if found := each.element.xpath("./w:pPr/w:outlineLvl"):
            return int(found[0].get(qn("w:val")))
        each = each.base_style
    return None
