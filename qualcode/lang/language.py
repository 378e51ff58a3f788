"""The languages that have data of their own."""

from functools import cache

from qualcode.lang.data import Language
from qualcode.lang.en import ENGLISH
from qualcode.lang.id import INDONESIAN


@cache
def language(code: str) -> Language:
    """Return the data of a language; for one we know nothing about, a `Language` that assumes nothing.

    Examples
    --------
    >>> language("id").name, language("xx").stop_words
    ('Bahasa Indonesia', frozenset())
    """
    return {"id": INDONESIAN, "en": ENGLISH}.get(code) or Language(code=code)
