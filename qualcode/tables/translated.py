"""Quotations in the original, in translation, or in both."""

from dataclasses import fields, is_dataclass, replace
from typing import Literal, TypeAlias, TypeVar, cast

import pandas as pd

from qualcode.locale import translator
from qualcode.tables.columns import EXTENTS
from qualcode.tables.quotations import Quotation

Words: TypeAlias = Literal["original", "translation", "both"]
"""In which words quotations are shown."""

OF_TRANSLATIONS = ["translation", "translated", "translator"]
"""The columns of the codings frame that tell of translations."""


def in_words(codings: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return a codings frame as it is to be shown: what has no translation stays in its own words.

    Parameters
    ----------
    codings
        The codings frame.
    words
        ``"original"`` leaves translations out, ``"translation"`` puts them in the place of what was said, and
        ``"both"`` sets them beside it.
    """
    if words == "both":
        return codings
    if words == "original":
        return codings.drop(columns=OF_TRANSLATIONS)
    shown = codings["translation"].where(codings["translation"] != "", codings["quotation"])
    return codings.assign(quotation=shown).drop(columns="translation")


def with_extents(codings: pd.DataFrame, language: str) -> pd.DataFrame:
    """Say behind each translation how much of the original it is of, where that is more than was quoted."""
    if "translated" not in codings.columns:
        return codings
    tr = translator(language)
    words = {extent: f" [{tr(word)}]" if word else "" for extent, word in EXTENTS.items()}
    name = "translation" if "translation" in codings.columns else "quotation"
    return codings.assign(**{name: codings[name] + codings["translated"].map(words)})


def translators_line(codings: pd.DataFrame, language: str) -> str:
    """Return a line that names the translators of a codings frame, empty where there are none."""
    names = ", ".join(dict.fromkeys(filter(None, codings["translator"])))
    return translator(language)("Translations: {names}.").format(names=names) if names else ""


_T = TypeVar("_T")


def quoted_in(words: Words, found: _T) -> _T:
    """Return summaries, or whatever holds quotations, with these as they are to be shown.

    Examples
    --------
    >>> quoted_in("translation", (Quotation(reference="W1.2", text="Modal", translation="Capital"),))[0].text
    'Capital'
    """
    if isinstance(found, Quotation):
        return cast(_T, _shown(words, found))
    if isinstance(found, list | tuple):
        return type(found)(quoted_in(words, each) for each in found)
    if is_dataclass(found) and not isinstance(found, type):
        shown = {each.name: quoted_in(words, getattr(found, each.name)) for each in fields(found)}
        return replace(found, **shown)
    return found


def _shown(words: Words, quotation: Quotation) -> Quotation:
    if words == "both":
        return quotation
    if words == "original":
        return replace(quotation, translation="", translated="", translator="")
    return replace(quotation, text=quotation.translation or quotation.text, translation="")


def lacking(codings: pd.DataFrame, into: str = "") -> pd.DataFrame:
    """Return the codings whose passage has no translation, one for each passage, in the order of the frame.

    Parameters
    ----------
    codings
        The codings frame.
    into
        The language that is wanted: what was said in it needs no translation.
    """
    bare = (codings["translation"] == "") & codings["start"].notna() & (codings["language"] != into)
    return codings[bare].drop_duplicates(["source_id", "start", "end"]).reset_index(drop=True)
