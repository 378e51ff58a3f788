"""How large a file may be, in one place.

A reader holds a file, its text, and what it makes of both in memory: about twelve times what the file
unpacks to, at most. So one limit bounds them all; `QUALCODE_MAX_MB` in the environment moves it.
"""

import os

VARIABLE = "QUALCODE_MAX_MB"
DEFAULT_MB = 100
"""Megabytes; an hour of talk makes a tenth of one."""

SMALL_MB = 30
"""Megabytes up to which it does not matter how tightly a member of an archive is packed."""

MOST_TIGHTLY = 100
"""Times its packed size that a larger member may unpack to; office programs reach about twenty."""

ROWS_PER_MB = 2_000
"""Filled rows of a spreadsheet for each megabyte allowed."""


def largest_mb() -> int:
    """Return how many megabytes a file, or a member of an archive once unpacked, may have."""
    given = os.environ.get(VARIABLE, "")
    return max(1, int(given)) if given.isdecimal() and len(given) < 8 else DEFAULT_MB


def largest() -> int:
    """Return the same in bytes."""
    return largest_mb() << 20


def most_rows() -> int:
    """Return how many filled rows of a spreadsheet are read."""
    return largest_mb() * ROWS_PER_MB
