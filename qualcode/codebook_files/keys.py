"""Ids made out of names."""

import re
import unicodedata


def slug(name: str) -> str:
    """Turn a name into an id: lower case, words joined by hyphens; ``"code"`` where nothing is left.

    Examples
    --------
    >>> slug("Sumber daya (SDM)"), slug("Café"), slug("!")
    ('sumber-daya-sdm', 'cafe', 'code')
    """
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return re.sub(r"[^\w]+", "-", plain.lower()).strip("-_") or "code"
