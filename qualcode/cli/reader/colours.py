"""How codes look: a colour each, and ink that can be read on it."""

from rich.color import Color
from rich.text import Text

from qualcode.cli.printing import shortened
from qualcode.model import Code, Codebook

PALETTE = ("#77aadd", "#99ddff", "#44bb99", "#bbcc33", "#aaaa00", "#eedd88", "#ee8866", "#ffaabb", "#dddddd")
"""Paul Tol's light colours, told apart by the colour-blind, for codes that have none of their own."""

CHIP = 40
"""Characters of a code's name that are shown; one taken from the words may be as long as a turn."""


def colour_of(codebook: Codebook, code: Code) -> str:
    """Return a code's colour: its own, else one by its place in the codebook."""
    return code.color or PALETTE[codebook.codes.index(code) % len(PALETTE)]


def on(colour: str) -> str:
    """Return the style of words on a colour.

    Examples
    --------
    >>> on("#ffaabb"), on("#222255")
    ('black on #ffaabb', 'white on #222255')
    """
    red, green, blue = Color.parse(colour).get_truecolor()
    bright = 0.299 * red + 0.587 * green + 0.114 * blue
    return f"{'black' if bright > 130 else 'white'} on {colour}"


def chip(codebook: Codebook, code: Code, *, language: str, negative: bool = False) -> Text:
    """Return a code's name on its colour; with a minus where it is a negative case."""
    name = shortened(code.name.get(language) or code.key, CHIP)
    return Text(f" {'− ' if negative else ''}{name} ", style=on(colour_of(codebook, code)))
