"""A corrected transcript becomes a new revision, and everything that hangs on the old one is carried over."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from qualcode.actions.acting import acting
from qualcode.actions.alignment import Alignment
from qualcode.actions.carrying import Carried, Fate, carry
from qualcode.actions.casting import put_speakers
from qualcode.actions.lookup import source_named
from qualcode.actions.texts import SourceText, text_of
from qualcode.errors import AlreadyThere
from qualcode.keywords import cached_index
from qualcode.model import (
    Coder,
    Coding,
    Decision,
    Memo,
    MemoOn,
    Reading,
    Revision,
    Span,
    Translation,
    derived,
    fresh,
    sha256,
)
from qualcode.readers import read
from qualcode.readers.elan import TIERS

if TYPE_CHECKING:
    from qualcode.readers import Draft
    from qualcode.store import Action, Store

_Placed = TypeVar("_Placed", Coding, Decision, Translation)


@dataclass(frozen=True, slots=True)
class CarriedCoding:
    """What became of one coding."""

    coding: Coding
    fate: Fate
    now: str = ""


@dataclass(frozen=True, slots=True)
class RevisionReport:
    """What a new revision did to what hung on the old one.

    Attributes
    ----------
    source, number
        The source, and the number of its new revision.
    codings
        What became of every coding that the actor may see, in the order of the old text.
    others
        How many codings of coders who are not released had each fate.
    notes
        How many memos, translations and decisions had each fate.
    unread
        Turns that are new, and therefore not coded through.
    """

    source: str
    number: int
    codings: tuple[CarriedCoding, ...] = ()
    others: Counter[Fate] = field(default_factory=Counter)
    notes: Counter[Fate] = field(default_factory=Counter)
    unread: int = 0

    def count(self, fate: Fate) -> int:
        """Return how many codings had a fate, everyone's."""
        return sum(each.fate is fate for each in self.codings) + self.others[fate]


class _Previewed(Exception):
    """Rolls a revision back that was only to be looked at."""


def revise(
    store: "Store",
    actor: Coder,
    source_name: str,
    path: str | Path,
    *,
    tiers: Sequence[str] = (),
    preview: bool = False,
    cache_dir: Path | None = None,
) -> RevisionReport:
    """Make a corrected file the new revision of a source, as one event.

    Codings, memos on passages, translations and decisions are carried over by their words and what surrounds
    them. None is deleted and reference codes stay; what cannot be found again is unplaced.

    Parameters
    ----------
    store, actor
        Where, and who revises.
    source_name, path
        The source, and the file with its corrected text.
    tiers
        Those of an ELAN file to be read; by default the ones that were chosen when it was added.
    preview
        Say what would happen, and leave everything as it is.
    cache_dir
        Where the index of the text is kept.

    Raises
    ------
    SourceNotFound, FileProblem
        As their names say.
    AlreadyThere
        The text is the one that is there.
    """
    with store.view(actor) as view:
        source = source_named(view, source_name)
    chosen = source.attributes.get(TIERS, "")
    draft = read(Path(path), tiers=tiers or (chosen.split(", ") if chosen else ()))
    reports: list[RevisionReport] = []
    try:
        with acting(store, actor, "revise", summary=source_name) as act:
            reports.append(_revise(act, source_name, draft, Path(path).name))
            if preview:
                raise _Previewed
    except _Previewed:
        return reports[0]
    cached_index(draft.text, source.language, cache_dir)
    return reports[0]


def _revise(act: "Action", source_name: str, draft: "Draft", name: str) -> RevisionReport:
    source = source_named(act, source_name)
    old = text_of(act, source)
    if draft.text == old.text and draft.turns == old.revision.turns:
        raise AlreadyThere("the text is the one that is there", where=source.name)
    number = old.revision.number + 1
    act.add_text(draft.text)
    revision = act.put(
        Revision(
            id=derived("revision", source.id, number),
            source_id=source.id,
            number=number,
            text_sha256=sha256(draft.text),
            turns=draft.turns,
        )
    )
    act.put(replace(source, file_name=name, file_sha256=draft.sha256, reader=draft.reader))
    act.add_original(source.id, draft.data)
    put_speakers(act, source, [each for each in draft.speakers if each.label not in old.speakers])
    return _Carrier(act, old, text_of(act, source), revision).carry_all()


