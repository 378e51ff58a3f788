"""Codes made in vivo, of words that somebody said: they go by those words until the words are erased."""

from collections.abc import Iterable, Set
from dataclasses import replace

from qualcode.model import Code, Guid, LocalText, Origin
from qualcode.store.history import Written
from qualcode.store.rows import loads


def coined(written: Iterable[Written], coding_ids: Set[Guid]) -> dict[Guid, set[str]]:
    """Return the codes that came with some codings in one event, in vivo, and how each was named.

    Parameters
    ----------
    written
        The history.
    coding_ids
        The codings.

    Returns
    -------
    dict
        Per code its key and its names as they were when it was made.
    """
    made: dict[tuple[int, Guid], set[str]] = {}
    worded: set[tuple[int, Guid]] = set()
    for change in written:
        if change.after is None:
            continue
        form = loads(change.after)
        if change.kind == "code" and change.before is None:
            made[change.seq, change.id] = {form["key"], *form["name"].values()}
        elif change.id in coding_ids and form.get("origin") == Origin.IN_VIVO:
            worded.add((change.seq, form["code_id"]))
    found: dict[Guid, set[str]] = {}
    for seq, code_id in sorted(made.keys() & worded):
        found.setdefault(code_id, set()).update(made[seq, code_id])
    return found


def unworded(code: Code, words: Set[str], name: str) -> Code:
    """Return a code under a key, and where it still goes by the words under a name, that says nothing."""
    names = {language: name if text in words else text for language, text in code.name.items}
    return replace(code, key=name, name=LocalText.of(names))
