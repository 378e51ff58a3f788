"""The grammar of one line: what could be a speaker's label, and what is a time."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from qualcode.readers import labels
from qualcode.readers.draft import Line
from qualcode.readers.times import DOTTED, TIME, seconds


class Form(StrEnum):
    """How a label is written."""

    COLON = "colon"
    SEMICOLON = "semicolon"
    DESCRIBED = "described"
    LOWER = "lower"
    SIGN = "sign"
    DASH = "dash"
    TIMED = "timed"
    BRACKET = "bracket"
    TAB = "tab"
    DOT = "dot"
    BOLD = "bold"
    CAPITALS = "capitals"
    ALONE = "alone"
    BLANK = "blank"


SLIPS = {Form.SEMICOLON, Form.DESCRIBED, Form.LOWER}
"""Forms that prose takes as well: where most labels have another, one of these is a slip at best."""
WEAK = {Form.DESCRIBED, Form.LOWER, Form.BRACKET, Form.DOT, Form.ALONE, Form.BLANK}
"""Forms that make speakers of unknown labels only where they mark a good part of the lines."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A line that may begin a turn.

    Attributes
    ----------
    label
        As written, without stars, time and colon; empty for a mere time.
    inner
        What stands behind it in parentheses: ``"K"`` in ``Kiki (K):``.
    start
        Where the words begin, in code points of the line.
    form
        How the label is written.
    time, time_end
        Seconds, where the line has them.
    """

    label: str
    start: int
    form: Form
    inner: str = ""
    time: float | None = None
    time_end: float | None = None


_BEFORE = r"\s*+(?:>{1,3}\s*|[•\-–]\s+)?(?:[\[(#]?\d{1,4}(?:[.)\]]\s*|\s+))?"
_EM = r"[*_]{0,3}"
_CLOCK = (
    rf"(?:[\[(<]\s*(?P<t1>{TIME}|{DOTTED})(?:\s*(?:-->|-|–)\s*(?P<e1>{TIME}|{DOTTED}))?\s*[\])>]"
    rf"|#(?P<t6>{TIME})(?:-\d)?#"
    rf"|\*?(?P<t2>{TIME}|\d{{1,2}}\.\d{{2}}\.\d{{2}})(?:\s*-->\s*(?P<e2>{TIME}))?)"
)
_AFTER_CLOCK = rf"[\[(<]\s*+(?P<t3>{TIME}|{DOTTED})(?:\s*[-–]\s*(?P<e3>{TIME}|{DOTTED}))?\s*[\])>]"
_BELOW_CLOCK = rf"(?:[\[(<](?P<t4>{TIME})[\])>][ \t]*|(?P<t5>{TIME})[ \t]*$)"
_NAME = r"[^\W\d_](?:(?:[^\n:：*_\[\](){}<>|\t?!;\"“”]|_(?=\d)){0,38}[^\W_]\.?)?"
_LABEL = rf"(?P<label>{_NAME})"
_INNER = rf"(?:\s*\((?!{TIME}|{DOTTED})(?P<inner>[^()]{{1,30}})\))?"
_HEAD = rf"{_BEFORE}{_EM}(?:{_CLOCK}\s*[-=–]?\s*)?{_EM}{_LABEL}{_EM}{_INNER}(?:\s*{_AFTER_CLOCK})?\s*{_EM}\s*"
_COLON = re.compile(rf"{_HEAD}[:：](?![\d/]){_EM}:?[ \t]*{_BELOW_CLOCK}?")
_SEMICOLON = re.compile(rf"{_HEAD};\s+")
_SIGN = re.compile(rf"{_HEAD}(?:[>|][ \t]*|/[ \t]+)")
_DASH = re.compile(rf"{_HEAD}(?:[-–—][ \t]+|(?<=\s)[-–—](?=\w))")
_TIMED = re.compile(
    rf"{_BEFORE}{_EM}(?:{_CLOCK}\s*[-=–]?\s*{_EM}{_LABEL}{_INNER}{_EM}\s*$"
    rf"|{_EM}(?P<label2>{_NAME})(?:\s*\((?P<inner2>[^\W\d][^()]{{1,29}})\))?{_EM}\s*"
    rf"(?:(?<!\d)(?P<t4>{TIME})\s*$|[\[(](?P<t5>{TIME}|{DOTTED})[\])]:?\s*))"
)
_INSIDE = r"[^\W\d_][\w .]{0,30}"
_WITHIN_CLOCK = rf"(?:,?\s*(?P<t3>{TIME}))?"
_BRACKET = re.compile(
    rf"{_BEFORE}(?:{_CLOCK}\s*[-–]?\s*)?(?:\[(?P<label>{_INSIDE}){_WITHIN_CLOCK}\]|\((?P<label2>{_INSIDE})\)"
    rf"|<(?P<label3>{_INSIDE})>)(?:\s*(?P<colon>[:：])\s*|\s+|$)|\s*<v(?:\.[^\s>]*)*\s+(?P<label4>{_INSIDE})>"
)
_DOT = re.compile(r"\s*(?P<label>[A-Z][A-Za-z]{0,4}\d{0,2})\.\s+")
_TAB = re.compile(rf"{_BEFORE}(?:{_CLOCK}\s+)?{_LABEL}\t+\s*")
_CAPITALS = re.compile(r"\s*(?P<label>[^\W\d_](?:[^\W\d_]|[.' ]){1,30}\d?(?:, ?\d{1,2})?)\s*$")
_MEMBER = re.compile(r"(?:peserta|anggota|deltager|participant) ?(?:\d{1,3}|[a-z])")
"""Somebody of a group: the bare word heads lists of who took part."""
_PARTED = re.compile(r"(\w[\w .]{2,}?)\s*/\s*([A-Z]{1,3}\d?)")
_LOWER = re.compile(r"[^\W\d_]{2,15}\d{0,2}")
_LONGEST_DESCRIPTION = 4
"""Words behind a name and a comma that still describe the speaker."""
_MERE_TIME = re.compile(rf"\s*{_CLOCK}\s*")
_ALTERNATIVES = {
    name: (name, *(f"{name}{number}" for number in range(1, 7))) for name in ("label", "inner", "t", "e")
}
"""Names of a pattern's groups for one thing, one for each place where it may stand."""
_LONGEST_HEAD = 250
"""Code points at a line's beginning that can hold a label."""
_PATTERNS = (
    (Form.COLON, _COLON),
    (Form.SEMICOLON, _SEMICOLON),
    (Form.TIMED, _TIMED),
    (Form.SIGN, _SIGN),
    (Form.DASH, _DASH),
    (Form.BRACKET, _BRACKET),
    (Form.TAB, _TAB),
    (Form.DOT, _DOT),
)


