"""Our values as plain mappings, in the forms that front ends show: the workbench and the notebook's widget.

Each form is described by the workbench's shape of the name given. Places are in UTF-16, as browsers count.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from qualcode.actions.lookup import source_named
from qualcode.actions.offsets import Places
from qualcode.actions.opening import Mark, OpenedSource
from qualcode.actions.queueing import Queued, Standing
from qualcode.actions.remarks import NamedReview
from qualcode.actions.texts import latest_words
from qualcode.model import Coding, Guid, Revision, Source
from qualcode.store import View

if TYPE_CHECKING:
    import pandas as pd

Rows = list[dict[str, Any]]


class PlacesBySource:
    """The places of each source's text, made when they are first asked for."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._sources = {source.id: source for source in view.all(Source)}
        self._ids = {source.name: source.id for source in self._sources.values()}
        self._known: dict[Guid, Places] = {}

    def of(self, name: str) -> Places:
        """Return the places of a source's latest text.

        Raises
        ------
        SourceNotFound
            There is none of that name.
        """
        return self.of_id(self._ids[name] if name in self._ids else source_named(self._view, name).id)

    def of_id(self, source_id: Guid) -> Places:
        """Return the places of a source's latest text."""
        if source_id not in self._known:
            source = self._sources[source_id]
            self._known[source_id] = Places(latest_words(self._view, source)[1], where=source.name)
        return self._known[source_id]

    def name_of(self, source_id: Guid) -> str:
        """Return a source's name."""
        return self._sources[source_id].name

    def is_latest(self, revision: Revision) -> bool:
        """Say whether a revision is its source's latest, whose places these are."""
        source = self._sources.get(revision.source_id)
        return source is not None and latest_words(self._view, source)[0] == revision.id

    def shift(self, rows: Iterable[dict[str, Any]]) -> Rows:
        """Return rows of codings with their places in UTF-16."""
        return [
            {**row, "start": self.of(row["source"]).maybe(row["start"]),
             "end": self.of(row["source"]).maybe(row["end"])}
            for row in rows
        ]  # fmt: skip


def plain_rows(frame: "pd.DataFrame") -> Rows:
    """Return a frame's rows as plain values, None for what is missing."""
    plain = frame.astype(object).where(frame.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in plain.to_dict("records")]


def shifted(found: Iterable[Mark], places: Places) -> Rows:
    """Return codings of one source with their places in UTF-16."""
    maybe: Callable[[int | None], int | None] = places.maybe
    return [{**mark, "start": maybe(mark["start"]), "end": maybe(mark["end"])} for mark in found]


def reader_shape(opened: OpenedSource) -> dict[str, Any]:
    """Return a source with all that is marked on it, in the form of `ReaderOut`.

    It is made of plain values: a source may have thousands of codings, and is opened often.
    """
    text, codes, coders = opened.text, opened.codes, opened.coders
    places = Places(text.text, where=text.source.name)
    out, maybe = places.out, places.maybe
    own = any(each.coder_id == opened.actor_id for each in opened.readings)
    return {
        "source": text.source.name, "kind": text.source.kind.value, "language": text.source.language,
        "revision_id": text.revision.id, "seq": opened.seq, "text": text.text,
        "turns": [
            {"number": turn.number, "start": out(turn.start), "end": out(turn.end), "speaker": turn.speaker,
             "role": text.role(turn).value, "time": turn.time, "page": turn.page}
            for turn in text.revision.turns
        ],
        "codings": shifted(opened.codings, places),
        "suggestions": [
            {"id": each.id, "start": out(each.start), "end": out(each.end), "method": each.method,
             "code": codes.get(each.code_id, ""), "score": each.score, "evidence": [
                {"kind": one.kind, "label": one.label, "start": out(one.start), "end": out(one.end),
                 "weight": one.weight} for one in each.evidence]}
            for each in opened.suggestions
        ],
        "hidden": opened.hidden, "read": not opened.unread and own, "unread": opened.unread,
        "readings": [
            {"coder": coders.get(each.coder_id, "?"), "mine": each.coder_id == opened.actor_id,
             "start": out(each.start), "end": out(each.end),
             "codes": [codes[code_id] for code_id in each.code_ids if code_id in codes], "at": each.at}
            for each in opened.readings
        ],
        "cases": list(opened.cases.values()), "not_asked": opened.not_asked,
        "memos": [
            {"id": each.id, "seq": each.seq, "text": each.text, "about": each.about.value,
             "subject": opened.cases.get(each.target_id or "", text.source.name),
             "coder": coders.get(each.coder_id, "?"), "at": each.at,
             "mine": each.coder_id == opened.actor_id, "source": text.source.name,
             "start": maybe(each.start), "end": maybe(each.end)}
            for each in opened.notes
        ],
        "translations": [
            {"start": out(each.start), "end": out(each.end), "language": each.language, "text": each.text,
             "translator": each.translator}
            for each in opened.translations
        ],
    }  # fmt: skip


