"""Names with nothing but blanks around them, between a time and the words: ``[00:12] Rina Apa kabar?``."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from qualcode.lang import language
from qualcode.lang.detect import LANGUAGES
from qualcode.readers import labels
from qualcode.readers.draft import Line
from qualcode.readers.marks import Form, Mark, fold, is_label
from qualcode.readers.times import DOTTED, TIME, seconds

_STAMPED = re.compile(
    rf"\s*(?:[\[(<]\s*(?P<t1>{TIME}|{DOTTED})(?:\s*(?:-->|-|–)\s*(?P<e1>{TIME}|{DOTTED}))?\s*[\])>]"
    rf"|(?P<t2>{TIME})(?:\s*(?:-->|-|–)\s*(?P<e2>{TIME}))?)\s+(?=\S)"
)
_WORD = re.compile(r"(?:[^\W_]|[.'’\-](?=\w))+\.?(?=\s)\s+")
_FEWEST = 4
"""Stamped lines from which names may be told from other words."""
_COVERED = 0.9
"""Share of the stamped lines that bear a recurring name: words of any other kind vary far more."""
_MOST_PEOPLE = 12
_LONGEST_NAME = 4
_SURE = 3
"""Lines that must agree on a name's next word before it is taken for a part of the name."""

_Words = tuple[str, ...]


def names_behind_times(lines: Sequence[Line], marks: Mapping[int, Mark], *, start: int) -> dict[int, Mark]:
    """Find names behind a time and before the words, where the same few of them stand in nearly all lines.

    A name goes on for as long as all lines that begin with it agree on its next word, and that word could
    be a name's; an honorific takes the word behind it along: ``Bu Lina``. Where most lines hold a time
    and a name alone, the words are below, and nothing is found.
    """
    stamped = {
        number: match
        for number in range(start, len(lines))
        if number not in marks or marks[number].form is Form.TIMED
        if (match := _STAMPED.match(lines[number].text))
    }
    alone = sum(number in marks and bool(marks[number].label) for number in stamped)
    if len(stamped) < _FEWEST or alone * 2 > len(stamped):
        return {}
    words = {number: _first_words(lines[number].text, match.end()) for number, match in stamped.items()}
    prefixes = Counter(
        _folded(each)[:length] for each in words.values() for length in range(1, len(each) + 1)
    )
    found = {}
    for number, match in stamped.items():
        name = _name(words[number], prefixes)
        if name and prefixes[_folded(name)] > 1:
            found[number] = _mark(lines[number].text, match, len(name))
    return found if _are_people(found, len(stamped)) else {}


def _first_words(text: str, start: int) -> _Words:
    words: list[str] = []
    while len(words) <= _LONGEST_NAME and (match := _WORD.match(text, start)):
        words.append(match.group().strip())
        start = match.end()
    return tuple(words)


def _folded(words: _Words) -> _Words:
    return tuple(fold(word) for word in words)


def _name(words: _Words, prefixes: Counter[_Words]) -> _Words:
    """Return the words that are the name, none where the first ones are no name's."""
    if not words or not _may_be_name(words[0]):
        return ()
    length = 1
    if len(words) > 1 and (fold(words[0]) in labels.HONORIFICS or words[1].isdecimal()):
        length = 2
    folded = _folded(words)
    while (
        length < min(_LONGEST_NAME, len(words))
        and _may_be_name(words[length])
        and prefixes[folded[: length + 1]] == prefixes[folded[:length]] >= _SURE
    ):
        length += 1
    return words[:length] if is_label(" ".join(words[:length])) else ()


def _may_be_name(word: str) -> bool:
    folded = fold(word)
    common = any(folded in language(code).stop_words for code in LANGUAGES)
    return word[0].isupper() and not (common or folded in labels.QUESTION_WORDS | labels.GREETINGS)


def _mark(text: str, match: re.Match[str], length: int) -> Mark:
    start = end = match.end()
    for _ in range(length):
        word = _WORD.match(text, end)
        assert word
        end = word.end()
    until = match["e1"] or match["e2"]
    return Mark(
        text[start:end].strip(),
        end,
        Form.TIMED,
        time=seconds(match["t1"] or match["t2"]),
        time_end=seconds(until) if until else None,
    )


def _are_people(found: Mapping[int, Mark], stamped: int) -> bool:
    """Say whether the names are of a few people who take turns, and stand in nearly all lines with a time."""
    people = [fold(mark.label) for mark in found.values()]
    switches = sum(one != other for one, other in pairwise(people))
    return (
        len(found) >= max(_FEWEST, stamped * _COVERED)
        and 1 < len(set(people)) <= _MOST_PEOPLE
        and switches * 2 >= len(people)
    )
