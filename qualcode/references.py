"""Reference codes: the pattern that names a passage in a thesis."""

import re
from collections.abc import Iterator, Mapping
from string import Formatter

from qualcode.errors import UsageError

DEFAULT_PATTERN = "{source}.{turn}"
NUMBERS = ("turn", "answer", "line", "page")
FIELDS = ("source", "case", "kind", *NUMBERS, "time", "date")

_WIDTH = re.compile(r"0[1-9]")
_SEPARATOR = re.compile(r"^[\W_]+")
_CLOSED = re.compile(r"^[)\]]")


def check_pattern(pattern: str) -> None:
    """Refuse a pattern that cannot name passages.

    Raises
    ------
    UsageError
        Unknown field, a width on a field that is no number, unpaired braces, or no field at all.

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
    if conversion or (width and (name not in NUMBERS or not _WIDTH.fullmatch(width))):
        raise UsageError(
            "the field {field} takes no such format",
            where=repr(pattern),
            remedy="only numbers take a width, such as {example}; numbers are {known}",
            field=f"{{{name}}}",
            example="{turn:03}",
            known=_listed(NUMBERS),
        )


def reference(pattern: str, fields: Mapping[str, object]) -> str:
    """Fill a pattern that `check_pattern` has passed.

    The words before a field belong to it: where its value is missing (None or empty), they go with it, and
    so does a bracket closed right behind it.

    Parameters
    ----------
    pattern
        Words and fields, as in ``str.format``: ``{source} {case} {kind} {turn} {answer} {line} {page}
        {time} {date}``; numbers take a width (``{turn:03}``).
    fields
        Values by field; ``time`` in seconds from the beginning of the recording.

    Examples
    --------
    >>> reference("{source}.{case}.J{answer:02}", {"source": "W1", "case": "ZUL", "answer": 7})
    'W1.ZUL.J07'
    >>> reference("{source}.{case}.J{answer:02}", {"source": "O1", "case": ""})
    'O1'
    >>> reference("{source} ({time})", {"source": "W1", "time": 754.2})
    'W1 (0:12:34)'
    """
    return "".join(_filled(pattern, fields))


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


def _filled(pattern: str, fields: Mapping[str, object]) -> Iterator[str]:
    begun = missed = missing = False
    for literal, name, width, _ in Formatter().parse(pattern):
        words = _CLOSED.sub("", literal) if missing else literal
        missing = name is not None and fields.get(name) in (None, "")
        if missing:
            missed = True
            continue
        yield words if begun or not missed else _SEPARATOR.sub("", words)
        if name is not None:
            begun = True
            value = fields[name]
            yield clock(value) if name == "time" and isinstance(value, float) else format(value, width or "")


def _listed(names: tuple[str, ...]) -> str:
    return " ".join(f"{{{name}}}" for name in names)
