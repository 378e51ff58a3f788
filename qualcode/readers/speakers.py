"""Finding who speaks: which labels are speakers, and where each turn begins and ends."""

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from qualcode.readers import labels
from qualcode.readers.draft import Line, Note
from qualcode.readers.marks import Form, Mark, fold, is_known, mark_of, word_of

_FOOTER = re.compile(r"\s*(transcribed by|ditranskripsi oleh)\b.*(https?:|otter)", re.IGNORECASE)
_FEW_LINES = 5
"""Lines above the first speaker that may be a title and an introduction."""
_INITIALS = re.compile(r"[A-Z]{1,3}\d?")


@dataclass(frozen=True, slots=True)
class Words:
    """What one speaker said: from a place in one line to a place in another (line, offset)."""

    speaker: str
    begin: tuple[int, int]
    finish: tuple[int, int]
    time: float | None = None
    time_end: float | None = None


@dataclass(slots=True)
class Found:
    """The speakers of a file and their words; names by label where the file defines them."""

    words: list[Words] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)


def find(lines: Sequence[Line], *, start: int = 0, legend: Mapping[str, str] | None = None) -> Found:
    """Find the speakers of a text.

    A label must be known, be explained, or recur. A line that merely looks like a label goes on with the
    turn above it.

    Parameters
    ----------
    lines
        All lines of the file.
    start
        First line below the header.
    legend
        Folded labels that the header explains.
    """
    marks = {number: mark for number in range(start, len(lines)) if (mark := mark_of(lines[number]))}
    cast = _cast(marks, legend or {}, sum(bool(line.text.strip()) for line in lines[start:]))
    if not cast.labels:
        return Found()
    found = Found(_words(lines, start, marks, cast), cast.names, cast.notes)
    if not found.words:
        return Found()
    above = sum(bool(line.text.strip()) for line in lines[start : found.words[0].begin[0]])
    if above > _FEW_LINES:
        what = "{count} lines above the first speaker belong to no turn"
        found.notes.append(Note(what, {"count": above}))
    return found


def labelled(lines: Sequence[Line]) -> dict[int, tuple[str, int]]:
    """Return the lines that begin with a speaker's label: the label shown, and where the words begin."""
    marks = {number: mark for number, line in enumerate(lines) if (mark := mark_of(line)) and mark.label}
    cast = _cast(marks, {}, len(lines))
    return {
        number: (label, mark.start) for number, mark in marks.items() if (label := cast.of(mark)) is not None
    }


@dataclass(slots=True)
class _Cast:
    """Folded label -> the label shown; names by shown label."""

    labels: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    form: Form = Form.COLON
    notes: list[Note] = field(default_factory=list)

    def of(self, mark: Mark) -> str | None:
        """Return the label under which a mark's words go, None where it is no speaker's."""
        if self.form is not Form.COLON and mark.form is Form.COLON and not is_known(mark.label):
            return None
        return self.labels.get(fold(mark.label))


def _cast(marks: Mapping[int, Mark], legend: Mapping[str, str], filled: int) -> _Cast:
    named = [mark for mark in marks.values() if mark.label and mark.form is not Form.SEMICOLON]
    counts = Counter(fold(mark.label) for mark in named)
    cast = _Cast(form=_dominant(named, counts))
    aliases = _aliases(named, counts)
    candidates = [mark for mark in named if mark.form in (cast.form, Form.COLON)]
    accepted = {
        fold(mark.label)
        for mark in candidates
        if fold(mark.label) in legend
        or fold(mark.label) in aliases
        or fold(mark.label) in aliases.values()
        or is_known(mark.label)
        or (counts[fold(mark.label)] > 1 and mark.form is cast.form)
    }
    if not _is_dialogue(accepted, candidates, legend):
        return _Cast()
    dense = sum(fold(mark.label) in accepted for mark in candidates) > filled * 0.8
    accepted |= _once_only(candidates, accepted, counts, cast, aliases, dense=dense)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for mark in candidates:
        folded = fold(mark.label)
        if folded in accepted:
            spellings[aliases.get(folded, folded)][mark.label] += folded not in aliases
    shown = {folded: counter.most_common(1)[0][0] for folded, counter in spellings.items()}
    for mark in candidates:
        folded = fold(mark.label)
        target = aliases.get(folded, folded)
        if folded in aliases and mark.inner and fold(mark.inner) == target:
            if counts[target] == 0:
                shown[target] = mark.inner
            cast.names.setdefault(shown[target], mark.label)
    cast.labels = {folded: shown[aliases.get(folded, folded)] for folded in accepted}
    return cast


def _dominant(marks: Sequence[Mark], counts: Counter[str]) -> Form:
    """Return the form in which most recurring labels are written."""
    forms = Counter(mark.form for mark in marks if counts[fold(mark.label)] > 1 or is_known(mark.label))
    return max(forms, key=lambda form: (forms[form], form is Form.COLON), default=Form.COLON)


