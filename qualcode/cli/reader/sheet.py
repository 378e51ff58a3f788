"""What there is to see of one source: its text, and what the actor has made of it so far."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from qualcode.model import Codebook, Coder, Coding, Guid, Memo, MemoOn, Reading, Span

if TYPE_CHECKING:
    from qualcode.actions.texts import SourceText
    from qualcode.store import View


@dataclass(frozen=True)
class Sheet:
    """A source as its reader has it before them.

    Attributes
    ----------
    source_text
        Text, turns and speakers.
    codebook
        As it is now; without codes where there is none yet.
    codings, memos
        The reader's own, in order of place.
    read
        The reader has marked it as coded through for the whole codebook of the time.
    """

    source_text: "SourceText"
    codebook: Codebook
    codings: tuple[Coding, ...] = ()
    memos: tuple[Memo, ...] = ()
    read: bool = False

    @cached_property
    def notes(self) -> dict[Guid, list[str]]:
        """Texts of memos per coding."""
        found: dict[Guid, list[str]] = {}
        for memo in self.memos:
            if memo.about is MemoOn.CODING and memo.target_id:
                found.setdefault(memo.target_id, []).append(memo.text)
        return found

    def codings_in(self, span: Span) -> list[Coding]:
        """Return the codings that begin in a stretch of the text."""
        return [coding for coding in self.codings if _begins_in(coding.start, span)]

    def memos_in(self, span: Span) -> list[Memo]:
        """Return the memos on passages that begin in a stretch of the text."""
        return [memo for memo in self.memos if memo.about is MemoOn.SPAN and _begins_in(memo.start, span)]

    @property
    def source_memos(self) -> list[Memo]:
        """The memos on the source as a whole."""
        return [memo for memo in self.memos if memo.about is MemoOn.SOURCE]


def _begins_in(start: int | None, span: Span) -> bool:
    return start is not None and span.start <= start < span.end


def sheet_of(view: "View", coder: Coder, name: str) -> Sheet:
    """Return what a coder sees of a source.

    Raises
    ------
    SourceNotFound
        With the nearest names.
    """
    from qualcode.actions.codes import the_codebook
    from qualcode.actions.lookup import source_named
    from qualcode.actions.texts import text_of

    source_text = text_of(view, source_named(view, name))
    source, revision = source_text.source, source_text.revision
    codings = view.all(Coding, source_id=source.id, revision_id=revision.id, coder_id=coder.id)
    about = {source.id, revision.id, *(coding.id for coding in codings)}
    return Sheet(
        source_text,
        the_codebook(view),
        tuple(sorted(codings, key=lambda each: (each.start or 0, each.end or 0, each.at, each.id))),
        tuple(memo for memo in view.all(Memo, coder_id=coder.id) if memo.target_id in about),
        any(not each.code_ids for each in view.all(Reading, revision_id=revision.id, coder_id=coder.id)),
    )
