"""The history as a reader of a document has it: what was done, by day."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from qualcode.actions.unsaid import mentions, names_ever
from qualcode.exports.characters import shortened
from qualcode.locale import translator
from qualcode.model import Case, ConsentState
from qualcode.store import View

if TYPE_CHECKING:
    import pandas as pd

MOST = 200
"""Characters of what a day's actions of one kind were about."""

UNNAMED = frozenset(
    {"decide", "memo", "init", "join", "set_pseudonym", "leave_name", "remove_pseudonym", "import_pseudonyms"}
)
"""Actions whose summary is no name that tells a reader anything, or one that nobody is to read."""


TECHNICAL = frozenset({"init", "join", "set_setting", "set_coder", "place"})
"""Actions that are about the program and not about the study."""


def history_frame(
    view: View, *, language: str = "id", may_name: Callable[[str], bool] = lambda text: True
) -> "pd.DataFrame":
    """Return what was done, a row for each day, coder and kind of action, in order.

    What was about somebody who withdrew consent is counted and not named; so is what `may_name` refuses.

    Returns
    -------
    pandas.DataFrame
        ``date`` (of the day, ISO), ``coder``, ``action`` in words, ``times``, and ``what`` it was about, cut
        where it is long.
    """
    import pandas as pd

    tr = translator(language)
    gone = [case.id for case in view.all(Case) if case.consent is not ConsentState.GIVEN]
    withdrawn = mentions(set(names_ever(view, gone, view.sight.gone)))
    days: dict[tuple[str, str, str], list[str]] = {}
    named = _named(view, language)
    told = (event for event in view.events() if event.action not in TECHNICAL)
    for event in sorted(told, key=lambda each: each.seq):
        silent = withdrawn(event.summary) or not may_name(event.summary)
        about = "" if silent else named(event.summary)
        days.setdefault((event.at[:10], event.actor, event.action), []).append(about)
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


def _named(view: View, language: str) -> Callable[[str], str]:
    """Return what puts the names of codes for their keys."""
    codebook = view.codebook()
    names = {code.key: code.name.get(language) or code.key for code in codebook.codes} if codebook else {}
    return lambda summary: " ".join(names.get(word, word) for word in summary.split(" "))


def _listed(about: list[str]) -> str:
    words = ", ".join(dict.fromkeys(filter(None, about)))
    return words if len(words) <= MOST else f"{shortened(words, MOST)} …"
