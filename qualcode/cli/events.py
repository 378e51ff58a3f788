"""Events as people read them."""

from qualcode.actions import event_words
from qualcode.cli.language import tr
from qualcode.model import Event

ACTIONS = (
    "init", "join", "add", "revise", "place", "set_source", "remove_source", "set_speaker", "set_case",
    "import_cases", "set_coder", "set_consent", "set_setting", "erase", "membercheck", "release",
    "apply_codebook", "add_code", "edit_code", "rename_code", "move_code", "merge_code", "split_code",
    "remove_code", "edit_framework", "remove_framework", "code", "uncode", "change_coding", "recode",
    "confirm", "import_codings", "condense", "decide", "suggest", "memo", "remove_memo",
    "mark_read", "mark_unread", "mark_not_asked",
    "mark_negative", "mark_pinned", "review", "answer", "accept_proposal", "import_review", "theme",
    "remove_theme", "import_themes", "translate", "remove_translation", "import_translations",
    "set_pseudonym", "leave_name", "remove_pseudonym", "import_pseudonyms", "undo", "redo",
)  # fmt: skip
"""What can be done, as the history names it."""


def action_word(action: str) -> str:
    """Return an action as a verb, in the user's language."""
    return event_words.action_words(action, tr)


def summary_words(action: str, summary: str) -> str:
    """Return what an action was about, in the user's language."""
    return event_words.summary_words(action, summary, tr)


def done_again(event: Event) -> str:
    """Return what a redo did: what the undo it takes back had taken back."""
    return summary_words("undo", event.summary.removeprefix("undo "))


def taken_back(event: Event) -> str:
    """Return what an undo took back."""
    return summary_words("undo", event.summary)
