"""What to look at next, and scores that follow each decision."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.actions.passages import DEFAULT
from qualcode.errors import UsageError
from qualcode.model import Coder, Suggestion
from qualcode.store import Store, View
from qualcode.suggest.ordering import ORDERS, ordered
from qualcode.suggest.steps import OnStep, no_steps

if TYPE_CHECKING:
    from qualcode.actions.learning import Study
    from qualcode.suggest.live import Live


def in_order(
    view: View, suggestions: Sequence[Suggestion], order: str = "reading", *, seed: int = 0
) -> list[Suggestion]:
    """Return suggestions, given in reading order, in the order they are best looked at.

    Parameters
    ----------
    view
        Of the actor.
    suggestions
        What waits, as `pending` gives it.
    order
        ``"reading"``, ``"likely"``, ``"uncertain"`` or ``"diverse"``; see `qualcode.suggest.ordering`.
    seed
        Of what chance decides between equals.

    Raises
    ------
    UsageError
        There is no such order.
    """
    if order not in ORDERS:
        raise UsageError(
            "there is no order {name!r}",
            remedy="choose one of {orders}",
            name=order,
            orders=", ".join(ORDERS),
        )
    texts = {each.revision_id: "" for each in suggestions}
    texts = {revision_id: view.text(revision_id) for revision_id in texts}
    words = {each.id: each.span.of(texts[each.revision_id]) for each in suggestions}
    return ordered(suggestions, order, words=words, seed=seed)


class LiveScores:
    """Scores of suggestions that follow each decision at once.

    Parameters
    ----------
    study, live
        The passages, and their chances.
    """

    def __init__(self, study: "Study", live: "Live") -> None:
        self._live = live
        self._rows = {
            (each.revision_id, each.start, each.end): row for row, each in enumerate(study.segments)
        }
        self._columns = {code.id: column for column, code in enumerate(study.codes)}

    def decided(self, suggestion: Suggestion, *, fits: bool) -> None:
        """Take in a decision: the scores of its code change with it."""
        place = self._place(suggestion)
        if place:
            self._live.decide(*place, fits=fits)

    def take_back(self) -> None:
        """Forget the latest decision."""
        self._live.take_back()

    def rescored(self, suggestions: Iterable[Suggestion]) -> list[Suggestion]:
        """Return suggestions with the scores they have now."""
        found = []
        for each in suggestions:
            place = self._place(each)
            score = float(self._live.chance(*place)) if place else each.score
            found.append(replace(each, score=round(score, 4)))
        return found

    def _place(self, suggestion: Suggestion) -> tuple[int, int] | None:
        row = self._rows.get((suggestion.revision_id, suggestion.start, suggestion.end))
        column = self._columns.get(suggestion.code_id)
        return None if row is None or column is None else (row, column)


def live_scores(
    store: Store,
    actor: Coder,
    *,
    method: str = "blend",
    model: str = "",
    by: str = DEFAULT,
    cache_dir: Path | None = None,
    on_step: OnStep = no_steps,
) -> LiveScores:
    """Learn from what is known now, so that scores can follow what is decided from here on.

    Parameters
    ----------
    store, actor, method, model, by, cache_dir, on_step
        As for `suggest`.
    """
    from qualcode.actions.learning import study_of
    from qualcode.suggest.blend import score
    from qualcode.suggest.live import Live

    with store.view(actor) as view:
        study = study_of(view, actor, by=by, model=model, cache_dir=cache_dir, on_step=on_step)
    scores = score(study.material, study.labels, method=method, on_step=on_step)
    return LiveScores(study, Live(study.material, study.labels, scores))
