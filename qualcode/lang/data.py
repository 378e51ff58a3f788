"""What the data of a language are, and how they are written down."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qualcode.model import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What differs from one language to the next, as data. All words are in their folded form.

    Attributes
    ----------
    code, name
        ISO 639-1 code, and the language's own name for itself.
    table, stemmer
        Name of spaCy's lemma table and of the Snowball stemmer; empty where there is none.
    stop_words
        Function words. They tell languages apart, and each is its own root.
    fillers
        Sounds and particles of speech that carry no content.
    variants
        Spelling met in transcripts to standard spelling, word for word.
    false_friends
        Words that mean something else here than the standard word written alike, with that meaning.
        Such a word belongs to no word family.
    bases
        Word to root, where the table is wrong, silent, or knows too much.
    known
        Roots that the table lacks.
    clitics
        Endings that do not make another word, longest first. The `loose_clitics` are also taken off words
        that no list knows (``DANAnya``).
    prefixes
        Prefix and the letters that may have stood in its place (``("ny", ("s", "c"))``), likeliest first.
    loose_prefixes
        Those of the prefixes that are also put before borrowed words (``ngeprint``, ``di-share``).
    suffixes
        Endings that make another word, longest first.
    respellings
        Pattern and replacement for spellings by ear; only used where they lead to a known word.
    derived_endings
        Endings that show a word to be a derived one where the table does not say so.
    reduplicates
        Repeats a word for its plural (``ibu-ibu``, ``ibu2``).
    speaker_labels
        Words that name a speaker by role, as labels in transcripts.
    """

    code: str
    name: str = ""
    table: str = ""
    stemmer: str = ""
    stop_words: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    variants: Mapping[str, str] = field(default_factory=dict)
    false_friends: Mapping[str, str] = field(default_factory=dict)
    bases: Mapping[str, str] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    clitics: tuple[str, ...] = ()
    loose_clitics: frozenset[str] = frozenset()
    prefixes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    loose_prefixes: frozenset[str] = frozenset()
    suffixes: tuple[str, ...] = ()
    respellings: tuple[tuple[str, str], ...] = ()
    derived_endings: tuple[str, ...] = ()
    reduplicates: bool = False
    speaker_labels: Mapping[Role, tuple[str, ...]] = field(default_factory=dict)


def words(text: str) -> frozenset[str]:
    """Read a list of words."""
    return frozenset(text.split())


def grouped(text: str) -> dict[str, str]:
    """Read lines of ``standard: variant variant`` into a mapping from variant to standard.

    Examples
    --------
    >>> grouped("tidak: dak gak  yang: yg")
    {'dak': 'tidak', 'gak': 'tidak', 'yg': 'yang'}
    """
    pairs: dict[str, str] = {}
    standard = ""
    for word in text.split():
        if word.endswith(":"):
            standard = word[:-1]
        else:
            pairs[word] = standard
    return pairs
