"""Texts, kept once by their hash, and the words of codings, read off them."""

from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Connection, insert, select

from qualcode.errors import RecordNotFound, UsageError
from qualcode.model import CONTEXT, Coding, Guid, sha256
from qualcode.store.schema import texts
from qualcode.store.statements import TEXT_OF_REVISION

C = TypeVar("C", bound=Coding)


class Words:
    """The texts that one action reads and writes; each is read once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._by_revision: dict[Guid, str] = {}

    def keep(self, text: str) -> str:
        """Keep a text, once, and return its SHA-256."""
        digest = sha256(text)
        if self.kept(digest) is None:
            self._connection.execute(insert(texts).values(id=digest, text=text))
        return digest

    def kept(self, digest: str) -> str | None:
        """Return the text with that SHA-256, if it is kept."""
        found: str | None = self._connection.execute(
            select(texts.c.text).where(texts.c.id == digest)
        ).scalar()
        return found

    def of(self, revision_id: Guid) -> str:
        """Return a revision's text.

        Raises
        ------
        RecordNotFound
        """
        if revision_id not in self._by_revision:
            row = TEXT_OF_REVISION.first(self._connection, revision_id)
            if row is None:
                raise RecordNotFound("there is no text of a revision {revision}", revision=revision_id)
            self._by_revision[revision_id] = row[0]
        return self._by_revision[revision_id]

    def forget(self, revision_id: Guid) -> None:
        """Read a revision's text anew the next time."""
        self._by_revision.pop(revision_id, None)

    def read_for(self, coding: C, *, seq: int) -> C:
        """Return a coding with its quote and context read off the text; an unplaced one's quote is kept.

        Raises
        ------
        UsageError
            Its place lies outside the text.
        """
        start, end = coding.start, coding.end
        if start is None or end is None:
            self.keep(coding.quote)
            return replace(coding, seq=seq)
        text = self.of(coding.revision_id)
        if not 0 <= start <= end <= len(text):
            raise UsageError(
                "{start}:{end} is no place in a text of {length} characters",
                start=start,
                end=end,
                length=len(text),
            )
        return replace(
            coding,
            seq=seq,
            quote=text[start:end],
            before=text[max(0, start - CONTEXT) : start],
            after=text[end : end + CONTEXT],
        )
