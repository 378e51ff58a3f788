"""Deciding which labels are speakers: known, explained, defined, or recurring as speakers' labels do."""

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from qualcode.model import Role
from qualcode.readers import labels
from qualcode.readers.draft import Note
from qualcode.readers.header import role_in
from qualcode.readers.inline import series
from qualcode.readers.marks import SLIPS, WEAK, Form, Mark, fold, is_known, word_of

_INITIALS = re.compile(r"[A-Z]{1,3}\d?")
_DENSE = 0.8
"""Share of labelled lines from which any label at a line's beginning is a speaker's."""
_FEWEST_SWITCHES = 3
"""Changes of speaker from which unknown labels are taken for a dialogue."""
_SUSTAINED, _THROUGHOUT = 0.15, 0.6
"""Share of lines that labels in a form of prose must begin to be speakers', and those of lower case."""
_SHOWN = 5
"""Labels listed in a note."""


@dataclass(slots=True)
class Cast:
    """The speakers of a text.

    Attributes
    ----------
    labels
        Folded label to the label shown; empty where nobody speaks.
    names, hints
        Longer names, and roles that stand behind a label in parentheses, by the label shown.
    form
        How most labels are written.
    notes
        What was decided on thin evidence.
    """

    labels: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    hints: dict[str, Role] = field(default_factory=dict)
    form: Form = Form.COLON
    notes: list[Note] = field(default_factory=list)

    def of(self, mark: Mark) -> str | None:
        """Return the label under which a mark's words go, None where it is no speaker's."""
        if self.form is not Form.COLON and mark.form is Form.COLON and not is_known(mark.label):
            return None
        if mark.form in WEAK and mark.form is not self.form and not _stands_for_itself(mark):
            return None
        return self.labels.get(fold(mark.label))


def cast_of(
    marks: Iterable[Mark], *, filled: int, legend: Mapping[str, str] | None = None, strict: bool = False
) -> Cast:
    """Decide who the speakers are.

    Parameters
    ----------
    marks
        What could begin a turn, in order of place.
    filled
        Number of lines with words.
    legend
        Folded labels that the header explains.
    strict
        Only a real dialogue will do, as in a document, where ``Narasumber: Dinas Koperasi`` speaks to nobody.
    """
    named = [mark for mark in marks if mark.label]
    form = _dominant(named, filled)
    named = [mark for mark in named if mark.form is form or mark.form not in SLIPS]
    casting = _Casting(named, form, legend or {})
    casting.accept()
    if not casting.is_dialogue(strict):
        return Cast()
    casting.accept_rare(filled)
    return casting.cast()


