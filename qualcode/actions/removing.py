"""Take sources out, with whatever was made on them; taking that back brings all of it back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qualcode.actions.acting import acting
from qualcode.actions.lookup import source_named
from qualcode.errors import UsageError
from qualcode.model import (
    Case,
    Coder,
    Coding,
    Condensation,
    ConsentState,
    Decision,
    Guid,
    Memo,
    NotAsked,
    Reading,
    Record,
    Review,
    Revision,
    Source,
    Speaker,
    Theme,
    Translation,
)
from qualcode.store import Action, Store

ON_SOURCES = (Coding, Decision, Reading, NotAsked, Translation)
"""Kinds of which records name the source they are on; codings first, since they rest on decisions."""


@dataclass(frozen=True, slots=True)
class Removal:
    """What goes, or would go, with a source.

    Attributes
    ----------
    source
        Its name.
    codings
        How many codings, by anyone.
    others
        How many notes, decisions and marks, by anyone.
    """

    source: str
    codings: int
    others: int


class _Looked(Exception):
    """Rolls back what was only looked at."""


def remove_sources(
    store: Store, actor: Coder, names: Sequence[str], *, preview: bool = False
) -> tuple[Removal, ...]:
    """Take sources out, as one event: their texts, speakers, codings, notes, and cases nothing else names.

    Parameters
    ----------
    store, actor, names
        Where, who, which sources.
    preview
        Say what would go, and take nothing away.

    Raises
    ------
    SourceNotFound, UsageError
        No such source; another source, which is to stay, is its translation.
    NotAllowed
        Another coder, who works in the project, made something on it; only a supervisor takes that away.
    """
    gone: list[Removal] = []
    try:
        with acting(store, actor, "remove_source") as act:
            sources = {source.id: source for source in (source_named(act, name) for name in names)}
            act.summary = ", ".join(source.name for source in sources.values())
            _refuse_orphans(act, sources)
            for source in sorted(sources.values(), key=lambda source: source.translates is None):
                gone.append(_remove(act, source))
            if preview:
                raise _Looked
    except _Looked:
        pass
    return tuple(gone)


def _refuse_orphans(act: Action, sources: dict[Guid, Source]) -> None:
    for each in act.everyone(Source, translates=list(sources)):
        if each.id not in sources:
            raise UsageError(
                "{translation} is a translation of it",
                where=sources[each.translates or ""].name,
                remedy="name both, or first say: qualcode sources set {translation} --translates ''",
                translation=each.name,
            )


def _remove(act: Action, source: Source) -> Removal:
    made = list(_made_on(act, source))
    for record in made:
        act.remove(record)
    speakers = act.everyone(Speaker, source_id=source.id)
    for record in (*speakers, *act.everyone(Revision, source_id=source.id), source):
        act.remove(record)
    for case in act.everyone(Case, id=sorted({each.case_id for each in speakers if each.case_id})):
        if not _is_known_besides(act, case):
            act.remove(case)
    codings = sum(isinstance(record, Coding) for record in made)
    return Removal(source.name, codings, len(made) - codings)


def _made_on(act: Action, source: Source) -> Iterator[Record]:
    """Yield what people made on a source, each before what it rests on; themes lose it as evidence."""
    codings = {coding.id for coding in act.everyone(Coding, source_id=source.id)}
    revisions = {revision.id for revision in act.everyone(Revision, source_id=source.id)}
    for theme in act.everyone(Theme):
        pro, contra = (
            tuple(each for each in evidence if each not in codings)
            for evidence in (theme.evidence_for, theme.evidence_against)
        )
        act.put(replace(theme, evidence_for=pro, evidence_against=contra))
    yield from act.everyone(Memo, target_id={source.id, *revisions, *codings})
    yield from act.everyone(Condensation, coding_id=codings)
    yield from act.everyone(Review, coding_id=codings)
    for kind in ON_SOURCES:
        yield from act.everyone(kind, source_id=source.id)


def _is_known_besides(act: Action, case: Case) -> bool:
    """Say whether a case speaks elsewhere, has memos, or has a consent that must not be forgotten."""
    consented = case.consent is not ConsentState.GIVEN or case.consent_date or case.consent_scope
    elsewhere = any(act.everyone(Speaker, case_id=case.id)) or any(act.everyone(Memo, target_id=case.id))
    return bool(consented) or elsewhere
