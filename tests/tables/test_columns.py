import pandas as pd

from qualcode.tables.columns import CODINGS, column, title
from tests.tables.sample import codings


def test_the_codings_frame_has_its_columns_in_order_and_keeps_absent_numbers_absent() -> None:
    frame = codings()
    assert list(frame.columns) == [each.name for each in CODINGS]
    assert str(frame["turn"].dtype) == "Int64"
    assert pd.isna(frame["turn"].iloc[-1])
    assert frame["negative"].dtype == bool


def test_a_frame_of_no_codings_has_the_same_types() -> None:
    assert codings(()).empty
    assert (codings(()).dtypes == codings().dtypes).all()


def test_a_case_in_a_matrix_keeps_its_own_name() -> None:
    assert title("Bu Astuti", "id") == "Bu Astuti"
    assert column("Bu Astuti").numeric
