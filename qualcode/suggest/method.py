"""What every way of making suggestions has in common."""

from collections.abc import Sequence
from typing import Protocol

from qualcode.keywords import TextIndex
from qualcode.model import Codebook, Guid, Segment, Suggestion, derived


class SuggestionMethod(Protocol):
    """Proposes codes for the passages of one text."""

    def __call__(
        self,
        passages: Sequence[Segment],
        index: TextIndex,
        codebook: Codebook,
        *,
        source_id: Guid,
        language: str,
    ) -> list[Suggestion]:
        """Return suggestions by place and then by code, each at most once."""
        ...


def suggestion_id(passage: Segment, code_id: Guid, method: str) -> Guid:
    """Return the id that the same passage, code and method give everywhere."""
    return derived("suggestion", passage.revision_id, passage.start, passage.end, code_id, method)
