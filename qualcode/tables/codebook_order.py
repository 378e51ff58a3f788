"""Codes as categories, so that whatever sorts or groups by code follows the codebook and not the alphabet."""

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from qualcode.model import Codebook


def in_codebook_order(frame: pd.DataFrame, codebook: "Codebook | None", language: str) -> pd.DataFrame:
    """Return a frame whose columns ``code`` and ``framework`` are categories, in the codebook's order.

    Only what occurs is a category: a code that nobody gave is no zero (see `qualcode.tables.matrix`).

    Parameters
    ----------
    frame
        With ``code`` and ``other`` (keys) and ``framework`` (names in `language`), or some of them.
    codebook
        The order.
    language
        In which frameworks are named.
    """
    codes = [code.key for code in codebook.codes] if codebook else []
    families = [each.name.get(language) or each.key for each in codebook.frameworks] if codebook else []
    orders = {"code": codes, "other": codes, "framework": families}
    return frame.assign(
        **{name: _ordered(frame[name], order) for name, order in orders.items() if name in frame}
    )


def _ordered(values: "pd.Series[str]", order: list[str]) -> pd.Categorical:
    there = set(values.unique())
    known = [each for each in dict.fromkeys(order) if each in there]
    return pd.Categorical(values, categories=[*known, *sorted(there - set(known))])
