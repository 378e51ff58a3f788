"""From a query and the codings of a study to the codings that it asks for."""

from collections.abc import Iterator
from functools import cached_property, reduce

import numpy as np
import pandas as pd

from qualcode.query.conditions import Conditions
from qualcode.query.nodes import (
    And,
    Condition,
    Everything,
    How,
    Not,
    OfCode,
    Or,
    Query,
    Related,
    Where,
    is_condition,
    leaves,
)
from qualcode.query.parser import parse
from qualcode.query.places import Flags, Places
from qualcode.query.vocabulary import Vocabulary


def chosen(text: str, frame: pd.DataFrame, vocabulary: Vocabulary) -> Flags:
    """Say of each coding whether a query asks for it.

    Parameters
    ----------
    text
        The query, see `qualcode.query.parse`.
    frame
        The codings frame, all of it: what overlaps a coding is looked for here.
    vocabulary
        What names stand for.

    Returns
    -------
    ndarray of bool
        One entry per row.

    Raises
    ------
    QueryProblem
        It cannot be understood, or names what is not in the study; with the place.

    Notes
    -----
    Every part of a query stands for a set of codings. A code stands for its codings and those of the codes
    below it. ``A AND B`` keeps the codings of A that share at least one code point with a coding of B,
    whoever made it; ``A OVERLAPS B`` asks for another coding than itself; in ``A WITHIN B`` all words of A
    are those of another coding of B; in ``A NEAR/n B`` it begins at most n turns from another coding of B,
    or overlaps it. ``NOT B`` are the codings that share nothing with one of B. In an ``AND``, the first part
    that is neither denied nor a condition says whose codings come back. Conditions ask each coding by itself.
    """
    return Evaluation(text, frame, vocabulary).rows(parse(text))


def counted(text: str, frame: pd.DataFrame, vocabulary: Vocabulary) -> Iterator[tuple[str, int]]:
    """Yield each code and condition of a query with the number of codings it has alone."""
    evaluation = Evaluation(text, frame, vocabulary)
    for part in dict.fromkeys(leaves(parse(text))):
        yield str(part), int(evaluation.rows(part).sum())


class Evaluation:
    """Works out the codings of a query, part by part."""

    def __init__(self, text: str, frame: pd.DataFrame, vocabulary: Vocabulary) -> None:
        self.text = text
        self.frame = frame
        self.vocabulary = vocabulary
        self.conditions = Conditions(vocabulary, text)

    @cached_property
    def places(self) -> Places:
        """Where the codings stand, laid out when first asked for."""
        return Places.of(self.frame)

    def rows(self, query: Query) -> Flags:
        """Say of each coding whether it is one of a part's."""
        match query:
            case OfCode():
                codes = self.vocabulary.code_ids(query, self.text)
                return self.frame["code_id"].isin(codes).to_numpy(bool)
            case Condition():
                return self.conditions.hold(query, self.frame)
            case Or(parts):
                return reduce(np.logical_or, map(self.rows, parts))
            case And(parts):
                return self._and(parts)
            case Not(part):
                return self._not(part)
            case Related(left, how, right, turns):
                return self.rows(left) & self._related(how, self.rows(right), turns)
            case Where(part, condition):
                return self._holding(self.rows(part), condition)
        return np.ones(len(self.frame), dtype=np.bool_)

    def _and(self, parts: tuple[Query, ...]) -> Flags:
        """Take the codings of the first part that has codings of its own, and ask them all the rest."""
        conditions = [part for part in parts if is_condition(part)]
        denied = [part for part in parts if isinstance(part, Not) and part not in conditions]
        positive = [part for part in parts if part not in conditions and part not in denied]
        kept = self.rows(positive[0] if positive else Everything())
        for part in positive[1:]:
            kept = kept & self.places.sharing(self.rows(part))
        for part in denied:
            kept = kept & self.rows(part)
        for part in conditions:
            kept = self._holding(kept, part)
        return kept

    def _not(self, part: Query) -> Flags:
        if is_condition(part):
            return ~self.rows(part)
        if isinstance(part, Not):
            return self.places.sharing(self.rows(part.part))
        return ~self.places.sharing(self.rows(part))

    def _related(self, how: How, those: Flags, turns: int) -> Flags:
        if how is How.NEAR:
            return self.places.near(those, turns)
        return self.places.within(those) if how is How.WITHIN else self.places.others(those) > 0

    def _holding(self, kept: Flags, condition: Query) -> Flags:
        """Return those of some codings for which a condition holds; the others are not asked."""
        names = {name for test in leaves(condition) if isinstance(test, Condition)
                 for name in self.conditions.columns(test)}  # fmt: skip
        asked = Evaluation(self.text, self.frame.loc[kept, sorted(names)], self.vocabulary)
        found = kept.copy()
        found[kept] = asked.rows(condition)
        return found
