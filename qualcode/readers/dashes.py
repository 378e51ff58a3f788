"""Plain text that names nobody and has a sign where somebody else speaks: ``- Kapan?``, ``>> Dulu.``."""

import re
from collections.abc import Sequence
from itertools import pairwise

from qualcode.readers.draft import Line, Note, Said
from qualcode.readers.marks import mark_of

_SIGNS = (re.compile(r"\s*(>{2,3})\s*(?=\S)"), re.compile(r"\s*([-–—])\s*(?=[^\s\-–—])"))
_FEWEST = 4
"""Lines with the sign from which it is no accident."""
_OPENING = 10
"""Lines that may stand above the first one: a title and a header."""
_ALL = 0.9
"""Share of the paragraphs that begin with the sign; lines below go on with the one above."""
_ASKING = 0.1
"""Share of them that ask: a list of points does not."""


def by_sign(lines: Sequence[Line]) -> tuple[Sequence[Line], tuple[Note, ...]]:
    r"""Return each turn as one line that is known to be said; lines as they are where the file is otherwise.

    Who speaks is left open: that two people take turns is likely, and no more.

    Examples
    --------
    >>> text = "- Kapan?\n- Dulu,\nsekali.\n- Di mana?\n- Di sana."
    >>> lines, notes = by_sign([Line(each) for each in text.split("\n")])
    >>> [line.text[line.said.start :] for line in lines if line.said]
    ['Kapan?', 'Dulu,\nsekali.', 'Di mana?', 'Di sana.']
    """
    filled = [number for number, line in enumerate(lines) if line.text.strip()]
    for sign in _SIGNS:
        begun = {number: match for number in filled if (match := sign.match(lines[number].text))}
        starts = {number: match.end() for number, match in begun.items()}
        if _is_dialogue(lines, filled, starts):
            first = next(iter(starts))
            turns = [_turn(lines[one:other], starts[one]) for one, other in pairwise([*starts, len(lines)])]
            what = (
                "each line that begins with {sign} was taken for a turn: write P: or I: behind the sign to"
                " say who speaks"
            )
            return [*lines[:first], *turns], (Note(what, {"sign": begun[first][1]}),)
    return lines, ()


def _is_dialogue(lines: Sequence[Line], filled: Sequence[int], starts: dict[int, int]) -> bool:
    if len(starts) < _FEWEST:
        return False
    paragraphs = [number for number in filled if number == 0 or not lines[number - 1].text.strip()]
    paragraphs = [number for number in paragraphs if number >= next(iter(starts))]
    asking = sum(lines[number].text.rstrip(' *_"”').endswith("?") for number in starts)
    named = sum(bool((mark := mark_of(lines[number])) and mark.label) for number in starts)
    return (
        filled.index(next(iter(starts))) <= _OPENING
        and sum(number in starts for number in paragraphs) >= len(paragraphs) * _ALL
        and asking >= len(starts) * _ASKING
        and named < len(starts) * _ASKING
    )


def _turn(lines: Sequence[Line], start: int) -> Line:
    text = "\n".join(line.text for line in lines)
    return Line(text, said=Said("", start), page=lines[0].page, number=lines[0].number)
