"""Translations of the interface and of documents.

English is written in the code; every other language is one ``.po`` file here, read when it is needed.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib.resources import files

from qualcode.errors import QualcodeError

LANGUAGES = ("en", "id")
"""Languages of the interface and of documents."""

Translate = Callable[[str], str]


@lru_cache
def translator(language: str) -> Translate:
    """Return the function that puts an English message into `language`.

    A message that is not in the catalogue, and any language without one, stays English.

    Examples
    --------
    >>> translator("id")("Quotation"), translator("en")("Quotation")
    ('Kutipan', 'Quotation')
    """
    catalogue = _catalogue(language)
    return lambda message: catalogue.get(message, message)


def explain(error: QualcodeError, language: str) -> str:
    """Return what ``str(error)`` says, in `language`.

    Examples
    --------
    >>> explain(QualcodeError("no text", where="a.txt"), "en")
    'a.txt: no text'
    """
    tr = translator(language)
    place = f"{error.where}: " if error.where else ""
    remedy = f" ({tr(error.remedy).format(**error.values)})" if error.remedy else ""
    return f"{place}{tr(error.what).format(**error.values)}{remedy}"


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


def _catalogue(language: str) -> dict[str, str]:
    path = files(__name__).joinpath(f"{language}.po")
    if language not in LANGUAGES or not path.is_file():
        return {}
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        messages = read_po(file, locale=language)
    return {str(message.id): str(message.string) for message in messages if message.id and message.string}