def _aliases(marks: Sequence[Mark], counts: Counter[str]) -> dict[str, str]:
    """Return the names that stand for a shorter label: ``Kiki (K):`` makes ``kiki`` mean ``k``."""
    return {
        fold(mark.label): fold(mark.inner)
        for mark in marks
        if mark.inner and (counts[fold(mark.inner)] or _INITIALS.fullmatch(mark.inner))
        if fold(mark.inner) != fold(mark.label)
    }


def _is_dialogue(accepted: set[str], marks: Sequence[Mark], legend: Mapping[str, str]) -> bool:
    """Say whether labels of no known meaning alternate as speakers do."""
    turns = [mark for mark in marks if fold(mark.label) in accepted]
    if not turns:
        return False
    known = [m for m in turns if fold(m.label) in legend or (is_known(m.label) and len(word_of(m.label)) > 1)]
    if known or any(mark.time is not None or mark.inner for mark in turns):
        return True
    switches = sum(fold(one.label) != fold(next_.label) for one, next_ in pairwise(turns))
    return switches >= 3 or ({fold(m.label) for m in turns} >= {"p", "i"}) or _has_pair(turns)


def _has_pair(turns: Sequence[Mark]) -> bool:
    said = {word_of(mark.label) for mark in turns}
    return any(set(pair) <= said for pair in labels.PAIRS)


def _once_only(
    marks: Sequence[Mark],
    accepted: set[str],
    counts: Counter[str],
    cast: _Cast,
    aliases: dict[str, str],
    *,
    dense: bool,
) -> set[str]:
    """Return labels that occur once and are speakers all the same; mistyped ones become aliases."""
    more: set[str] = set()
    timed = any(mark.time is not None for mark in marks if fold(mark.label) in accepted)
    initials = all(_INITIALS.fullmatch(name.upper()) for name in accepted)
    for mark in marks:
        folded = fold(mark.label)
        if folded in accepted or counts[folded] > 1 or mark.form not in (Form.COLON, Form.TIMED):
            continue
        near = difflib.get_close_matches(folded, [name for name in accepted if len(name) > 4], 1, 0.85)
        polite = folded.split(" ")[0] in labels.HONORIFICS and " " in folded
        if near and folded[-1:].isdigit() == near[0][-1:].isdigit():
            aliases[folded] = near[0]
            what = "the label {label!r} was taken for a mistyped {near!r}"
            cast.notes.append(Note(what, {"label": mark.label, "near": near[0]}))
        elif (
            polite
            or dense
            or (timed and mark.time is not None)
            or (initials and _INITIALS.fullmatch(mark.label))
        ):
            what = "the label {label!r} occurs only once and was taken for a speaker"
            cast.notes.append(Note(what, {"label": mark.label}))
        else:
            what = "{label!r} before a colon occurs only once and was not taken for a speaker"
            cast.notes.append(Note(what, {"label": mark.label}))
            continue
        more.add(folded)
    return more


@dataclass(slots=True)
class _Open:
    """A turn that is being gathered."""

    speaker: str
    begin: tuple[int, int] | None = None
    finish: tuple[int, int] = (0, 0)
    time: float | None = None
    time_end: float | None = None

    def take(self, number: int, text: str, start: int = 0) -> None:
        """Go on with the words of a line from an offset."""
        words = text[start:].strip()
        if words:
            first = start + len(text[start:]) - len(text[start:].lstrip())
            self.begin = self.begin or (number, first)
            self.finish = (number, len(text.rstrip()))

    def close(self) -> list[Words]:
        """Return the turn, or nothing where nothing was said."""
        if self.begin is None:
            return []
        return [Words(self.speaker, self.begin, self.finish, self.time, self.time_end)]


def _words(lines: Sequence[Line], start: int, marks: Mapping[int, Mark], cast: _Cast) -> list[Words]:
    gathered: list[Words] = []
    current: _Open | None = None
    time: float | None = None
    for number in range(start, len(lines)):
        line, mark = lines[number], marks.get(number)
        label = cast.of(mark) if mark and mark.label else None
        if _FOOTER.match(line.text):
            gathered += current.close() if current else []
            current = None
        elif mark and label is not None:
            gathered += current.close() if current else []
            current = _Open(label, time=time if mark.time is None else mark.time, time_end=mark.time_end)
            time = None
            current.take(number, line.text, mark.start)
        elif mark and not mark.label:
            gathered += current.close() if current else []
            current = (
                replace(current, begin=None, time=mark.time, time_end=mark.time_end) if current else None
            )
            time = mark.time
            if current and line.text[mark.start :].strip():
                current.take(number, line.text, mark.start)
                time = None
        elif current and (line.heading or _is_aside(line.text)):
            gathered += current.close()
            current = _Open(current.speaker)
        elif current and line.text.strip():
            current.take(number, line.text)
            time = None
    return gathered + (current.close() if current else [])


def _is_aside(text: str) -> bool:
    before, colon, _ = text.partition(":")
    return bool(colon) and len(before) < 40 and fold(before).split(" ")[0] in labels.ASIDES
