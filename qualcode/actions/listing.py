"""What a project holds as frames: one row per turn, code, case, suggestion, memo and event.

Frames are indexed from 0 and hold GUIDs to be joined by; with ``by_id`` a record's own GUID is the index.
Places are code points, half-open. Text is empty where there is nothing, numbers are missing.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from qualcode.actions.deciding import pending
from qualcode.actions.lookup import keys_of, source_named
from qualcode.actions.noting import memos
from qualcode.actions.passages import texts
from qualcode.actions.texts import SourceText, counted_sources, natural, text_of
from qualcode.model import Case, Codebook, Coding, ConsentState, Guid, Source, Speaker, Suggestion
from qualcode.tables.codebook_order import in_codebook_order
from qualcode.tables.framing import frame_of, indexed

if TYPE_CHECKING:
    import pandas as pd

    from qualcode.store import View

TURNS = {
    "source": "str",
    "turn": "Int64",
    "answer": "Int64",
    "speaker": "str",
    "role": "str",
    "case": "str",
    "text": "str",
    "start": "Int64",
    "end": "Int64",
    "time": "float64",
    "page": "Int64",
    "line": "Int64",
    "source_id": "str",
}
CODES = {
    "code": "str",
    "name": "str",
    "parent": "str",
    "framework": "str",
    "level": "Int64",
    "path": "str",
    "definition": "str",
    "keywords": "str",
    "color": "str",
    "codings": "Int64",
    "code_id": "str",
}
CASES = {
    "case": "str",
    "sources": "str",
    "codings": "Int64",
    "consent": "str",
    "scope": "str",
    "case_id": "str",
}
SPEAKERS = {
    "source": "str",
    "speaker": "str",
    "name": "str",
    "role": "str",
    "confirmed": "bool",
    "case": "str",
    "source_id": "str",
    "speaker_id": "str",
}
SUGGESTIONS = {
    "source": "str",
    "turn": "Int64",
    "code": "str",
    "score": "float64",
    "method": "str",
    "quotation": "str",
    "evidence": "str",
    "start": "Int64",
    "end": "Int64",
    "code_id": "str",
    "source_id": "str",
    "suggestion_id": "str",
}
MEMOS = {"about": "str", "subject": "str", "text": "str", "coder": "str", "at": "str", "memo_id": "str"}
EVENTS = {
    "seq": "Int64",
    "at": "datetime64[s, UTC]",
    "coder": "str",
    "action": "str",
    "summary": "str",
    "undoes": "Int64",
    "event_id": "str",
}


def turns_frame(view: "View", source: str | None = None) -> "pd.DataFrame":
    """Return what was said, turn by turn.

    Parameters
    ----------
    view
        Of the actor.
    source
        Of one source; of all that are counted, where none is named.

    Returns
    -------
    pandas.DataFrame
        ``source``; ``turn``, its number among all turns, and ``answer``, among the informants'; ``speaker``
        (label), ``role``, ``case``; ``text``; ``start`` and ``end``; ``time`` in seconds, ``page`` and
        ``line`` where the file has them; ``source_id``.
    """
    cases = {case.id: case.shown for case in view.all(Case, consent=ConsentState.GIVEN)}
    named = (source,) if source else ()
    return frame_of((row for text in texts(view, named) for row in _turns(text, cases)), TURNS)


def _turns(text: SourceText, cases: dict[Guid, str]) -> Iterator[Sequence[Any]]:
    for turn in text.revision.turns:
        speaker = text.speaker_of(turn)
        yield (
            text.source.name, turn.number, text.answers.get(turn.number), turn.speaker, text.role(turn).value,
            cases.get(speaker.case_id or "", "") if speaker else "", turn.span.of(text.text),
            turn.start, turn.end, turn.time, turn.page, turn.line, text.source.id,
        )  # fmt: skip


def codes_frame(view: "View", *, language: str = "id", by_id: bool = False) -> "pd.DataFrame":
    """Return the codebook, a row per code in its order.

    Returns
    -------
    pandas.DataFrame
        ``code`` (its key) and ``framework``, categories in codebook order; ``name``, ``path`` and
        ``definition`` in `language`; ``parent``, the key of the code above; ``level``, 0 at the top;
        ``keywords`` of that language, separated by ``;``; ``color``; ``codings`` that the actor sees;
        ``code_id``.
    """
    codebook = view.codebook()
    given = _given(view, "code_id")
    rows = _codes(codebook, given, language) if codebook else ()
    frame = in_codebook_order(frame_of(rows, CODES), codebook, language)
    return indexed(frame, "code_id", by_id=by_id)


def _codes(codebook: Codebook, given: Counter[Guid], language: str) -> Iterator[Sequence[Any]]:
    for code in codebook.codes:
        above, family = codebook.ancestors(code), codebook.framework(code.framework_id)
        yield (
            code.key, code.name.get(language) or code.key, above[-1].key if above else "",
            family.name.get(language) or family.key, len(above), codebook.path(code, language),
            code.definition.get(language), "; ".join(code.keywords.get(language)), code.color,
            given[code.id], code.id,
        )  # fmt: skip


def _given(view: "View", field: str) -> Counter[Guid]:
    """Count the codings of all sources that are counted, by a field."""
    counted = [each.id for each in counted_sources(view)]
    return Counter(view.columns(Coding, [field], source_id=counted)[field])


def cases_frame(view: "View", *, by_id: bool = False) -> "pd.DataFrame":
    """Return the cases that gave consent, in natural order.

    Returns
    -------
    pandas.DataFrame
        ``case``, named as in reports; ``sources`` they speak in; ``codings`` of their words that the actor
        sees; ``consent`` (its date) and ``scope``; ``case_id``; then a column for each attribute, in small
        letters, such as ``umur``.
    """
    counted = {source.id: source.name for source in counted_sources(view)}
    speakers = [each for each in view.all(Speaker) if each.case_id and each.source_id in counted]
    given = _given(view, "speaker_id")
    cases = sorted(view.all(Case, consent=ConsentState.GIVEN), key=lambda each: natural(each.shown))
    rows = []
    for case in cases:
        own = [each for each in speakers if each.case_id == case.id]
        spoken = sorted({counted[each.source_id] for each in own}, key=natural)
        codings = sum(given[each.id] for each in own)
        rows.append((case.shown, ", ".join(spoken), codings, case.consent_date, case.scope.value, case.id))
    frame = frame_of(rows, CASES)
    attributes = [{name.casefold(): text for name, text in case.attributes.items()} for case in cases]
    for name in dict.fromkeys(name for each in attributes for name in each if name not in CASES):
        frame[name] = [each.get(name, "") for each in attributes]
    return indexed(frame, "case_id", by_id=by_id)


def speakers_frame(view: "View", *, by_id: bool = False) -> "pd.DataFrame":
    """Return who speaks in which source, in natural order of the sources.

    Parameters
    ----------
    view
        Of the actor.
    by_id
        Index by the speaker's GUID.

    Returns
    -------
    pandas.DataFrame
        ``source``; ``speaker``, the label there; ``name``, the longer one where the source has it; ``role``
        (interviewer, informant, other) and whether a person has ``confirmed`` it; ``case`` they speak for;
        ``source_id``, ``speaker_id``.
    """
    sources = {source.id: source.name for source in view.all(Source)}
    cases = {case.id: case.shown for case in view.all(Case)}
    speakers = sorted(view.all(Speaker), key=lambda each: (natural(sources[each.source_id]), each.label))
    rows = (
        (sources[each.source_id], each.label, each.name, each.role.value, each.confirmed,
         cases.get(each.case_id or "", ""), each.source_id, each.id)
        for each in speakers
    )  # fmt: skip
    return indexed(frame_of(rows, SPEAKERS), "speaker_id", by_id=by_id)


def suggestions_frame(
    view: "View", source: str | None = None, *, language: str = "id", by_id: bool = False
) -> "pd.DataFrame":
    """Return the suggestions that wait for the actor, in reading order.

    Parameters
    ----------
    view
        Of the actor.
    source
        Of one source.
    language
        Of what the codebook says.
    by_id
        Index by the suggestion's GUID.

    Returns
    -------
    pandas.DataFrame
        ``source``, ``turn``; ``code``, a category in codebook order; ``score`` from 0 to 1, ``method``;
        ``quotation``; ``evidence``, separated by ``;``; ``start``, ``end``; ``code_id``, ``source_id``,
        ``suggestion_id``, which `Project.decide` takes.
    """
    found = pending(view, view.actor, source=source_named(view, source) if source else None)
    codebook = view.codebook()
    keys = keys_of(codebook)
    known = {each.id: each for each in view.all(Source)}
    read = {each: text_of(view, known[each]) for each in {one.source_id for one in found}}
    rows = (_suggestion(each, read[each.source_id], keys) for each in found)
    frame = in_codebook_order(frame_of(rows, SUGGESTIONS), codebook, language)
    return indexed(frame, "suggestion_id", by_id=by_id)


def _suggestion(each: Suggestion, text: SourceText, keys: dict[Guid, str]) -> Sequence[Any]:
    turn = text.turn_at(each.start)
    return (
        text.source.name, turn.number if turn else None, keys.get(each.code_id, ""), each.score, each.method,
        each.span.of(text.text), "; ".join(dict.fromkeys(one.label for one in each.evidence)),
        each.start, each.end, each.code_id, each.source_id, each.id,
    )  # fmt: skip


def memos_frame(view: "View", *, by_id: bool = False) -> "pd.DataFrame":
    """Return the memos the actor may see, in order of time.

    Returns
    -------
    pandas.DataFrame
        ``about``, the kind of thing; ``subject``, its name; ``text``; ``coder``; ``at`` (UTC, ISO 8601);
        ``memo_id``.
    """
    rows = (
        (each.memo.about.value, each.subject, each.memo.text, each.coder, each.memo.at, each.memo.id)
        for each in memos(view)
    )
    frame = frame_of(rows, MEMOS)
    return indexed(frame, "memo_id", by_id=by_id)


def events_frame(view: "View", *, by_id: bool = False) -> "pd.DataFrame":
    """Return the history, a row per event, oldest first.

    Returns
    -------
    pandas.DataFrame
        ``seq``, its number; ``at`` (UTC); ``coder``, who acted; ``action``; ``summary``; ``undoes``, the
        number of the event that it takes back; ``event_id``.
    """
    events = sorted(view.events(), key=lambda each: each.seq)
    numbers = {each.id: each.seq for each in events}
    rows = (
        (each.seq, each.at.removesuffix("Z"), each.actor, each.action, each.summary,
         numbers.get(each.undoes or ""), each.id)
        for each in events
    )  # fmt: skip
    frame = frame_of(rows, EVENTS)
    return indexed(frame, "event_id", by_id=by_id)
