"""What a coder found alone, and what is left to find."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.actions.keywording import codebook_of
from qualcode.actions.lookup import code_named
from qualcode.actions.passages import DEFAULT
from qualcode.model import Coder, Coding, Decision, Origin, Verdict
from qualcode.store import Store
from qualcode.suggest.steps import OnStep, no_steps

if TYPE_CHECKING:
    from qualcode.suggest.elusion import Left


@dataclass(frozen=True, slots=True)
class FoundAlone:
    """What a coder found of one code without suggestions, and what was added after they were shown.

    Attributes
    ----------
    code
        Its key.
    alone
        Codings made before any suggestion of the code was shown there.
    accepted
        Codings made by accepting one.
    by_hand
        Other codings made where one had been shown.
    rejected
        Suggestions of it that were rejected.
    """

    code: str
    alone: int
    accepted: int
    by_hand: int
    rejected: int


def compare_blind(store: Store, actor: Coder) -> list[FoundAlone]:
    """Compare what the actor found alone with what was added after suggestions were shown, code by code."""
    with store.view(actor) as view:
        codebook = codebook_of(view)
        codings = view.all(Coding, coder_id=actor.id)
        rejected = view.columns(Decision, ["code_id"], coder_id=actor.id, verdict=Verdict.REJECT)["code_id"]
    found = []
    for code in codebook.codes:
        own = [each for each in codings if each.code_id == code.id]
        accepted = sum(each.origin is Origin.DECISION for each in own)
        shown = sum(each.suggestion_shown for each in own if each.origin is not Origin.DECISION)
        found.append(
            FoundAlone(code.key, len(own) - accepted - shown, accepted, shown, rejected.count(code.id))
        )
    return found


def estimate_left(
    store: Store,
    actor: Coder,
    code: str,
    *,
    model: str = "",
    by: str = DEFAULT,
    cache_dir: Path | None = None,
    on_step: OnStep = no_steps,
) -> "Left":
    """Estimate how many passages with a code are still to be found among those not read for it.

    Parameters
    ----------
    store, actor
        Where, and who asks.
    code
        Its key or name.
    model, by, cache_dir, on_step
        As for `evaluate`.

    Raises
    ------
    CodeNotFound
    """
    from qualcode.actions.learning import study_of
    from qualcode.suggest.blend import score
    from qualcode.suggest.elusion import left

    with store.view(actor) as view:
        wanted = code_named(codebook_of(view), code)
        study = study_of(view, actor, by=by, model=model, cache_dir=cache_dir, on_step=on_step)
    column = [each.id for each in study.codes].index(wanted.id)
    found = score(study.material, study.labels, on_step=on_step)
    return left(found.chances[:, column], study.labels[:, column])
