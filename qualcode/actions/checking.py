"""Member checks: an informant's transcripts with their reading go out, and the answer is recorded."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from qualcode.actions.acting import acting, now
from qualcode.actions.codes import the_codebook
from qualcode.actions.exporting import OnNotice, log_export, prepared, unheard
from qualcode.actions.lookup import case_named
from qualcode.actions.periods import day_of
from qualcode.actions.texts import SourceText, counted_sources, text_of
from qualcode.errors import UsageError
from qualcode.exports import ReadSource, ReadTurn, write_membercheck
from qualcode.exports.disguised import unchanged
from qualcode.model import (
    Case,
    Coder,
    Coding,
    Condensation,
    ConsentState,
    Memo,
    MemoOn,
    fresh,
)
from qualcode.settings import Dress
from qualcode.store import Store, View

BEGINNING = "Member check: "
"""How the memo that holds an answer begins; the answer and its date follow."""


class Answer(StrEnum):
    """What an informant said of the transcript and its reading."""

    AGREED = "agreed"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


def write_check(
    store: Store,
    actor: Coder,
    name: str,
    path: str | Path,
    *,
    language: str = "id",
    dress: Dress | None = None,
    disguised: bool = False,
    on_notice: OnNotice = unheard,
) -> list[ReadSource]:
    """Write the transcripts of a case, each of its answers beside its codings, for the informant to sign.

    Parameters
    ----------
    store, actor, name
        Where, who asks, and which case.
    path
        A .docx, .html or .md.
    language
        Of the explanation and of code names.
    dress
        What the document looks like; by default as qualcode.toml says.
    disguised
        Names are replaced; they are not by default, since it goes back to whom they were said by.
    on_notice
        Hears what should be known of the file.

    Returns
    -------
    list of ReadSource
        What the document holds.

    Raises
    ------
    UsageError
        The case speaks in no source.
    """
    with store.view(actor) as view:
        case = case_named(view, name)
        texts = [text_of(view, source) for source in counted_sources(view)]
        spoken = [text for text in texts if any(each.case_id == case.id for each in text.speakers.values())]
        if not spoken:
            raise UsageError(
                "the case speaks in no source", where=case.name, remedy="see `qualcode speakers`"
            )
        reader = _Reader(view, case, language)
        sources = [reader.read(text) for text in spoken]
        outgoing = prepared(view, pseudonyms=disguised)
    disguise = outgoing.disguise if disguised else unchanged
    write_membercheck(case.name, sources, Path(path), language=language, dress=dress, disguise=disguise)
    log_export(store, actor, Path(path), [case.shown], disguised=disguised)
    words = [turn.words for source in sources for turn in source.turns] if disguised else []
    on_notice(outgoing.notice([], words))
    return sources


class _Reader:
    """Sets the answers of a case beside their codings."""

    def __init__(self, view: View, case: Case, language: str) -> None:
        self._view, self._case, self._language = view, case, language
        self._codebook = the_codebook(view)
        found = sorted(view.all(Condensation), key=lambda each: (each.at, each.id))
        self._condensations = {each.coding_id: each.text for each in found}

    def read(self, text: SourceText) -> ReadSource:
        """Return a transcript with what was read in the turns of the case."""
        codings = self._view.all(Coding, source_id=text.source.id, revision_id=text.revision.id)
        placed = sorted((each for each in codings if each.span), key=lambda each: (each.start or 0, each.id))
        own = {label for label, each in text.speakers.items() if each.case_id == self._case.id}
        turns = []
        for turn in text.revision.turns:
            here = [
                each for each in placed
                if turn.speaker in own and each.span and turn.start <= each.span.start < turn.end
            ]  # fmt: skip
            lines = tuple(dict.fromkeys(self._line(each) for each in here))
            turns.append(ReadTurn(turn.number, turn.speaker, turn.span.of(text.text), lines))
        return ReadSource(text.source.name, turns)

    def _line(self, coding: Coding) -> str:
        condensed = self._condensations.get(coding.id, "")
        name = self._codebook.path(self._codebook.code(coding.code_id), self._language)
        said = f"{name}: “{' '.join(coding.quote.split())}”"
        return f"{said} – {condensed}" if condensed else said


def record_answer(
    store: Store, actor: Coder, name: str, answer: Answer, *, date: str, note: str = ""
) -> Memo:
    """Record an informant's answer as a memo on the case; one who withdraws is left out everywhere.

    Parameters
    ----------
    store, actor, name
        Where, who records, and whose answer.
    answer, date
        What was answered, and when, as `qualcode.actions.periods.since_when` reads it.
    note
        What else was said, or corrected.

    Raises
    ------
    UsageError
        The date is none, or the case is erased.
    """
    date = day_of(date)
    with acting(store, actor, "membercheck", summary=f"{name}: {answer.value}") as act:
        case = case_named(act, name)
        if case.consent is ConsentState.ERASED:
            raise UsageError("an erased case stays erased", where=name)
        text = f"{BEGINNING}{answer.value}, {date}" + (f". {note.strip()}" if note.strip() else "")
        memo = act.put(
            Memo(
                id=fresh(), coder_id=actor.id, text=text, about=MemoOn.CASE, target_id=case.id, at=now(),
            )
        )  # fmt: skip
        if answer is Answer.WITHDRAWN:
            act.put(replace(case, consent=ConsentState.WITHDRAWN, consent_date=date))
        return memo
