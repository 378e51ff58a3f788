"""Marks of transcription: what the typist wrote about the speech and nobody said, per convention."""

import re

from qualcode.lang.data import words
from qualcode.model import Span

SOUNDS = words(
    """
    tertawa ketawa tawa senyum tersenyum jeda diam hening batuk menangis nangis berbisik menghela mengangguk
    menggeleng terputus putus terdengar suara bunyi
    laughs laughing laughter laugh chuckles pause pauses silence sigh sighs cough coughs crying whispers nods
    inaudible unclear unintelligible crosstalk interruption overlapping sound noise music indistinct
    griner latter hoster utydeligt
    """
) | {"(?:tidak|tdk|kurang|ndak) (?:jelas|terdengar)", r"telepon \w+", r"phone rings?", "not audible"}
"""First words of a remark in round brackets; other round brackets may hold what was said."""

_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,\-]\d{1,3})?"

CONVENTIONS: dict[str, tuple[str, ...]] = {
    "plain": (
        r"\[[^\[\]\n]{1,60}\](?!\()",
        rf"\((?:{'|'.join(sorted(SOUNDS))})\b[^()\n]{{0,50}}\)",
        rf"\(\s*(?:\.{{2,}}|…|\?+|\d{{1,2}}(?:[.,]\d+)?\s*(?:detik|dtk|s|sec|sek)?|{_TIME})\s*\)",
        r"xxx*(?!\w)",
    ),
    "jefferson": (r"\(\(.{1,100}?\)\)", r"\(\s*\.?\d{0,2}\s*\)", r"="),
    "chat": (r"&[=~+\-]\w+", r"\x15\d+_\d+\x15"),
    "f4": (rf"#{_TIME}#",),
}
"""Patterns by convention: square brackets and remarks, Jefferson's, CHAT's, f4's times."""

_PATTERNS = {
    name: tuple(re.compile(pattern, re.IGNORECASE if pattern.startswith(r"\((?:") else 0) for pattern in each)
    for name, each in CONVENTIONS.items()
}


def mark_spans(text: str, *conventions: str) -> list[Span]:
    """Find the marks of transcription in a text.

    Parameters
    ----------
    text
        The text.
    *conventions
        Names in `CONVENTIONS`; all of them where none is given.

    Returns
    -------
    list of Span
        In order, not overlapping, in code points.

    Examples
    --------
    >>> text = "Saya [tertawa] belajar (...) xxx sendiri ((batuk)) di (rumah) ="
    >>> [span.of(text) for span in mark_spans(text)]
    ['[tertawa]', '(...)', 'xxx', '((batuk))', '=']
    """
    found = sorted(
        match.span()
        for name in conventions or CONVENTIONS
        for pattern in _PATTERNS[name]
        for match in pattern.finditer(text)
        if not _is_within_word(text, match)
    )
    spans: list[Span] = []
    for start, end in found:
        if spans and start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return spans


def _is_within_word(text: str, match: re.Match[str]) -> bool:
    """Say whether what looks like ``xxx`` only ends a word."""
    return match[0][0] == "x" and match.start() > 0 and text[match.start() - 1].isalnum()
