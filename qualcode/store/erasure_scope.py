"""What belongs to a case that is to be erased: its speakers, and their stretches of every revision."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from qualcode.model import Case, Guid, Revision, Role, Source, Speaker
from qualcode.store.action import Action
from qualcode.store.history import Written
from qualcode.store.rows import loads


@dataclass(frozen=True)
class Scope:
    """What belongs to a case: its speakers, and their stretches of every revision."""

    case: Case
    speakers: tuple[Speaker, ...]
    alone: frozenset[Guid]
    """Sources in which no other informant speaks."""
    stretches: dict[Guid, list[tuple[int, int]]]
    gone: frozenset[Guid] = frozenset()
    """Sources they spoke in that were taken out since, and the revisions of these: in the history only."""
    coding_ids: set[Guid] = field(default_factory=set)
    coined: dict[Guid, set[str]] = field(default_factory=dict)
    """Codes made of the case's words, and those words."""

    @cached_property
    def speaker_ids(self) -> frozenset[Guid]:
        """The case's speakers."""
        return frozenset(each.id for each in self.speakers)

    @cached_property
    def source_ids(self) -> frozenset[Guid]:
        """The sources they speak in."""
        return frozenset(each.source_id for each in self.speakers)

    @cached_property
    def names(self) -> re.Pattern[str] | None:
        """Finds the case's names, and their longer words as written, wherever somebody says them."""
        names = {self.case.name, *(name for each in self.speakers for name in (each.label, each.name))}
        words = {word for name in names for word in re.findall(r"\w{4,}", name)} | names
        return finder(words)

    def covers(self, revision_id: Guid, start: int, end: int) -> bool:
        """Say whether a span holds words of the case."""
        return any(start < stop and begin < end for begin, stop in self.stretches.get(revision_id, ()))

    def is_about(self, kind: str, form: Mapping[str, Any]) -> bool:
        """Say whether a record, by its form, goes with the case."""
        if form["id"] in self.gone or form.get("source_id") in self.gone:
            return True
        if kind in ("coding", "decision", "translation", "suggestion"):
            placed = form["start"] is not None
            own = placed and self.covers(form["revision_id"], form["start"], form["end"])
            return own or form.get("speaker_id") in self.speaker_ids
        if kind in ("condensation", "review"):
            return form["coding_id"] in self.coding_ids
        if kind == "pseudonym":
            called = self.names and self.names.fullmatch(form["name"])
            return form["case_id"] == self.case.id or bool(called)
        if kind == "memo":
            target = form["target_id"]
            on_span = form["start"] is not None and self.covers(target, form["start"], form["end"])
            return on_span or target in {self.case.id, *self.alone, *self.gone} or target in self.coding_ids
        return False


def scope_of(act: Action, case: Case) -> Scope:
    """Gather what belongs to a case, now and in sources that were taken out since."""
    speakers = _speakers(act, case)
    source_ids, own = sorted({each.source_id for each in speakers}), {each.id for each in speakers}
    informants = act.everyone(Speaker, source_id=source_ids, role=Role.INFORMANT)
    shared = {each.source_id for each in informants if each.id not in own}
    labels = {(each.source_id, each.label) for each in speakers}
    stretches = {
        revision.id: [
            (turn.start, turn.end) for turn in revision.turns if (revision.source_id, turn.speaker) in labels
        ]
        for revision in act.everyone(Revision, source_id=source_ids)
    }
    return Scope(case, tuple(speakers), frozenset(source_ids) - shared, stretches, _gone(act, case))


def _speakers(act: Action, case: Case) -> list[Speaker]:
    """Return who speaks for a case; in a translation it is not known who does, so all informants there."""
    own = act.everyone(Speaker, case_id=case.id)
    translating = act.everyone(Source, translates=sorted({each.source_id for each in own}))
    said = act.everyone(Speaker, source_id=[each.id for each in translating], role=Role.INFORMANT)
    return [*own, *said]


def _gone(act: Action, case: Case) -> frozenset[Guid]:
    """Return the sources, not there any more, in which the case once spoke, with their revisions."""
    here = {source.id for source in act.everyone(Source)}
    told = [change for change in act.written() if change.kind in ("speaker", "revision")]
    forms = [(change, form) for change in told for form in forms_of(change)]
    once = {
        form["source_id"] for change, form in forms if change.kind == "speaker" and form["case_id"] == case.id
    }
    gone = once - here
    revisions = {
        change.id for change, form in forms if change.kind == "revision" and form["source_id"] in gone
    }
    return frozenset(gone | revisions)


def finder(names: Iterable[str], *, least: int = 3) -> re.Pattern[str] | None:
    """Return what finds names of so many characters or more as whole words."""
    found = sorted((name for name in set(names) if len(name) >= least), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, found))})(?!\w)") if found else None


def forms_of(change: Written) -> Iterable[Mapping[str, Any]]:
    """Return a record as it was before and after a change, as far as it was."""
    return [loads(text) for text in (change.before, change.after) if text is not None]
