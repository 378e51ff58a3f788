"""Which codings a condition holds for: each is asked by itself."""

from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches
from functools import reduce

import numpy as np
import pandas as pd

from qualcode.errors import QueryProblem
from qualcode.keywords import parse as parse_keyword
from qualcode.query.nodes import Condition, OfCode
from qualcode.query.places import Flags
from qualcode.query.searching import holding
from qualcode.query.values import COMPARE, alike, check_for, day_of, folded, number_in
from qualcode.query.vocabulary import Vocabulary, located
from qualcode.query.words import CHOICES, COLUMNS, FLAGS

_LAST = "~"
"""What stands behind whatever a date in ISO 8601 can go on with."""


class Conditions:
    """Asks codings, or other rows with some of their columns, whether conditions hold.

    Parameters
    ----------
    vocabulary
        What names stand for.
    text
        The query, for errors.
    """

    def __init__(self, vocabulary: Vocabulary, text: str) -> None:
        self.vocabulary = vocabulary
        self.text = text

    def columns(self, test: Condition) -> set[str]:
        """Return the columns that a condition is about."""
        if test.name in ("code", "framework"):
            return {"code_id"}
        if test.name == "theme":
            return {"code_id", "coding_id"}
        name = COLUMNS.get(test.name, test.name)
        return {name, "language"} if test.operator == "~" else {name}

    def hold(self, test: Condition, frame: pd.DataFrame) -> Flags:
        """Say of each row whether the condition holds.

        Raises
        ------
        QueryProblem
            A name or value means nothing in this study.
        """
        if test.name in FLAGS:
            return frame[test.name].to_numpy(bool)
        if test.attribute:
            return self._attribute(test, frame[test.name])
        denied = test.operator == "!="
        asked = replace(test, operator="=") if denied else test
        each = (
            self._holds(asked, value, at, frame)
            for value, at in zip(test.values, test.values_at, strict=True)
        )
        return reduce(np.logical_or, each) ^ denied

    def _holds(self, test: Condition, value: str, at: int, frame: pd.DataFrame) -> Flags:
        """Say of each row whether the condition holds for one of its values."""
        if test.operator == "~":
            return self._words(test.name, value, at, frame)
        if test.name in ("code", "framework"):
            return frame["code_id"].isin(self._codes(test.name, value, at)).to_numpy(bool)
        if test.name == "theme":
            return self._drawn(value, at, frame)
        column = frame[COLUMNS.get(test.name, test.name)]
        if test.name == "date":
            return self._date(test.operator, value, at, column)
        if test.name == "turn":
            return self._turn(test.operator, value, at, column)
        if test.name in CHOICES:
            return (column == self._choice(test.name, value, at)).to_numpy(bool)
        if test.name in self.vocabulary.named and value and "*" not in value:
            with located(self.text, at):
                value = self.vocabulary.named[test.name](value)
            return (column == value).to_numpy(bool)
        return _each(column, lambda text: alike(text, value))

    def _drawn(self, value: str, at: int, frame: pd.DataFrame) -> Flags:
        with located(self.text, at):
            drawn = self.vocabulary.theme(value)
        chosen = frame["code_id"].isin(drawn.code_ids) | frame["coding_id"].isin(drawn.coding_ids)
        return chosen.to_numpy(bool)

    def _codes(self, name: str, value: str, at: int) -> set[str]:
        alone = value.startswith("=")
        family, _, bare = value.removeprefix("=").rpartition(":")
        wanted = OfCode("*", value, at=at) if name == "framework" else OfCode(bare, family, alone, at)
        return self.vocabulary.code_ids(wanted, self.text)

    def _choice(self, name: str, value: str, at: int) -> str:
        """Return the value of ours that a word in either language stands for."""
        for choice, others in CHOICES[name].items():
            if folded(value) in (folded(choice), *others):
                return "" if choice == "none" else choice
        raise self._fault(
            "{value} is none of the values of {field}", at, "they are {choices}",
            value=value, field=name, choices=", ".join(CHOICES[name]),
        )  # fmt: skip

    def _words(self, name: str, value: str, at: int, frame: pd.DataFrame) -> Flags:
        languages = frame["language"]
        if name == "translation":  # of which the frame does not say the language
            languages = languages.map({"id": "en"}).fillna("id")
        with located(self.text, at):
            pattern = parse_keyword(value)
        return holding(frame[COLUMNS.get(name, name)], languages, pattern)

    def _date(self, comparison: str, value: str, at: int, column: pd.Series) -> Flags:
        day = day_of(value)
        if not day:
            raise self._fault("{value} is no date", at, "write 2024-06-01, 2024-06 or 2024", value=value)
        last = day + _LAST
        found = {
            "=": lambda: (column >= day) & (column <= last),
            "<": lambda: column < day, "<=": lambda: column <= last,
            ">": lambda: column > last, ">=": lambda: column >= day,
        }[comparison]()  # fmt: skip
        return (found & (column != "")).to_numpy(bool)

    def _turn(self, comparison: str, value: str, at: int, column: pd.Series) -> Flags:
        number = number_in(value)
        if number is None:
            raise self._fault("{value} is no number", at, "write `turn <= 10`", value=value)
        turns: pd.Series = COMPARE[comparison](column, number)
        return turns.to_numpy(bool, na_value=False)

    def _attribute(self, test: Condition, column: "pd.Series[str]") -> Flags:
        known = self.vocabulary.attributes[test.name]
        wanted = folded(test.attribute)
        written = {folded(name): name for each in known.values() for name in each}
        if wanted not in written:
            near = get_close_matches(wanted, list(written), n=2, cutoff=0.5) or sorted(written)
            raise self._fault(
                "no {kind} has {attribute}", test.at,
                "there is {names}" if near else "set one with `qualcode cases set`",
                kind=test.name, attribute=test.attribute, names=", ".join(written[each] for each in near),
            )  # fmt: skip
        checks = [self._check(test, value, at) for value, at in zip(test.values, test.values_at, strict=True)]
        together = all if test.operator == "!=" else any

        def holds(name: str) -> bool:
            said = next((text for key, text in known.get(name, {}).items() if folded(key) == wanted), "")
            return together(check(said) for check in checks)

        return _each(column, holds)

    def _check(self, test: Condition, value: str, at: int) -> Callable[[str], bool]:
        check = check_for(test.operator, value)
        if check is None:
            raise self._fault(
                "{value} is neither more nor less than anything", at, "write a number or a date",
                value=value or '""',
            )  # fmt: skip
        return check

    def _fault(self, what: str, at: int, remedy: str, **values: str) -> QueryProblem:
        return QueryProblem(what, text=self.text, position=at, remedy=remedy, **values)


def _each(column: pd.Series, holds: Callable[[str], bool]) -> Flags:
    """Ask of each distinct text of a column."""
    numbers, distinct = pd.factorize(column)
    return np.fromiter((holds(str(text)) for text in distinct), np.bool_, len(distinct))[numbers]
