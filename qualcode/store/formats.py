"""Forms in the history that an earlier version wrote, read as this one writes them.

The history itself is never rewritten: it is what was written at the time.
"""

from collections.abc import Mapping
from typing import Any

from qualcode.model.history import FORMAT
from qualcode.store.rows import dumps, loads

ADDED: Mapping[int, Mapping[str, Mapping[str, Any]]] = {
    2: {
        "case": {"naming": "pseudonym"},
        "coding": {"pinned": False},
        "theme": {"relations": {}},
    },
}
"""Per format: the fields that kinds of records got with it, and what earlier records have there."""


def upgraded(kind: str, form: str | None, written: int) -> str | None:
    """Return a form's JSON text as the present format has it.

    Parameters
    ----------
    kind
        Of the record.
    form
        The JSON text; None stays None.
    written
        The format in which it was written.

    Examples
    --------
    >>> upgraded("theme", '{"id":"t","position":0}', 1)
    '{"id":"t","position":0,"relations":{}}'
    """
    added = {
        name: value
        for number in range(written + 1, FORMAT + 1)
        for name, value in ADDED[number].get(kind, {}).items()
    }
    return form if form is None or not added else dumps(_with(loads(form), added))


def _with(form: dict[str, Any], added: Mapping[str, Any]) -> dict[str, Any]:
    """Put fields in behind those of the record, before what forms carry beside them."""
    beside = {name: form.pop(name) for name in ("quote_sha256",) if name in form}
    return {**form, **added, **beside}
