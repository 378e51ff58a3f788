"""Decide on suggestions: each coder for themselves, and never twice on the same."""

from qualcode.actions.acting import acting, now
from qualcode.actions.coding import put_coding, put_notes
from qualcode.actions.lookup import choice_named, code_named, source_named
from qualcode.actions.texts import latest_revisions, natural, text_of
from qualcode.errors import AlreadyThere, RecordNotFound
from qualcode.model import Coder, Coding, Decision, Guid, Origin, Source, Suggestion, Verdict, fresh
from qualcode.store import Store, View


def pending(view: View, actor: Coder, *, source: Source | None = None) -> list[Suggestion]:
    """Return the suggestions that wait for the actor, in reading order.

    Left out are those the actor has decided on, and those whose code the actor has given an overlapping span.
    """
    where = {"source_id": source.id} if source else {}
    suggestions = view.all(Suggestion, revision_id=latest_revisions(view), **where)
    if not suggestions:
        return []
    decided = {
        (decision.revision_id, decision.start, decision.end, decision.code_id)
        for decision in view.all(Decision, coder_id=actor.id, **where)
    }
    own: dict[tuple[Guid, Guid], list[Coding]] = {}
    for coding in view.all(Coding, coder_id=actor.id, **where):
        own.setdefault((coding.revision_id, coding.code_id), []).append(coding)
    names = {each.id: natural(each.name) for each in view.all(Source)}
    waiting = [
        each
        for each in suggestions
        if (each.revision_id, each.start, each.end, each.code_id) not in decided
        and not any(
            coding.span and coding.span.overlaps(each.span)
            for coding in own.get((each.revision_id, each.code_id), [])
        )
    ]
    return sorted(
        waiting, key=lambda each: (names.get(each.source_id, ()), each.start, -each.score, each.code_id)
    )


def pending_of(store: Store, actor: Coder, source: str | None = None) -> list[Suggestion]:
    """Return the suggestions that wait for the actor, of one source or all, in reading order."""
    with store.view(actor) as view:
        return pending(view, actor, source=source_named(view, source) if source else None)


def decide(
    store: Store,
    actor: Coder,
    suggestion_id: Guid,
    verdict: Verdict | str,
    *,
    code: str = "",
    memo: str = "",
    condensation: str = "",
    negative: bool = False,
) -> Decision:
    """Accept or reject a suggestion, as the actor's own decision.

    Parameters
    ----------
    store, actor
        Where, and who decides.
    suggestion_id
        The suggestion, or the beginning of its GUID.
    verdict
        Accepting makes a coding.
    code
        With a rejection: the code that fits instead; this makes a coding too.
    memo, condensation, negative
        Of the coding made.

    Raises
    ------
    RecordNotFound
        No such suggestion, or it is not shown to the actor yet.
    UsageError
        There is no such verdict.
    """
    chosen = choice_named(Verdict, verdict, "verdict")
    with acting(store, actor, "decide") as act:
        suggestion = _suggestion(act, suggestion_id)
        source = act.get(Source, suggestion.source_id)
        codebook = act.codebook()
        assert source is not None
        assert codebook is not None
        given = code_named(codebook, code) if code else codebook.code(suggestion.code_id)
        instead = given.id if given.id != suggestion.code_id else None
        if instead:
            chosen = Verdict.REJECT
        _refuse_decided(act, actor, suggestion)
        decision = act.put(_decision(suggestion, actor, chosen, instead))
        if chosen is Verdict.ACCEPT or instead:
            source_text = text_of(act, source)
            try:
                coding = put_coding(
                    act, actor, source_text, suggestion.span, given,
                    origin=Origin.DECISION, decision=decision, negative=negative,
                )  # fmt: skip
                put_notes(act, actor, coding, memo=memo, condensation=condensation)
            except AlreadyThere:
                if not instead:
                    raise
        act.summary = f"{chosen.value} {codebook.code(suggestion.code_id).key} {source.name}"
        return decision


def _refuse_decided(view: View, actor: Coder, suggestion: Suggestion) -> None:
    where = {name: getattr(suggestion, name) for name in ("revision_id", "start", "end", "code_id")}
    if view.all(Decision, coder_id=actor.id, **where):
        raise AlreadyThere(
            "you have decided on {name} before", remedy="take that back with `qualcode undo`",
            name=suggestion.id[:8],
        )  # fmt: skip


def _suggestion(view: View, suggestion_id: Guid) -> Suggestion:
    exact = view.get(Suggestion, suggestion_id)
    if exact:
        return exact
    found = [each for each in view.all(Suggestion) if each.id.startswith(suggestion_id.lower())]
    if len(found) != 1 or len(suggestion_id) < 4:
        raise RecordNotFound(
            "there is no suggestion {name!r}",
            remedy="see `qualcode review --list`; a source's suggestions show once it is coded through",
            name=suggestion_id,
        )
    return found[0]


def _decision(suggestion: Suggestion, actor: Coder, verdict: Verdict, instead: Guid | None) -> Decision:
    return Decision(
        id=fresh(),
        coder_id=actor.id,
        verdict=verdict,
        at=now(),
        source_id=suggestion.source_id,
        revision_id=suggestion.revision_id,
        start=suggestion.start,
        end=suggestion.end,
        code_id=suggestion.code_id,
        method=suggestion.method,
        version=suggestion.version,
        score=suggestion.score,
        evidence=suggestion.evidence,
        given_code_id=instead,
    )
