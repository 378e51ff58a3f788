"""Identity: derived GUIDs for what two people can make alike, random ones for acts."""

from typing import TypeAlias
from uuid import UUID, uuid4, uuid5

Guid: TypeAlias = str
"""A UUID in its canonical lower-case form."""

NAMESPACE = UUID("6f0c1c0e-6c1b-5d0e-9a53-0d6c9d2f6b1a")


def derived(kind: str, *parts: str | int) -> Guid:
    """Return the GUID that the same kind and parts give everywhere.

    Examples
    --------
    >>> derived("code", "a", "b") == derived("code", "a", "b")
    True
    >>> derived("code", "ab", "") == derived("code", "a", "b")
    False
    """
    return str(uuid5(NAMESPACE, "\x1f".join([kind, *map(str, parts)])))


def fresh() -> Guid:
    """Return a new random GUID, for an act: a coding, a decision, a memo."""
    return str(uuid4())


def is_guid(text: str) -> bool:
    """Say whether `text` is a UUID in any of its usual forms."""
    try:
        UUID(text)
    except ValueError:
        return False
    return True