@lru_cache(maxsize=4096)
def fold(label: str) -> str:
    """Return the form under which typing variants of a label are one.

    Examples
    --------
    >>> fold("Informan 1"), fold("INFORMAN1"), fold("Mr. Zul")
    ('informan1', 'informan1', 'mr zul')
    """
    bare = re.sub(r"[.*_#]", "", label.casefold())
    return re.sub(r"[\s\-]+(?=\d)", "", " ".join(bare.split()))


@lru_cache(maxsize=4096)
def word_of(label: str) -> str:
    """Return the folded label without its number: ``"informan"`` for ``"Informan 1"``."""
    return fold(label).rstrip("0123456789")


@lru_cache(maxsize=4096)
def is_known(label: str) -> bool:
    """Say whether a label is one even where it occurs once."""
    word = word_of(label)
    return (
        word in labels.INTERVIEWER
        or word in labels.INFORMANT
        or word in labels.OTHER
        or word in labels.NEUTRAL
        or word in labels.LETTERS
        or word.split(" ")[0] in {"informan", "narasumber", "responden", "pewawancara", "interviewer"}
        or _MEMBER.fullmatch(fold(label)) is not None
    )


@lru_cache(maxsize=4096)
def is_label(label: str) -> bool:
    """Say whether the words before a colon look like the name of a speaker at all."""
    words = label.replace("/", " / ").split()
    folded = fold(label)
    if _MEMBER.fullmatch(folded):
        return True
    if not words or len(words) > 5 or folded in labels.NOT_LABELS or fold(words[0]) in labels.NOT_LABELS:
        return False
    if label.endswith(".") and not re.search(r"\.\w{1,3}\.$|\b\w{1,2}\.$", label):
        return False
    if is_known(label) or (len(words) == 1 and words[0][-1].isdigit()):
        return True
    return all(word[0].isupper() or word[0].isdigit() or word.casefold() in labels.INNER for word in words)


