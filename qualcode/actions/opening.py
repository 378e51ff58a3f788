"""A source opened for reading: its text with everything that is marked on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

from qualcode.actions.deciding import pending
from qualcode.actions.frames import review_states
from qualcode.actions.lookup import source_named
from qualcode.actions.marking import not_read_for
from qualcode.actions.texts import SourceText, text_of
from qualcode.model import (
    Case,
    Code,
    Codebook,
    Coder,
    Coding,
    Condensation,
    Guid,
    Memo,
    MemoOn,
    NotAsked,
    Reading,
    Record,
    Source,
    Suggestion,
    Translation,
)
from qualcode.store import View

_FIELDS = (
    "id", "seq", "source_id", "start", "end", "turn", "code_id", "coder_id", "reference", "origin", "at",
    "negative", "pinned", "suggestion_shown",
)  # fmt: skip


FEW = 50
"""Up to so many codings, what is noted on them is asked for by name; of more, all notes are read."""


class Mark(TypedDict):
    """A coding as it is shown in its source, with names for GUIDs and what is noted on it beside it.

    It is a plain mapping, since a source may have thousands; places are code points.
    """

    id: Guid
    seq: int
    source: str
    start: int | None
    end: int | None
    turn: int | None
    code: str
    coder: str
    mine: bool
    reference: str
    origin: str
    at: str
    negative: bool
    pinned: bool
    suggestion_shown: bool
    condensation: str
    memo: str
    state: str


@dataclass(frozen=True, kw_only=True)
class OpenedSource:
    """A source as its reader sees it.

    Attributes
    ----------
    text
        The source with its latest revision, text and speakers.
    actor_id
        Who reads.
    seq
        Number of the last event that is seen.
    codings
        In reading order.
    suggestions, hidden
        Those that wait for the actor, and how many show only once the source is coded through.
    unread
        Keys of the codes that the actor has not read the source for.
    readings, not_asked
        Everyone's that show; keys of the codes that the actor noted as not asked about.
    cases
        Names of the cases that speak in it, by GUID.
    notes
        Memos on the source, on stretches of it, and on the cases that speak in it.
    translations
        In order of place.
    codes, coders
        Keys and handles by GUID.
    codebook
        Names and colours of codes; None where there is none yet.
    """

    text: SourceText
    actor_id: Guid
    seq: int
    codings: list[Mark]
    suggestions: list[Suggestion]
    hidden: int
    unread: list[str]
    readings: list[Reading]
    not_asked: list[str]
    cases: Mapping[Guid, str]
    notes: list[Memo]
    translations: list[Translation]
    codes: Mapping[Guid, str]
    coders: Mapping[Guid, str]
    codebook: Codebook | None = None


def open_source(view: View, name: str) -> OpenedSource:
    """Return a source with all that the actor may see of what is marked on it.

    Raises
    ------
    SourceNotFound
        With the nearest names.
    """
    source, actor = source_named(view, name), view.actor
    text, codebook = text_of(view, source), view.codebook()
    codes = codebook.codes if codebook else ()
    keys = {code.id: code.key for code in codes}
    readings = view.all(Reading, revision_id=text.revision.id)
    own = [each for each in readings if each.coder_id == actor.id]
    not_asked = view.all(NotAsked, source_id=source.id, coder_id=actor.id)
    translations = view.all(Translation, revision_id=text.revision.id)
    speaking = {speaker.case_id for speaker in text.speakers.values() if speaker.case_id}
    cases = {case.id: case.name for case in view.all(Case, id=sorted(speaking))}
    return OpenedSource(
        text=text,
        actor_id=actor.id,
        seq=view.seq,
        codings=marks(view, revision_id=text.revision.id),
        suggestions=pending(view, actor, source=source),
        hidden=view.hidden_suggestions().get(source.id, 0),
        unread=[code.key for code in not_read_for(own, codes, text)],
        readings=readings,
        not_asked=[keys[each.code_id] for each in not_asked if each.code_id in keys],
        cases=cases,
        notes=_notes(view, text, cases),
        translations=sorted(translations, key=lambda each: (each.start, each.end, each.language)),
        codes=keys,
        coders={coder.id: coder.handle for coder in view.all(Coder)},
        codebook=codebook,
    )


def _notes(view: View, text: SourceText, cases: Mapping[Guid, str]) -> list[Memo]:
    found = [
        *view.all(Memo, about=MemoOn.SOURCE, target_id=text.source.id),
        *view.all(Memo, about=MemoOn.SPAN, target_id=text.revision.id),
        *view.all(Memo, about=MemoOn.CASE, target_id=sorted(cases)),
    ]
    return sorted(found, key=lambda each: (each.start or 0, each.at, each.id))


def marks(view: View, **filters: Any) -> list[Mark]:
    """Return the codings that match, in reading order of their texts."""
    data = view.columns(Coding, _FIELDS, **filters)
    keys = _names(view, Code, "key", data["code_id"])
    handles = _names(view, Coder, "handle", data["coder_id"])
    names = _names(view, Source, "name", data["source_id"])
    few = data["id"] if len(data["id"]) <= FEW else None
    memos, condensed = _memos(view, few), _condensations(view, few)
    states = review_states(view, dict(zip(data["id"], data["coder_id"], strict=True)))
    found = [
        Mark(
            id=guid, seq=seq, source=names.get(source_id, ""), start=start, end=end, turn=turn,
            code=keys.get(code_id, ""), coder=handles.get(coder_id, "?"), mine=coder_id == view.actor.id,
            reference=reference, origin=origin, at=at, negative=negative, pinned=pinned,
            suggestion_shown=shown, condensation=condensed.get(guid, ""), memo=memos.get(guid, ""),
            state=states.get(guid, ""),
        )
        for guid, seq, source_id, start, end, turn, code_id, coder_id, reference, origin, at, negative,
        pinned, shown in zip(*(data[name] for name in _FIELDS), strict=True)
    ]  # fmt: skip
    found.sort(key=lambda each: (each["start"] or 0, each["end"] or 0, each["id"]))
    return found


def _names(view: View, kind: type[Record], field: str, ids: Iterable[Guid]) -> dict[Guid, str]:
    """Return a field of the records of those GUIDs."""
    found = view.columns(kind, ["id", field], id=sorted(set(ids)))
    return dict(zip(found["id"], found[field], strict=True))


def _memos(view: View, codings: Sequence[Guid] | None) -> dict[Guid, str]:
    chosen = {} if codings is None else {"target_id": codings}
    found = sorted(
        view.all(Memo, about=MemoOn.CODING, **chosen), key=lambda each: (each.at, each.seq, each.id)
    )
    return _joined((each.target_id or "", each.text) for each in found)


def _condensations(view: View, codings: Sequence[Guid] | None) -> dict[Guid, str]:
    chosen = {} if codings is None else {"coding_id": codings}
    return _joined((each.coding_id, each.text) for each in view.all(Condensation, **chosen))


def _joined(pairs: Iterable[tuple[Guid, str]]) -> dict[Guid, str]:
    texts: dict[Guid, list[str]] = {}
    for guid, text in pairs:
        texts.setdefault(guid, []).append(text)
    return {guid: "\n".join(found) for guid, found in texts.items()}
