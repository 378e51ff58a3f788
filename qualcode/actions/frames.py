"""The project as frames: sources, codings, coverage."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from qualcode.actions.marking import has_read
from qualcode.actions.texts import SourceText, counted_sources, text_of
from qualcode.model import (
    Case,
    Codebook,
    Coder,
    Coding,
    Condensation,
    Guid,
    Memo,
    MemoOn,
    NotAsked,
    Reading,
    Remark,
    Review,
    Source,
    Speaker,
)
from qualcode.tables.columns import CODINGS

if TYPE_CHECKING:
    import pandas as pd

    from qualcode.store import View

STATES = {Remark.AGREE: "agreed", Remark.QUERY: "queried", Remark.PROPOSE: "proposed"}


def codings_frame(view: "View", *, language: str = "id") -> "pd.DataFrame":
    """Return the codings the actor may see, one row each, in reading order.

    Translations are left out: they are neither suggested on nor counted.

    Parameters
    ----------
    view
        Of the actor.
    language
        Of code names.

    Returns
    -------
    pandas.DataFrame
        Columns `qualcode.tables.columns.CODINGS`, indexed from 0.
    """
    import pandas as pd

    sources = counted_sources(view)
    order = {source.id: place for place, source in enumerate(sources)}
    columns = [
        "id", "reference", "source_id", "speaker_id", "revision_id", "turn", "code_id", "quote", "coder_id",
        "at", "origin", "negative", "start", "end",
    ]  # fmt: skip
    raw = pd.DataFrame(view.columns(Coding, columns, source_id=list(order)), columns=columns)
    raw = raw.rename(columns={"id": "coding_id", "quote": "quotation", "at": "date"})
    by_id = {source.id: source for source in sources}
    raw["source"] = raw["source_id"].map(_of(by_id, lambda source: source.name))
    raw["kind"] = raw["source_id"].map(_of(by_id, lambda source: source.kind.value))
    raw["language"] = raw["source_id"].map(_of(by_id, lambda source: source.language))
    _add_people(raw, view)
    _add_codes(raw, view.codebook(), language)
    _add_context(raw, view, sources)
    _add_notes(raw, view)
    raw["turn"] = raw["turn"].astype("Int64")
    raw["negative"] = raw["negative"].astype(bool)
    raw["order"] = raw["source_id"].map(order)
    raw = raw.sort_values(["order", "start", "end", "code_order", "coder", "coding_id"], kind="stable")
    return raw[[column.name for column in CODINGS]].reset_index(drop=True)


def _of(records: dict[Guid, Any], read: Callable[[Any], str]) -> dict[Guid, str]:
    return {record_id: read(record) for record_id, record in records.items()}


def _add_people(raw: "pd.DataFrame", view: "View") -> None:
    cases = {case.id: case.name for case in view.all(Case)}
    speakers = view.all(Speaker)
    raw["speaker"] = raw["speaker_id"].map({each.id: each.label for each in speakers}).fillna("")
    raw["case"] = (
        raw["speaker_id"].map({each.id: cases.get(each.case_id or "", "") for each in speakers}).fillna("")
    )
    raw["coder"] = raw["coder_id"].map({coder.id: coder.handle for coder in view.all(Coder)}).fillna("")


def _add_codes(raw: "pd.DataFrame", codebook: Codebook | None, language: str) -> None:
    codebook = codebook or Codebook(id="", key="")
    codes = codebook.codes
    raw["code"] = raw["code_id"].map({code.id: code.key for code in codes})
    paths = {code.id: codebook.path(code, language) for code in codes}
    raw["code_path"] = raw["code_id"].map(paths)
    families = {each.id: each.name.get(language) or each.key for each in codebook.frameworks}
    raw["framework"] = raw["code_id"].map({code.id: families[code.framework_id] for code in codes})
    raw["code_order"] = raw["code_id"].map({code.id: place for place, code in enumerate(codes)})


def _add_context(raw: "pd.DataFrame", view: "View", sources: Iterable[Source]) -> None:
    """Add the question asked before and the time, looked up once per turn."""
    wanted: dict[Guid, set[int]] = {}
    turns = raw[["source_id", "turn"]].dropna().drop_duplicates()
    for source_id, number in turns.itertuples(index=False):
        wanted.setdefault(source_id, set()).add(int(number))
    questions: dict[tuple[Guid, float], str] = {}
    times: dict[tuple[Guid, float], float | None] = {}
    for source in sources:
        if source.id in wanted:
            _look_up(text_of(view, source), wanted[source.id], questions, times)
    places = list(zip(raw["source_id"], raw["turn"], strict=True))
    raw["question"] = [questions.get(place, "") for place in places]
    raw["time"] = [times.get(place) for place in places]
    raw["time"] = raw["time"].astype(float)


def _look_up(
    source_text: SourceText,
    numbers: set[int],
    questions: dict[tuple[Guid, float], str],
    times: dict[tuple[Guid, float], float | None],
) -> None:
    for number in numbers:
        turn = source_text.turn(number)
        questions[source_text.source.id, number] = source_text.question_before(number)
        times[source_text.source.id, number] = turn.time if turn else None


def _add_notes(raw: "pd.DataFrame", view: "View") -> None:
    memos: dict[Guid, list[str]] = {}
    for memo in sorted(view.all(Memo, about=MemoOn.CODING), key=lambda each: (each.at, each.id)):
        memos.setdefault(memo.target_id or "", []).append(memo.text)
    raw["memo"] = raw["coding_id"].map({key: "\n".join(texts) for key, texts in memos.items()}).fillna("")
    condensed = {each.coding_id: each.text for each in view.all(Condensation)}
    raw["condensation"] = raw["coding_id"].map(condensed).fillna("")
    raw["review"] = raw["coding_id"].map(review_states(view)).fillna("")


def review_states(view: "View") -> dict[Guid, str]:
    """Return, per coding that was reviewed, what its review has come to."""
    owners = dict(zip(*view.columns(Coding, ["id", "coder_id"]).values(), strict=True))
    states: dict[Guid, str] = {}
    for review in sorted(view.all(Review), key=lambda each: (each.at, each.seq, each.id)):
        if review.coder_id == owners.get(review.coding_id):
            if states.get(review.coding_id) in ("queried", "proposed"):
                states[review.coding_id] = "answered"
        elif review.remark in STATES:
            states[review.coding_id] = STATES[review.remark]
    return states


def coverage_frame(view: "View", codebook: Codebook, *, coders: Iterable[str] = ()) -> "pd.DataFrame":
    """Return which sources were read, and asked, for which codes.

    Parameters
    ----------
    view
        Of the actor.
    codebook
        The codes.
    coders
        Handles whose readings count; everyone the actor may see where none is named.

    Returns
    -------
    pandas.DataFrame
        One row per source, case and code: ``source, kind, case, code_id, code, read, not_asked``; `case` is
        empty for sources without informants.
    """
    import pandas as pd

    handles = {coder.handle: coder.id for coder in view.all(Coder)}
    by = {"coder_id": [handles[handle] for handle in coders if handle in handles]} if coders else {}
    cases = {case.id: case.name for case in view.all(Case)}
    rows: list[tuple[object, ...]] = []
    for source in counted_sources(view):
        readings = view.all(Reading, source_id=source.id, **by)
        not_asked = {each.code_id for each in view.all(NotAsked, source_id=source.id, **by)}
        length = len(text_of(view, source).text)
        named = [cases.get(each.case_id or "", "") for each in view.all(Speaker, source_id=source.id)]
        for case in dict.fromkeys(name for name in named if name) or [""]:
            rows += [
                (source.name, source.kind.value, case, code.id, code.key,
                 has_read(readings, code, length=length), code.id in not_asked)
                for code in codebook.codes
            ]  # fmt: skip
    return pd.DataFrame(rows, columns=["source", "kind", "case", "code_id", "code", "read", "not_asked"])


def sources_frame(view: "View") -> "pd.DataFrame":
    """Return the sources: name, kind, language, turns, speakers with roles, cases, readings, codings."""
    import pandas as pd

    cases = {case.id: case.name for case in view.all(Case)}
    names = {source.id: source.name for source in view.all(Source)}
    coders = {coder.id: coder.handle for coder in view.all(Coder)}
    rows = []
    for source in sorted(view.all(Source), key=lambda each: names[each.id]):
        speakers = view.all(Speaker, source_id=source.id)
        spoken_for = {cases[each.case_id] for each in speakers if each.case_id in cases}
        readers = {coders.get(each.coder_id, "?") for each in view.all(Reading, source_id=source.id)}
        rows.append(
            {
                "source": source.name,
                "kind": source.kind.value,
                "language": source.language,
                "turns": len(text_of(view, source).revision.turns),
                "speakers": ", ".join(f"{each.label} ({each.role.value})" for each in speakers),
                "cases": ", ".join(sorted(spoken_for)),
                "codings": view.count(Coding, source_id=source.id),
                "read_by": ", ".join(sorted(readers)),
                "translates": names.get(source.translates or "", ""),
                "file": source.file_name,
            }
        )
    return pd.DataFrame(rows)
