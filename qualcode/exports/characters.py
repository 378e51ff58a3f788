"""Characters that a file of a kind cannot hold, and texts cut to what it can."""

import re

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """Return the text with what XML cannot hold replaced by U+FFFD."""
    return _ILLEGAL.sub("\ufffd", text)


def all_legal(texts: list[str]) -> list[str]:
    """Return the texts as `legal` makes them; many texts that are all in order are looked through at once."""
    return [legal(text) for text in texts] if _ILLEGAL.search("".join(texts)) else texts


def shortened(text: str, most: int) -> str:
    """Return a text on one line, of at most `most` characters, cut between words where that can be.

    Examples
    --------
    >>> shortened("Pemberdayaan  pelaku UMKM", 22), shortened("Pemberdayaan", 6)
    ('Pemberdayaan pelaku', 'Pember')
    """
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most + 1].rpartition(" ")[0] or words[:most]
