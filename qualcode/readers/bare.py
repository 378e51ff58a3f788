"""Labels without any sign: names on a line of their own above the words, letters or numbers before them.

Names between a time and the words are sought in `qualcode.readers.between`.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from qualcode.readers import labels
from qualcode.readers.draft import Line
from qualcode.readers.marks import Form, Mark, fold, is_known, is_label, word_of

_ALONE = re.compile(r"\s*(?:#{1,6}\s+)?(?P<label>[^\W\d_](?:[^\n:：*\[\](){}<>|\t?!;,]{0,38}[^\W_])?)\s*")
_BEFORE = re.compile(
    r"\s*(?:\d{1,4}[.)]?\s+)?(?P<label>[A-Z]{1,4}\d{0,2}|[A-Z][a-z]{2,}(?: ?\d{1,2})?)\s+(?=[\w(\[“])"
)
_FEWEST = 4
"""Lines that bear such labels, at least."""
_OPENING = 12
"""Lines with words of which one must bear the first label."""
_SHARES = {Form.ALONE: 0.15, Form.BLANK: 0.8}
"""Share of the lines that bear labels, at least."""
_MOST_PEOPLE = 15
_PRONOUNS = {"i", "a"}
"""Letters that begin many a line of English."""


def names_above(lines: Sequence[Line], marks: Mapping[int, Mark], *, start: int) -> dict[int, Mark]:
    """Find names that have a line of their own above what was said: ``Speaker 1``, and the words below it."""
    filled = [number for number in range(start, len(lines)) if lines[number].text.strip()]
    found = {}
    for number in filled:
        match = _ALONE.fullmatch(lines[number].text) if number not in marks else None
        if match and is_label(match["label"]) and fold(match["label"]) not in labels.GREETINGS:
            found[number] = Mark(match["label"], len(lines[number].text), Form.ALONE)
    recurring = _recurring(found)
    if any(one in recurring and other in recurring for one, other in pairwise(filled)):
        return {}
    return _sustained(recurring, filled, Form.ALONE)


def words_behind(lines: Sequence[Line], marks: Mapping[int, Mark], *, start: int) -> dict[int, Mark]:
    """Find labels with nothing but a blank between them and the words: ``P Kapan?``, ``S1 Dulu.``.

    Only what is known as a label, or a letter with a number, counts; nearly every paragraph must have one.
    """
    filled = _first_lines(lines, start)
    found = {}
    for number in filled:
        match = _BEFORE.match(lines[number].text) if number not in marks else None
        if match and (is_known(match["label"]) or len(word_of(match["label"])) < len(fold(match["label"]))):
            found[number] = Mark(match["label"], match.end(), Form.BLANK)
    return _sustained(_recurring(found), filled, Form.BLANK)


def _first_lines(lines: Sequence[Line], start: int) -> list[int]:
    """Return the lines at which paragraphs begin: below blank ones, or all where there are hardly any."""
    filled = [number for number in range(start, len(lines)) if lines[number].text.strip()]
    below = [number for number in filled if number == start or not lines[number - 1].text.strip()]
    return below if len(below) >= _FEWEST else filled


def _recurring(found: Mapping[int, Mark]) -> dict[int, Mark]:
    counts = Counter(fold(mark.label) for mark in found.values())
    return {number: mark for number, mark in found.items() if counts[fold(mark.label)] > 1}


def _sustained(found: dict[int, Mark], filled: Sequence[int], form: Form) -> dict[int, Mark]:
    """Return marks that begin early, go on throughout, and are of a few people who take turns; else none."""
    people = [fold(mark.label) for mark in found.values()]
    switches = sum(one != other for one, other in pairwise(people))
    if (
        len(found) < max(_FEWEST, len(filled) * _SHARES[form])
        or not 1 < len(set(people)) <= _MOST_PEOPLE
        or switches * 2 < len(people)
        or min(found) not in filled[:_OPENING]
        or set(people) <= _PRONOUNS
    ):
        return {}
    return found
