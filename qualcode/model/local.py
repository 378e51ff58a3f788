"""Words given once, or once per language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

ANY = ""
"""The key of words that are given for no language in particular."""


@dataclass(frozen=True, slots=True)
class LocalText:
    """A text, once or per language.

    Attributes
    ----------
    items
        Pairs of language (``"id"``, ``"en"``, or `ANY`) and text, in the order given.

    Examples
    --------
    >>> name = LocalText.of({"id": "Penyadaran", "en": "Awareness"})
    >>> name.get("en"), name.get("fr"), str(name)
    ('Awareness', 'Penyadaran', 'Penyadaran')
    """

    items: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, value: str | Mapping[str, str]) -> "LocalText":
        """Make one from a plain string or a mapping from language to text."""
        pairs = {ANY: value} if isinstance(value, str) else value
        return cls(tuple((lang, text) for lang, text in pairs.items() if text))

    def get(self, language: str) -> str:
        """Return the text in `language`, else the one for any, else the first there is."""
        given = dict(self.items)
        return given.get(language) or given.get(ANY) or (self.items[0][1] if self.items else "")

    def as_mapping(self) -> dict[str, str]:
        """Return the texts by language."""
        return dict(self.items)

    def __str__(self) -> str:
        return self.get(ANY)

    def __bool__(self) -> bool:
        return bool(self.items)


@dataclass(frozen=True, slots=True)
class LocalList:
    """A list of short texts, once or per language: keywords, examples.

    Attributes
    ----------
    items
        Pairs of language (or `ANY`) and texts, in the order given.
    """

    items: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @classmethod
    def of(cls, value: str | list[str] | Mapping[str, list[str]]) -> "LocalList":
        """Make one from a string, a list, or a mapping from language to list."""
        pairs = value if isinstance(value, Mapping) else {ANY: [value] if isinstance(value, str) else value}
        return cls(tuple((lang, tuple(texts)) for lang, texts in pairs.items() if texts))

    def get(self, language: str) -> tuple[str, ...]:
        """Return the texts for `language` and those for any."""
        given = dict(self.items)
        return (*given.get(ANY, ()), *(given.get(language, ()) if language != ANY else ()))

    def as_mapping(self) -> dict[str, tuple[str, ...]]:
        """Return the texts by language."""
        return dict(self.items)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield pairs of language and text."""
        for language, texts in self.items:
            for text in texts:
                yield language, text

    def __bool__(self) -> bool:
        return bool(self.items)
