"""How codings lie to one another, each worked out by one sweep over all sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

Ints: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Places:
    """The places of codings: arrays of one length, one entry per coding.

    Attributes
    ----------
    sources
        Number of its source.
    starts, ends
        In code points, laid one source behind the other, so that spans of two sources share nothing.
    placed
        It has words of its own; without, it overlaps nothing and lies within and near nothing.
    turns
        Number of the turn in which it begins, -1 where it lies in none.
    """

    sources: Ints
    starts: Ints
    ends: Ints
    placed: Flags
    turns: Ints

    @classmethod
    def of(cls, frame: pd.DataFrame) -> "Places":
        """Lay out a codings frame."""
        starts, ends, turns = (
            frame[name].to_numpy("int64", na_value=-1) for name in ("start", "end", "turn")
        )
        sources = pd.factorize(frame["source_id"])[0].astype(np.int64)
        shift = sources * (int(ends.max(initial=0)) + 1)
        return cls(sources, starts + shift, ends + shift, (starts >= 0) & (ends > starts), turns)

    @cached_property
    def _spoken(self) -> Flags:
        return self.turns >= 0

    def others(self, those: Flags) -> Ints:
        """Count, per coding, the others among `those` that share words with it."""
        at = those & self.placed
        begun = np.searchsorted(np.sort(self.starts[at]), self.ends, side="left")
        over = np.searchsorted(np.sort(self.ends[at]), self.starts, side="right")
        counts: Ints = np.where(self.placed, begun - over - at, 0)
        return counts

    def beside(self, rows: Ints) -> Iterator[Ints]:
        """Yield, for each of some codings, the others that share words with it, as row numbers."""
        order = np.flatnonzero(self.placed)
        order = order[np.argsort(self.starts[order], kind="stable")]
        starts, ends = self.starts[order], self.ends[order]
        furthest = np.maximum.accumulate(ends)
        first = np.searchsorted(furthest, self.starts[rows], side="right")
        last = np.searchsorted(starts, self.ends[rows], side="left")
        for row, low, high in zip(rows.tolist(), first.tolist(), last.tolist(), strict=True):
            others = order[low:high][ends[low:high] > self.starts[row]]
            yield others[others != row] if self.placed[row] else others[:0]

    def sharing(self, those: Flags) -> Flags:
        """Say of each coding whether it is one of `those`, or shares words with one."""
        return those | (self.others(those) > 0)

    def within(self, those: Flags) -> Flags:
        """Say of each coding whether all its words are those of another one among `those`."""
        at = np.flatnonzero(those & self.placed)
        at = at[np.argsort(self.starts[at], kind="stable")]
        furthest = np.maximum.accumulate(self.ends[at])
        # The second furthest end so far, since the furthest may be the coding's own.
        second = np.full_like(furthest, -1)
        second[1:] = np.maximum.accumulate(np.minimum(self.ends[at][1:], furthest[:-1]))
        begun = np.searchsorted(self.starts[at], self.starts, side="right")
        reach = np.full(len(self.starts), -1, dtype=np.int64)
        some = begun > 0
        last = begun[some] - 1
        reach[some] = np.where(those[some], second[last], furthest[last])
        found: Flags = self.placed & (reach >= self.ends)
        return found

    def near(self, those: Flags, turns: int) -> Flags:
        """Say of each coding whether another among `those` begins that near, or shares words with it."""
        at = those & self._spoken
        line = self.turns + self.sources * (int(self.turns.max(initial=0)) + turns + 1)
        sorted_line = np.sort(line[at])
        upto = np.searchsorted(sorted_line, line + turns, side="right")
        before = np.searchsorted(sorted_line, line - turns, side="left")
        close = self._spoken & (upto - before - at > 0)
        found: Flags = close | (self.others(those) > 0)
        return found
