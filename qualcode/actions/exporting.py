"""What every file that leaves the project has in common: what may be in it, under which names; the log."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from numbers import Integral
from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.actions.disguising import entries_of, nameless
from qualcode.actions.texts import latest_revisions
from qualcode.actions.unsaid import mentions, names_ever
from qualcode.errors import QualcodeError, StoreProblem
from qualcode.exports.disguised import Disguising, unchanged
from qualcode.model import (
    Case,
    Coder,
    ConsentScope,
    ConsentState,
    Guid,
    Pseudonym,
    Revision,
    Source,
    Span,
    Speaker,
)
from qualcode.pseudonyms import Disguise
from qualcode.store import Store, View

if TYPE_CHECKING:
    import pandas as pd

UNQUOTED = frozenset({ConsentScope.COUNTED, ConsentScope.INTERNAL})
"""Scopes of consent under which nothing that a case said is quoted."""

WORDS = ("quotation", "translation", "question", "condensation", "memo")
"""Columns of codings with somebody's words, or about them."""


class NothingToShow(QualcodeError):
    """No coding fits what was asked for, so nothing was written."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What somebody should know of a file that was written: what is not in it, and under which names.

    Attributes
    ----------
    unquoted, uncounted
        Cases whose words, or even figures, were left out for want of consent.
    disguised
        Cases that were disguised, though nobody asked, for want of consent.
    unnamed
        Cases that have no pseudonym yet.
    unsure
        Places where it is not sure that a word is a name, and which stayed as they are.
    undisguised
        Names are in it, the study has no pseudonyms at all, and no file was made before: said this once.
    """

    unquoted: tuple[str, ...] = ()
    uncounted: tuple[str, ...] = ()
    disguised: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    unsure: int = 0
    undisguised: bool = False


def unheard(notice: Notice) -> None:
    """Do nothing with what should be known."""


OnNotice = Callable[[Notice], None]
"""Hears what should be known of a file."""


@dataclass(frozen=True)
class Outgoing:
    """What may leave the project, and under which names; made once for each file by `prepared`.

    Attributes
    ----------
    disguise
        Replaces names in any text; hand it to whatever writes.
    cases
        By the name they have in frames.
    pseudonyms
        Names are disguised for everybody.
    unnamed
        Cases that have no pseudonym yet.
    unlooked
        Those of them that nobody was told of, since the study has no pseudonyms and no file was made yet.
    hidden
        Names of which nothing may leave: of cases, and of the sources in which nobody else speaks.
    """

    disguise: Disguising
    cases: Mapping[str, Case]
    pseudonyms: bool
    unnamed: tuple[str, ...] = ()
    unlooked: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    _mentions_hidden: Callable[[str], bool] = lambda text: False
    _silent: Mapping[Guid, Sequence[Span]] = field(default_factory=dict)

    def quoted(self, frame: "pd.DataFrame") -> "pd.DataFrame":
        """Return the codings whose words may leave the project."""
        frame = self.counted(frame)
        unquoted = self._named(UNQUOTED)
        if not unquoted:
            return frame
        rows = zip(frame["case"], frame["source_id"], frame["start"], frame["end"], strict=True)
        kept = [case not in unquoted and not self._is_silent(*place) for case, *place in rows]
        return frame.loc[kept].reset_index(drop=True)

    def muted(self, frame: "pd.DataFrame") -> "pd.DataFrame":
        """Return the codings that may be counted, without the words of those that may not be quoted."""
        frame = self.counted(frame)
        silent = ~frame["coding_id"].isin(self.quoted(frame)["coding_id"])
        blank = {name: frame[name].mask(silent, "") for name in WORDS if name in frame}
        return frame.assign(**blank) if silent.any() else frame

    def counted(self, frame: "pd.DataFrame") -> "pd.DataFrame":
        """Return the codings, or the coverage, of the cases whose figures may leave the project."""
        if not self.hidden:
            return frame
        columns = [name for name in ("case", "source") if name in frame]
        return frame[~frame[columns].isin(self.hidden).any(axis="columns")].reset_index(drop=True)

    def may_name(self, *texts: str) -> bool:
        """Say whether texts are free of names, of now or before, of which nothing may leave the project."""
        return not any(map(self._mentions_hidden, texts))

    def may_quote(self, case: Case | None) -> bool:
        """Say whether what a case said may leave the project."""
        return case is None or case.scope not in UNQUOTED

    def notice(self, names: Iterable[str], texts: Iterable[str] = (), *, counts: bool = False) -> Notice:
        """Return what should be known of a file with something of the named cases in it.

        Parameters
        ----------
        names
            Cases that belong in it, as they are named in frames, those left out too.
        texts
            Quotations in it.
        counts
            It has figures, and no quotations.
        """
        known = set(names)
        unquoted, uncounted = (
            self._named({scope}) & known for scope in (ConsentScope.COUNTED, ConsentScope.INTERNAL)
        )
        forced = {ConsentScope.PSEUDONYM, ConsentScope.COUNTED} if counts else {ConsentScope.PSEUDONYM}
        asked = () if self.pseudonyms else (name for name in self._named(forced) if name in known)
        doubtful = self.disguise.unsure if isinstance(self.disguise, Disguise) else None
        return Notice(
            unquoted=() if counts else tuple(sorted(unquoted)),
            uncounted=tuple(sorted(uncounted)),
            disguised=tuple(sorted(asked)),
            unnamed=tuple(
                name for name in self.unnamed if name in known - uncounted - (set() if counts else unquoted)
            ),
            unsure=sum(len(doubtful(text)) for text in texts) if doubtful else 0,
            undisguised=bool(self.unlooked & (known - uncounted - (set() if counts else unquoted))),
        )

    def _named(self, scopes: Iterable[ConsentScope]) -> set[str]:
        return {name for name, case in self.cases.items() if case.scope in scopes}

    def _is_silent(self, source_id: Guid, start: object, end: object) -> bool:
        """Say whether a place, of a row of a frame, has words of somebody who is not to be quoted in it."""
        if not isinstance(start, Integral) or not isinstance(end, Integral):
            return False
        first, last = int(start), int(end)
        return any(first < span.end and last > span.start for span in self._silent.get(source_id, ()))


