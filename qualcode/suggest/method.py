"""What every way of making suggestions has in common."""

from collections.abc import Sequence
from typing import Protocol

from qualcode.keywords import TextIndex
from qualcode.model import Codebook, Guid, Segment, Suggestion, derived

LEARNING_METHODS = ("semantic", "learned", "blend")
"""Methods whose proposals follow from more than the codebook's keywords: each coder has their own."""

METHODS = ("keywords", *LEARNING_METHODS)
"""Every method by its name."""

FEWEST = 4
"""Codings below which there is nothing to learn."""


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


def for_coder(method: str, coder_id: Guid) -> str:
    """Return what a method's proposals for one coder are kept under: nobody else sees them.

    They follow from codings that others may not see. `name_of` takes the coder away again.
    """
    return f"{method}:{coder_id}"


def name_of(method: str) -> str:
    """Return a method's bare name.

    Examples
    --------
    >>> name_of(for_coder("blend", "3f2a91c0")), name_of("keywords")
    ('blend', 'keywords')
    """
    return method.partition(":")[0]
