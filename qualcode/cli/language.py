"""The language that the command line speaks."""

import os
from functools import cache

from qualcode.locale import language_of, translator


@cache
def language() -> str:
    """Return the user's language: QUALCODE_LANG, else the environment's; ``"en"`` or ``"id"``."""
    return language_of(os.environ)


def tr(message: str, context: str = "") -> str:
    """Return a text of ours in the user's language."""
    return message if language() == "en" else translator(language())(message, context)


def counted(one: str, many: str, count: int, /, **values: object) -> str:
    """Return the message that fits a count, in the user's language, its fields filled.

    Examples
    --------
    >>> counted("{count} coding.", "{count} codings.", 1)
    '1 coding.'
    """
    return tr(one if count == 1 else many).format(count=count, **values)


def word(value: str) -> str:
    """Return a value of the model, such as ``"focus_group"``, as people read it."""
    return tr(value.replace("_", " "))


def teach_click() -> None:
    """Let click say its own sentences (usage, wrong options) in the user's language.

    It asks gettext for them under the names below, and gettext reads compiled files only, of which a
    package installed from its sources has none.
    """
    from click import core, decorators, exceptions, formatting, parser, termui, types

    def of_number(one: str, many: str, number: int) -> str:
        return tr(one if number == 1 else many)

    for module in (core, decorators, exceptions, formatting, parser, termui, types):
        vars(module).update({"_": tr, "ngettext": of_number})
