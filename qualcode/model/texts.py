"""The text of a revision: what is settled when it is read, and never again."""

import hashlib
import re
from dataclasses import dataclass

REPLACEMENT = "\ufffd"
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class CleanText:
    r"""A text fit for storing.

    Attributes
    ----------
    text
        The text with ``\n`` line ends and no byte-order mark; nothing else is altered.
    replaced
        Places, in code points of `text`, where U+0000 or a lone surrogate became U+FFFD.
    """

    text: str
    replaced: tuple[int, ...] = ()


def clean(raw: str) -> CleanText:
    r"""Settle line ends, drop a leading byte-order mark, replace what no store can hold.

    Examples
    --------
    >>> clean("\ufeffP: Halo\r\nI: \x00ya")
    CleanText(text='P: Halo\nI: �ya', replaced=(11,))
    """
    text = raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    places = tuple(match.start() for match in _UNSTORABLE.finditer(text))
    return CleanText(_UNSTORABLE.sub(REPLACEMENT, text) if places else text, places)


def sha256(data: str | bytes) -> str:
    """Return the SHA-256 of bytes, or of a text's UTF-8, in hexadecimal."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()