class _Casting:
    """The decision in its steps: accept labels, look at them together, accept rare ones, name them."""

    def __init__(self, marks: Sequence[Mark], form: Form, legend: Mapping[str, str]) -> None:
        self.counts, self.form, self.legend = Counter(fold(mark.label) for mark in marks), form, legend
        self.marks = [mark for mark in marks if mark.form in (self.form, Form.COLON)]
        self.aliases = _aliases(marks, self.counts)
        self.numbered = series(self.marks)
        self.accepted: set[str] = set()
        self.notes: list[Note] = []

    def accept(self) -> None:
        """Accept labels that are known, explained or defined, or that recur in the form of most."""
        given = self.legend.keys() | self.aliases.keys() | set(self.aliases.values())
        for mark in self.marks:
            folded = fold(mark.label)
            recurs = self.counts[folded] > 1 and mark.form is self.form
            if folded in given or folded in self.numbered or is_known(mark.label) or recurs:
                self.accepted.add(folded)
        for folded in sorted(self.accepted - given - self.numbered.keys()):
            near = self._resembled(folded, [name for name in self.accepted if is_known(name)])
            if near and not is_known(folded) and self.counts[folded] * 3 <= self.counts[near]:
                self._mistyped(folded, near)

    def is_dialogue(self, strict: bool) -> bool:
        """Say whether the accepted labels alternate as speakers do."""
        turns = [mark for mark in self.marks if fold(mark.label) in self.accepted]
        said = [fold(mark.label) for mark in turns]
        switches = sum(one != other for one, other in pairwise(said))
        if strict or not turns:
            return switches >= _FEWEST_SWITCHES
        sure = any(
            mark.time is not None
            or mark.inner
            or fold(mark.label) in self.legend
            or (is_known(mark.label) and len(word_of(mark.label)) > 1)
            for mark in turns
        )
        pairs = ({"p", "i"}, *map(set, labels.PAIRS))
        return sure or switches >= _FEWEST_SWITCHES or any(pair <= set(said) for pair in pairs)

    def accept_rare(self, filled: int) -> None:
        """Accept labels that occur once and are speakers all the same; a mistyped one becomes an alias."""
        turns = [mark for mark in self.marks if fold(mark.label) in self.accepted]
        dense = len(turns) > filled * _DENSE
        timed = any(mark.time is not None for mark in turns)
        initials = all(_INITIALS.fullmatch(name.upper()) for name in self.accepted)
        taken, left = [], []
        for mark in self.marks:
            folded = fold(mark.label)
            if (
                folded in self.accepted
                or self.counts[folded] > 1
                or mark.form not in (Form.COLON, Form.TIMED)
            ):
                continue
            polite = folded.split(" ")[0] in labels.HONORIFICS and " " in folded
            if near := self._resembled(folded, self.accepted):
                self._mistyped(folded, near)
            elif (
                dense
                or polite
                or (timed and mark.time is not None)
                or (initials and _INITIALS.fullmatch(mark.label))
            ):
                taken.append(mark.label)
            else:
                left.append(mark.label)
                continue
            self.accepted.add(folded)
        self._say("labels that occur only once were taken for speakers: {labels}", taken)
        self._say("labels that occur only once were not taken for speakers: {labels}", left)

    def _mistyped(self, folded: str, near: str) -> None:
        self.aliases[folded] = near
        what = "the label {label!r} was taken for a mistyped {near!r}"
        values = {"label": self._spelling(folded), "near": self._spelling(near)}
        self.notes.append(Note(what, values))

    def _resembled(self, folded: str, among: Iterable[str]) -> str | None:
        long = [name for name in among if len(name) > 4 and name not in self.aliases and name != folded]
        near = difflib.get_close_matches(folded, long, 1, 0.85)
        return near[0] if near and near[0][-1].isdigit() == folded[-1].isdigit() else None

    def _spelling(self, folded: str) -> str:
        spellings = Counter(mark.label for mark in self.marks if fold(mark.label) == folded)
        return spellings.most_common(1)[0][0]

    def _say(self, what: str, listed: Sequence[str]) -> None:
        if listed:
            dots = ", …" if len(listed) > _SHOWN else ""
            self.notes.append(Note(what, {"labels": ", ".join(listed[:_SHOWN]) + dots}))

    def cast(self) -> Cast:
        """Name the speakers: each by its commonest spelling, or by the letter that stands for it."""
        spellings: dict[str, Counter[str]] = defaultdict(Counter)
        inner: dict[str, str] = {}
        for mark in self.marks:
            folded = fold(mark.label)
            if folded in self.accepted:
                target = self.aliases.get(folded, folded)
                spellings[target][mark.label if target == folded else mark.inner or mark.label] += 1
                inner.setdefault(folded, mark.inner)
        shown = {target: counter.most_common(1)[0][0] for target, counter in spellings.items()}
        cast = Cast(form=self.form, notes=self.notes)
        for folded in self.accepted:
            label = self.numbered.get(folded) or shown[self.aliases.get(folded, folded)]
            cast.labels[folded] = label
            if folded in self.aliases and inner[folded]:
                cast.names.setdefault(label, self._spelling(folded))
            elif role := role_in(inner[folded]):
                cast.hints[label] = role
            elif inner[folded] and is_known(label) and inner[folded][0].isupper():
                cast.names.setdefault(label, inner[folded])
        return cast


def _stands_for_itself(mark: Mark) -> bool:
    """Say whether a label in a form of prose is a speaker's even where most have another form."""
    if mark.form is Form.BRACKET:
        return is_known(mark.label) or mark.label[-1].isdecimal()
    return mark.form is Form.DESCRIBED and is_known(mark.label) and len(word_of(mark.label)) > 1


def _dominant(marks: Sequence[Mark], filled: int) -> Form:
    """Return the form in which most recurring labels are written; one of prose must go through the text."""
    counts = Counter(fold(mark.label) for mark in marks)
    by_form: dict[Form, list[str]] = defaultdict(list)
    for mark in marks:
        if counts[fold(mark.label)] > 1 or is_known(mark.label):
            by_form[mark.form].append(fold(mark.label))
    weights = {
        form: len(said)
        for form, said in by_form.items()
        if form not in WEAK | SLIPS or _is_sustained(said, form, filled)
    }
    return max(weights, key=lambda form: (weights[form], form is Form.COLON), default=Form.COLON)


def _is_sustained(said: Sequence[str], form: Form, filled: int) -> bool:
    """Say whether labels alternate, and often enough, to be speakers' whatever their form."""
    recurring = [label for label, count in Counter(said).items() if count > 1]
    switches = sum(one != other for one, other in pairwise(said))
    share = _THROUGHOUT if form is Form.LOWER else _SUSTAINED
    return len(recurring) > 1 and switches >= _FEWEST_SWITCHES and len(said) > filled * share


def _aliases(marks: Sequence[Mark], counts: Counter[str]) -> dict[str, str]:
    """Return the names that stand for a shorter label: ``Kiki (K):`` makes ``kiki`` mean ``k``."""
    return {
        fold(mark.label): fold(mark.inner)
        for mark in marks
        if mark.inner and (counts[fold(mark.inner)] or _INITIALS.fullmatch(mark.inner))
        if fold(mark.inner) != fold(mark.label)
    }
