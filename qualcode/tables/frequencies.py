"""How often codes were given, by how many informants."""

import pandas as pd

from qualcode.locale import translator
from qualcode.model import Codebook, Guid


def frequencies(
    codings: pd.DataFrame, codebook: Codebook, *, language: str = "en", roll_up: bool = False
) -> pd.DataFrame:
    """Count per code, informants before codings.

    Parameters
    ----------
    codings
        The codings frame, without sources that translate another.
    codebook
        Its order is the order of the rows; codes that were never given are rows too.
    language
        Of the code paths.
    roll_up
        Count a code's sub-codes with it.

    Returns
    -------
    DataFrame
        One row per code: ``code``, ``code_path``, ``framework``, ``informants`` (distinct cases),
        ``sources``, ``codings``.
    """
    given = rolled_up(codings, codebook) if roll_up else codings
    cases = given["case"].where(given["case"] != "")
    groups = given.assign(case=cases).groupby("code_id")
    counts = pd.DataFrame(
        {
            "informants": groups["case"].nunique(),
            "sources": groups["source_id"].nunique(),
            "codings": groups["coding_id"].nunique(),
        }
    ).reindex([code.id for code in codebook.codes], fill_value=0)
    names = pd.DataFrame(
        {
            "code": [code.key for code in codebook.codes],
            "code_path": [codebook.path(code, language) for code in codebook.codes],
            "framework": [
                codebook.framework(code.framework_id).name.get(language) for code in codebook.codes
            ],
        },
        dtype="str",
    )
    return pd.concat([names, counts.reset_index(drop=True).astype("int64")], axis=1)


def scope(language: str, *, roll_up: bool) -> str:
    """Return whether codings of sub-codes are counted, as a note below the figures."""
    tr = translator(language)
    return tr(
        "Codings of sub-codes are counted with the codes above them."
        if roll_up
        else "Codings of sub-codes are not counted with the codes above them."
    )


def rolled_up(codings: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """Return the codings frame with each coding once more for every code above its own (``code_id`` only)."""
    chain: dict[Guid, list[Guid]] = {
        code.id: [code.id, *(above.id for above in codebook.ancestors(code))] for code in codebook.codes
    }
    return codings.assign(code_id=codings["code_id"].map(chain)).explode("code_id", ignore_index=True)
