"""What the codebook's keywords propose."""

from collections.abc import Sequence
from pathlib import Path

from qualcode.actions.texts import SourceText
from qualcode.errors import UsageError
from qualcode.keywords import cached_index
from qualcode.model import Codebook, Segment, Suggestion
from qualcode.store import View
from qualcode.suggest import keywords


def codebook_of(view: View) -> Codebook:
    """Return the codebook.

    Raises
    ------
    UsageError
        There is none yet.
    """
    codebook = view.codebook()
    if codebook is None:
        raise UsageError(
            "there is no codebook to suggest from", remedy="apply one with `qualcode codebook apply FILE`"
        )
    return codebook


def by_keywords(
    source_text: SourceText, segments: Sequence[Segment], codebook: Codebook, *, cache_dir: Path | None
) -> list[Suggestion]:
    """Return what the codebook's keywords propose for the passages of a source."""
    source = source_text.source
    index = cached_index(source_text.text, source.language, cache_dir)
    return keywords.suggest(segments, index, codebook, source_id=source.id, language=source.language)
