"""What stands around codings: the words on either side, and the other codes of the same words."""

from typing import TYPE_CHECKING

import numpy as np

from qualcode.model import CONTEXT, Codebook, Coding
from qualcode.query import Places

if TYPE_CHECKING:
    import pandas as pd

    from qualcode.store import View


def with_context(view: "View", found: "pd.DataFrame", everything: "pd.DataFrame") -> "pd.DataFrame":
    """Return some of all codings with what stands around them.

    Parameters
    ----------
    view
        Of the actor.
    found, everything
        The codings wanted, and the whole frame they are from.

    Returns
    -------
    pandas.DataFrame
        With ``before`` and ``after``, a few whole words on either side (half a name could not be disguised),
        and ``neighbours``, the keys of the other codes given to some of the same words, by whomever the actor
        may see, in codebook order.
    """
    stored = view.columns(Coding, ["id", "before", "after"])
    texts = {
        name: {each: _whole(name, text) for each, text in zip(stored["id"], stored[name], strict=True)}
        for name in ("before", "after")
    }
    sides = {name: found["coding_id"].map(said).fillna("").astype("str") for name, said in texts.items()}
    return found.assign(**sides, neighbours=_neighbours(found, everything, view.codebook()))


def _whole(side: str, text: str) -> str:
    """Return the words on one side without the one that is cut through, where they are cut."""
    if len(text) < CONTEXT:
        return text
    return text.partition(" ")[2] if side == "before" else text.rpartition(" ")[0]


def _neighbours(
    found: "pd.DataFrame", everything: "pd.DataFrame", codebook: Codebook | None
) -> "pd.Series[str]":
    order = {code.key: place for place, code in enumerate(codebook.codes if codebook else ())}
    rows = np.flatnonzero(everything["coding_id"].isin(found["coding_id"]).to_numpy(bool))
    codes, ids = everything["code"].to_numpy(object), everything["coding_id"].to_numpy(object)
    others = {
        ids[row]: ", ".join(sorted({*codes[beside]} - {codes[row]}, key=lambda key: order.get(key, -1)))
        for row, beside in zip(rows, Places.of(everything).beside(rows), strict=True)
    }
    return found["coding_id"].map(others).fillna("").astype("str")
