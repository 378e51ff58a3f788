"""The codes by which languages are called."""

from functools import cache

from qualcode.errors import UsageError
from qualcode.lang.detect import LANGUAGES
from qualcode.lang.others import SIGNS

_LONGEST = 40


def language_code(written: str) -> str:
    """Return the code of a language that is given by its code or by its name.

    Two letters where ISO 639-1 has them, else the three of ISO 639-3 (``plm``, Palembang Malay, is taken on
    trust: there are thousands). The language need not be one that is told apart or analysed.

    Raises
    ------
    UsageError
        It is neither.

    Examples
    --------
    >>> [language_code(each) for each in ("id", "eng", "en-GB", "Danish", "Bahasa Indonesia", "jv", "plm")]
    ['id', 'en', 'en', 'da', 'id', 'jv', 'plm']
    """
    names, aliases = _known()
    bare = " ".join(written.casefold().split()).removeprefix("bahasa ")
    code = bare.replace("_", "-").partition("-")[0]
    code = names.get(bare) or aliases.get(code, code)
    if code in names.values() or (len(code) == 3 and code.isascii() and code.isalpha()):
        return code
    raise UsageError(
        "there is no language {written!r}", remedy="give its code, such as {codes}",
        written=written[:_LONGEST], codes=", ".join((*LANGUAGES, *SIGNS)),
    )  # fmt: skip


@cache
def _known() -> tuple[dict[str, str], dict[str, str]]:
    """Return codes by name, in English, Indonesian and the language itself, and by other codes."""
    from babel import Locale
    from babel.core import get_global

    names: dict[str, str] = {}
    for shown in (*LANGUAGES, *SIGNS):
        listed = Locale.parse(shown).languages
        for code, name in listed.items() if shown in LANGUAGES else [(shown, listed[shown])]:
            if "_" not in code and len(code) < 4:
                names.setdefault(name.casefold(), code)
    return names, {str(old): str(new) for old, new in get_global("language_aliases").items()}
