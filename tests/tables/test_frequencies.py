import pandas as pd

from qualcode.tables import frequencies
from tests.tables.sample import CODEBOOK, codings


def counts(table: pd.DataFrame, code: str) -> tuple[int, int, int]:
    """Informants, sources, codings."""
    (row,) = table[table["code"] == code][["informants", "sources", "codings"]].to_numpy().tolist()
    return row[0], row[1], row[2]


def test_informants_are_counted_before_codings_and_every_code_has_its_row() -> None:
    table = frequencies(codings(), CODEBOOK)
    assert list(table.columns) == ["code", "code_path", "framework", "informants", "sources", "codings"]
    assert list(table["code"]) == [code.key for code in CODEBOOK.codes]
    assert counts(table, "socialization") == (2, 2, 3)
    assert counts(table, "marketing") == (0, 0, 0)


def test_a_source_without_an_informant_is_counted_as_a_source_only() -> None:
    table = frequencies(codings(), CODEBOOK)
    assert counts(table, "capacity") == (1, 2, 2)


def test_sub_codes_are_counted_with_the_code_above_on_request() -> None:
    table = frequencies(codings(), CODEBOOK, roll_up=True)
    assert counts(table, "awareness") == (3, 3, 6)
    assert counts(table, "motivation") == (1, 1, 1)


def test_names_are_in_the_language_asked_for() -> None:
    paths = frequencies(codings(), CODEBOOK, language="en")["code_path"]
    assert paths[1] == "Awareness > Socialization"


def test_nothing_coded_is_a_table_of_zeros() -> None:
    assert frequencies(codings(()), CODEBOOK)["codings"].sum() == 0
    assert len(frequencies(codings(()), CODEBOOK, roll_up=True)) == len(CODEBOOK.codes)
