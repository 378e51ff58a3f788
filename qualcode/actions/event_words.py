"""Events as people read them."""

from qualcode.locale import Translate
from qualcode.model import ConsentState, MemoOn, Remark, Verdict

_WORDS = {
    "decide": frozenset(Verdict),
    "memo": frozenset(MemoOn),
    "review": frozenset(Remark),
    "set_consent": frozenset(ConsentState),
    "membercheck": frozenset({"agreed", "corrected", "withdrawn"}),
}
"""Words of ours in the summaries of these actions; the others hold names only."""


def action_words(action: str, tr: Translate) -> str:
    """Return an action as a verb: ``"apply_codebook"`` is *apply codebook*."""
    return tr(action.replace("_", " "), "action")


def summary_words(action: str, summary: str, tr: Translate) -> str:
    """Return what an action was about; of an undo or redo, the action taken back comes first."""
    if action in ("undo", "redo"):
        undone, _, rest = summary.partition(" ")
        return f"{action_words(undone, tr)} {summary_words(undone, rest, tr)}".strip()
    ours = _WORDS.get(action, frozenset())
    return " ".join(tr(each.replace("_", " ")) if each in ours else each for each in summary.split(" "))
