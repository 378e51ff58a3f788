"""The codebook as a table, as an appendix shows it."""

import pandas as pd

from qualcode.model import Codebook

COLUMNS = ("framework", "code_path", "definition", "include", "exclude", "examples", "keywords")


def codebook_frame(codebook: Codebook, *, language: str = "en") -> pd.DataFrame:
    """Return one row per code in codebook order: `COLUMNS`, all text; several examples stand on lines.

    Parameters
    ----------
    codebook
        The codes.
    language
        Of names and definitions; another language's stands in where there are none.
    """
    rows = [
        (
            codebook.framework(code.framework_id).name.get(language)
            or codebook.framework(code.framework_id).key,
            codebook.path(code, language),
            code.definition.get(language),
            code.include.get(language),
            code.exclude.get(language),
            "\n".join(code.examples.get(language)),
            ", ".join(code.keywords.get(language)),
        )
        for code in codebook.codes
    ]
    return pd.DataFrame(rows, columns=COLUMNS, dtype="str")
