"""Translations of the interface and of documents.

English is written in the code; every other language is one ``.po`` file here, read when it is needed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Protocol

from qualcode.errors import UsageError

LANGUAGES = ("en", "id")
"""Languages of the interface and of documents."""

WORD_FIELDS = frozenset({"kind", "by", "called", "expected", "action", "reason", "problem", "state"})
"""Fields of messages whose values are words of ours (or the system's), not names a user gave."""

_PLACED = re.compile(r"(?<=[ (])(?:row|turn|event)(?= \d)|^[a-z]+(?= [0-9a-f]{8}-)")
"""The words that place a fault in a file, a text or a database, as in ``codings.csv, row 5``."""


class Translate(Protocol):
    """Puts an English message into another language."""

    def __call__(self, message: str, context: str = "") -> str:
        """Translate; `context` tells messages apart that are one word in English and two elsewhere."""


class Statement(Protocol):
    """An error, a fault or a note; where it has them also `where`, `line`, `remedy` and `values`."""

    @property
    def what(self) -> str:
        """What there is to say, in English, with ``{name}`` fields."""


@lru_cache
def translator(language: str) -> Translate:
    """Return the function that puts an English message into `language`.

    A message that is not in the catalogue stays English.

    Raises
    ------
    UsageError
        There is no such language: the languages there are are named.

    Examples
    --------
    >>> translator("id")("Quotation"), translator("en")("Quotation")
    ('Kutipan', 'Quotation')
    """
    if language not in LANGUAGES:
        raise UsageError(
            "there is no language {written!r}", remedy="the languages are {languages}",
            written=language, languages=", ".join(LANGUAGES),
        )  # fmt: skip
    catalogue = _catalogue(language)

    def translate(message: str, context: str = "") -> str:
        return catalogue.get((context, message), message)

    return translate


@dataclass(frozen=True, slots=True)
class Told:
    """What a statement says in one language: the place, the thing, the remedy; empty where it has none."""

    what: str
    where: str = ""
    remedy: str = ""


def told(said: Statement, language: str) -> Told:
    """Return what an error, a fault or a note says in `language`, part by part."""
    tr = translator(language)
    values = {name: _value(name, value, language) for name, value in getattr(said, "values", {}).items()}
    where, line, remedy = (getattr(said, name, None) for name in ("where", "line", "remedy"))
    place = tr("line {line}").format(line=line) if line else _placed(where or "", tr)
    return Told(tr(said.what).format(**values), place, tr(remedy).format(**values) if remedy else "")


def explain(said: Statement, language: str) -> str:
    """Return what ``str`` says of an error, a fault or a note, in `language`.

    Examples
    --------
    >>> from qualcode.errors import QualcodeError
    >>> explain(QualcodeError("no text", where="a.txt"), "en")
    'a.txt: no text'
    """
    parts = told(said, language)
    place = f"{parts.where}: " if parts.where else ""
    return place + parts.what + (f" ({parts.remedy})" if parts.remedy else "")


def _value(name: str, value: object, language: str) -> object:
    """Return a field's value as it is said in `language`; a tuple is a list of faults, one a line."""
    if isinstance(value, tuple):
        return "".join(f"\n  {_value(name, each, language)}" for each in value)
    if hasattr(value, "what"):
        return explain(value, language)
    tr = translator(language)
    if isinstance(value, str) and name in WORD_FIELDS:
        return tr(value)
    return _placed(value, tr) if isinstance(value, str) and name == "places" else value


def _placed(text: str, tr: Translate) -> str:
    return _PLACED.sub(lambda word: tr(word[0]), text)


def language_of(environ: Mapping[str, str]) -> str:
    """Return the interface's language as the environment asks for it: ``QUALCODE_LANG``, else the locale's.

    Examples
    --------
    >>> language_of({"LANG": "id_ID.UTF-8"}), language_of({"QUALCODE_LANG": "en", "LANG": "id_ID"})
    ('id', 'en')
    """
    names = ("QUALCODE_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    wanted = next((environ[name] for name in names if environ.get(name)), "")
    return "id" if wanted.lower().replace("-", "_").split("_")[0].split(".")[0] in ("id", "in") else "en"


def number(value: float, language: str) -> str:
    """Return a number as `language` writes it.

    Examples
    --------
    >>> number(1234, "id"), number(1234.5, "en")
    ('1.234', '1,234.5')
    """
    from babel.numbers import format_decimal

    return format_decimal(value, locale=language)


@lru_cache
def day(text: str, language: str) -> str:
    """Return a date or time in ISO 8601 as the day that `language` writes; any other text as it is.

    Examples
    --------
    >>> day("2024-06-03", "id"), day("2024-06-03T10:15:00Z", "en"), day("kemarin", "id")
    ('3 Juni 2024', '3 June 2024', 'kemarin')
    """
    from babel.dates import format_date

    try:
        return format_date(date.fromisoformat(text[:10]), "d MMMM y", locale=language)
    except ValueError:
        return text


def _catalogue(language: str) -> dict[tuple[str, str], str]:
    """Return the translations by context and message."""
    path = files(__name__).joinpath(f"{language}.po")
    if not path.is_file():
        return {}
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        messages = read_po(file, locale=language)
    return {
        (message.context or "", str(message.id)): str(message.string)
        for message in messages
        if message.id and message.string
    }