class _Carrier:
    """Carries what hangs on an old revision over to the new one, within one action."""

    def __init__(self, act: "Action", old: SourceText, new: SourceText, revision: Revision) -> None:
        self.act, self.old, self.new, self.revision = act, old, new, revision
        self.alignment = Alignment(old.text, new.text)

    def carry_all(self) -> RevisionReport:
        visible = {coding.id for coding in self.act.all(Coding, revision_id=self.old.revision.id)}
        carried = [self._coding(each) for each in self._everyones(Coding)]
        notes = Counter(self._memos())
        notes.update(self._spans(Translation))
        notes.update(self._spans(Decision))
        new_turns = self._new_turns()
        self._readings(new_turns)
        return RevisionReport(
            self.new.source.name,
            self.revision.number,
            tuple(each for each in carried if each.coding.id in visible),
            Counter(each.fate for each in carried if each.coding.id not in visible),
            notes,
            len(new_turns),
        )

    def _everyones(self, kind: type[_Placed]) -> list[_Placed]:
        found = self.act.everyone(kind, revision_id=self.old.revision.id)
        return sorted(found, key=lambda each: (each.start or 0, each.end or 0, each.id))

    def _coding(self, coding: Coding) -> CarriedCoding:
        fate = carry(self.alignment, coding.span) if coding.span else Carried(Fate.UNPLACED)
        if fate.span:
            stored = self._settled(replace(coding, **self.new.place(fate.span)))
        else:
            stored = self.act.put(replace(coding, revision_id=self.revision.id, start=None, end=None))
        return CarriedCoding(coding, fate.fate if stored.span else Fate.UNPLACED, stored.quote)

    def _settled(self, coding: Coding) -> Coding:
        """Store a coding; where its coder's like has come to the same place, leave it unplaced."""
        try:
            return self.act.put(coding)
        except AlreadyThere:
            return self.act.put(replace(coding, start=None, end=None))

    def _spans(self, kind: type[Translation] | type[Decision]) -> Iterator[Fate]:
        for record in self._everyones(kind):  # type: ignore[type-var]  # both have a place
            fate = carry(self.alignment, Span(record.start, record.end))
            yield fate.fate
            if fate.span:
                self.act.put(
                    replace(record, revision_id=self.revision.id, start=fate.span.start, end=fate.span.end)
                )

    def _memos(self) -> Iterator[Fate]:
        for memo in self.act.everyone(Memo, about=MemoOn.SPAN, target_id=self.old.revision.id):
            fate = carry(self.alignment, Span(memo.start or 0, memo.end or 0))
            yield fate.fate
            if fate.span:
                start, end = fate.span.start, fate.span.end
                self.act.put(replace(memo, target_id=self.revision.id, start=start, end=end))

    def _new_turns(self) -> list[Span]:
        """Return the turns to be read of which no word was there before."""
        taken, words = self.alignment.taken, self.alignment.new
        return [
            span for span in self.new.wanted() if words.within(span) and taken.isdisjoint(words.within(span))
        ]

    def _readings(self, new_turns: Sequence[Span]) -> None:
        """Let what was read be read still, but for turns that are new."""
        for reading in self.act.everyone(Reading, revision_id=self.old.revision.id):
            whole = reading.start == 0 and reading.end >= len(self.old.text)
            fate = None if whole else carry(self.alignment, Span(reading.start, reading.end)).span
            if not whole and fate is None:
                continue
            stretch = self.new.whole() if whole or fate is None else fate
            for place, span in enumerate(_without(stretch, new_turns)):
                part = reading if place == 0 else replace(reading, id=fresh(), seq=0)
                self.act.put(replace(part, revision_id=self.revision.id, start=span.start, end=span.end))


def _without(stretch: Span, gaps: Sequence[Span]) -> Iterator[Span]:
    """Yield what is left of a stretch when gaps in it, in order, are taken out."""
    start = stretch.start
    for gap in gaps:
        if stretch.contains(gap):
            if gap.start > start:
                yield Span(start, gap.start)
            start = gap.end
    if stretch.end > start or start == stretch.start:
        yield Span(start, stretch.end)