def queued_shape(queued: Queued, standing: Iterable[Standing], places: PlacesBySource) -> dict[str, Any]:
    """Return a coding put up for review in the form of the workbench's `QueueItem`."""
    row, *beside = places.shift([queued.row, *queued.neighbours])
    return {
        **{name: row[name] for name in _QUEUED}, "id": row["coding_id"], "mine": queued.mine,
        "state": row["review"], "stands": sorted(standing), "otherwise": list(queued.otherwise),
        "remarks": [remark_shape(each) for each in queued.reviews],
        "neighbours": [
            {"id": other["coding_id"], **{name: other[name] for name in _BESIDE}} for other in beside
        ],
    }  # fmt: skip


_BESIDE = ("code", "coder", "start", "end", "quotation")
_QUEUED = (
    *_BESIDE, "seq", "source", "reference", "case", "speaker", "turn", "question", "before", "after",
    "negative", "pinned", "condensation", "memo",
)  # fmt: skip


def remark_shape(each: NamedReview) -> dict[str, Any]:
    """Return what was said of a coding in the form of the workbench's `RemarkOut`."""
    said = each.review
    return {
        "id": said.id, "coding": each.coding.id, "reviewer": each.reviewer, "remark": said.remark.value,
        "text": said.text, "proposed": each.proposed, "at": said.at, "is_answer": each.is_answer,
        "is_open": each.is_open,
    }  # fmt: skip


def codebook_shape(view: View) -> dict[str, Any]:
    """Return the codebook in the form of the workbench's `CodebookOut`."""
    codebook = view.codebook()
    languages = view.settings().get("languages", "").replace(",", " ").split()
    if codebook is None:
        return {
            "version": 0, "key": "", "title": {}, "languages": languages, "frameworks": [], "codes": [],
            "seq": view.seq,
        }  # fmt: skip
    counts = Counter(view.columns(Coding, ["code_id"])["code_id"])
    keys = {code.id: code.key for code in codebook.codes}
    families = {each.id: each.key for each in codebook.frameworks}
    spoken = [language for code in codebook.codes for language, _ in code.name.items if language]
    codes = [
        {"id": code.id, "seq": code.seq, "key": code.key, "framework": families[code.framework_id],
         "parent": keys.get(code.parent_id or ""), "position": code.position,
         "depth": len(codebook.ancestors(code)),
         "name": code.name.as_mapping(), "definition": code.definition.as_mapping(),
         "include": code.include.as_mapping(), "exclude": code.exclude.as_mapping(),
         "examples": _lists(code.examples.as_mapping()), "keywords": _lists(code.keywords.as_mapping()),
         "not_keywords": _lists(code.not_keywords.as_mapping()), "color": code.color,
         "codings": counts[code.id], "changed_in": code.changed_in}
        for code in codebook.codes
    ]  # fmt: skip
    return {
        "version": codebook.version, "key": codebook.key, "title": codebook.title.as_mapping(),
        "languages": list(dict.fromkeys([*languages, *spoken])), "codes": codes, "seq": view.seq,
        "frameworks": [
            {"seq": each.seq, "key": each.key, "name": each.name.as_mapping(),
             "definition": each.definition.as_mapping()}
            for each in codebook.frameworks
        ],
    }  # fmt: skip


def _lists(texts: dict[str, tuple[str, ...]]) -> dict[str, list[str]]:
    return {language: list(each) for language, each in texts.items()}
