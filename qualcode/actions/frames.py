"""The codings as a frame: every coding with what a reader wants beside it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from qualcode.actions.bounds import sentence_bounds
from qualcode.actions.texts import SourceText, counted_sources, text_of
from qualcode.actions.translations import Translated, Translations, target
from qualcode.model import (
    Case,
    Codebook,
    Coder,
    Coding,
    Condensation,
    Guid,
    Memo,
    MemoOn,
    Remark,
    Review,
    Source,
    Span,
    Speaker,
)
from qualcode.tables.columns import codings_frame as make_frame

if TYPE_CHECKING:
    import pandas as pd

    from qualcode.store import View

UNTRANSLATED = Translated("")

STATES = {
    Remark.AGREE: "agreed",
    Remark.QUERY: "queried",
    Remark.PROPOSE: "proposed",
    Remark.DEVIANT: "deviant",
}

ASKING = frozenset({Remark.QUERY, Remark.PROPOSE})
"""Remarks that wait for an answer."""


Data: TypeAlias = dict[str, list[Any]]
"""Columns of a frame on its way, all of one length: plain lists, since pandas reads single values slowly."""

STORED = {
    "id": "coding_id",
    "reference": "reference",
    "source_id": "source_id",
    "speaker_id": "speaker_id",
    "turn": "turn",
    "code_id": "code_id",
    "quote": "quotation",
    "coder_id": "coder_id",
    "at": "date",
    "origin": "origin",
    "negative": "negative",
    "pinned": "pinned",
    "start": "start",
    "end": "end",
}
"""What is read of each coding, and its name in the frame or on the way to it."""


def codings_frame(view: "View", *, language: str = "id", into: str = "") -> "pd.DataFrame":
    """Return the codings the actor may see, one row each, in reading order.

    Translations are left out: they are neither suggested on nor counted.

    Parameters
    ----------
    view
        Of the actor.
    language
        Of code names.
    into
        Of translations; by default `language`, and where that is the source's own, the other of English and
        Indonesian.

    Returns
    -------
    pandas.DataFrame
        Columns `qualcode.tables.columns.CODINGS`, indexed from 0.
    """
    sources = counted_sources(view)
    data: Data = dict(view.columns(Coding, list(STORED), source_id=[source.id for source in sources]))
    for stored, shown in STORED.items():
        data[shown] = data.pop(stored)
    _add_sources(data, sources)
    _add_people(data, view)
    _add_codes(data, view.codebook(), language)
    _add_context(data, view, sources)
    _add_notes(data, view)
    _add_translations(data, view, sources, language, into)
    frame = make_frame(data)
    return frame.iloc[_reading_order(data, sources)].reset_index(drop=True)


def _read(ids: Iterable[Any], texts: Mapping[Any, Any], missing: Any = "") -> list[Any]:
    return [texts.get(each, missing) for each in ids]


def _reading_order(data: Data, sources: Sequence[Source]) -> list[int]:
    order = {source.id: place for place, source in enumerate(sources)}
    keys = list(
        zip(
            _read(data["source_id"], order),
            [-1 if start is None else start for start in data["start"]],
            [-1 if end is None else end for end in data["end"]],
            data["code_order"],
            data["coder"],
            data["coding_id"],
            strict=True,
        )
    )
    return sorted(range(len(keys)), key=keys.__getitem__)


def _add_sources(data: Data, sources: Sequence[Source]) -> None:
    ids = data["source_id"]
    data["source"] = _read(ids, {source.id: source.name for source in sources})
    data["kind"] = _read(ids, {source.id: source.kind.value for source in sources})
    data["language"] = _read(ids, {source.id: source.language for source in sources})


def _add_people(data: Data, view: "View") -> None:
    cases = {case.id: case.shown for case in view.all(Case)}
    speakers = view.all(Speaker)
    data["speaker"] = _read(data["speaker_id"], {each.id: each.label for each in speakers})
    spoken_for = {each.id: cases.get(each.case_id or "", "") for each in speakers}
    data["case"] = _read(data["speaker_id"], spoken_for)
    data["coder"] = _read(data["coder_id"], {coder.id: coder.handle for coder in view.all(Coder)})


def _add_codes(data: Data, codebook: Codebook | None, language: str) -> None:
    codebook = codebook or Codebook(id="", key="")
    codes, ids = codebook.codes, data["code_id"]
    families = {each.id: each.name.get(language) or each.key for each in codebook.frameworks}
    data["code"] = _read(ids, {code.id: code.key for code in codes})
    data["code_path"] = _read(ids, {code.id: codebook.path(code, language) for code in codes})
    data["framework"] = _read(ids, {code.id: families[code.framework_id] for code in codes})
    data["code_order"] = _read(ids, {code.id: place for place, code in enumerate(codes)}, -1)


def _add_context(data: Data, view: "View", sources: Iterable[Source]) -> None:
    """Add what the text around a coding says: question before, time, whether its sentences are whole."""
    rows: dict[Guid, list[int]] = {}
    for row, source_id in enumerate(data["source_id"]):
        rows.setdefault(source_id, []).append(row)
    count = len(data["source_id"])
    data.update(question=[""] * count, time=[None] * count, whole=[False] * count)
    for source in sources:
        if source.id in rows:
            _look_up(data, rows[source.id], text_of(view, source))


def _look_up(data: Data, rows: Iterable[int], source_text: SourceText) -> None:
    asked, whole = cache(source_text.question_before), sentence_bounds(source_text)
    turns, starts, ends = data["turn"], data["start"], data["end"]
    times = {turn.number: turn.time for turn in source_text.revision.turns}
    for row in rows:
        number, start, end = turns[row], starts[row], ends[row]
        if number is not None:
            data["question"][row] = asked(number)
            data["time"][row] = times.get(number)
        if start is not None and end is not None:
            data["whole"][row] = whole(start, end)


def _add_notes(data: Data, view: "View") -> None:
    memos: dict[Guid, list[str]] = {}
    for memo in sorted(view.all(Memo, about=MemoOn.CODING), key=lambda each: (each.at, each.seq, each.id)):
        memos.setdefault(memo.target_id or "", []).append(memo.text)
    ids = data["coding_id"]
    data["memo"] = _read(ids, {key: "\n".join(texts) for key, texts in memos.items()})
    data["condensation"] = _read(ids, {each.coding_id: each.text for each in view.all(Condensation)})
    data["review"] = _read(ids, review_states(view, dict(zip(ids, data["coder_id"], strict=True))))


def _add_translations(data: Data, view: "View", sources: Iterable[Source], language: str, into: str) -> None:
    """Add what each passage is in another language, looked up once for each passage."""
    translations, known = Translations(view), {source.id: source for source in sources}

    @cache
    def found(source_id: Guid, start: int | None, end: int | None) -> Translated:
        if start is None or end is None:
            return UNTRANSLATED
        source = known[source_id]
        return translations.of(source, Span(start, end), target(source, language, into)) or UNTRANSLATED

    some = {each.id for each in sources if translations.any_of(each, target(each, language, into))}
    each = [
        found(*place) if place[0] in some else UNTRANSLATED
        for place in zip(data["source_id"], data["start"], data["end"], strict=True)
    ]
    data["translation"] = [one.text for one in each]
    data["translated"] = [one.extent.value if one.text else "" for one in each]
    data["translator"] = [one.translator for one in each]


def review_states(view: "View", coders: Mapping[Guid, Guid]) -> dict[Guid, str]:
    """Return, per coding that was reviewed, what its review has come to.

    Parameters
    ----------
    view
        Of the actor.
    coders
        Whose each coding is: what they say themselves is an answer.
    """
    return {coding_id: state for coding_id, (state, _) in _standing(view, coders).items() if state}


def open_reviews(view: "View", coders: Mapping[Guid, Guid]) -> set[Guid]:
    """Return the questions and proposals that wait for an answer; parameters as for `review_states`.

    Each waits until the coding's coder says something, or whoever asked agrees with that coding.
    """
    return {review.id for _, waiting in _standing(view, coders).values() for review in waiting}


def _standing(view: "View", coders: Mapping[Guid, Guid]) -> dict[Guid, tuple[str, list[Review]]]:
    """Return, per coding that was reviewed, its state and what waits for an answer."""
    found: dict[Guid, tuple[str, list[Review]]] = {}
    for review in sorted(view.all(Review), key=lambda each: (each.at, each.seq, each.id)):
        state, waiting = found.get(review.coding_id, ("", []))
        if review.coder_id == coders.get(review.coding_id):
            state, waiting = ("answered" if waiting else state), []
        elif review.remark in ASKING:
            waiting = [*waiting, review]
        elif review.remark is Remark.AGREE:
            waiting = [each for each in waiting if each.coder_id != review.coder_id]
        if waiting:
            state = STATES[waiting[-1].remark]
        elif review.coder_id != coders.get(review.coding_id):
            state = STATES.get(review.remark, state)
        found[review.coding_id] = state, waiting
    return found
