"""One spelling per word: case, accents, clitics, repetition, spelling by ear."""

import re
import unicodedata

from qualcode.lang.data import Language
from qualcode.lang.lexicon import Lexicon

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_ALIKE = {ord(char): "'" for char in "\u2018\u2019\u02bc\u0060\u00b4"} | {
    ord(char): "-" for char in "\u2010\u2011"
}
_REPEATED = re.compile(r"([^\W\d]{2,})2([^\W\d]*)")
_SHORTEST = 3


def composed(word: str) -> str:
    """Return a word as one would type it: accents composed, invisible characters gone, case kept."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFKC", word).translate(_INVISIBLE).translate(_ALIKE)


def fold(word: str) -> str:
    r"""Return a word without the differences that no reader means.

    It works on single words: folding a whole text would shift its offsets.

    Examples
    --------
    >>> fold("PELA\u00adTIHAN"), fold("Zul\u2019s"), fold("Cafe\u0301") == fold("CAF\u00c9")
    ('pelatihan', "zul's", True)
    """
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", composed(word).casefold())


class Spelling:
    """Brings the spellings of one word together.

    Parameters
    ----------
    data, lexicon
        Of one language.
    """

    def __init__(self, data: Language, lexicon: Lexicon) -> None:
        self._data = data
        self._lexicon = lexicon
        self._respellings = [(re.compile(pattern), new) for pattern, new in data.respellings]

    def lemma(self, folded: str) -> str:
        """Return the word itself, without clitics, repetition and colloquial spelling.

        Derivation stays: ``pemasarannya`` gives ``pemasaran``, not ``pasar``.
        """
        return self._whole(self.single(folded) or folded.replace("-", ""))

    def standard(self, word: str) -> str:
        """Return the standard spelling of a word without clitics."""
        if word in self._data.variants:
            return self._data.variants[word]
        if word in self._lexicon or word in self._data.false_friends or len(word) < _SHORTEST:
            return word
        for pattern, new in self._respellings:
            respelt = pattern.sub(new, word, count=1)
            if respelt != word and respelt in self._lexicon:
                return respelt
        return word

    def single(self, folded: str) -> str:
        """Return the one word that a repeated word repeats (``ibu2``, ``ibu-ibunya``), else nothing."""
        if not self._data.reduplicates:
            return "" if "-" in folded else folded
        if match := _REPEATED.fullmatch(folded):
            return match[1]
        first, hyphen, second = folded.partition("-")
        if not hyphen:
            return folded
        if len(second) >= _SHORTEST - 1 and (second.startswith(first) or first.endswith(second)):
            return first
        echoed = len(first) > _SHORTEST and second.endswith(first[1:])  # tolong-menolong, sayur-mayur
        return first if echoed else ""

    def _whole(self, word: str) -> str:
        if word in self._data.variants or word in self._lexicon.roots or word in self._data.false_friends:
            return self.standard(word)
        for clitic in self._data.clitics:
            rest = word.removesuffix(clitic)
            if rest == word or len(rest) < _SHORTEST - 1:
                continue
            standard = self.standard(rest)
            if standard in self._lexicon:
                return standard
            if clitic in self._data.loose_clitics and len(rest) >= _SHORTEST and not self._is_known(word):
                return standard
        return self.standard(word)

    def _is_known(self, word: str) -> bool:
        """Say whether a word is known, be it with a prefix that any verb takes (``ditanya``)."""
        return any(word.removeprefix(prefix) in self._lexicon for prefix in ("", *self._data.loose_prefixes))
