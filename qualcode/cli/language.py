"""The language that the command line speaks."""

import os
from functools import cache

from qualcode.locale import language_of, translator


@cache
def language() -> str:
    """Return the user's language: QUALCODE_LANG, else the environment's; ``"en"`` or ``"id"``."""
    return language_of(os.environ)


def tr(text: str) -> str:
    """Return a text of ours in the user's language."""
    return text if language() == "en" else translator(language())(text)
