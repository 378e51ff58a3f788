"""Where sentences end, in transcripts: spoken language, typed in a hurry."""

import re

from qualcode.lang.abbreviations import Abbreviations, abbreviations
from qualcode.model import Span

_EMOJI = "[\u2600-\u27bf\u2b50\ufe0f\u200d\U0001f000-\U0001faff]"
_CLOSING = "\"'\u201d\u2019\u00bb)\\]}*_"
_OPENING = "\"'\u201c\u2018\u00ab([{*_\u2014\u2013-"
_END = re.compile(
    rf"(?P<stop>[.!?\u2026]+)(?P<closed>[{_CLOSING}]*+)(?P<emoji>(?:\s*{_EMOJI})*+)"
    rf"(?=\s++[{re.escape(_OPENING)}]*+(?P<next>[^\W_]*+)|\Z)"
    r"|\n[^\S\n]*+\n"  # a blank line
    r"|\n(?=[^\S\n]*+(?:[-*\u2022\u2013]|\d{1,2}[.)]|[a-z][.)])\s)"  # a list item on the next line
)
_DOTTED = re.compile(r"[^\W\d_]{1,2}(?:\.[^\W\d_]{1,4})+")  # S.E, M.Si, Ph.D, a.m
_ITEM = re.compile(r"\d{1,2}|[a-z]")
_ROMAN = re.compile(r"[IVXLC]{2,}|[VX]")  # not I, which opens English sentences
_LONGEST_SHORT_FORM = 30


def sentence_spans(text: str, language: str, *, start: int = 0, end: int | None = None) -> list[Span]:
    """Find the sentences of a text, or of a stretch of it.

    A line break alone ends no sentence, since files wrap their lines; a blank line and a list item do.
    A lower-case letter may open a sentence, since transcribers save the shift key, but not after an
    ellipsis (a pause) or a closed quotation.

    Parameters
    ----------
    text
        The whole text.
    language
        ``"id"``, ``"en"``; of other languages only the abbreviations that all share are known.
    start, end
        The stretch, in code points of `text`; all of it by default.

    Returns
    -------
    list of Span
        In order, in code points of the whole text, not overlapping, without the space around them.
        Together they cover everything in the stretch but white space.

    Examples
    --------
    >>> text = "Kata Bpk. Rahan, S.E., biayanya Rp 1.500,00. Murah, kan? Ya... murah."
    >>> [span.of(text) for span in sentence_spans(text, "id")]
    ['Kata Bpk. Rahan, S.E., biayanya Rp 1.500,00.', 'Murah, kan?', 'Ya... murah.']
    """
    stop = len(text) if end is None else end
    known = abbreviations(language)
    spans: list[Span] = []
    begin = start
    for match in _END.finditer(text, start, stop):
        if match["stop"] is None or _is_end(text, begin, match, known):
            _add(spans, text, begin, match.end())
            begin = match.end()
    _add(spans, text, begin, stop)
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    words = text[start:end].lstrip()
    if words:
        start = end - len(words)
        spans.append(Span(start, start + len(words.rstrip())))


def _is_end(text: str, begin: int, match: re.Match[str], known: Abbreviations) -> bool:
    mark, closed, emoji, next_word = match.groups()
    if emoji or not next_word:
        return True
    pause = mark == "\u2026" or mark.startswith("..")
    if (pause or closed) and next_word[0].islower():
        return False
    if pause and not text[begin : match.start()].strip():
        return False  # nothing was said yet
    if mark != ".":
        return True
    words = text[max(begin, match.start() - _LONGEST_SHORT_FORM) : match.start()]
    word = words.rsplit(maxsplit=1)[-1].lstrip(_OPENING) if words and not words[-1].isspace() else ""
    return not _goes_on(word, next_word, known, first=words.strip() == word)


def _goes_on(word: str, next_word: str, known: Abbreviations, *, first: bool) -> bool:
    """Say whether the stop after `word` belongs to it and the sentence goes on with `next_word`."""
    short = word.lower()
    if short in known.before_names:
        return True
    if short in known.before_numbers and (next_word[0].isdigit() or _ROMAN.fullmatch(next_word)):
        return True
    if short in known.closing:
        return not next_word[0].isupper()
    if first and _ITEM.fullmatch(word):
        return True
    if (len(word) == 1 and word.isupper()) or ("." in word and _DOTTED.fullmatch(word)):
        return next_word.lower() not in known.openers or next_word.islower()
    return False
