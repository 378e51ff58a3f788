"""Where in an interview each code was given, in turns or in minutes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from qualcode.model import Codebook, Turn

Unit = Literal["turns", "minutes"]
"""What the place in an interview is counted in."""

COLUMNS = ("code", "begin", "end", "negative")
"""Columns of a timeline's frame."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The codings of one source, by place.

    Attributes
    ----------
    source
        Its name.
    unit
        What places are counted in. In turns, 3.5 is half-way through the third turn; minutes count from the
        beginning of the recording.
    first, last
        Where the source begins and ends, in that unit.
    frame
        One row per coding, in codebook order and then by place: ``code`` (key), ``begin``, ``end`` and
        ``negative``.
    """

    source: str
    unit: Unit
    first: float
    last: float
    frame: pd.DataFrame


def timeline(
    codings: pd.DataFrame, codebook: Codebook, source: str, turns: Sequence[Turn], *, unit: Unit | None = None
) -> Timeline:
    """Place the codings of a source along it.

    Parameters
    ----------
    codings
        The codings frame. Unplaced codings are left out.
    codebook
        Its order is the order of the rows.
    source
        Name of the source.
    turns
        The turns of the revision that the codings are on.
    unit
        By default minutes where every turn has its time, else turns.

    Notes
    -----
    Between the beginnings of two turns, and within the last one, time is taken to run evenly over the code
    points.
    """
    timed = len(turns) > 1 and all(turn.time is not None for turn in turns)
    unit = unit or ("minutes" if timed else "turns")
    offsets, places = _minutes(turns) if unit == "minutes" and timed else _turns(turns)
    order = {code.key: place for place, code in enumerate(codebook.codes)}
    own = codings[(codings["source"] == source) & codings["start"].notna()]
    frame = pd.DataFrame(
        {
            "code": own["code"],
            "begin": np.interp(own["start"].astype(float), offsets, places),
            "end": np.interp(own["end"].astype(float), offsets, places),
            "negative": own["negative"].astype(bool),
        },
        columns=[*COLUMNS],
    )
    keys = frame["code"].map(order)
    frame = frame.assign(order=keys).sort_values(["order", "begin", "end"], kind="stable", ignore_index=True)
    return Timeline(
        source=source, unit=unit if timed else "turns", first=places[0], last=places[-1],
        frame=frame[[*COLUMNS]].drop_duplicates(ignore_index=True),
    )  # fmt: skip


def _turns(turns: Sequence[Turn]) -> tuple[list[float], list[float]]:
    """Return offsets and the place of each: a turn of number n lies between n and n + 1."""
    offsets, places = [], []
    for turn in turns:
        offsets += [turn.start, turn.end]
        places += [turn.number, turn.number + 1]
    return [float(each) for each in offsets or [0, 1]], [float(each) for each in places or [1, 2]]


def _minutes(turns: Sequence[Turn]) -> tuple[list[float], list[float]]:
    """Return the beginnings of turns and the end of the last, with the minute of each."""
    offsets = [float(turn.start) for turn in turns]
    minutes = list(np.maximum.accumulate([(turn.time or 0.0) / 60 for turn in turns]))
    last = turns[-1]
    pace = (minutes[-1] - minutes[0]) / max(offsets[-1] - offsets[0], 1.0)
    end = last.time_end / 60 if last.time_end else minutes[-1] + pace * (last.end - last.start)
    return [*offsets, float(last.end)], [float(each) for each in (*minutes, max(end, minutes[-1]))]
