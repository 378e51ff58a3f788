"""An account of how the study was done, from the project's records and history."""

from pathlib import Path

from qualcode.actions.exporting import OnNotice, log_export, prepared, unheard
from qualcode.actions.study_facts import facts_of
from qualcode.exports.facts import Facts
from qualcode.exports.methods import write_methods
from qualcode.model import Coder
from qualcode.settings import Dress
from qualcode.store import Store


def methods(
    store: Store,
    actor: Coder,
    path: str | Path | None = None,
    *,
    language: str = "id",
    dress: Dress | None = None,
    pseudonyms: bool | None = None,
    on_notice: OnNotice = unheard,
) -> Facts:
    """Return what the project shows of how the study was done, and write it as an account to go on with.

    Parameters
    ----------
    store, actor
        Where, and who looks: what they do not see is not counted, and the account says so.
    path
        A document.
    language
        Of the account.
    dress, pseudonyms, on_notice
        As in `qualcode.actions.summarising.summary`.
    """
    with store.view(actor) as view:
        outgoing = prepared(view, pseudonyms=pseudonyms)
        facts = facts_of(view, language=language, outgoing=outgoing if path else None)
    if path:
        write_methods(facts, Path(path), language=language, dress=dress, disguise=outgoing.disguise)
        log_export(store, actor, Path(path), [], disguised=outgoing.pseudonyms)
        on_notice(outgoing.notice(outgoing.hidden, counts=True))
    return facts
