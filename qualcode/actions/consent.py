"""Consent: recorded, withdrawn, given again, or the case erased."""

import shutil
from dataclasses import replace
from pathlib import Path

from qualcode.actions.acting import acting, join
from qualcode.actions.lookup import case_named, choice_named
from qualcode.actions.rows import check_date
from qualcode.errors import UsageError
from qualcode.model import Case, Coder, ConsentState
from qualcode.store import Erasure, Store


def set_consent(
    store: Store, actor: Coder, name: str, state: ConsentState | str, *, date: str = "", scope: str = ""
) -> Case:
    """Record that a case's consent is given or withdrawn.

    A withdrawn case is excluded everywhere at once; giving it again brings everything back.

    Raises
    ------
    UsageError
        The date is none, or the state; the case is erased, or is to be: that is `erase`.
    """
    state = choice_named(ConsentState, state, "consent")
    if date:
        check_date(date)
    with acting(store, actor, "set_consent", summary=f"{name}: {state.value}") as act:
        case = case_named(act, name)
        if ConsentState.ERASED in (state, case.consent):
            raise UsageError("an erased case stays erased", where=name)
        changed = replace(
            case,
            consent=state,
            consent_date=date or case.consent_date,
            consent_scope=scope or case.consent_scope,
        )
        return act.put(changed) if changed != case else case


def erase(store: Store, actor: Coder, name: str, *, cache_dir: Path | None = None) -> Erasure:
    """Erase a case: its words, quotes, history contents and caches. This cannot be undone."""
    join(store, actor)
    with store.view(actor) as view:
        case = case_named(view, name)
    report = store.erase(actor, case.id)
    if cache_dir and cache_dir.exists():
        shutil.rmtree(cache_dir)  # indexes hold words; they are made again when needed
    return report
