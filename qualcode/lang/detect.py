"""Which language a text is in."""

import re
from collections import Counter
from functools import cache
from itertools import islice

from qualcode.lang.language import language
from qualcode.lang.others import SIGNS

LANGUAGES = ("id", "en")
"""The languages with data of their own; the first one is assumed where a text gives no sign."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENOUGH = 20_000
"""Words looked at: more do not change the answer."""
_FEWEST, _SHARE = 5, 0.2
"""Function words, in number and as a share of all words, that make a text one of another language."""


def detect(text: str) -> str:
    """Tell the language of a text by its function words.

    Palembang Malay and colloquial spellings count as Indonesian, which is also the answer where a text
    gives no sign, such as a list of names.

    Returns
    -------
    str
        ``"id"`` or ``"en"``; the code of another language, for which there is no word analysis, only where
        its words clearly prevail.

    Examples
    --------
    >>> detect("Kalu dak katek modal, cak mano nak bukak toko?")
    'id'
    >>> detect("Well, we did not have the capital to open a shop.")
    'en'
    >>> detect("Det er ikke noget, jeg har tænkt så meget på, men det kan godt være.")
    'da'
    """
    found = islice(_WORD.finditer(text), _ENOUGH)
    counts = Counter(match[0].lower().replace("’", "'") for match in found)
    own = {code: sum(counts[word] for word in _signs(code)) for code in LANGUAGES}
    best = max(LANGUAGES, key=own.__getitem__)
    others = {code: sum(counts[word] for word in signs) for code, signs in SIGNS.items()}
    other = max(others, key=others.__getitem__)
    clear = others[other] >= max(_FEWEST, own[best] * 2) and others[other] > counts.total() * _SHARE
    return other if clear else best


@cache
def _signs(code: str) -> frozenset[str]:
    """Words that only this one of the languages uses."""
    others = [_function_words(other) for other in LANGUAGES if other != code]
    return _function_words(code).difference(*others)


def _function_words(code: str) -> frozenset[str]:
    data = language(code)
    return data.stop_words | data.variants.keys() | data.false_friends.keys()
