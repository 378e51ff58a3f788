"""Who says otherwise of a coding: who looked for its code there and did not give it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from qualcode.actions.texts import SourceText
from qualcode.model import Code, Coder, Guid, Reading, Span, is_read_for
from qualcode.store import View


class Otherwise:
    """Silence that says something: a coder has been through a source for a code, and left words without it.

    Parameters
    ----------
    view
        Of the actor: whose readings show.
    text_of
        Gives a source's latest text.
    """

    def __init__(self, view: View, text_of: Callable[[Guid], SourceText]) -> None:
        codebook = view.codebook()
        self._codes: Mapping[Guid, Code] = {code.id: code for code in codebook.codes} if codebook else {}
        self._view, self._text_of = view, text_of
        self._handles = {coder.id: coder.handle for coder in view.all(Coder)}
        self._of_source, self._readers = cache(self._find_readings), cache(self._find_readers)

    def coders(self, row: Mapping[str, Any], beside: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
        """Return the handles of those who read a coding's source for its code, and did not give it there.

        Parameters
        ----------
        row
            Of the coding in the codings frame.
        beside
            The rows of those that share words with it.
        """
        agreeing = {other["coder"] for other in beside if other["code_id"] == row["code_id"]}
        readers = self._readers(row["source_id"], row["code_id"]) if row["start"] is not None else ()
        return tuple(reader for reader in readers if reader != row["coder"] and reader not in agreeing)

    def _find_readers(self, source_id: Guid, code_id: Guid) -> tuple[str, ...]:
        code, (wanted, by_coder) = self._codes[code_id], self._of_source(source_id)
        return tuple(
            coder for coder, readings in by_coder.items()
            if is_read_for(readings, code.id, code.created_in, wanted)
        )  # fmt: skip

    def _find_readings(self, source_id: Guid) -> tuple[list[Span], dict[str, list[Reading]]]:
        """Return what there is to read in a source, and who read what of it, by handle."""
        text = self._text_of(source_id)
        found: dict[str, list[Reading]] = defaultdict(list)
        for reading in self._view.all(Reading, revision_id=text.revision.id):
            found[self._handles[reading.coder_id]].append(reading)
        return text.wanted(), dict(sorted(found.items()))
