"""From a word as it stands in a text to the keys under which it is found."""

import re
from dataclasses import dataclass
from functools import cache

from qualcode.lang.language import language
from qualcode.lang.lexicon import lexicon
from qualcode.lang.roots import Roots
from qualcode.lang.spelling import Spelling, fold
from qualcode.lang.stems import Stems

VERSION = "1"
"""Changes with anything that changes an analysis; indexes kept on disk are keyed by it."""

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u1ab0-\u1aff\u20d0-\u20f0"
)
_CHAR = rf"(?:[^\W_]|[{_MARKS}\u00ad\u200b-\u200d\u2060])"
WORDS = re.compile(
    rf"(\d+(?:[.,:]\d+)+(?!\w)|[^\W_]{_CHAR}*+(?:['\u2018\u2019\u02bc\u2010\u2011-][^\W_]{_CHAR}*+)*+)"
)
"""A number, or letters and digits with the apostrophes and hyphens between them."""

_PART = re.compile("[^\u2010\u2011-]+")


@dataclass(frozen=True, slots=True)
class Word:
    """What a word is found by.

    Attributes
    ----------
    fold
        The word without case, soft hyphens and the like.
    lemma
        The word itself, without clitics, repetition and colloquial spelling.
    families
        The word families it belongs to, the likeliest first; none for a false friend.
    is_base
        It is the base of its family, so that as a keyword it stands for the whole of it.
    """

    fold: str
    lemma: str
    families: tuple[str, ...]
    is_base: bool


class Analyser:
    """Analyses words of one language, each distinct word once.

    Parameters
    ----------
    code
        The language.

    Examples
    --------
    >>> analyser("id").word("Ngajarin").families, analyser("id").word("pemasarannya").lemma
    (('ajar',), 'pemasaran')
    """

    def __init__(self, code: str) -> None:
        self._data = language(code)
        known = lexicon(code)
        self._spelling = Spelling(self._data, known)
        self._stems = Stems(self._data, known)
        self._roots = Roots(self._data, known, self._spelling) if self._data.prefixes else None
        self._known = known
        self._words: dict[str, Word] = {}

    def word(self, surface: str) -> Word:
        """Return the analysis of a word as it stands in a text."""
        word = self._words.get(surface)
        if word is None:
            word = self._words[surface] = self._analyse(fold(surface))
        return word

    def pieces(self, surface: str) -> list[tuple[int, str]]:
        """Cut what is written with hyphens into its words, each with its offset.

        A repeated word (``ibu-ibu``) and a word with an affix (``di-share``) stay whole.
        """
        parts = _PART.findall(surface)
        if len(parts) == 1 or self._is_one(fold(surface)):
            return [(0, surface)]
        return [(match.start(), match[0]) for match in _PART.finditer(surface)]

    def _is_one(self, folded: str) -> bool:
        if folded in self._known or self._spelling.single(folded):
            return True
        first, *rest = folded.split("-")
        affixed = first in self._data.loose_prefixes or rest[-1] in self._data.clitics
        return affixed and len(rest) == 1 and self._data.reduplicates

    def _analyse(self, folded: str) -> Word:
        if folded[0].isdigit():
            return Word(folded, folded, (folded,), True)
        lemma = self._spelling.lemma(folded)
        if self._roots:
            families = self._roots.families(lemma)
            return Word(folded, lemma, families, families[:1] == (lemma,))
        lemma = self._stems.singular(lemma)
        return Word(folded, lemma, self._stems.families(lemma), self._stems.is_base(lemma))


@cache
def analyser(code: str) -> Analyser:
    """Return the analyser of a language, made once."""
    return Analyser(code)
