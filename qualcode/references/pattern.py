"""Reference codes: the pattern that names a passage in a thesis."""

import re
from collections.abc import Iterator, Mapping
from string import Formatter

from qualcode.errors import UsageError
from qualcode.references import dates

DEFAULT_PATTERN = "{source}.{turn}"
NUMBERS = ("turn", "answer", "line", "page")
FIELDS = ("source", "case", "gender", "kind", *NUMBERS, "time", "date")

_WIDTH = re.compile(r"0[1-9]")
_SEPARATOR = re.compile(r"^[\W_]+")
_CLOSED = re.compile(r"^[)\]]")
_LETTERS = re.compile(r"[^\W\d_]*$")


def check_pattern(pattern: str) -> None:
    """Refuse a pattern that cannot name passages.

    Raises
    ------
    UsageError
        Unknown field, a format that a field does not take, unpaired braces, or no field at all.

    Examples
    --------
    >>> check_pattern("{source}.{case}.J{answer:02}")
    >>> check_pattern("{source}.{tturn}")
    Traceback (most recent call last):
    qualcode.errors.UsageError: '{source}.{tturn}': there is no field {tturn} in reference codes ...
    """
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError as problem:
        raise UsageError(
            "the braces of the reference pattern do not pair",
            where=repr(pattern),
            remedy="write for example {example}",
            example=DEFAULT_PATTERN,
        ) from problem
    fields = [(name, width or "", conversion) for _, name, width, conversion in parts if name is not None]
    if not fields:
        raise UsageError(
            "the reference pattern has no field, so every passage would get the same code",
            where=repr(pattern),
            remedy="known fields: {known}",
            known=_listed(FIELDS),
        )
    for name, width, conversion in fields:
        _check_field(pattern, name, width, conversion)


def _check_field(pattern: str, name: str, width: str, conversion: str | None) -> None:
    if name not in FIELDS:
        raise UsageError(
            "there is no field {field} in reference codes",
            where=repr(pattern),
            remedy="known fields: {known}",
            field=f"{{{name}}}",
            known=_listed(FIELDS),
        )
    if name == "date" and not conversion and dates.is_format(width):
        return
    if conversion or (width and (name not in NUMBERS or not _WIDTH.fullmatch(width))):
        raise UsageError(
            "the field {field} takes no such format",
            where=repr(pattern),
            remedy="only numbers take a width, such as {example}; numbers are {known}; a date takes {date}",
            field=f"{{{name}}}",
            example="{turn:03}",
            known=_listed(NUMBERS),
            date="{date:%d/%m/%Y} (%d %m %Y %y %B %b)",
        )


def fields_of(pattern: str) -> set[str]:
    """Return the fields that a pattern has.

    Examples
    --------
    >>> sorted(fields_of("{source}.J{answer:02}"))
    ['answer', 'source']
    """
    return {name for _, name, _, _ in Formatter().parse(pattern) if name}


def numbered(pattern: str, numbers: Mapping[str, int | None]) -> str:
    """Return a turn's number as it stands in a pattern, with the letters right before it.

    It is the turn's own where the pattern counts neither turns nor answers.

    Parameters
    ----------
    pattern
        The project's.
    numbers
        ``turn`` and ``answer`` of the turn.

    Examples
    --------
    >>> numbered("{source}.{case}.J{answer:02}", {"turn": 14, "answer": 7})
    'J07'
    >>> numbered("{source} ({page})", {"turn": 14, "answer": 7})
    '14'
    """
    for literal, name, width, _ in Formatter().parse(pattern):
        if name in ("turn", "answer"):
            number, letters = numbers[name], _LETTERS.search(literal)
            return "" if number is None else (letters[0] if letters else "") + format(number, width or "")
    return "" if numbers["turn"] is None else str(numbers["turn"])


def reference(pattern: str, fields: Mapping[str, object], *, language: str = "id") -> str:
    """Fill a pattern that `check_pattern` has passed.

    The words before a field belong to it: where its value is missing (None or empty), they go with it, and
    so does a bracket closed right behind it.

    Parameters
    ----------
    pattern
        Words and fields, as in ``str.format``: ``{source} {case} {gender} {kind} {turn} {answer} {line}
        {page} {time} {date}``; numbers take a width (``{turn:03}``), dates a format (``{date:%d/%m/%Y}``,
        see `qualcode.references.dates`).
    fields
        Values by field; ``time`` in seconds from the beginning of the recording; a pair is the first and
        last of several lines.
    language
        Of the names of months.

    Examples
    --------
    >>> reference("{source}.{case}.J{answer:02}", {"source": "W1", "case": "ZUL", "answer": 7})
    'W1.ZUL.J07'
    >>> reference("{source}.{case}.J{answer:02}", {"source": "O1", "case": ""})
    'O1'
    >>> reference("{source} ({time})", {"source": "W1", "time": 754.2})
    'W1 (0:12:34)'
    >>> fields = {"case": "Zul", "kind": "wawancara", "date": "12 Maret 2024", "line": (41, 46)}
    >>> reference("({case}, {kind} {date:%d/%m/%Y}, baris {line})", fields)
    '(Zul, wawancara 12/03/2024, baris 41-46)'
    """
    return "".join(_filled(pattern, fields, language))


def clock(seconds: float) -> str:
    """Return seconds from the beginning of a recording as ``h:mm:ss``.

    Examples
    --------
    >>> clock(3754.9)
    '1:02:34'
    """
    minutes, second = divmod(int(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}:{second:02}"


def _filled(pattern: str, fields: Mapping[str, object], language: str) -> Iterator[str]:
    begun = missed = missing = False
    for literal, name, form, _ in Formatter().parse(pattern):
        words = _CLOSED.sub("", literal) if missing else literal
        missing = name is not None and fields.get(name) in (None, "")
        if missing:
            missed = True
            continue
        yield words if begun or not missed else _SEPARATOR.sub("", words)
        if name is not None:
            begun = True
            yield _shown(name, fields[name], form or "", language)


def _shown(name: str, value: object, form: str, language: str) -> str:
    if name == "time" and isinstance(value, float):
        return clock(value)
    if name == "date":
        return dates.written(str(value), form, language)
    if isinstance(value, tuple):
        return "-".join(dict.fromkeys(format(each, form) for each in value))
    return format(value, form)


def _listed(names: tuple[str, ...]) -> str:
    return " ".join(f"{{{name}}}" for name in names)
