"""Events as people read them."""

from qualcode.cli.language import tr, word
from qualcode.model import ConsentState, Event, MemoOn, Remark, Verdict

ACTIONS = (
    "init", "join", "add", "revise", "place", "set_source", "remove_source", "set_speaker", "set_case",
    "import_cases", "set_coder", "set_consent", "set_setting", "erase", "membercheck", "release",
    "apply_codebook", "add_code", "edit_code", "rename_code", "move_code", "merge_code", "split_code",
    "remove_code", "code", "uncode", "change_coding", "recode", "confirm", "import_codings", "condense",
    "decide", "suggest", "memo", "remove_memo", "mark_read", "mark_unread", "mark_not_asked",
    "mark_negative", "mark_pinned", "review", "answer", "accept_proposal", "import_review", "theme",
    "remove_theme", "import_themes", "translate", "remove_translation", "import_translations",
    "set_pseudonym", "leave_name", "remove_pseudonym", "import_pseudonyms", "undo", "redo",
)  # fmt: skip
"""What can be done, as the history names it."""

_WORDS = {
    "decide": frozenset(Verdict),
    "memo": frozenset(MemoOn),
    "review": frozenset(Remark),
    "set_consent": frozenset(ConsentState),
    "membercheck": frozenset({"agreed", "corrected", "withdrawn"}),
}
"""Words of ours in the summaries of these actions; the others hold names only."""


def action_word(action: str) -> str:
    """Return an action as a verb: ``"apply_codebook"`` is *apply codebook*."""
    return tr(action.replace("_", " "), "action")


def summary_words(action: str, summary: str) -> str:
    """Return what an action was about; of an undo or redo, the action taken back comes first."""
    if action in ("undo", "redo"):
        undone, _, rest = summary.partition(" ")
        return f"{action_word(undone)} {summary_words(undone, rest)}".strip()
    ours = _WORDS.get(action, frozenset())
    return " ".join(word(each) if each in ours else each for each in summary.split(" "))


def done_again(event: Event) -> str:
    """Return what a redo did: what the undo it takes back had taken back."""
    return summary_words("undo", event.summary.removeprefix("undo "))


def taken_back(event: Event) -> str:
    """Return what an undo took back."""
    return summary_words("undo", event.summary)
