"""Times as transcripts write them."""

import re

TIME = r"\d{1,2}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,3})?"
"""``m:ss``, ``h:mm:ss``, with or without fractions of a second."""

DOTTED = r"\d{1,2}\.\d{2}(?:\.\d{2})?"
"""The same with dots, as often typed in Indonesia; certain only within brackets."""


def seconds(written: str) -> float:
    """Return the seconds that a time stands for.

    Examples
    --------
    >>> seconds("1:05"), seconds("01:00:02,5"), seconds("00.12.30")
    (65.0, 3602.5, 750.0)
    """
    written = written.replace(",", ".")
    if ":" not in written:
        written = written.replace(".", ":")
    total = 0.0
    for part in written.split(":"):
        total = total * 60 + float(part)
    return round(total, 3)


def clock(total: float) -> str:
    """Return seconds as ``h:mm:ss``, or ``m:ss`` within the first hour.

    Examples
    --------
    >>> clock(65.4), clock(3602)
    ('1:05', '1:00:02')
    """
    minutes, second = divmod(int(total), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{second:02}" if hours else f"{minutes}:{second:02}"


def is_time(text: str) -> bool:
    """Say whether a cell holds a time and nothing else."""
    return re.fullmatch(rf"\s*[\[(]?(?:{TIME})[\])]?\s*", text) is not None
