"""The data reduction matrix: from the words, by way of the facts in them, to code, category and theme."""

from collections.abc import Sequence

import pandas as pd

from qualcode.model import Codebook, Guid, Theme
from qualcode.tables.summary import readable

COLUMNS = ("reference", "case", "quotation", "condensation", "code_name", "category", "theme")


def reduction_frame(
    codings: pd.DataFrame, codebook: Codebook, themes: Sequence[Theme], *, language: str = "en"
) -> pd.DataFrame:
    """Return one row per coding: what was said, what it comes to, and where it went.

    Parameters
    ----------
    codings
        The codings frame; its order stays.
    codebook
        A code's category is the code above it, or the framework of one that stands at the top.
    themes
        A coding belongs to the themes that draw from its code, from a code above it, or from the coding.
    language
        Of the names of codes.

    Returns
    -------
    pandas.DataFrame
        `COLUMNS`, all text; several themes are joined by semicolons.
    """
    names, categories, drawn = {}, {}, {}
    for code in codebook.codes:
        above = codebook.ancestors(code)
        over = above[-1] if above else codebook.framework(code.framework_id)
        names[code.id] = code.name.get(language) or code.key
        categories[code.id] = over.name.get(language) or over.key
        drawn[code.id] = {code.id, *(each.id for each in above)}
    places = codings[["code_id", "coding_id"]].to_numpy().tolist()
    shown = codings[["reference", "case", "quotation", "condensation"]].assign(
        code_name=codings["code_id"].map(names),
        category=codings["code_id"].map(categories),
        theme=[_themes(drawn.get(code_id, set()), coding_id, themes) for code_id, coding_id in places],
    )
    return shown.fillna("").astype("str").reset_index(drop=True)[list(COLUMNS)]


def _themes(codes: set[Guid], coding_id: Guid, themes: Sequence[Theme]) -> str:
    return "; ".join(
        readable(theme.name)
        for theme in themes
        if codes & set(theme.code_ids) or coding_id in (*theme.evidence_for, *theme.evidence_against)
    )
