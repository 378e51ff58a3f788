"""The one place where the browser's offsets (UTF-16 code units) and ours (code points) meet."""

from qualcode.errors import UsageError
from qualcode.model import Offsets, Span


class Places:
    """Converts places of one text to what a browser counts, and back.

    Parameters
    ----------
    text
        As the browser is shown it.
    where
        Its source, for errors.

    Examples
    --------
    >>> places = Places("🙂 Halo")
    >>> places.out(2), places.maybe(None), places.span(3, 7)
    (3, None, Span(start=2, end=6))
    """

    def __init__(self, text: str, *, where: str = "") -> None:
        self._offsets = Offsets(text)
        self._where = where

    def out(self, place: int) -> int:
        """Return a place in UTF-16."""
        return self._offsets.to_utf16(place)

    def maybe(self, place: int | None) -> int | None:
        """Return a place in UTF-16; None, the place of what has none, stays."""
        return None if place is None else self._offsets.to_utf16(place)

    def span(self, start: int, end: int) -> Span:
        """Return a stretch that the browser names, in code points.

        Raises
        ------
        UsageError
            It is empty, or not in the text.
        """
        try:
            found = Span(self._offsets.from_utf16(start), self._offsets.from_utf16(end))
        except ValueError as error:
            raise self._outside(start, end) from error
        if not len(found):
            raise self._outside(start, end)
        return found

    def _outside(self, start: int, end: int) -> UsageError:
        return UsageError(
            "{start}:{end} is no stretch of the text", where=self._where,
            remedy="load the source again and mark the words anew", start=start, end=end,
        )  # fmt: skip
