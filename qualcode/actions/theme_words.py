"""Kinds of source and relations, as people name them in either language."""

from collections.abc import Iterable, Sequence

from qualcode.errors import UsageError
from qualcode.locale import translator
from qualcode.model import Relation, SourceKind

SPOKEN = ("en", "id")
"""Languages in which a kind of source and a relation may be named."""

SHORTEST = 4
"""Letters from which a word is taken for a longer or shorter one."""


def kind_said(word: str, where: str, *, more: Sequence[str] = ()) -> str:
    """Return the kind of source that a word names in either language, or one of `more`."""
    kinds = [*SourceKind, *more]
    found = _meant(word, kinds)
    if found is None:
        raise UsageError(
            "{kind!r} is no kind of source", where=where, remedy="the kinds are {kinds}",
            kind=word, kinds=", ".join(kinds),
        )  # fmt: skip
    return found


def relation_said(word: str, where: str) -> str:
    """Return the relation that a word names in either language; nothing for nothing."""
    if not word.strip():
        return ""
    found = _meant(word, Relation)
    if found is None:
        raise UsageError(
            "{relation!r} is no relation", where=where, remedy="the relations are {relations}",
            relation=word, relations=", ".join(Relation),
        )  # fmt: skip
    return found


def _meant(word: str, values: Iterable[str]) -> str | None:
    """Return the value that a word is, or is the translation of; other endings and capitals are forgiven."""
    said = word.strip().replace("_", " ").casefold()
    spoken = [
        (translator(language)(value.replace("_", " ")), str(value))
        for value in values
        for language in SPOKEN
    ]  # fmt: skip
    exact = [value for name, value in spoken if name == said]
    near = [
        value
        for name, value in spoken
        if len(said) >= SHORTEST and (name.startswith(said) or said.startswith(name))
    ]
    return next(iter([*exact, *near]), None)
