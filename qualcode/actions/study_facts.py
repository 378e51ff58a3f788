"""What shows how the study was done, gathered from the project's records and history."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median
from typing import Any

from qualcode.actions.checking import BEGINNING, Answer
from qualcode.actions.exporting import Outgoing, title_of
from qualcode.actions.texts import SourceText, counted_sources, latest_revisions, text_of
from qualcode.actions.translations import translator_of
from qualcode.exports.facts import CoderFacts, Facts, SourceFacts
from qualcode.model import (
    Case,
    Coder,
    CoderRole,
    Coding,
    Condensation,
    ConsentState,
    Decision,
    Event,
    Guid,
    Memo,
    MemoOn,
    Origin,
    Reading,
    Review,
    Revision,
    Source,
    Suggestion,
    Theme,
    Translation,
    Verdict,
)
from qualcode.references.dates import date_of
from qualcode.store import View
from qualcode.suggest.method import name_of

ON_CODEBOOK = frozenset(
    {"apply_codebook", "add_code", "rename_code", "move_code", "merge_code", "split_code", "remove_code"}
)
"""Actions that are about the codebook."""

CITATION = "The qualcode founders. qualcode: coding qualitative interviews, version {version}."

DEFAULT_APPROACH = "codebook"


def facts_of(view: View, *, language: str, outgoing: Outgoing | None = None) -> Facts:
    """Gather what a view shows of how the study was done; `outgoing` says what of it may leave."""
    told = [source for source in counted_sources(view) if not outgoing or outgoing.may_name(source.name)]
    texts = [text_of(view, source) for source in told]
    work = _work(view, {source.id for source in told})
    events, settings, release = view.events(), view.settings(), version("qualcode")
    return Facts(
        title=title_of(view),
        approach=settings.get("approach", DEFAULT_APPROACH),
        software=f"qualcode {release}",
        citation=CITATION.format(version=release),
        sources=tuple(_source_facts(view, text) for text in texts),
        informants=len(_heard(view, texts, outgoing)),
        began=events[0].at[:10] if events else "",
        partly=view.sight.coder_ids is not None,
        coders=work.coders,
        twice=work.twice,
        blind=_blind(work.codings, events),
        **_translations(view),
        **_codebook(view, events, language),
        **_codings(work.codings),
        **_suggestions(view, events, settings),
        **_reviews(view, work.codings),
        **_notes(view),
    )


@dataclass(frozen=True)
class _Work:
    codings: Sequence[Coding]
    coders: tuple[CoderFacts, ...]
    twice: int


def _heard(view: View, texts: Iterable[SourceText], outgoing: Outgoing | None) -> set[Guid]:
    """Return the cases that speak in these texts, but for those who withdrew, or are not to be told of."""
    hidden = outgoing.hidden if outgoing else ()
    given = {case.id for case in view.all(Case, consent=ConsentState.GIVEN) if case.name not in hidden}
    return given & {each.case_id for text in texts for each in text.speakers.values() if each.case_id}


def _work(view: View, counted: Collection[Guid]) -> _Work:
    """Count who coded what, and what they read, in the latest texts of these sources."""
    codings = [each for each in view.all(Coding) if each.source_id in counted]
    made = Counter(each.coder_id for each in codings)
    latest = latest_revisions(view)
    read = {
        (each.coder_id, each.source_id)
        for each in view.all(Reading, revision_id=latest)
        if each.source_id in counted and not each.code_ids
    }
    through = Counter(coder_id for coder_id, _ in read)
    coders = tuple(
        CoderFacts(
            handle=coder.handle, supervises=coder.role is CoderRole.SUPERVISOR,
            codings=made[coder.id], read=through[coder.id],
        )
        for coder in sorted(view.all(Coder), key=lambda each: (-made[each.id], each.handle))
    )  # fmt: skip
    readers = Counter(source_id for _, source_id in read)
    return _Work(codings, coders, sum(count > 1 for count in readers.values()))


def _source_facts(view: View, text: SourceText) -> SourceFacts:
    turns = text.revision.turns
    times = [time for turn in turns for time in (turn.time, turn.time_end) if time is not None]
    spoken = [turn.span.of(text.text) for turn in turns] or [text.text]
    return SourceFacts(
        name=text.source.name,
        kind=text.source.kind.value,
        language=text.source.language,
        words=sum(len(words.split()) for words in spoken),
        seconds=max(times) if times else None,
        day=date_of(text.source.attributes),
        revisions=view.count(Revision, source_id=text.source.id) - 1,
    )


def _codebook(view: View, events: Sequence[Event], language: str) -> dict[str, Any]:
    set_on = next((event.at[:10] for event in events if event.action in ON_CODEBOOK), "")
    codebook = view.codebook()
    if not codebook:
        return {"set_on": set_on}
    return {
        "frameworks": tuple(str(each.name.get(language) or each.key) for each in codebook.frameworks),
        "codes": len(codebook.codes),
        "codes_first": sum(code.created_in == 1 for code in codebook.codes),
        "version": codebook.version,
        "set_on": set_on,
        "changed_on": next((event.at[:10] for event in events if event.seq == codebook.seq), ""),
    }


def _codings(codings: Sequence[Coding]) -> dict[str, Any]:
    days = sorted(each.at[:10] for each in codings if each.at)
    return {
        "codings": len(codings),
        "passages": len({(each.source_id, each.start, each.end) for each in codings if each.span}),
        "words": _middle(codings),
        "origins": Counter(each.origin.value for each in codings),
        "shown": sum(each.suggestion_shown and each.origin is not Origin.DECISION for each in codings),
        "negative": sum(each.negative for each in codings),
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
    }


def _middle(codings: Iterable[Coding]) -> int:
    """Return how many words the middle passage has."""
    passages = {
        (each.source_id, each.start, each.end): len(each.quote.split()) for each in codings if each.span
    }
    return round(median(passages.values())) if passages else 0


def _blind(codings: Iterable[Coding], events: Iterable[Event]) -> bool:
    """Say whether nobody coded after the work of somebody else had been released."""
    last: dict[Guid, str] = {}
    for coding in codings:
        last[coding.coder_id] = max(last.get(coding.coder_id, ""), coding.at)
    released = [(event.actor_id, event.at) for event in events if event.action == "release"]
    return all(at <= day for coder, at in last.items() for other, day in released if other != coder)


def _suggestions(view: View, events: Iterable[Event], settings: Mapping[str, str]) -> dict[str, Any]:
    decided = Counter(each.verdict for each in view.all(Decision))
    return {
        "suggested": bool(decided or view.count(Suggestion) or view.hidden_suggestions()),
        "methods": _methods(view),
        "accepted": decided[Verdict.ACCEPT],
        "rejected": decided[Verdict.REJECT],
        "shown_when": _shown_when(events, settings.get("show_suggestions", "after_reading")),
    }


def _methods(view: View) -> tuple[str, ...]:
    names = {*view.columns(Decision, ["method"])["method"], *view.columns(Suggestion, ["method"])["method"]}
    return tuple(sorted({name_of(name) for name in names}))


def _shown_when(events: Iterable[Event], now: str) -> str:
    """Say when suggestions were shown, as the setting has it, unless that was set after work had begun."""
    begun = False
    for event in events:
        begun = begun or event.action in ("code", "decide", "import_codings", "mark_read")
        if begun and event.summary.startswith("show_suggestions = "):
            return "changed"
    return now


def _translations(view: View) -> dict[str, Any]:
    whole = [source for source in view.all(Source) if source.translates]
    own = view.all(Translation, revision_id=latest_revisions(view))
    names = dict.fromkeys([*map(translator_of, whole), *(each.translator for each in own)])
    return {
        "translated_sources": len(whole),
        "translated_passages": len({(each.source_id, each.start, each.end) for each in own}),
        "translators": tuple(name for name in names if name),
    }


def _reviews(view: View, codings: Iterable[Coding]) -> dict[str, Any]:
    coders = {coding.id: coding.coder_id for coding in codings}
    reviews = [each for each in view.all(Review) if each.coding_id in coders]
    by_others = [each for each in reviews if each.coder_id != coders[each.coding_id]]
    answers = {each.coding_id for each in reviews} - {each.coding_id for each in by_others}
    answered = {each.coding_id for each in reviews if each.coder_id == coders[each.coding_id]} - answers
    return {"reviews": Counter(each.remark.value for each in by_others), "answered": len(answered)}


def _notes(view: View) -> dict[str, Any]:
    themes, memos = view.all(Theme), view.all(Memo)
    return {
        "checks": _checks(memos),
        "memos": len(memos),
        "condensations": view.count(Condensation),
        "themes": len(themes),
        "judged": sum(bool(theme.relations or theme.verdicts) for theme in themes),
        "deviant": sum(bool(theme.evidence_against) for theme in themes),
    }


def _checks(memos: Iterable[Memo]) -> dict[str, int]:
    told = [
        memo.text.removeprefix(BEGINNING)
        for memo in memos
        if memo.about is MemoOn.CASE and memo.text.startswith(BEGINNING)
    ]
    found = {answer.value: sum(text.startswith(answer.value) for text in told) for answer in Answer}
    return {answer: count for answer, count in found.items() if count}
