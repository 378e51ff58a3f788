"""Words with the codings on them in colour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qualcode.jupyter.html import Html, colour, tag
from qualcode.model import Code, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A coding to be seen: its place in code points, its code, and what a pointer over it is told."""

    span: Span
    code: Code | None
    told: str


def marked(text: str, place: Span, marks: Sequence[Mark]) -> Iterator[str]:
    """Yield the words of a stretch of a text, those that are coded in the colours of their codes.

    Where codings overlap, the words bear all their colours, one above the other.
    """
    cuts = {place.start, place.end}
    for mark in marks:
        cuts.update(at for at in (mark.span.start, mark.span.end) if place.start < at < place.end)
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        covering = [mark for mark in marks if mark.span.start <= start and mark.span.end >= end]
        words = text[start:end]
        yield _mark(words, covering) if covering else words


def _mark(words: str, marks: Sequence[Mark]) -> Html:
    colours = list(dict.fromkeys(colour(mark.code) for mark in marks))
    told = "\n".join(dict.fromkeys(mark.told for mark in marks))
    return tag("mark", words, style=f"background: {_background(colours)}", title=told)


def _background(colours: Sequence[str]) -> str:
    """Return a tint, or bands of several.

    Examples
    --------
    >>> _background(["0 68 136"])
    'rgb(0 68 136 / .28)'
    >>> _background(["0 68 136", "153 68 85"])
    'linear-gradient(rgb(0 68 136 / .28) 0% 50%, rgb(153 68 85 / .28) 50% 100%)'
    """
    tints = [f"rgb({each} / .28)" for each in colours]
    if len(tints) == 1:
        return tints[0]
    step = 100 / len(tints)
    bands = (f"{tint} {step * at:g}% {step * (at + 1):g}%" for at, tint in enumerate(tints))
    return f"linear-gradient({', '.join(bands)})"
