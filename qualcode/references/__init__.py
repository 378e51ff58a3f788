"""Reference codes, and the figures in them: lines of the printed transcript, dates, the letter of a sex."""

from qualcode.references.dates import date_of, written
from qualcode.references.letters import gender_letter
from qualcode.references.lines import LINE_WIDTH, Lines
from qualcode.references.pattern import (
    DEFAULT_PATTERN,
    FIELDS,
    check_pattern,
    clock,
    fields_of,
    numbered,
    reference,
)

__all__ = [
    "DEFAULT_PATTERN",
    "FIELDS",
    "LINE_WIDTH",
    "Lines",
    "check_pattern",
    "clock",
    "date_of",
    "fields_of",
    "gender_letter",
    "numbered",
    "reference",
    "written",
]
