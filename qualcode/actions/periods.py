"""Since when: the beginning of a period, as people say it."""

import re
from datetime import UTC, datetime, timedelta

from qualcode.errors import UsageError
from qualcode.references.dates import parsed

_AGO = re.compile(r"(\d{1,4}) ?(d|day|days|hari|w|week|weeks|minggu|pekan)")
_NAMED = {
    "today": 0, "hari ini": 0, "yesterday": 1, "kemarin": 1, "last week": 7, "minggu lalu": 7,
    "pekan lalu": 7, "last month": 30, "bulan lalu": 30,
}  # fmt: skip
"""Days back, to the beginning of that day."""


def since_when(text: str, *, now: datetime | None = None) -> datetime:
    """Return the beginning of a period: a date, ``7d``, ``2w``, ``last-week``, ``yesterday``.

    A day begins at midnight where the user is.

    Parameters
    ----------
    text
        In either language.
    now
        The present, with its zone; for tests.

    Raises
    ------
    UsageError
        It names no time.

    Examples
    --------
    >>> noon = datetime(2024, 3, 12, 12, tzinfo=UTC)
    >>> [since_when(text, now=noon).date().isoformat() for text in ("7d", "last-week", "1 Maret 2024")]
    ['2024-03-05', '2024-03-05', '2024-03-01']
    """
    here = now or datetime.now().astimezone()
    words = " ".join(text.casefold().replace("-", " ").split())
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
    if words in _NAMED:
        return midnight - timedelta(days=_NAMED[words])
    if found := _AGO.fullmatch(words):
        return midnight - timedelta(days=int(found[1]) * (7 if found[2][0] in "wmp" else 1))
    if day := parsed(text):
        return midnight.replace(year=day.year, month=day.month, day=day.day)
    raise UsageError(
        "{text!r} is no time", text=text, remedy="say a date such as 2024-03-12, or 7d, 2w, last-week"
    )


def day_of(text: str) -> str:
    """Return the day that a text names, as ISO 8601 has it; texts and errors are those of `since_when`."""
    return since_when(text).date().isoformat()


def as_utc(moment: datetime) -> str:
    """Return a moment as the history writes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
