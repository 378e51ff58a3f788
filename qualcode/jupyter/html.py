"""HTML as values: what is not markup is escaped, so that no word of an interview can be anything but text."""

import colorsys
import os
import re
from collections.abc import Iterable
from html import escape
from importlib.resources import files
from zlib import crc32

from qualcode.locale import language_of
from qualcode.model import Code, Codebook

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_VOID = {"br", "hr"}


class Html(str):
    """Markup, already safe; `tag` leaves it as it is and escapes every other string."""

    __slots__ = ()


def tag(name: str, *inside: str, **attributes: str) -> Html:
    """Return an element; ``kind`` is its class, and attributes without value are left out.

    Examples
    --------
    >>> tag("p", "2 < 3 ", tag("b", "ya"), kind="quiet", title="")
    '<p class="quiet">2 &lt; 3 <b>ya</b></p>'
    """
    named = {"class": attributes.pop("kind", ""), **attributes}
    shown = "".join(f' {key}="{escape(value)}"' for key, value in named.items() if value)
    end = "" if name in _VOID else f"</{name}>"
    return Html(f"<{name}{shown}>{joined(inside)}{end}")


def joined(parts: Iterable[str]) -> Html:
    """Return parts one after another, escaped where they are not markup."""
    return Html("".join(part if isinstance(part, Html) else escape(part, quote=False) for part in parts))


def table(titles: Iterable[str], rows: Iterable[Iterable[str]], *, numeric: Iterable[int] = ()) -> Html:
    """Return a table; `numeric` are places of columns that hold numbers."""
    right = dict.fromkeys(numeric, "number")
    head = (tag("th", each, kind=right.get(place, "")) for place, each in enumerate(titles))
    body = (
        tag("tr", *(tag("td", each, kind=right.get(place, "")) for place, each in enumerate(row)))
        for row in rows
    )
    return tag("table", tag("thead", tag("tr", *head)), tag("tbody", *body))


def shown(*parts: str) -> str:
    """Return what a notebook shows: the parts, with their style."""
    style = files(__package__).joinpath("display.css").read_text("utf-8")
    return tag("div", Html(f"<style>{style}</style>"), *parts, kind="qualcode", lang=language())


def language() -> str:
    """Return the language of titles and names, as the environment asks for it."""
    return language_of(os.environ)


def name_of(codebook: Codebook | None, code: Code) -> str:
    """Return a code's path in the reader's language."""
    return codebook.path(code, language()) if codebook else code.key


def colour(code: Code | None) -> str:
    """Return a code's colour where it can be seen on light and on dark: neither near white nor near black.

    A code without one gets a hue of its own, the same each time; what is no code is grey.

    Examples
    --------
    >>> colour(None)
    '128 128 128'
    """
    if code and _COLOUR.fullmatch(code.color):
        red, green, blue = (int(code.color[at : at + 2], 16) / 255 for at in (1, 3, 5))
        hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    else:
        hue, light, saturation = (crc32(code.id.encode()) / 2**32, 0.5, 0.6) if code else (0.0, 0.5, 0.0)
    toned = colorsys.hls_to_rgb(hue, min(max(light, 0.4), 0.65), saturation)
    return " ".join(str(round(part * 255)) for part in toned)


def chip(words: str, code: Code | None, *, title: str = "") -> Html:
    """Return a code as a small label in its colour."""
    return tag("span", words, kind="code", style=f"border-color: rgb({colour(code)})", title=title)
