"""Which columns a table shows, as a person asks for them."""

from collections.abc import Iterable, Sequence

from qualcode.errors import UsageError


def chosen_columns(asked: Iterable[str], known: Sequence[str]) -> dict[str, int]:
    """Return the columns asked for in order, and the width in characters where one was said, else 0.

    Raises
    ------
    UsageError
        There is no such column, or its width is not a number.

    Examples
    --------
    >>> chosen_columns(["reference", "quotation:60"], ["quotation", "reference"])
    {'reference': 0, 'quotation': 60}
    """
    chosen = {}
    for each in asked:
        name, _, width = (part.strip() for part in each.partition(":"))
        if name not in known:
            raise UsageError(
                "there is no column {column} in this table",
                remedy="known columns: {known}", column=name, known=" ".join(known),
            )  # fmt: skip
        if ":" in each and not (width.isdecimal() and 0 < int(width) < 1000):
            raise UsageError(
                "the width of {column} is not a number of characters",
                remedy="say quotation:60, for example", column=name,
            )  # fmt: skip
        chosen[name] = int(width or 0)
    return chosen
