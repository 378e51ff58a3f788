"""An evaluation of queries that is slow and obvious: it looks at every pair of codings."""

import pandas as pd

from qualcode.query.nodes import (
    And,
    Condition,
    How,
    Not,
    OfCode,
    Or,
    Query,
    Related,
    Where,
    is_condition,
)
from tests.tables.sample import CODEBOOK

Rows = set[int]


class Slow:
    """Asks a frame of codings queries made of codes, sources and turns."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.rows = frame.to_dict("records")
        self.everything = set(range(len(self.rows)))

    def asked(self, part: Query) -> Rows:
        """The rows that a query asks for."""
        if isinstance(part, Not):
            return self._not(part.part)
        if isinstance(part, And):
            return self._and(part.parts)
        if isinstance(part, Or):
            return set().union(*map(self.asked, part.parts))
        if isinstance(part, Where):
            return self.asked(part.part) & self.asked(part.condition)
        if isinstance(part, Related):
            others = self.asked(part.right)
            return {
                one for one in self.asked(part.left)
                if any(self._related(one, part.how, other, part.turns) for other in others)
            }  # fmt: skip
        return {row for row in self.everything if self._is(row, part)}

    def _is(self, row: int, part: Query) -> bool:
        coding = self.rows[row]
        if isinstance(part, OfCode):
            return coding["code"] in _codes(part)
        if isinstance(part, Condition) and part.name == "source":
            return bool(coding["source"] == part.values[0])
        if isinstance(part, Condition):
            return bool(coding["turn"] <= int(part.values[0]))
        return True

    def _not(self, part: Query) -> Rows:
        if is_condition(part):
            return self.everything - self.asked(part)
        if isinstance(part, Not):
            return self._sharing(self.asked(part.part))
        return self.everything - self._sharing(self.asked(part))

    def _and(self, parts: tuple[Query, ...]) -> Rows:
        own = [place for place, each in enumerate(parts)
               if not is_condition(each) and not isinstance(each, Not)]  # fmt: skip
        kept = self.asked(parts[own[0]]) if own else self.everything
        for place, each in enumerate(parts):
            found = self.asked(each)
            kept = kept & (self._sharing(found) if place in own else found)
        return kept

    def _sharing(self, those: Rows) -> Rows:
        return those | {one for one in self.everything if any(self._overlap(one, each) for each in those)}

    def _overlap(self, one: int, other: int) -> bool:
        left, right = self.rows[one], self.rows[other]
        same = left["source_id"] == right["source_id"]
        return bool(same and left["start"] < right["end"] and right["start"] < left["end"])

    def _related(self, one: int, how: How, other: int, turns: int) -> bool:
        left, right = self.rows[one], self.rows[other]
        if one == other or left["source_id"] != right["source_id"]:
            return False
        if how is How.WITHIN:
            return bool(right["start"] <= left["start"] and left["end"] <= right["end"])
        near = how is How.NEAR and abs(left["turn"] - right["turn"]) <= turns
        return near or self._overlap(one, other)


def _codes(wanted: OfCode) -> set[str]:
    families = {each.id for each in CODEBOOK.frameworks if wanted.family in ("", each.key)}
    start = wanted.name.removesuffix("*")
    named = [
        code for code in CODEBOOK.codes
        if code.framework_id in families
        and (code.key.startswith(start) if "*" in wanted.name else code.key == wanted.name)
    ]  # fmt: skip
    below = [] if wanted.alone else [each for code in named for each in CODEBOOK.descendants(code)]
    return {code.key for code in (*named, *below)}
