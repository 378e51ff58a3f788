"""What was done since a day, from the history: the net of it, since what was taken back again is no news."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from qualcode.actions.changed_steps import Net, net_changes, steps_of
from qualcode.actions.exporting import NothingToShow, OnNotice, Outgoing, log_export, prepared, unheard
from qualcode.actions.lookup import coder_named
from qualcode.actions.periods import as_utc, since_when
from qualcode.actions.remarks import NamedReview, reviews
from qualcode.actions.texts import natural
from qualcode.errors import RecordNotFound
from qualcode.exports.changes import Changes, CodingChange, Kind, Remarked, write_changes
from qualcode.locale import translator
from qualcode.model import Case, Code, Coder, Coding, Event, Guid, Record, Source, Speaker
from qualcode.store import Store, View

if TYPE_CHECKING:
    from qualcode.settings import Dress

Q = TypeVar("Q", CodingChange, Remarked)


def make_changes(
    store: Store,
    actor: Coder,
    since: str | datetime,
    path: str | Path | None = None,
    *,
    coder: str = "",
    language: str = "id",
    dress: "Dress | None" = None,
    pseudonyms: bool | None = None,
    on_notice: OnNotice = unheard,
) -> Changes:
    """Return what was done since a day, and write it where a path is given.

    Parameters
    ----------
    store, actor
        Where, and who asks: it holds what they may see.
    since
        A date, ``7d``, ``2w``, ``last-week`` (see `since_when`), or a moment.
    path
        A .docx, .html or .md.
    coder
        Only what this coder did, and only their codings.
    language
        Of titles and code names.
    dress
        The look of a .docx.
    pseudonyms, on_notice
        See `qualcode.actions.exporting`.

    Raises
    ------
    UsageError
        It names no time.
    NothingToShow
        Nothing was done, so nothing was written.
    """
    moment = since if isinstance(since, datetime) else since_when(since)
    with store.view(actor) as view:
        found = _Looking(view, language, coder).changes(moment)
        outgoing = prepared(view, pseudonyms=pseudonyms)
    if path is None:
        return found
    if not found:
        raise NothingToShow("nothing was done since then, so nothing was written")
    shown = replace(
        found,
        codings=_tellable(found.codings, outgoing),
        remarks=_tellable(found.remarks, outgoing),
        questions=_tellable(found.questions, outgoing),
        steps=tuple(each for each in found.steps if outgoing.may_name(each.name)),
    )
    write_changes(shown, Path(path), language=language, dress=dress, disguise=outgoing.disguise)
    told: list[CodingChange | Remarked] = [*shown.codings, *shown.remarks, *shown.questions]
    names = [each.case for each in told]
    everything: list[CodingChange | Remarked] = [*found.codings, *found.remarks, *found.questions]
    asked = [each.case for each in everything]
    log_export(store, actor, Path(path), names, disguised=outgoing.pseudonyms)
    on_notice(outgoing.notice(asked, [each.quotation for each in told]))
    return found


def _tellable(told: Iterable[Q], outgoing: Outgoing) -> tuple[Q, ...]:
    """Return what may be told, without the words of who is not to be quoted."""
    return tuple(
        each if outgoing.may_quote(outgoing.cases.get(each.case)) else replace(each, quotation="")
        for each in told
        if outgoing.may_name(each.case, each.source)
    )


class _Looking:
    """Tells what became of codings, and what was said of them."""

    def __init__(self, view: View, language: str, coder: str) -> None:
        self.view, self.language = view, language
        self.coder = coder_named(view, coder) if coder else None
        self.codebook = view.codebook()
        self.handles = {each.id: each.handle for each in view.all(Coder)}
        self.sources = {each.id: each.name for each in view.all(Source)}
        shown = {case.id: case.shown for case in view.all(Case)}
        self.cases = {each.id: shown.get(each.case_id or "", "") for each in view.all(Speaker)}
        self.texts: dict[Guid, str] = {}
        self.gone: dict[Guid, Code] = {}

    def changes(self, moment: datetime) -> Changes:
        """Return everything that was done since a moment."""
        asked = as_utc(moment)
        later = [event.seq for event in self.view.events() if event.at >= asked]
        before = min(later, default=self.view.seq + 1) - 1
        nets = net_changes(self.view, before)
        self.gone = {each.id: each for net in nets if isinstance(each := net.before, Code)}
        said = reviews(self.view)
        recent = [each for each in said if each.review.seq > before and self._is_wanted(each)]
        steps = steps_of(self.view, [net for net in nets if self._did(net)], language=self.language)
        return Changes(
            since=moment.date().isoformat(),
            codings=tuple(sorted(self._codings(nets), key=_in_reading_order)),
            remarks=tuple(self._remarked(each) for each in recent),
            questions=tuple(self._remarked(each) for each in said if each.is_open and self._is_wanted(each)),
            steps=tuple(steps),
        )

    def _did(self, net: Net) -> bool:
        return self.coder is None or getattr(net.record, "coder_id", net.event.actor_id) == self.coder.id

    def _is_wanted(self, said: NamedReview) -> bool:
        return self.coder is None or self.coder.id in (said.review.coder_id, said.coding.coder_id)

    def _codings(self, nets: Sequence[Net]) -> Iterator[CodingChange]:
        mine = [net for net in nets if isinstance(net.record, Coding) and self._did(net)]
        removed = [net.before for net in mine if isinstance(net.before, Coding) and net.after is None]
        gone = {_place(each): each for each in removed}
        paired: set[Guid] = set()
        for net in mine:
            before, after = cast("Coding | None", net.before), cast("Coding | None", net.after)
            if before is None and after is not None and (was := gone.get(_place(after))):
                paired.add(was.id)
                yield self._change(Kind.RECODED, after, net.event, was=was)
            elif before is None and after is not None:
                yield self._change(Kind.CODED, after, net.event)
            elif before is not None and after is not None:
                yield from self._changed(before, after, net.event)
        for net in mine:
            if isinstance(net.before, Coding) and net.after is None and net.before.id not in paired:
                yield self._change(Kind.UNCODED, net.before, net.event)

    def _changed(self, before: Coding, after: Coding, event: Event) -> Iterator[CodingChange]:
        if before.code_id != after.code_id:
            yield self._change(Kind.RECODED, after, event, was=before)
        elif self._words(before) != self._words(after):
            yield self._change(Kind.MOVED, after, event)
        if after.negative and not before.negative:
            yield self._change(Kind.NEGATIVE, after, event)

    def _change(self, kind: Kind, coding: Coding, event: Event, *, was: Coding | None = None) -> CodingChange:
        return CodingChange(
            kind=kind, reference=coding.reference, source=self.sources.get(coding.source_id, ""),
            case=self.cases.get(coding.speaker_id or "", ""), coder=self.handles.get(coding.coder_id, "?"),
            code=self._path(coding.code_id), was=self._path(was.code_id) if was else "",
            quotation=self._words(coding), at=event.at, start=coding.start or 0,
            imported=event.action == "import_codings",
        )  # fmt: skip

    def _path(self, code_id: Guid) -> str:
        known = {code.id for code in self.codebook.codes} if self.codebook else set()
        if self.codebook and code_id in known:
            return self.codebook.path(self.codebook.code(code_id), self.language)
        gone = self.gone.get(code_id)
        return (gone.name.get(self.language) or gone.key) if gone else "?"

    def _words(self, coding: Coding) -> str:
        """Return a coding's words, which the history does not hold; nothing where they are out of sight."""
        if coding.revision_id not in self.texts:
            try:
                self.texts[coding.revision_id] = self.view.text(coding.revision_id)
            except RecordNotFound:
                self.texts[coding.revision_id] = ""
        return coding.span.of(self.texts[coding.revision_id]) if coding.span else ""

    def _remarked(self, said: NamedReview) -> Remarked:
        review, coding = said.review, said.coding
        remark = "answer" if said.is_answer else review.remark.value
        return Remarked(
            reference=coding.reference, code=self._path(coding.code_id), quotation=coding.quote,
            source=said.source, case=self.cases.get(coding.speaker_id or "", ""), by=said.reviewer,
            at=review.at,
            remark=f"{translator(self.language)(remark)} {said.proposed}".strip(), text=review.text,
            is_open=said.is_open,
        )  # fmt: skip


def _place(coding: Record | None) -> tuple[Guid, Guid, int | None, int | None] | None:
    if not isinstance(coding, Coding):
        return None
    return coding.coder_id, coding.revision_id, coding.start, coding.end


def _in_reading_order(change: CodingChange) -> tuple[object, ...]:
    return natural(change.source), change.start, change.code, change.coder
