"""What a query can ask for of rows that are no codings: of coverage, of codes, and of coders."""

from functools import reduce

import numpy as np
import pandas as pd

from qualcode.query.evaluate import Evaluation
from qualcode.query.nodes import And, Condition, Not, OfCode, Or, Query, Related, Where, is_condition
from qualcode.query.parser import parse
from qualcode.query.places import Flags
from qualcode.query.vocabulary import Vocabulary


class Reach:
    """Works out what a query can ask for of rows that are no codings, and lack columns that codings have.

    A condition on a column that is not there may hold or not; what two codings are to each other may be so.
    Hence each condition has a lower bound, the rows for which it surely holds, and an upper one.

    Parameters
    ----------
    text
        The query.
    frame
        Rows of coverage, codes, or coders, with some of the columns of codings.
    vocabulary
        What names stand for.
    """

    def __init__(self, text: str, frame: pd.DataFrame, vocabulary: Vocabulary) -> None:
        self.evaluation = Evaluation(text, frame, vocabulary)
        self.none = np.zeros(len(frame), dtype=np.bool_)

    def possible(self, query: Query) -> Flags:
        """Say of which rows the query may ask for a coding."""
        if is_condition(query):
            return self._bounds(query)[1]
        match query:
            case Or(parts):
                return reduce(np.logical_or, map(self.possible, parts))
            case And(parts):
                positive = [part for part in parts if not is_condition(part) and not isinstance(part, Not)]
                asked = [*positive[:1], *(part for part in parts if is_condition(part))]
                return reduce(np.logical_and, map(self.possible, asked), ~self.none)
            case Related(left):
                return self.possible(left)
            case Where(part, condition):
                return self.possible(part) & self.possible(condition)
            case OfCode() if "code_id" in self.evaluation.frame:
                return self.evaluation.rows(query)
        return ~self.none

    def _bounds(self, condition: Query) -> tuple[Flags, Flags]:
        match condition:
            case Condition() if not self._is_there(condition):
                return self.none, ~self.none
            case Not(part):
                lower, upper = self._bounds(part)
                return ~upper, ~lower
            case And(parts) | Or(parts):
                join = np.logical_and if isinstance(condition, And) else np.logical_or
                lowers, uppers = zip(*map(self._bounds, parts), strict=True)
                return reduce(join, lowers), reduce(join, uppers)
        rows = self.evaluation.rows(condition)
        return rows, rows

    def _is_there(self, test: Condition) -> bool:
        return self.evaluation.conditions.columns(test) <= set(self.evaluation.frame.columns)


def possible(text: str, frame: pd.DataFrame, vocabulary: Vocabulary) -> Flags:
    """Say of which rows of coverage, of codes, or of coders, a query may ask for a coding; see `Reach`."""
    return Reach(text, frame, vocabulary).possible(parse(text))
