"""The net of the history since a moment, and what it did to anything but codings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from qualcode.actions.noting import memos
from qualcode.exports.changes import Step
from qualcode.locale import translator
from qualcode.model import (
    Code,
    Coder,
    Condensation,
    Decision,
    Event,
    Guid,
    Memo,
    Reading,
    Record,
    Revision,
    Source,
    Theme,
    Translation,
    Verdict,
)
from qualcode.model.forms import from_form
from qualcode.store import View


@dataclass(frozen=True, slots=True)
class Net:
    """A record before and after a period, and the event that touched it last."""

    kind: str
    before: Record | None
    after: Record | None
    event: Event

    @property
    def record(self) -> Record:
        """The record as it is, or as it last was."""
        found = self.after or self.before
        assert found is not None  # what was neither before nor after is no news
        return found


def net_changes(view: View, since: int) -> list[Net]:
    """Return what became of every record that was touched after an event, in order of the first touch.

    Parameters
    ----------
    view
        Of the actor, whose sight limits it.
    since
        The event's seq.
    """
    ends: dict[tuple[str, Guid], Net] = {}
    for event, change in view.changes(since):
        if change.before is None and change.after is None:
            continue  # erased
        key = (change.kind, change.id)
        before, after = (
            from_form(change.kind, form) if form else None for form in (change.before, change.after)
        )
        ends[key] = Net(change.kind, ends[key].before if key in ends else before, after, event)
    return [each for each in ends.values() if each.before != each.after]


def steps_of(view: View, nets: Sequence[Net], *, language: str) -> Iterator[Step]:
    """Yield what was done to sources, readings, codebook, themes and memos, then how much of the rest."""
    of = _Telling(view, language)
    for tell in (of.sources, of.readings, of.codes, of.themes, of.memos, of.rest):
        yield from tell(nets)


class _Telling:
    def __init__(self, view: View, language: str) -> None:
        self.view, self.tr, self.language = view, translator(language), language
        self.names = {each.id: each.name for each in view.all(Source)}
        self.handles = {each.id: each.handle for each in view.all(Coder)}

    def sources(self, nets: Iterable[Net]) -> Iterator[Step]:
        """Yield what came in, was corrected, or was taken out; nothing of what is out of sight."""
        about = self.tr("Sources")
        for net in nets:
            record, by = net.record, net.event.actor
            if isinstance(record, Source) and net.after is None:
                yield Step(about, record.name, self.tr("removed"), by)
            elif isinstance(record, Source) and net.before is None and record.id in self.names:
                yield Step(about, record.name, self.tr("added"), by)
            elif isinstance(record, Revision) and net.before is None and self._is_correction(record):
                yield Step(about, self.names[record.source_id], self.tr("corrected"), by)

    def _is_correction(self, revision: Revision) -> bool:
        return revision.number > 1 and revision.source_id in self.names

    def readings(self, nets: Iterable[Net]) -> Iterator[Step]:
        """Yield which sources were coded through, or are no longer."""
        about = self.tr("Coded through")
        told = {}
        for net in nets:
            if isinstance(net.record, Reading) and net.record.source_id in self.names:
                key = (self.names[net.record.source_id], self.handles.get(net.record.coder_id, "?"))
                told[key] = net.after is not None
        for (name, by), is_read in told.items():
            yield Step(about, name, self.tr("yes") if is_read else self.tr("no longer"), by)

    def codes(self, nets: Iterable[Net]) -> Iterator[Step]:
        """Yield what became of codes."""
        for net in nets:
            if isinstance(net.record, Code) and (what := self._of_code(net)):
                name = net.record.name.get(self.language) or net.record.key
                definition = net.record.definition.get(self.language) or ""
                yield Step(self.tr("Codebook"), name, what, net.event.actor, definition)

    def _of_code(self, net: Net) -> str:
        before, after = net.before, net.after
        if not isinstance(before, Code):
            return self.tr("added")
        if not isinstance(after, Code):
            return self.tr("removed")
        meaning = ("definition", "include", "exclude", "examples")
        said = []
        if (before.key, before.name) != (after.key, after.name):
            said.append(self.tr("renamed"))
        if before.parent_id != after.parent_id:
            said.append(self.tr("moved"))
        if any(getattr(before, name) != getattr(after, name) for name in meaning):
            said.append(self.tr("redefined"))
        if (before.keywords, before.not_keywords) != (after.keywords, after.not_keywords):
            said.append(self.tr("other keywords"))
        return ", ".join(said)

    def themes(self, nets: Iterable[Net]) -> Iterator[Step]:
        """Yield what became of themes."""
        for net in nets:
            if isinstance(net.record, Theme):
                before, after = net.before, net.after
                what = self.tr("changed")
                if before is None or after is None:
                    what = self.tr("added") if before is None else self.tr("removed")
                yield Step(self.tr("Themes"), net.record.name, what, net.event.actor, net.record.claim)

    def memos(self, nets: Iterable[Net]) -> Iterator[Step]:
        """Yield memos that were written."""
        about, what = self.tr("Memos"), self.tr("written")
        written = {net.record.id for net in nets if isinstance(net.record, Memo) and net.after}
        for each in memos(self.view) if written else ():
            if each.memo.id in written:
                subject = self.tr("project") if each.subject == "project" else each.subject
                yield Step(about, subject, what, each.coder, each.memo.text)

    def rest(self, nets: Iterable[Net]) -> Iterator[Step]:
        """Yield how much of what is many was done."""
        about = self.tr("Also")
        counts: Counter[tuple[str, str]] = Counter()
        for net in nets:
            record, by = net.record, net.event.actor
            if isinstance(record, Condensation) and net.after:
                counts[self.tr("condensations"), by] += 1
            elif isinstance(record, Translation) and net.after:
                counts[self.tr("translations"), by] += 1
            elif isinstance(record, Decision) and net.after:
                name = self.tr("suggestions rejected")
                if record.verdict is Verdict.ACCEPT:
                    name = self.tr("suggestions accepted")
                counts[name, by] += 1
        for (name, by), count in counts.items():
            yield Step(about, name, str(count), by)