def prepared(view: View, *, pseudonyms: bool | None = None) -> Outgoing:
    """Work out what may leave the project and under which names; every exporting action asks this first.

    Parameters
    ----------
    view
        Of who exports.
    pseudonyms
        Names are disguised; by default they are. Cases whose consent asks for it are disguised anyway.
    """
    wanted = pseudonyms is not False
    cases = {case.shown: case for case in view.all(Case, consent=ConsentState.GIVEN)}
    entries = entries_of(view, pseudonyms=wanted)
    records = view.all(Pseudonym)
    unnamed = [case.shown for case in nameless(cases.values(), records)] if wanted else []
    first = not records and not view.exports()
    internal = {case.id: case for case in cases.values() if case.scope is ConsentScope.INTERNAL}
    alone = _where_alone(view, internal) if internal else []
    hidden = {name for case in internal.values() for name in (case.name, case.shown)}
    hidden.update(source.name for source in alone)
    return Outgoing(
        disguise=Disguise(entries) if entries else unchanged,
        cases=cases,
        pseudonyms=wanted,
        unnamed=tuple(sorted(unnamed)) if records else (),
        unlooked=frozenset(unnamed) if first else frozenset(),
        hidden=frozenset(hidden),
        _mentions_hidden=mentions(hidden.union(names_ever(view, internal, [each.id for each in alone]))),
        _silent=_silent(view, cases.values()),
    )


def _where_alone(view: View, cases: Collection[Guid]) -> list[Source]:
    """Return the sources in which these cases speak and no other case does."""
    voices: dict[Guid, set[Guid]] = {}
    for speaker in view.all(Speaker):
        if speaker.case_id:
            voices.setdefault(speaker.source_id, set()).add(speaker.case_id)
    return view.all(Source, id=[source_id for source_id, whose in voices.items() if whose <= set(cases)])


def _silent(view: View, cases: Iterable[Case]) -> dict[Guid, list[Span]]:
    """Return the turns of those who are not to be quoted, per source."""
    unquoted = [case.id for case in cases if case.scope in UNQUOTED]
    if not unquoted:
        return {}
    labels = {(each.source_id, each.label) for each in view.all(Speaker, case_id=unquoted)}
    sources = sorted({source_id for source_id, _ in labels})
    latest = set(latest_revisions(view))
    return {
        revision.source_id: [
            turn.span for turn in revision.turns if (revision.source_id, turn.speaker) in labels
        ]
        for revision in view.all(Revision, source_id=sources) if revision.id in latest
    }  # fmt: skip


def refuse_nothing(*, empty: bool) -> None:
    """Refuse to write a file with nothing in it.

    Raises
    ------
    NothingToShow
    """
    if empty:
        raise NothingToShow(
            "no coding fits, so nothing was written",
            remedy="ask for less, or see what there is with `qualcode table`",
        )


def title_of(view: View) -> str:
    """Return the project's title, for the head of a document."""
    return view.settings().get("title", "")


_known_as: ContextVar[str] = ContextVar("known_as", default="")


@contextmanager
def known_as(name: str) -> Iterator[None]:
    """Let the file that is made in here be logged under a name: where it is made, it does not stay."""
    before = _known_as.set(name)
    try:
        yield
    finally:
        _known_as.reset(before)


def log_export(
    store: Store, actor: Coder, path: Path, names: Iterable[str], *, disguised: bool = False
) -> None:
    """Note that a file with words of these cases was made, so that a withdrawal can name it.

    A project that cannot be written still exports.
    """
    with store.view(actor) as view:
        cases = {case.shown: case.id for case in view.all(Case)}
    whose = [cases[name] for name in dict.fromkeys(names) if name in cases]
    try:
        store.log_export(actor, _known_as.get() or str(path), whose, disguised=disguised)
    except StoreProblem:
        return
