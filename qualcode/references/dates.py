"""Dates as people write them in the head of a transcript, and as a reference code shows them."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

_NAMES = ("tanggal wawancara", "interview date", "date of interview", "hari/tanggal", "hari, tanggal",
          "tanggal", "date", "tgl", "waktu", "hari", "when")  # fmt: skip
"""What the date is called, the surest name first."""

_ISO = re.compile(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b")
_FIGURES = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\b")
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?([^\W\d_]{3,})\.?,?[ -](\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")
_DIRECTIVE = re.compile(r"%(.)")

DIRECTIVES = "dmYyBb"
"""What a format knows: day, month, year, year of two figures, month's name, and its short name."""


def is_format(text: str) -> bool:
    """Say whether a text is a format of dates: words and at least one known directive.

    Examples
    --------
    >>> is_format("%d/%m/%Y"), is_format("%H"), is_format("03")
    (True, False, False)
    """
    found = _DIRECTIVE.findall(text)
    return bool(found) and all(each in DIRECTIVES for each in found) and text.count("%") == len(found)


def date_of(attributes: Mapping[str, str]) -> str:
    """Return what a source's attributes say of its date, as written; empty where they do not.

    Examples
    --------
    >>> date_of({"Tempat": "toko", "tanggal": "12 Maret 2024"})
    '12 Maret 2024'
    """
    named = {" ".join(name.casefold().split()): value for name, value in attributes.items()}
    return next((named[name] for name in _NAMES if named.get(name)), "")


def parsed(text: str) -> date | None:
    """Return the day that a text names in Indonesian, English or figures, day before month; None for none.

    Examples
    --------
    >>> parsed("Selasa, 12 Maret 2024"), parsed("12/3/24"), parsed("March 12, 2024"), parsed("kemarin")
    (datetime.date(2024, 3, 12), datetime.date(2024, 3, 12), datetime.date(2024, 3, 12), None)
    """
    if found := _ISO.search(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _FIGURES.search(text):
        year = int(found[3])
        return _day(year if year > 99 else 2000 + year, int(found[2]), int(found[1]))
    if (found := _DAY_FIRST.search(text)) and (month := _months().get(found[2].casefold())):
        return _day(int(found[3]), month, int(found[1]))
    if (found := _MONTH_FIRST.search(text)) and (month := _months().get(found[1].casefold())):
        return _day(int(found[3]), month, int(found[2]))
    return None


def written(text: str, form: str, language: str) -> str:
    """Return a date in a format; without a format, or where it is no date that we can read, as it is.

    Examples
    --------
    >>> written("12 Maret 2024", "%d/%m/%Y", "id"), written("2024-03-12", "%d %B %Y", "id")
    ('12/03/2024', '12 Maret 2024')
    """
    day = parsed(text) if form else None
    if day is None:
        return text
    shown = {"d": f"{day.day:02}", "m": f"{day.month:02}", "Y": f"{day.year:04}", "y": f"{day.year % 100:02}"}

    def value(directive: re.Match[str]) -> str:
        width = "wide" if directive[1] == "B" else "abbreviated"
        return shown.get(directive[1]) or _named(width, language)[day.month]

    return _DIRECTIVE.sub(value, form)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Numbers of months by name, in both languages, long and short."""
    return {
        name.casefold().rstrip("."): number
        for language in ("en", "id")
        for width in ("wide", "abbreviated")
        for number, name in _named(width, language).items()
    } | {"agt": 8, "agustus": 8, "nop": 11, "nopember": 11, "pebruari": 2, "sept": 9}


@cache
def _named(width: str, language: str) -> dict[int, str]:
    from babel.dates import get_month_names

    return dict(get_month_names(width, locale=language))  # type: ignore[arg-type]  # a literal in Babel's stubs
