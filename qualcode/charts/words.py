"""Words in pictures: wrapped, never cut, in the document's language."""

import textwrap
from collections.abc import Sequence

from babel.numbers import format_percent

from qualcode.locale import number

WRAP = 40
"""Characters after which a label goes on in a new line."""

_BREADTHS = {**dict.fromkeys("fijltI.,:;'|!() -", 3.6), **dict.fromkeys("mMwW\u2003%", 10.0), "\u200b": 0.0}
"""What characters that are broader or narrower than most take up."""


def wrapped(text: str, width: int = WRAP) -> list[str]:
    """Return a label in lines; no word is cut.

    Examples
    --------
    >>> wrapped("Penciptaan iklim usaha yang kondusif", 20)
    ['Penciptaan iklim', 'usaha yang kondusif']
    """
    words = " ".join(text.split())
    return textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False) or [""]


def breadth(line: str) -> float:
    """Return about how broad a line is in 11 px Liberation Sans, in px, rather too broad than too narrow.

    Examples
    --------
    >>> breadth("ill") < breadth("nnn") < breadth("MMM")
    True
    """
    return sum(_BREADTHS.get(char, 7.5 if char.isupper() else 6.1) for char in line)


def percent(share: float, language: str) -> str:
    """Return a share as per cent, with one digit where it has one.

    Examples
    --------
    >>> percent(0.125, "id"), percent(0.05, "en")
    ('12,5%', '5%')
    """
    return str(format_percent(share, format="#,##0.#%", locale=language))


def listed(values: Sequence[tuple[str, float]], language: str) -> str:
    """Return names with their figures, as a list in a sentence.

    Examples
    --------
    >>> listed([("Motivasi", 3), ("Modal", 2)], "id")
    'Motivasi (3), Modal (2)'
    """
    return ", ".join(f"{name} ({number(value, language)})" for name, value in values) or "–"