def mark_of(line: Line) -> Mark | None:
    """Return what a line may begin, None where it only goes on.

    Examples
    --------
    >>> mark_of(Line("[01:05] **Kiki (K):** Halo"))
    Mark(label='Kiki', start=22, form=<Form.COLON: 'colon'>, inner='K', time=65.0, time_end=None)
    >>> mark_of(Line("Pukul 10:30 saya buka toko")) is None
    True
    """
    if not line.text.strip():
        return None
    if len(line.text) > _LONGEST_HEAD:
        line = Line(line.text[:_LONGEST_HEAD] + "…", line.bold, line.heading)
    for form, pattern in _PATTERNS:
        match = pattern.match(line.text)
        mark = _marked(match, form) if match else None
        if mark is not None:
            return mark
    return _by_bold(line) or _by_capitals(line) or _by_time(line)


def _marked(match: re.Match[str], form: Form) -> Mark | None:
    found = match.groupdict()
    label = _group(found, "label").strip()
    time, end = _times(found)
    if form is Form.TIMED and fold(label) in labels.GREETINGS:
        return None
    if other := labels.NAMES_TOO.get(fold(label)):
        is_name = label[0].isupper() and not re.match(other, match.string[match.end() :], re.IGNORECASE)
        return Mark(label, match.end(), form, "", time, end) if is_name else None
    inner = _group(found, "inner").strip()
    anonymous = form is Form.BRACKET and found["colon"] and fold(label) in labels.HEADER_KEYS
    if not anonymous and not is_label(label):
        return _loose(label, Mark("", match.end(), form, inner, time, end))
    if form is Form.BRACKET and (found["colon"] or fold(label) in labels.SOUNDS):
        form = Form.COLON
        if not found["colon"]:
            return None
    if form is Form.DOT and not is_known(label):
        return None
    if not inner and (parted := _PARTED.fullmatch(label)):
        label, inner = parted.groups()
    return Mark(label, match.end(), form, inner, time, end)


def _group(found: Mapping[str, str | None], name: str) -> str:
    """Return what the one of a pattern's alternatives found that is there."""
    for alternative in _ALTERNATIVES[name]:
        if text := found.get(alternative):
            return text
    return ""


def _loose(label: str, rest: Mark) -> Mark | None:
    """Return a mark whose label is of lower case, or has a description after a comma: ``Zul, penjahit:``."""
    if rest.form is not Form.COLON:
        return None
    name, _, described = label.partition(",")
    if _LOWER.fullmatch(label) and fold(label) not in labels.NOT_LABELS:
        return replace(rest, label=label, form=Form.LOWER)
    if is_label(name) and 0 < len(described.split()) <= _LONGEST_DESCRIPTION:
        return replace(rest, label=name, form=Form.DESCRIBED, inner=rest.inner or described.strip())
    return None


def _times(found: Mapping[str, str | None]) -> tuple[float | None, float | None]:
    time, end = _group(found, "t"), _group(found, "e")
    return (seconds(time) if time else None), (seconds(end) if end else None)


def _by_bold(line: Line) -> Mark | None:
    text, bold = line.text, line.bold
    starred = re.match(r"\s*\*\*(?P<label>[^*\n]{1,40}?)\*\*\s*", text)
    if starred:
        label, start = starred["label"].strip(), starred.end()
    elif bold:
        label, start = text[:bold].strip(), bold + len(text[bold:]) - len(text[bold:].lstrip())
    else:
        return None
    if len(label) > 40 or not is_label(label) or line.heading or label[-1] in ".?!,":
        return None
    return Mark(label, start, Form.BOLD)


def _by_capitals(line: Line) -> Mark | None:
    match = _CAPITALS.match(line.text)
    if not match or line.heading or not match["label"].isupper():
        return None
    if len(match["label"].partition(",")[0].split()) > 3 or not is_label(match["label"]):
        return None
    return Mark(match["label"].strip(), match.end(), Form.CAPITALS)


def _by_time(line: Line) -> Mark | None:
    match = _MERE_TIME.match(line.text)
    bracketed = match is not None and (match["t1"] or match["t6"]) is not None
    if not match or not (bracketed or match.end() == len(line.text)):
        return None
    time, end = _times(match.groupdict())
    return Mark("", match.end(), Form.TIMED, "", time, end)
