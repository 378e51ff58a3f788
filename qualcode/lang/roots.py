"""Word families by root, for languages that build words with prefixes and suffixes."""

from collections.abc import Iterator

from Stemmer import Stemmer

from qualcode.lang.data import Language
from qualcode.lang.lexicon import Lexicon
from qualcode.lang.spelling import Spelling

_SHORTEST = 3
_LOOSE = 4
"""A root that no list knows must be at least this long."""


class Roots:
    """Finds the root of a word: in the table, else by taking affixes off until a known root is left.

    Where none is left, the word may be made of a borrowed one (``ngeprint``): then it belongs to its own
    family, to those of whatever a colloquial affix leaves of it, and to that of its Snowball stem.
    """

    def __init__(self, data: Language, lexicon: Lexicon, spelling: Spelling) -> None:
        self._data = data
        self._lexicon = lexicon
        self._spelling = spelling
        self._stem = Stemmer(data.stemmer).stemWord

    def families(self, lemma: str) -> tuple[str, ...]:
        """Return the roots whose families a word belongs to, its own or likeliest first."""
        if lemma in self._data.false_friends:
            return ()
        if lemma in self._lexicon.bases:
            return (self._lexicon.bases[lemma],)
        if lemma in self._lexicon.roots:
            return (lemma,)
        found = max(self._candidates(lemma), default=None, key=lambda each: each[:2])
        if found:
            return (found[2],)
        return tuple(dict.fromkeys([lemma, *self._guesses(lemma)]))

    def _candidates(self, lemma: str) -> Iterator[tuple[bool, int, str]]:
        """Yield roots within a word: laid bare or of a known word, with how much of the word is left."""
        for _, rest, letters in self._stripped(lemma):
            standard = self._spelling.standard(rest)
            bare = standard in self._lexicon.roots
            root = standard if bare else self._lexicon.bases.get(standard, "")
            if len(root) >= _SHORTEST:
                yield bare, letters, root

    def _guesses(self, lemma: str) -> Iterator[str]:
        for prefix, rest, letters in self._stripped(lemma):
            if letters >= _LOOSE and (not prefix or prefix in self._data.loose_prefixes):
                yield rest
        stem = self._stem(lemma)
        if len(stem) >= _LOOSE:
            yield stem

    def _stripped(self, lemma: str) -> Iterator[tuple[str, str, int]]:
        """Yield prefix, what is left without affixes, and how many of its letters stood in the word."""
        for prefix, initials in (("", ("",)), *self._data.prefixes):
            if not lemma.startswith(prefix):
                continue
            for suffix in ("", *self._data.suffixes):
                letters = len(lemma) - len(prefix) - len(suffix)
                if letters == len(lemma) or letters < _SHORTEST or not lemma.endswith(suffix):
                    continue
                middle = lemma[len(prefix) : len(prefix) + letters]
                for initial in initials:
                    yield prefix, initial + middle, letters
