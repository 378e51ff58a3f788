"""Comma-separated values in UTF-8: for scripts and other programs."""

from collections.abc import Sequence

import pandas as pd


def render(frame: pd.DataFrame, *, columns: Sequence[str] | None = None, bom: bool = False) -> bytes:
    """Return the frame as CSV: names and values as they are, nothing escaped but quotes."""
    text = frame.to_csv(index=False, columns=list(columns or frame.columns), lineterminator="\n")
    return text.encode("utf-8-sig" if bom else "utf-8")
