"""How often something was said, by how many."""

from dataclasses import dataclass

import pandas as pd

from qualcode.tables.quotations import PASSAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How often something was said, by how many.

    Attributes
    ----------
    informants, sources
        Distinct cases and sources.
    passages
        Distinct words of the sources: what several coders coded, or one with several codes, counts once.
    codings
        How often these were coded.
    """

    informants: int = 0
    sources: int = 0
    passages: int = 0
    codings: int = 0


NONE = Count()
"""Nobody, nowhere."""


def count_of(codings: pd.DataFrame) -> Count:
    """Count the rows of a codings frame."""
    return Count(
        informants=codings.loc[codings["case"] != "", "case"].nunique(),
        sources=codings["source_id"].nunique(),
        passages=len(codings.drop_duplicates(PASSAGE)),
        codings=codings["coding_id"].nunique(),
    )


def sides(codings: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return what speaks for, and what speaks against."""
    return codings[~codings["negative"]], codings[codings["negative"]]
