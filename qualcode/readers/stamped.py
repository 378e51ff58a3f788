"""Transcripts in blocks: a time on its own line, the name below it, and the words below that."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from qualcode.readers.draft import Line, Said
from qualcode.readers.marks import fold, is_label
from qualcode.readers.times import TIME, seconds

_STAMP = re.compile(rf"\s*(?:\d+\s+)?[\[(]?({TIME})(?:\s*(?:-->|-|–|—)\s*({TIME}))?[\])]?\s*")
_FEWEST = 3
"""Blocks from which the shape is no accident."""
_LONGEST_NAME = 60


def in_blocks(lines: Sequence[Line]) -> Sequence[Line]:
    r"""Return each block as one line whose speaker is settled; lines as they are where there are no blocks.

    Examples
    --------
    >>> text = "0:01\nRina\nApa kabar?\n0:04\nZul\nBaik.\n0:05\nRina\nYa.\n0:09\nZul\nYa."
    >>> [line.said.speaker for line in in_blocks([Line(each) for each in text.split("\n")])]
    ['Rina', 'Zul', 'Rina', 'Zul']
    """
    stamps = {number: match for number, line in enumerate(lines) if (match := _STAMP.fullmatch(line.text))}
    if len(stamps) < _FEWEST or any(line.said for line in lines):
        return lines
    names = {
        number: name for number in stamps if number + 1 not in stamps and (name := _name_below(lines, number))
    }
    counts = Counter(fold(name) for name in names.values())
    recurring = {number: name for number, name in names.items() if counts[fold(name)] > 1}
    if len(recurring) < max(_FEWEST, 0.8 * len(stamps)):
        return lines
    blocks = [*lines[: next(iter(names))]]
    for first, after in pairwise([*names, len(lines)]):
        blocks.append(_block(lines[first:after], names[first], stamps[first]))
    return blocks


def _name_below(lines: Sequence[Line], number: int) -> str:
    below = lines[number + 1].text.strip().rstrip(":") if number + 1 < len(lines) else ""
    without_role = re.sub(r"\s*\([^()]*\)$", "", below)
    return below if len(below) <= _LONGEST_NAME and is_label(without_role) else ""


def _block(lines: Sequence[Line], name: str, stamp: re.Match[str]) -> Line:
    text = "\n".join(line.text for line in lines)
    start = len(lines[0].text) + len(lines[1].text) + 2
    words = text[start:]
    start += len(words) - len(words.lstrip())
    end = seconds(stamp[2]) if stamp[2] else None
    said = Said(name, start, seconds(stamp[1]), end) if words.strip() else None
    return Line(text, said=said, page=lines[0].page, number=lines[0].number)
