"""Word families by stem, for languages that build words with endings."""

from Stemmer import Stemmer

from qualcode.lang.data import Language
from qualcode.lang.lexicon import Lexicon


class Stems:
    """Brings together the words with one stem (``train``, ``trained``, ``training``).

    The table comes first, since it knows irregular forms (``sold``); then the Snowball stem, taken until
    it no longer changes (``empowerment``, ``empower``). Without a stemmer each word is its own family.
    """

    def __init__(self, data: Language, lexicon: Lexicon) -> None:
        self._data = data
        self._lexicon = lexicon
        self._stem = Stemmer(data.stemmer).stemWord if data.stemmer else str

    def singular(self, lemma: str) -> str:
        """Return the singular of a plural in -s, which is the same word to a reader."""
        if not self._data.stemmer or not lemma.endswith("s") or lemma in self._data.stop_words:
            return lemma
        base = self._lexicon.bases.get(lemma, "")
        if base and lemma in (f"{base}s", f"{base}es", f"{base[:-1]}ies"):
            return base
        unknown = lemma not in self._lexicon and len(lemma) > 3 and not lemma.endswith(("ss", "us", "is"))
        return lemma[:-1] if unknown else lemma

    def families(self, lemma: str) -> tuple[str, ...]:
        """Return the stem of a word's base."""
        if lemma in self._data.stop_words:
            return (lemma,)
        stem = self._lexicon.bases.get(lemma, lemma)
        while (shorter := self._stem(stem)) != stem:
            stem = shorter
        return (stem,)

    def is_base(self, lemma: str) -> bool:
        """Say whether a word is the base of its family and not one of the words made from it."""
        if lemma in self._lexicon.bases:
            return False
        return not lemma.endswith(self._data.derived_endings) or self._stem(lemma) == lemma
