"""Quotations in the original, in translation, or in both."""

from typing import Literal, TypeAlias

import pandas as pd

Quotations: TypeAlias = Literal["original", "translation", "both"]
"""In which words quotations are shown."""

OF_TRANSLATIONS = ["translation", "translated", "translator"]
"""The columns of the codings frame that tell of translations."""


def in_words(codings: pd.DataFrame, quotations: Quotations) -> pd.DataFrame:
    """Return a codings frame as it is to be shown: what has no translation stays in its own words.

    Parameters
    ----------
    codings
        The codings frame.
    quotations
        ``"original"`` leaves translations out, ``"translation"`` puts them in the place of what was said, and
        ``"both"`` sets them beside it.
    """
    if quotations == "both":
        return codings
    if quotations == "original":
        return codings.drop(columns=OF_TRANSLATIONS)
    words = codings["translation"].where(codings["translation"] != "", codings["quotation"])
    return codings.assign(quotation=words).drop(columns="translation")


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
