"""Rows to a frame whose columns have the same names and kinds, whether there are rows or none."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd


def frame_of(rows: Iterable[Sequence[Any]], columns: Mapping[str, str]) -> pd.DataFrame:
    r"""Return a frame of rows, indexed from 0.

    Parameters
    ----------
    rows
        Each as long as there are columns.
    columns
        The dtype of each, by name.

    Examples
    --------
    >>> frame_of([], {"source": "str", "turn": "Int64"}).dtypes.to_string()
    'source      str\nturn      Int64'
    """
    held = list(zip(*rows, strict=True)) or [()] * len(columns)
    return pd.DataFrame(
        {name: pd.Series(data, dtype=columns[name]) for name, data in zip(columns, held, strict=True)}
    )


def indexed(frame: pd.DataFrame, name: str, *, by_id: bool) -> pd.DataFrame:
    """Return a frame, by the GUIDs in the column of that name where that is wanted."""
    return frame.set_index(name) if by_id else frame
