"""Turns of a text in which nobody is named."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qualcode.model import SourceKind
from qualcode.readers import labels
from qualcode.readers.draft import Line, Note
from qualcode.readers.speakers import Words

CITED_BY_PARAGRAPH = (SourceKind.OBSERVATION, SourceKind.DOCUMENT)
"""Kinds in which a paragraph without a speaker is a turn."""


def unspoken(
    lines: Sequence[Line], words: Sequence[Words], start: int, kind: SourceKind, language: str
) -> tuple[list[Words], Note | None]:
    """Make turns where nobody is named: paragraphs of documents and notes, else one informant's.

    Parameters
    ----------
    lines
        All lines of the file.
    words
        Turns without a speaker that the file's structure gives; they are kept as they are.
    start
        First line below the header; where nothing is, what looks like a header is all there is to read.
    kind, language
        Of the source.
    """
    filled = [number for number, line in enumerate(lines) if line.text.strip()]
    filled = [number for number in filled if number >= start] or filled
    if not filled:
        return [], None
    if kind in CITED_BY_PARAGRAPH:
        return [_stretch(lines, "", block[0], block[-1]) for block in _paragraphs(lines, filled)], None
    label = labels.INFORMANT_LABEL.get(language, labels.INFORMANT_LABEL["en"])
    if words:
        note = Note("no speaker was recognised: all turns were given to {label!r}", {"label": label})
        return [replace(each, speaker=label) for each in words], note
    asking = _asking(lines, filled)
    if asking > 2:
        what = (
            "no speaker was recognised: all of it became one turn of {label!r}; {count} lines that end with a"
            " question mark may be the interviewer's: if so, begin the lines with P: and I:"
        )
        note = Note(what, {"label": label, "count": asking})
    else:
        note = Note("no speaker was recognised: all of it became one turn of {label!r}", {"label": label})
    return [_stretch(lines, label, filled[0], filled[-1])], note


def _asking(lines: Sequence[Line], filled: Sequence[int]) -> int:
    """Return how many lines ask where asking and answering alternate, else 0."""
    asks = [lines[number].text.rstrip(' *_"”').endswith("?") for number in filled]
    together = sum(one and other for one, other in pairwise(asks))
    questions = sum(asks)
    return questions if together * 4 <= questions and questions * 5 >= len(asks) else 0


def _paragraphs(lines: Sequence[Line], filled: Sequence[int]) -> list[list[int]]:
    """Group lines: by blank lines where the text is wrapped, else each line for itself."""
    blocks: list[list[int]] = [[filled[0]]]
    for before, number in pairwise(filled):
        if number == before + 1 and not lines[before].heading and not lines[number].heading:
            blocks[-1].append(number)
        else:
            blocks.append([number])
    return blocks if _is_wrapped(lines, blocks) else [[number] for number in filled]


def _is_wrapped(lines: Sequence[Line], blocks: Sequence[Sequence[int]]) -> bool:
    """Say whether most lines that are not a block's last stop in mid-sentence."""
    inner = [lines[number].text.rstrip() for block in blocks for number in block[:-1]]
    return sum(not text.endswith((".", "!", "?", ":", "…")) for text in inner) * 2 > len(inner)


def _stretch(lines: Sequence[Line], speaker: str, first: int, last: int) -> Words:
    text = lines[first].text
    return Words(speaker, (first, len(text) - len(text.lstrip())), (last, len(lines[last].text.rstrip())))
