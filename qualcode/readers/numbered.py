"""Plain text with a number printed before every line, as it comes out of a page or an editor."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qualcode.readers.draft import Line, Note

_NUMBERED = re.compile(r"[ \t]*(\d{1,5})(?:\t|[ ]{1,8}|[ \t]*$)")
_FEWEST = 5
"""Lines that must count up before their numbers are no words of the text."""


def without_numbers(lines: Sequence[Line]) -> tuple[Sequence[Line], tuple[Note, ...]]:
    r"""Take the numbers off the lines and keep them beside, where every line has the next one.

    A number with a stop or a bracket counts questions or turns, and is left alone; so are all numbers where
    one is missing or out of order.

    Examples
    --------
    >>> lines, notes = without_numbers([Line(f"{n}  kata {n}") for n in range(1, 7)])
    >>> (lines[5].text, lines[5].number, str(notes[0]))
    ('kata 6', 6, 'the numbers before the lines (1 to 6) were taken off and are kept as line numbers')
    """
    matches = [_NUMBERED.match(line.text) if line.text.strip() else None for line in lines]
    numbers = [int(match[1]) for match in matches if match]
    filled = sum(bool(line.text.strip()) for line in lines)
    counted = filled == len(numbers) >= _FEWEST and numbers[0] in (0, 1)
    if not counted or any(after != before + 1 for before, after in pairwise(numbers)):
        return lines, ()
    what = "the numbers before the lines ({first} to {last}) were taken off and are kept as line numbers"
    bare = [
        replace(line, text=line.text[match.end() :], number=int(match[1])) if match else line
        for line, match in zip(lines, matches, strict=True)
    ]
    return bare, (Note(what, {"first": numbers[0], "last": numbers[-1]}),)
