"""How much each further interview adds: codes found for the first time, and whether that has run dry."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

SOURCE = "Guest, Namey & Chen (2020), PLoS ONE 15(5): e0232076, doi:10.1371/journal.pone.0232076"
"""Where the method comes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saturation:
    """New codes per interview, and where saturation is reached.

    Attributes
    ----------
    frame
        One row per interview in order: ``source``; ``new`` (codes not found before); ``total`` (codes found
        so far); ``run_new`` and ``share`` (new codes of the run that ends here, and these divided by
        `base_codes`; NaN where no run ends).
    base, run, threshold
        Base size and run length in interviews; the new-information threshold as a share.
    base_codes
        Distinct codes found in the base.
    reached
        Number, from 1, of the interview that ends the first run at or below the threshold; None where there
        is none.
    """

    frame: pd.DataFrame
    base: int
    run: int
    threshold: float
    base_codes: int
    reached: int | None

    @property
    def judged(self) -> bool:
        """There are enough interviews for at least one run after a base in which something was found."""
        return len(self.frame) >= self.base + self.run and self.base_codes > 0


def saturation(
    codings: pd.DataFrame,
    interviews: Sequence[str],
    *,
    base: int = 4,
    run: int = 2,
    threshold: float = 0.05,
) -> Saturation:
    r"""Assess saturation from the new information that runs of interviews bring.

    Parameters
    ----------
    codings
        The codings frame.
    interviews
        Names of the sources that were coded through, in the order they are taken in. One that was not yet
        coded through does not belong here: it would look as if it had nothing new.
    base
        How many interviews the base has; Guest et al. use 4, 5 and 6.
    run
        How many interviews make a run; they use 2 and 3. Runs overlap: each begins one interview later.
    threshold
        Largest share of new information that counts as saturation; they use 0.05 and 0.

    Returns
    -------
    Saturation

    Notes
    -----
    With :math:`N_i` the set of codes found for the first time in interview :math:`i`, base size :math:`b` and
    run length :math:`r`, the new information of the run that ends with interview :math:`n \ge b + r` is

    .. math:: s_n = \frac{\sum_{i=n-r+1}^{n} |N_i|}{\sum_{i=1}^{b} |N_i|}

    and saturation is reached with the first :math:`n` for which :math:`s_n` is at most the threshold.

    References
    ----------
    Guest G, Namey E, Chen M (2020). A simple method to assess and report thematic saturation in qualitative
    research. PLoS ONE 15(5): e0232076. https://doi.org/10.1371/journal.pone.0232076

    Examples
    --------
    Four interviews find 8 + 6 + 4 + 2 = 20 codes, the next four 2, 1, 0 and 0 more. The runs of two bring
    3/20, 1/20 and 0/20: the run of the sixth and seventh interview is the first with 5 % at most.

    >>> found = [range(8), range(14), range(18), range(20), range(22), range(23), [0], [1]]
    >>> rows = [(f"W{place}", str(code)) for place, codes in enumerate(found, 1) for code in codes]
    >>> codings = pd.DataFrame(rows, columns=["source", "code_id"])
    >>> result = saturation(codings, [f"W{place}" for place in range(1, 9)])
    >>> result.frame["new"].tolist(), result.base_codes
    ([8, 6, 4, 2, 2, 1, 0, 0], 20)
    >>> result.frame["share"].tolist()[5:], result.reached
    ([0.15, 0.05, 0.0], 7)
    >>> saturation(codings, [f"W{place}" for place in range(1, 9)], threshold=0).reached
    8
    """
    given = codings.groupby("source")["code_id"].agg(set).to_dict()
    known: set[str] = set()
    new: list[int] = []
    for interview in interviews:
        codes = given.get(interview, set())
        new.append(len(codes - known))
        known |= codes
    base_codes = sum(new[:base])
    run_new = [sum(new[end - run : end]) if end >= base + run else None for end in range(1, len(new) + 1)]
    shares = [None if count is None or not base_codes else count / base_codes for count in run_new]
    below = [end for end, share in enumerate(shares, 1) if share is not None and share <= threshold]
    frame = pd.DataFrame(
        {
            "source": pd.Series([*interviews], dtype="str"),
            "new": pd.Series(new, dtype="int64"),
            "total": pd.Series(new, dtype="int64").cumsum(),
            "run_new": pd.Series(run_new, dtype="Int64"),
            "share": pd.Series(shares, dtype="float64"),
        }
    )
    return Saturation(
        frame=frame, base=base, run=run, threshold=threshold, base_codes=base_codes,
        reached=below[0] if below else None,
    )  # fmt: skip
