"""Labels that stand elsewhere than before the words: within a paragraph, beside a time, or not at all."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from qualcode.readers import labels
from qualcode.readers.draft import Line
from qualcode.readers.marks import Form, Mark, fold, is_known, is_label, word_of

_WITHIN = re.compile(r"(?<=[.?!…)\]”\"])\s+(?P<label>[^\W\d_][^\n:.?!,;()\[\]]{0,30}?)\s?[:：](?![\d/])\s*")
_NUMBER = re.compile(r"\s*(?:\d{1,3}[.)]|[-•])\s+")
_ASKED = labels.ANSWERS.keys() | {fold(question) for question in labels.ANSWERS.values()}
_NAME_ALONE = re.compile(r"\s*(?P<label>[^\W\d_][^\n:*\[\](){}<>\t?!;,]{0,38}[^\W_])\s*:?\s*")

Inline = dict[int, list[tuple[int, Mark]]]
"""By line, where labels begin within it, and the marks."""


def within(lines: Sequence[Line], marks: Mapping[int, Mark], *, start: int) -> Inline:
    """Find labels after the end of a sentence within a line: ``Kapan? I: Dulu. P: Ya?``.

    Only a label that also begins a line counts, one that is known, or a letter that recurs; a label in
    brackets is somebody's yes and no, and belongs to the turn around it.
    """
    first = {fold(mark.label) for mark in marks.values() if mark.label and mark.form is Form.COLON}
    found: Inline = {}
    for number in range(start, len(lines)):
        text = lines[number].text
        if text.count(":") > (number in marks):
            found[number] = [
                (match.start("label"), Mark(match["label"].strip(), match.end(), Form.COLON))
                for match in _WITHIN.finditer(text)
                if is_label(match["label"].strip())
            ]
    counts = Counter(fold(mark.label) for each in found.values() for _, mark in each)

    def counts_as_label(label: str) -> bool:
        folded = fold(label)
        return folded in first or (is_known(label) and (len(word_of(label)) > 1 or counts[folded] > 1))

    kept = {
        number: [(begin, mark) for begin, mark in each if counts_as_label(mark.label)]
        for number, each in found.items()
    }
    return {number: each for number, each in kept.items() if each}


def in_order(marks: Mapping[int, Mark], inline: Inline) -> Iterator[Mark]:
    """Yield all marks in the order of their places."""
    for number in sorted(marks.keys() | inline.keys()):
        if number in marks:
            yield marks[number]
        yield from (mark for _, mark in inline.get(number, ()))


def beside_times(lines: Sequence[Line], marks: Mapping[int, Mark]) -> dict[int, Mark]:
    """Find names that have a line of their own next to a line with a time, above all of them or below."""
    times = [number for number, mark in marks.items() if not mark.label and _is_bare(lines[number], mark)]
    best: dict[int, Mark] = {}
    for step in (-1, 1):
        near = {
            number + step: mark
            for number in times
            if 0 <= number + step < len(lines) and number + step not in marks
            if (mark := _name(lines[number + step], marks[number]))
        }
        counts = Counter(fold(mark.label) for mark in near.values())
        recurring = {number: mark for number, mark in near.items() if counts[fold(mark.label)] > 1}
        if len(recurring) > len(best) and len(near) * 2 > len(times):
            best = near
    return best


def _is_bare(line: Line, mark: Mark) -> bool:
    return not line.text[mark.start :].strip()


def _name(line: Line, time: Mark) -> Mark | None:
    match = _NAME_ALONE.fullmatch(line.text)
    if not match or not is_label(match["label"]):
        return None
    return Mark(match["label"], len(line.text), Form.TIMED, time=time.time, time_end=time.time_end)


def questions_above(
    lines: Sequence[Line], marks: Mapping[int, Mark], *, start: int
) -> tuple[str, dict[int, Mark]]:
    """Find questions without a label above answers with one: ``1. Kapan?``, ``Jawab: Dulu.``.

    Returns
    -------
    tuple
        The label for who asks, in the language of the answers' label, and the marks by line; none where
        anybody but the answers' speaker is named.
    """
    said = {word_of(mark.label) for mark in marks.values() if mark.label and mark.form is Form.COLON}
    if len(said) != 1 or not said <= labels.ANSWERS.keys():
        return "", {}
    asker = labels.ANSWERS[said.pop()]
    filled = [number for number in range(start, len(lines)) if lines[number].text.strip()]
    found: dict[int, Mark] = {}
    for above, number in pairwise(filled):
        if number not in marks or above in marks:
            continue
        text = lines[above].text
        numbered = _NUMBER.match(text)
        if numbered or text.rstrip().endswith("?"):
            found[above] = Mark(asker, numbered.end() if numbered else 0, Form.COLON)
    return asker, found


def series(marks: Sequence[Mark]) -> dict[str, str]:
    """Find labels whose numbers count turns and not people: ``P1``, ``J1``, ``P2``, ``J2``.

    Two labels must count up together from one, or one that is a word for questions or answers. Returned are
    the folded labels, each with the label shown.
    """
    numbers: dict[str, list[int]] = {}
    shown: dict[str, str] = {}
    for mark in marks:
        if mark.label[-1].isdecimal() and mark.form is Form.COLON:
            word = word_of(mark.label)
            numbers.setdefault(word, []).append(int(fold(mark.label)[len(word) :]))
            shown.setdefault(word, mark.label.rstrip("0123456789").strip(" -._"))
    counting = {word: each for word, each in numbers.items() if _counts_up(each)}
    if len(counting) == 1 and not counting.keys() <= _ASKED:
        return {}
    if not counting:
        return {}
    shortest, longest = (choose(map(len, counting.values())) for choose in (min, max))
    if shortest * 10 < longest * 8:
        return {}
    return {f"{word}{number}": shown[word] for word, each in counting.items() for number in each}


def _counts_up(numbers: Sequence[int]) -> bool:
    steps = [other - one for one, other in pairwise(numbers)]
    return len(numbers) > 2 and numbers[0] <= 2 and all(0 < step <= 2 for step in steps)
