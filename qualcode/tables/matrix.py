"""Code x case, with the three kinds of absence told apart."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

import pandas as pd

from qualcode.locale import number, translator
from qualcode.model import Codebook
from qualcode.tables.frequencies import rolled_up


class State(StrEnum):
    """What a cell's count means; only the first is a presence."""

    CODED = "coded"
    NOTHING = "nothing"
    UNREAD = "unread"
    NOT_ASKED = "not_asked"


GLYPHS = {State.NOTHING: "0", State.UNREAD: "…", State.NOT_ASKED: "–"}
"""How the absences are shown."""

MEANINGS = {
    State.NOTHING: "coded through, nothing found",
    State.UNREAD: "not yet coded through",
    State.NOT_ASKED: "not asked",
}
"""What the glyphs mean, in English."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Code x case (or source).

    Attributes
    ----------
    codes
        One row per code in codebook order: ``code``, ``code_path``.
    counts
        Codings per cell; rows as in `codes`, columns the units in their order.
    states
        The `State` of each cell, in the same shape. A count of 0 says nothing without it.
    """

    codes: pd.DataFrame
    counts: pd.DataFrame
    states: pd.DataFrame

    def only(self, keys: Collection[str]) -> "Matrix":
        """Return the rows of these codes."""
        wanted = self.codes["code"].isin([*keys])
        parts = (self.codes, self.counts, self.states)
        return Matrix(*(cells[wanted].reset_index(drop=True) for cells in parts))

    def shown(self, language: str = "en") -> pd.DataFrame:
        """Return the matrix as text, for reading: counts, and a glyph for each absence."""
        cells = self.counts.map(lambda count: number(count, language)).astype("str")
        for state, glyph in GLYPHS.items():
            cells = cells.mask(self.states == state, glyph)
        return pd.concat([self.codes[["code_path"]], cells], axis=1)


def legend(language: str = "en") -> str:
    """Return what the glyphs mean, in one line.

    Examples
    --------
    >>> legend("en")
    '0: coded through, nothing found; …: not yet coded through; –: not asked'
    """
    tr = translator(language)
    return "; ".join(f"{GLYPHS[state]}: {tr(meaning)}" for state, meaning in MEANINGS.items())


def matrix(
    codings: pd.DataFrame,
    codebook: Codebook,
    units: Sequence[str],
    coverage: pd.DataFrame,
    *,
    by: Literal["case", "source"] = "case",
    language: str = "en",
    roll_up: bool = False,
) -> Matrix:
    """Lay codes against cases or sources.

    Parameters
    ----------
    codings
        The codings frame, without sources that translate another.
    codebook
        Its order is the order of the rows.
    units
        Names of the cases (or sources), in the order of the columns.
    coverage
        One row per case, source and code: ``case``, ``source``, ``code_id``, ``read`` (coded through for
        this code) and ``not_asked``. What has no row is unread.
    by
        The frame's column that units are in.
    language
        Of the code paths.
    roll_up
        Count a code's sub-codes with it.

    Notes
    -----
    A cell without codings is `State.NOT_ASKED` where none of the unit's sources was asked,
    `State.NOTHING` where all that were are coded through, and `State.UNREAD` otherwise.
    """
    given = rolled_up(codings, codebook) if roll_up else codings
    rows = [code.id for code in codebook.codes]
    counts = pd.crosstab(given["code_id"], given[by]).reindex(index=rows, columns=list(units), fill_value=0)
    states = _absences(coverage, by).reindex(index=rows, columns=list(units))
    states = states.astype(object).fillna(State.UNREAD.value).mask(counts > 0, State.CODED.value)
    codes = pd.DataFrame(
        {
            "code": [code.key for code in codebook.codes],
            "code_path": [codebook.path(code, language) for code in codebook.codes],
        },
        dtype="str",
    )
    return Matrix(codes, _plain(counts), _plain(states))


def _absences(coverage: pd.DataFrame, by: str) -> pd.DataFrame:
    asked = ~coverage["not_asked"].astype(bool)
    cells = (
        pd.DataFrame(
            {
                "code_id": coverage["code_id"],
                "unit": coverage[by],
                "asked": asked,
                "left": asked & ~coverage["read"].astype(bool),
            }
        )
        .groupby(["code_id", "unit"])
        .any()
    )
    state = pd.Series(State.NOTHING.value, index=cells.index, dtype="str")
    state = state.mask(cells["left"], State.UNREAD.value).mask(~cells["asked"], State.NOT_ASKED.value)
    return state.unstack("unit")


def _plain(cells: pd.DataFrame) -> pd.DataFrame:
    return cells.reset_index(drop=True).rename_axis(columns=None)
