"""The words a language is known to have: spaCy's lemma table, mended by our own data."""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from qualcode.lang.data import Language
from qualcode.lang.language import language


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of words without taking them apart.

    Attributes
    ----------
    bases
        Derived or inflected word to its base.
    roots
        Words that are bases themselves.
    """

    bases: Mapping[str, str]
    roots: frozenset[str]

    def __contains__(self, word: str) -> bool:
        return word in self.roots or word in self.bases


@cache
def lexicon(code: str) -> Lexicon:
    """Return the lexicon of a language, read once.

    An entry of the table is believed where the base shows in the word, but for its first letter, which
    Indonesian prefixes swallow (``menari``, ``tari``); this drops ``tahu`` from ``beri`` and
    ``lumayan`` from ``lumbago``. The language's own data has the last word.
    """
    data = language(code)
    table = {word: base for word, base in _table(data).items() if not data.prefixes or base[1:] in word}
    bases = {**table, **{word: word for word in data.stop_words}, **data.bases}
    roots = {base for word, base in bases.items() if " " not in base}
    roots |= data.known | data.stop_words | set(data.variants.values()) - bases.keys()
    return Lexicon(
        bases={word: base for word, base in bases.items() if word != base and " " not in base},
        roots=frozenset(roots),
    )


def _table(data: Language) -> dict[str, str]:
    """Read a table straight from spacy-lookups-data: a pipeline would take a second or two to make."""
    if not data.table:
        return {}
    packed = files("spacy_lookups_data").joinpath("data", f"{data.table}.json.gz").read_bytes()
    table: dict[str, str] = json.loads(gzip.decompress(packed))
    return {word.lower(): base.lower() for word, base in table.items()}
