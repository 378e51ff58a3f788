"""How values of a query compare with what stands in a study: names, numbers, days."""

import operator
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from qualcode.references.dates import parsed

_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"-?\d{1,3}(?:[.,]\d{3})+")
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")

COMPARE: Mapping[str, Callable[[Any, Any], Any]] = {
    "=": operator.eq, "!=": operator.ne,
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
"""What each comparison does."""


def folded(name: str) -> str:
    """Return a name without what people write differently: capitals, underscores and hyphens for spaces."""
    return " ".join(re.sub("[_-]", " ", name.casefold()).split())


def alike(text: str, pattern: str) -> bool:
    """Say whether a text is a pattern, in any case: ``*`` stands for any characters, alone for at least one.

    Examples
    --------
    >>> alike("W1-zul", "w1*"), alike("W1-zul", "zul"), alike("", "*")
    (True, False, False)
    """
    return bool(_pattern(pattern).fullmatch(" ".join(text.split())))


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    parts = [re.escape(" ".join(part.split(" "))) for part in pattern.strip().split("*")]
    return re.compile("." + ".*" if pattern.strip() == "*" else ".*".join(parts), re.IGNORECASE | re.DOTALL)


def number_in(text: str) -> float | None:
    """Return the first number in a text, in Indonesian or English figures; None where there is none.

    Three figures behind a point or comma are thousands, as money is written.

    Examples
    --------
    >>> number_in("52 tahun"), number_in("Rp 1.500.000"), number_in("2,5 juta"), number_in("muda")
    (52.0, 1500000.0, 2.5, None)
    """
    found = _NUMBER.search(text)
    if not found:
        return None
    figures = found[0]
    if _THOUSANDS.fullmatch(figures):
        return float(re.sub("[.,]", "", figures))
    whole, _, decimals = figures.replace(",", ".").rpartition(".")
    return float(f"{whole.replace('.', '')}.{decimals}") if whole else float(decimals)


def day_of(value: str) -> str:
    """Return the year, month or day that a value names, in ISO 8601; empty where it names none.

    Examples
    --------
    >>> day_of("2024-06"), day_of("1 Juni 2024"), day_of("kemarin")
    ('2024-06', '2024-06-01', '')
    """
    if _DAY.fullmatch(value):
        return value
    day = parsed(value)
    return day.isoformat() if day else ""


def check_for(comparison: str, value: str) -> Callable[[str], bool] | None:
    """Return what says whether an attribute compares so with a value; None where the value has no size.

    As the value is: a number is compared with the first number in the attribute, a day with the day there (a
    year of four figures too, where there is a day), anything else as `alike` does. Where the attribute
    has none, only ``!=`` holds.

    Examples
    --------
    >>> check_for(">", "40")("52 tahun"), check_for("<", "2024-06")("12 Maret 2024")
    (True, True)
    """
    by_size, day = comparison not in ("=", "!="), day_of(value)
    number = number_in(value) if _NUMBER.fullmatch(value.strip()) else None
    if by_size and number is None and not day:
        return None

    def compare(text: str) -> bool:
        said = parsed(text) if day else None
        if said:
            return bool(COMPARE[comparison](said.isoformat()[: len(day)], day))
        if number is not None and (found := number_in(text)) is not None:
            return bool(COMPARE[comparison](found, number))
        return not by_size and alike(text, value) == (comparison == "=")

    return compare
