"""The history as a reader of a document has it: what was done, by day."""

from typing import TYPE_CHECKING

from qualcode.exports.characters import shortened
from qualcode.locale import translator
from qualcode.store import View

if TYPE_CHECKING:
    import pandas as pd

MOST = 200
"""Characters of what a day's actions of one kind were about."""

UNNAMED = frozenset(
    {"decide", "memo", "init", "join", "set_pseudonym", "leave_name", "remove_pseudonym", "import_pseudonyms"}
)
"""Actions whose summary is no name that tells a reader anything, or one that nobody is to read."""


def history_frame(view: View, *, language: str = "id") -> "pd.DataFrame":
    """Return what was done, a row for each day, coder and kind of action, in order.

    Returns
    -------
    pandas.DataFrame
        ``date`` (of the day, ISO), ``coder``, ``action`` in words, ``times``, and ``what`` it was about, cut
        where it is long.
    """
    import pandas as pd

    tr = translator(language)
    days: dict[tuple[str, str, str], list[str]] = {}
    for event in sorted(view.events(), key=lambda each: each.seq):
        days.setdefault((event.at[:10], event.actor, event.action), []).append(event.summary)
    rows = [
        (
            day,
            actor,
            tr(action.replace("_", " "), "action"),
            len(about),
            "" if action in UNNAMED else _listed(about),
        )
        for (day, actor, action), about in days.items()
    ]
    return pd.DataFrame(rows, columns=["date", "coder", "action", "times", "what"])


def _listed(about: list[str]) -> str:
    words = ", ".join(dict.fromkeys(filter(None, about)))
    return words if len(words) <= MOST else f"{shortened(words, MOST)} …"
