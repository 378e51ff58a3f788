"""Names that are not to be said of somebody: those they have or had, and whether a text holds one."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from qualcode.model import Guid
from qualcode.store import View

NAMES = ("name", "pseudonym")
"""What a case or a source is called, in the forms of the history."""


def names_ever(view: View, cases: Iterable[Guid], sources: Iterable[Guid]) -> Iterator[str]:
    """Yield the names that cases and sources have or had."""
    for kind, ids in (("case", cases), ("source", sources)):
        for record_id in ids:
            for _, change in view.changes_of(record_id, kinds=[kind]):
                for form in filter(None, (change.before, change.after)):
                    yield from (form[name] for name in NAMES if form.get(name))


def mentions(names: Collection[str]) -> Callable[[str], bool]:
    """Return what says whether a text holds one of the names, as a word or words of its own.

    Examples
    --------
    >>> held = mentions({"zul"})
    >>> held("kode W1-Zul dibuka"), held("Zulkifli")
    (True, False)
    """
    if not names:
        return lambda text: False
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names), re.IGNORECASE)
    return lambda text: pattern.search(text) is not None
